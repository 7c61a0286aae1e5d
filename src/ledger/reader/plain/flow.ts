import type { Tree } from '../tree.ts';
import {
  type Codes,
  type Cursor,
  codeAt,
  counts,
  DEEP,
  finishLine,
  isControl,
  isEnd,
  isLineEnd,
  pastBlanks,
  pastLineEnd,
  type Spot,
} from './cursor.ts';
import { beginsPlain, isQuote } from './key.ts';
import { BACKSLASH, BLANK, COLON, COMMA, CURLY, CURLY_END, DASH, HASH, SQUARE, SQUARE_END } from './signs.ts';

/** Reads a map or list in brackets, whose further lines are deeper than `column`. */
export function readFlow(cursor: Cursor, from: number, column: number): Tree | undefined {
  const { depth } = cursor;
  cursor.pos = from;
  cursor.brackets = 0;
  const read = readValue(cursor, column);
  // Where it was not read to its end, brackets are open still.
  cursor.depth = depth;
  return read !== undefined && finishLine(cursor, cursor.pos) ? read : undefined;
}

// Each of these reads what begins at the cursor and stands behind it: no more than its own signs are passed over.
function readValue(cursor: Cursor, column: number): Tree | undefined {
  const start = cursor.pos;
  const code = codeAt(cursor.codes, start);
  const read =
    code === SQUARE
      ? readList(cursor, column)
      : code === CURLY
        ? readMap(cursor, column)
        : isQuote(code)
          ? readQuoted(cursor)
          : readPlain(cursor);
  cursor.from = start;
  return read;
}

function readList(cursor: Cursor, column: number): Tree | undefined {
  const list: Tree[] = [];
  const own = cursor.spots && new Map<number, Spot>();
  if (!enter(cursor)) return undefined;
  while (cursor.text.charAt(skip(cursor, column)) !== ']') {
    if (!counts(cursor)) return undefined;
    const value = readValue(cursor, column);
    if (value === undefined) return undefined;
    own?.set(list.length, { start: cursor.from, end: cursor.to, value });
    list.push(value);
    if (!passComma(cursor, column, ']')) return undefined;
  }
  leave(cursor);
  if (own !== undefined) cursor.spots?.set(list, own);
  return list;
}

function readMap(cursor: Cursor, column: number): Tree | undefined {
  const map = new Map<string, Tree>();
  const own = cursor.spots && new Map<string, Spot>();
  if (!enter(cursor)) return undefined;
  while (cursor.text.charAt(skip(cursor, column)) !== '}') {
    if (!counts(cursor)) return undefined;
    const start = cursor.pos;
    const key = isQuote(codeAt(cursor.codes, start)) ? readQuoted(cursor) : readPlain(cursor);
    const { to, pos } = cursor;
    if (!key || map.has(key) || !isColon(cursor.codes, pos)) return undefined;
    cursor.pos += 1;
    skip(cursor, column);
    const value = readValue(cursor, column);
    if (value === undefined) return undefined;
    map.set(key, value);
    own?.set(key, { key: { start, end: to }, start: cursor.from, end: cursor.to, value });
    if (!passComma(cursor, column, '}')) return undefined;
  }
  leave(cursor);
  if (own !== undefined) cursor.spots?.set(map, own);
  return map;
}

function enter(cursor: Cursor): boolean {
  cursor.pos += 1;
  cursor.depth += 1;
  cursor.brackets += 1;
  return cursor.depth < DEEP;
}

function leave(cursor: Cursor): void {
  cursor.pos += 1;
  cursor.to = cursor.pos;
  cursor.depth -= 1;
  cursor.brackets -= 1;
}

/** Goes on behind the comma, or to the bracket that closes. */
function passComma(cursor: Cursor, column: number, closer: string): boolean {
  const { codes, text } = cursor;
  const at = skip(cursor, column);
  if (codes[at] !== COMMA) return text.charAt(at) === closer;
  cursor.pos = at + 1;
  // Digits directly behind a comma may be the rest of a number.
  return !/\d/u.test(text.charAt(at + 1));
}

/** Goes on to what is neither blank nor the end of a line, but not to a line that is less deep: there nothing begins. */
function skip(cursor: Cursor, column: number): number {
  const { codes, text } = cursor;
  let at = pastBlanks(codes, cursor.pos);
  while (!isEnd(codes, at) && isLineEnd(codes, at)) {
    const start = pastLineEnd(codes, at);
    at = pastBlanks(codes, start);
    if (!isLineEnd(codes, at) && !isDeep(cursor, at, at - start, column)) at = text.length;
  }
  cursor.pos = at;
  return at;
}

// The bracket that closes all others may stand below the key.
function isDeep({ codes, brackets }: Cursor, at: number, width: number, column: number): boolean {
  return width > column || (width === column && brackets === 1 && isCloser(codes, at));
}

// A text in quotes on one line, in which nothing has to be undone.
function readQuoted(cursor: Cursor): string | undefined {
  const { codes, text, pos } = cursor;
  const quote = codeAt(codes, pos);
  let at = pos + 1;
  for (let code = codeAt(codes, at); code !== quote; code = codeAt(codes, at)) {
    if (code < BLANK || code === BACKSLASH || isControl(code)) return undefined;
    at += 1;
  }
  // `''` is a quote within the text.
  if (codes[at + 1] === quote) return undefined;
  cursor.pos = at + 1;
  cursor.to = at + 1;
  return text.slice(pos + 1, at);
}

function readPlain(cursor: Cursor): string | undefined {
  const { codes, text, pos } = cursor;
  // A `-` alone begins an item, even before a bracket.
  const isItem = codes[pos] === DASH && isFlowSign(codeAt(codes, pos + 1));
  if (isItem || !beginsPlain(codes, pos)) return undefined;
  let at = pos;
  let end = pos;
  for (let code = codeAt(codes, at); !isEndOfPlain(codes, at, code); code = codeAt(codes, at)) {
    if (code < BLANK || isControl(code) || (code === HASH && codes[at - 1] === BLANK)) return undefined;
    at += 1;
    if (code !== BLANK) end = at;
  }
  cursor.pos = at;
  cursor.to = end;
  return text.slice(pos, end);
}

function isEndOfPlain(codes: Codes, at: number, code: number): boolean {
  return isFlowSign(code) || isLineEnd(codes, at) || isColon(codes, at);
}

/** True at `]` and `}`. */
export function isCloser(codes: Codes, at: number): boolean {
  return isCloserCode(codeAt(codes, at));
}

// `,` `[` `]` `{` `}`
function isFlowSign(code: number): boolean {
  return code === COMMA || code === SQUARE || code === CURLY || isCloserCode(code);
}

function isCloserCode(code: number): boolean {
  return code === SQUARE_END || code === CURLY_END;
}

function isColon(codes: Codes, at: number): boolean {
  if (codes[at] !== COLON) return false;
  return codes[at + 1] === BLANK || isLineEnd(codes, at + 1) || isFlowSign(codeAt(codes, at + 1));
}
