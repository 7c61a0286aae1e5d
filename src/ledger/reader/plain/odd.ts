import type { Tree } from '../tree.ts';
import { yamlReader } from '../yaml.ts';
import {
  type Codes,
  type Cursor,
  DEEP,
  isDash,
  isEnd,
  isLineEnd,
  lose,
  pastBlanks,
  pastLineEnd,
  toContent,
} from './cursor.ts';
import { isCloser } from './flow.ts';

/**
 * Reads an entry of a block map, or an item of a block list, with the whole reader, and goes on behind it. It begins at
 * `start`, with its key or dash, and its lines are those below that are deeper: they mean by themselves what they mean in
 * their place. Where they hold a fault the text is given up, since its cause may stand elsewhere; so it is where much
 * was handed over.
 */
export function handedOver(cursor: Cursor, start: number, column: number, cuts: number): Tree | undefined {
  if (cursor.lost) return undefined;
  const end = endOfEntry(cursor.codes, start, column);
  cursor.handed += end - start;
  if (cursor.handed > MOST_HANDED) return lose(cursor);
  const text = ' '.repeat(column) + cursor.text.slice(start, end);
  // A lone CR ends a line as well, which may stand less deep, or end the document.
  if (/\r(?!\n)/u.test(text)) return lose(cursor);
  const read = yamlReader.values('', text);
  const [value, ...others] = typeof read.tree === 'object' ? read.tree.values() : [];
  const isSound = others.length === 0 && read.findings.length === 0 && (read.marred ?? []).length === 0;
  if (value === undefined || !isSound || cursor.depth + depthOf(value) > DEEP) return lose(cursor);
  const shift = start - column;
  cursor.cuts.length = cuts;
  for (const { path, range } of read.cuts) {
    cursor.cuts.push({ path: path.slice(1), start: range.start + shift, end: range.end + shift });
  }
  cursor.odd = { text, shift };
  toContent(cursor, end);
  return value;
}

/**
 * UTF-16 units, each of which may be a token and take up to 10 µs: some 500 claims that are odd. With more of them the
 * whole text is read at once, and no longer than the format allows.
 */
const MOST_HANDED = 200_000;

// Where the first line begins that is not deeper. At the column of a key its list may stand, and a bracket that closes.
function endOfEntry(codes: Codes, start: number, column: number): number {
  const isItem = isDash(codes, start);
  let at = start;
  for (;;) {
    while (!isLineEnd(codes, at)) at += 1;
    if (isEnd(codes, at)) return at;
    const line = pastLineEnd(codes, at);
    at = pastBlanks(codes, line);
    const isDeeper =
      at - line > column || (at - line === column && (isCloser(codes, at) || (!isItem && isDash(codes, at))));
    if (!isDeeper && !isLineEnd(codes, at)) return line;
  }
}

function depthOf(tree: Tree): number {
  if (typeof tree === 'string') return 0;
  let deepest = 0;
  for (const part of tree.values()) deepest = Math.max(deepest, depthOf(part));
  return 1 + deepest;
}
