import type { OutlineList, OutlineMap } from '../reader/tree.ts';
import { columnOf, endOf, lineEnd, lineEndOf } from './lines.ts';
import { type Edit, putIn } from './splice.ts';

/** The edits that put pieces at the end of a list or map in brackets, on lines of their own where it has them. */
export function intoBrackets(
  text: string,
  brackets: OutlineList | OutlineMap,
  pieces: readonly string[],
): readonly Edit[] {
  const last = brackets.kind === 'list' ? brackets.items.at(-1)?.value : brackets.entries.at(-1);
  const close = brackets.range.end - 1;
  if (last === undefined) return intoEmpty(text, brackets, pieces);
  const { comma, end } = tail(text, 'at' in last ? Math.max(last.at.end, endOf(last.value)) : endOf(last), close);
  const from = comma ?? end;
  const [before, after] = comma === undefined ? [',', ''] : ['', ','];
  if (!/[\r\n]/u.test(text.slice(from, close))) return [putIn(from, `${before} ${pieces.join(', ')}${after}`)];
  const line = lastLineEnd(text, close);
  return [putIn(from, before), putIn(line, `${onLines(text, brackets, pieces)}${after}`)].filter(
    ({ text }) => text !== '',
  );
}

// What comments stand in it stay above what is put in.
function intoEmpty(
  text: string,
  { kind, range }: OutlineList | OutlineMap,
  pieces: readonly string[],
): readonly Edit[] {
  const inside = text.slice(range.start + 1, range.end - 1);
  const words = pieces.join(', ');
  if (!inside.includes('#')) return [putIn(range.start + 1, kind === 'map' ? ` ${words} ` : words)];
  return [putIn(lastLineEnd(text, range.end - 1), onLines(text, { range }, pieces))];
}

/** What stands between the last piece and the bracket: the end of a comma, else of the piece with its colon. */
function tail(text: string, from: number, close: number): { readonly comma?: number; readonly end: number } {
  let end = from;
  for (let at = from; at < close; at += 1) {
    const char = text.charAt(at);
    if (char === '#') at = lineEnd(text, at);
    else if (char === ',') return { comma: at + 1, end };
    else if (char === ':') end = at + 1;
  }
  return { end };
}

function lastLineEnd(text: string, offset: number): number {
  return text.slice(0, offset).replace(/(?:\r\n|\n|\r)[^\r\n]*$/u, '').length;
}

function onLines(text: string, { range }: Pick<OutlineMap, 'range'>, pieces: readonly string[]): string {
  const start = `${lineEndOf(text)}${' '.repeat(columnOf(text, range.start) + 2)}`;
  return pieces.map((piece) => `${start}${piece}`).join(',');
}
