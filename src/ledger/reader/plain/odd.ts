import type { Tree } from '../tree.ts';
import { yamlReader } from '../yaml.ts';
import { type Cursor, DEEP, isDash, isLineEnd, lose, pastBlanks, pastLineEnd, type Spot, toContent } from './cursor.ts';
import { isCloser } from './flow.ts';

/** What the whole reader made of one entry. */
export interface Handed {
  readonly value: Tree;
  readonly odd: NonNullable<Spot['odd']>;
}

/**
 * Reads the entry of a block map whose key begins at `start` with the whole reader, and goes on behind it. Its lines are
 * those below the key that are deeper: they mean by themselves what they mean in their place. Where they hold a fault
 * the text is given up, since its cause may stand elsewhere.
 */
export function handedOver(cursor: Cursor, start: number, column: number): Handed | undefined {
  const end = endOfEntry(cursor.text, start, column);
  if (cursor.lost) return undefined;
  const text = ' '.repeat(column) + cursor.text.slice(start, end);
  const { tree, findings, cuts, marred = [] } = yamlReader.values('', text);
  const [entry, ...others] = tree instanceof Map ? tree.values() : [];
  const isSound = entry !== undefined && others.length === 0 && findings.length === 0 && marred.length === 0;
  if (!isSound || cursor.depth + depthOf(entry) > DEEP) return lose(cursor);
  const shift = start - column;
  for (const { path, range } of cuts) {
    cursor.cuts.push({ path: path.slice(1), start: range.start + shift, end: range.end + shift });
  }
  cursor.from = start;
  cursor.to = start + cursor.text.slice(start, end).trimEnd().length;
  toContent(cursor, end);
  return { value: entry, odd: { text, shift } };
}

// Where the first line begins that is not deeper than the key. A list may stand at its column, and a bracket that closes.
function endOfEntry(text: string, start: number, column: number): number {
  let at = start;
  for (;;) {
    while (!isLineEnd(text, at)) at += 1;
    if (at >= text.length) return text.length;
    const line = pastLineEnd(text, at);
    at = pastBlanks(text, line);
    const isDeeper = at - line > column || (at - line === column && (isDash(text, at) || isCloser(text, at)));
    if (!isDeeper && !isLineEnd(text, at)) return line;
  }
}

function depthOf(tree: Tree): number {
  if (typeof tree === 'string') return 0;
  return 1 + Math.max(0, ...Array.from(tree.values() as Iterable<Tree>, depthOf));
}
