import type { Tree } from '../tree.ts';
import { readBlockText } from './block-text.ts';
import {
  type Cursor,
  counts,
  DEEP,
  finishLine,
  isDash,
  isLineEnd,
  lead,
  lose,
  pastBlanks,
  type Spot,
  spotOf,
} from './cursor.ts';
import { readFlow } from './flow.ts';
import { colonOf, readKey } from './key.ts';
import { handedOver } from './odd.ts';
import { readPlain } from './plain-text.ts';
import { readQuoted } from './quoted.ts';
import { BLANK, HASH } from './signs.ts';

/**
 * Reads the map or list that begins at the cursor, and goes on to the content behind it. Undefined for what is not
 * plain: then the cursor may stand anywhere.
 */
export function readCollection(cursor: Cursor): Tree | undefined {
  if (cursor.depth >= DEEP) return lose(cursor);
  const { pos, column } = cursor;
  cursor.depth += 1;
  const read = isDash(cursor.codes, pos) ? readList(cursor) : readMap(cursor);
  cursor.depth -= 1;
  if (read === undefined || cursor.column > column) return lose(cursor);
  // Nobody looks further than the first line, and that with its comment.
  cursor.from = pos;
  cursor.to = cursor.text.length;
  cursor.odd = undefined;
  return read;
}

function readMap(cursor: Cursor): Tree | undefined {
  const { column, spots } = cursor;
  const map = new Map<string, Tree>();
  const own = spots && new Map<string, Spot>();
  do {
    if (!counts(cursor)) return undefined;
    const start = cursor.pos;
    const key = readKey(cursor);
    if (key === undefined || map.has(key)) return undefined;
    const { to: end } = cursor;
    const known = cursor.cuts.length;
    cursor.odd = undefined;
    const value = readValue(cursor, column) ?? handedOver(cursor, start, column, known);
    if (value === undefined) return undefined;
    if (cursor.cuts.length > known) lead(cursor.cuts, known, key);
    map.set(key, value);
    own?.set(key, { key: { start, end }, ...spotOf(cursor, value) });
  } while (cursor.column === column);
  if (own !== undefined) spots?.set(map, own);
  return map;
}

function readList(cursor: Cursor): Tree | undefined {
  const { codes, column, spots } = cursor;
  const list: Tree[] = [];
  const own = spots && new Map<number, Spot>();
  do {
    if (!counts(cursor)) return undefined;
    const start = cursor.pos;
    const known = cursor.cuts.length;
    cursor.odd = undefined;
    cursor.pos += 1;
    const value = readItem(cursor, column) ?? handedOver(cursor, start, column, known);
    if (value === undefined) return undefined;
    if (cursor.cuts.length > known) lead(cursor.cuts, known, list.length);
    own?.set(list.length, spotOf(cursor, value));
    list.push(value);
    // At the column of its key a list ends where another key begins.
  } while (cursor.column === column && isDash(codes, cursor.pos));
  if (own !== undefined) spots?.set(list, own);
  return list;
}

// What stands behind a dash may be a whole map or list, whose column is where it begins.
function readItem(cursor: Cursor, column: number): Tree | undefined {
  const { codes } = cursor;
  const at = pastBlanks(codes, cursor.pos);
  if (!isDash(codes, at) && colonOf(codes, at) < 0) return readValue(cursor, column);
  cursor.column = column + 1 + at - cursor.pos;
  cursor.pos = at;
  return readCollection(cursor);
}

/** Reads what stands behind a key or a dash, on its line or below it. `column` is that of the key or the dash. */
function readValue(cursor: Cursor, column: number): Tree | undefined {
  const { codes, pos } = cursor;
  const at = pastBlanks(codes, pos);
  const isComment = codes[at] === HASH;
  if (!isComment && !isLineEnd(codes, at)) return readText(cursor, at, column);
  if (!finishLine(cursor, pos)) return undefined;
  if (cursor.column > column) return readBelow(cursor, column);
  if (cursor.column === column && isDash(codes, cursor.pos) && !isDash(codes, pos - 1)) return readCollection(cursor);
  // A comment in the place of a value may have been meant as one.
  if (isComment) return undefined;
  cursor.from = at;
  cursor.to = at;
  return '';
}

function readBelow(cursor: Cursor, column: number): Tree | undefined {
  const { codes, pos } = cursor;
  if (isDash(codes, pos) || colonOf(codes, pos) >= 0) return readCollection(cursor);
  // Whether a comment may stand above a text hangs on its column.
  return cursor.commented ? undefined : readText(cursor, pos, column);
}

function readText(cursor: Cursor, at: number, column: number): Tree | undefined {
  switch (cursor.text.charAt(at)) {
    case '"':
    case "'":
      return readQuoted(cursor, at, column);
    case '[':
    case '{':
      return readFlow(cursor, at, column);
    case '|':
    case '>':
      return cursor.codes[at - 1] === BLANK ? readBlockText(cursor, at, column) : undefined;
    default:
      return readPlain(cursor, at, column);
  }
}
