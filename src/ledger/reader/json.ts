import { firstUnits } from '../../text.ts';
import type { Tree } from './tree.ts';

/** A JSON text as the reader of files would give it, and as JSON itself has it; else what is wrong, a clause about it. */
export type JsonRead =
  | { readonly tree: Tree; readonly value: unknown }
  | { readonly fault: string; readonly hint?: string };

/**
 * Reads a JSON text. Scalars stay as they were written, numbers too, whose digits `JSON.parse` would change; `true` and
 * `false` are yes and no, and a key that is `null` is left out. What a file could not hold, or what would get lost on the
 * way, is a fault: a key that stands twice, half of a character, what is nested deeper than `deepest`.
 */
export function readJson(text: string, deepest: number = DEEPEST): JsonRead {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: 'is not JSON' };
  }
  const cursor: Cursor = { text, at: 0, deepest };
  const tree = valueAt(cursor, 0);
  return cursor.fault ?? { tree: tree ?? '', value };
}

// As deep as the format's files may be.
const DEEPEST = 16;

/** How far a text has been read, of which `JSON.parse` has found that it is JSON. The first fault stays. */
interface Cursor {
  readonly text: string;
  readonly deepest: number;
  at: number;
  fault?: { readonly fault: string; readonly hint?: string };
}

/** The value that begins at the cursor, which then stands behind it; undefined for `null`, and after a fault. */
function valueAt(cursor: Cursor, depth: number): Tree | undefined {
  if (depth > cursor.deepest) cursor.fault ??= { fault: 'holds lists or maps that are nested too deep' };
  if (cursor.fault !== undefined) return undefined;
  const first = nextSign(cursor);
  if (first === '"') return stringAt(cursor);
  if (first === '[') return listAt(cursor, depth);
  return first === '{' ? mapAt(cursor, depth) : scalarAt(cursor);
}

function listAt(cursor: Cursor, depth: number): Tree {
  const items: Tree[] = [];
  cursor.at += 1;
  while (nextSign(cursor) !== ']' && cursor.fault === undefined) {
    items.push(valueAt(cursor, depth + 1) ?? '');
    if (nextSign(cursor) === ',') cursor.at += 1;
  }
  cursor.at += 1;
  return items;
}

function mapAt(cursor: Cursor, depth: number): Tree {
  const entries = new Map<string, Tree>();
  const keys = new Set<string>();
  cursor.at += 1;
  while (nextSign(cursor) !== '}' && cursor.fault === undefined) {
    const key = stringAt(cursor);
    if (keys.has(key)) cursor.fault ??= twice(key);
    keys.add(key);
    // Behind the colon.
    nextSign(cursor);
    cursor.at += 1;
    const value = valueAt(cursor, depth + 1);
    if (value !== undefined) entries.set(key, value);
    if (nextSign(cursor) === ',') cursor.at += 1;
  }
  cursor.at += 1;
  return entries;
}

function twice(key: string): { readonly fault: string; readonly hint: string } {
  return { fault: `has the key \`${firstUnits(key, 80)}\` twice`, hint: 'only one of them can be meant' };
}

function stringAt(cursor: Cursor): string {
  const { text, at } = cursor;
  let end = at + 1;
  while (text.charAt(end) !== '"') end = endOfRun(text, end);
  cursor.at = end + 1;
  const read = String(JSON.parse(text.slice(at, end + 1)));
  if (/\p{Surrogate}/u.test(read)) cursor.fault ??= HALF;
  return read;
}

const HALF = {
  fault: 'holds half of a character: an escape such as `\\ud83d` without its other half',
  hint: 'write the character itself',
};

/** Behind an escape, or where the next one or the end of the string stands. */
function endOfRun(text: string, from: number): number {
  if (text.charAt(from) === '\\') return from + 2;
  SPECIAL.lastIndex = from;
  return SPECIAL.exec(text)?.index ?? text.length;
}

const SPECIAL = /["\\]/gu;

function scalarAt(cursor: Cursor): Tree | undefined {
  SCALAR.lastIndex = cursor.at;
  const [word = ''] = SCALAR.exec(cursor.text) ?? [];
  cursor.at += word.length;
  if (word === 'null') return undefined;
  if (word === 'true' || word === 'false') return word === 'true' ? 'yes' : 'no';
  if (!/e/iu.test(word)) return word;
  const number = String(Number(word));
  if (/[^-\d.]/u.test(number) || Math.abs(Number(word)) > Number.MAX_SAFE_INTEGER)
    cursor.fault ??= {
      fault: `holds the number ${word}, which is too large or too small to be read`,
      hint: 'write it in quotes',
    };
  return number;
}

const SCALAR = /[-+.\w]+/uy;

/** The next character that is no blank, at which the cursor then stands. */
function nextSign(cursor: Cursor): string {
  BLANKS.lastIndex = cursor.at;
  cursor.at += BLANKS.exec(cursor.text)?.[0].length ?? 0;
  return cursor.text.charAt(cursor.at);
}

const BLANKS = /[ \t\r\n]*/uy;
