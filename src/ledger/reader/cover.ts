/** A text with some characters covered, and the way back for the values read from it. */
export interface Cover {
  readonly text: string;
  uncovered(value: string): string;
}

/** Covers characters with stand-ins that are nowhere in the text; a stray bracket with a blank. */
export function covering(text: string, offsets: readonly number[]): Cover {
  if (offsets.length === 0) return { text, uncovered: (value) => value };
  const standIns = new Map<string, string>([
    [']', ' '],
    ['}', ' '],
  ]);
  const written = new Map<string, string>();
  const parts: string[] = [];
  let from = 0;
  for (const offset of offsets.toSorted((a, b) => a - b)) {
    const char = text.charAt(offset);
    const standIn = standIns.get(char) ?? unused(text, written);
    standIns.set(char, standIn);
    if (standIn !== ' ') written.set(standIn, char);
    parts.push(text.slice(from, offset), standIn);
    from = offset + 1;
  }
  parts.push(text.slice(from));
  const uncovered = (value: string): string => value.replace(/[\uE000-\uF8FF]/gu, (char) => written.get(char) ?? char);
  return { text: parts.join(''), uncovered };
}

/** A private-use character that the text does not have, or a blank in a text that has them all. */
function unused(text: string, taken: ReadonlyMap<string, string>): string {
  for (let code = 0xe000; code <= 0xf8ff; code += 1) {
    const char = String.fromCharCode(code);
    if (!taken.has(char) && !text.includes(char)) return char;
  }
  return ' ';
}
