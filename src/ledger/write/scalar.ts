/** A text as a scalar on one line, plain where nothing could be read as anything else. */
export function scalar(text: string, around: 'block' | 'flow'): string {
  const isPlain = PLAIN.test(text) && !MISREAD.test(text) && (around === 'block' || !/[,[\]{}]/u.test(text));
  return isPlain ? text : quoted(text);
}

/** A text of several lines as a literal block, whose lines are to be indented; undefined where only quotes hold it. */
export function literal(text: string): readonly string[] | undefined {
  const lines = text.split('\n');
  const holds = lines.length > 1 && !/^[\s#]/u.test(text) && !/[^\n\P{C}]|[\u2028\u2029]|[ ](?:\n|$)|\n$/u.test(text);
  return holds ? ['|', ...lines] : undefined;
}

// A first character that YAML gives no meaning to, then no colon or number sign that could end the text.
const PLAIN = /^[\p{L}\p{N}(“‘«„$€£](?:[^\p{C}\p{Z}:#]|[ ](?![ #])|[:#](?=[^\p{C}\p{Z}:#,[\]{}]))*$/u;

/** A blank at the end, and what other readers of YAML take for nothing. */
const MISREAD = /\s$|^(?:null|~)$/iu;

/** A text in the quotes that need the fewest escapes. */
export function quoted(text: string): string {
  const isSimple = !/[\p{C}\u2028\u2029\\]/u.test(text);
  if (isSimple && !text.includes('"')) return `"${text}"`;
  if (isSimple && !text.includes("'")) return `'${text}'`;
  return JSON.stringify(text).replace(/[^\P{C}\u200c-\u200f]|[\u2028\u2029]/gu, escaped);
}

// JSON leaves these as they are; YAML's own readers do not all take them raw.
function escaped(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  const digits = code.toString(16);
  return code > 0xffff ? `\\U${digits.padStart(8, '0')}` : `\\u${digits.padStart(4, '0')}`;
}
