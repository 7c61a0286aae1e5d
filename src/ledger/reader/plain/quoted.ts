import { BOUNDLESS_FROM } from '../tree.ts';
import {
  type Codes,
  type Cursor,
  codeAt,
  finishLine,
  isControl,
  isEnd,
  isLineEnd,
  lose,
  pastBlanks,
  pastLineEnd,
} from './cursor.ts';
import { BACKSLASH, BLANK, DOUBLE, SINGLE, TAB } from './signs.ts';

/** Reads a text in quotes, which goes on in lines that are deeper than `column`. */
export function readQuoted(cursor: Cursor, from: number, column: number): string | undefined {
  const { codes, text } = cursor;
  const quote = codeAt(codes, from);
  let value = '';
  let start = from + 1;
  let at = start;
  for (;;) {
    const code = codeAt(codes, at);
    if (code === quote) {
      if (quote === DOUBLE || codes[at + 1] !== SINGLE) break;
      if (value.length > BOUNDLESS_FROM) return lose(cursor);
      value += text.slice(start, at + 1);
      at += 2;
      start = at;
    } else if (code === BACKSLASH && quote === DOUBLE) {
      const escaped = ESCAPES[text.charAt(at + 1)];
      if (escaped === undefined) return undefined;
      if (value.length > BOUNDLESS_FROM) return lose(cursor);
      value += text.slice(start, at) + escaped;
      at += 2;
      start = at;
    } else if (isLineEnd(codes, at)) {
      const next = nextLine(codes, at, column);
      if (next === undefined) return undefined;
      if (value.length > BOUNDLESS_FROM) return lose(cursor);
      value += text.slice(start, beforeBlanks(codes, start, at)) + next.glue;
      at = next.at;
      start = at;
    } else if (code === TAB || isControl(code) || code < BLANK) return undefined;
    else at += 1;
  }
  value = value === '' ? text.slice(start, at) : value + text.slice(start, at);
  if (!finishLine(cursor, at + 1)) return undefined;
  cursor.from = from;
  cursor.to = at + 1;
  return value;
}

/** Those that people write; the whole reader knows the others. */
const ESCAPES: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', '/': '/', n: '\n', t: '\t' };

// One line end is a blank, each further one a line end.
function nextLine(codes: Codes, lineEnd: number, column: number): { glue: string; at: number } | undefined {
  let end = lineEnd;
  let lines = 0;
  for (;;) {
    if (isEnd(codes, end)) return undefined;
    const start = pastLineEnd(codes, end);
    lines += 1;
    end = pastBlanks(codes, start);
    if (!isLineEnd(codes, end)) {
      if (end - start <= column) return undefined;
      return { glue: lines === 1 ? ' ' : '\n'.repeat(lines - 1), at: end };
    }
  }
}

function beforeBlanks(codes: Codes, start: number, end: number): number {
  let to = end;
  while (to > start && codes[to - 1] === BLANK) to -= 1;
  return to;
}
