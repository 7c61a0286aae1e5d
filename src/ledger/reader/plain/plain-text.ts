import { BOUNDLESS_FROM } from '../tree.ts';
import { type Codes, type Cursor, codeAt, endOfComment, finishLine, isLineEnd, lose, pastBlanks } from './cursor.ts';
import { beginsPlain } from './key.ts';
import { BLANK, COLON, HASH } from './signs.ts';

/** Reads a text without quotes, which goes on in lines that are deeper than `column`. */
export function readPlain(cursor: Cursor, from: number, column: number): string | undefined {
  const { codes, text } = cursor;
  if (!beginsPlain(codes, from)) return undefined;
  let end = endOfWords(codes, from);
  if (end < 0 || !finishLine(cursor, end)) return undefined;
  let value = text.slice(from, end);
  let isCut = cursor.commented && isComment(codes, end);
  while (cursor.column > column) {
    // After a comment nothing can go on.
    if (cursor.commented || cursor.lost) return undefined;
    const glue = cursor.lines === 1 ? ' ' : '\n'.repeat(cursor.lines - 1);
    const start = cursor.pos;
    end = endOfWords(codes, start);
    if (end < 0 || !finishLine(cursor, end)) return undefined;
    if (value.length > BOUNDLESS_FROM) return lose(cursor);
    value += glue + text.slice(start, end);
    isCut = cursor.commented && isComment(codes, end);
  }
  if (isCut) {
    const start = pastBlanks(codes, end);
    const length = text.slice(start, endOfComment(codes, start)).trimEnd().length;
    cursor.cuts.push({ path: [], start, end: start + length });
  }
  cursor.from = from;
  cursor.to = end;
  return value;
}

function isComment(codes: Codes, at: number): boolean {
  return codeAt(codes, pastBlanks(codes, at)) === HASH;
}

// The end of the last word before the end of the line or a comment; -1 where a colon or a character is not plain.
function endOfWords(codes: Codes, from: number): number {
  let at = from;
  let end = from;
  for (;;) {
    const code = codeAt(codes, at);
    at += 1;
    // Letters and most signs, then digits and the rest, then what is beyond ASCII: nearly all is passed by the first.
    if (code > COLON ? code < 127 || code > 159 : code > BLANK && code !== HASH && code !== COLON) end = at;
    else if (code === HASH) {
      if (codes[at - 2] === BLANK) return end;
      end = at;
    } else if (code === COLON) {
      if (codes[at] === BLANK || isLineEnd(codes, at)) return -1;
      end = at;
    } else if (code !== BLANK) return isLineEnd(codes, at - 1) ? end : -1;
  }
}
