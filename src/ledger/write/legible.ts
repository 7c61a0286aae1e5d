import { reader } from '../reader/reader.ts';
import type { Outline, Tree } from '../reader/tree.ts';

/** A text that can be written into: what it holds, and where that stands; else why not, a clause about the file. */
export type Legible = { readonly tree: Tree; readonly outline: Outline } | { readonly refused: string };

export function legible(text: string): Legible {
  const tree = soundTree(text);
  if (tree !== undefined && Math.max(sizeOf(tree), lineCount(text)) > MOST) {
    return { refused: 'has over 300,000 lines or entries, too many to be written to; divide it into several topics' };
  }
  const outline = tree === undefined ? undefined : reader.outline(text);
  if (tree === undefined || outline === undefined) return { refused: 'has faults; `claims check` lists them' };
  return { tree, outline };
}

/** What a text holds; undefined where a fault leaves it open what that is. */
export function soundTree(text: string): Tree | undefined {
  const { tree, findings, marred = [] } = reader.values('', text);
  const isFaulty = marred.length > 0 || findings.some(({ severity }) => severity === 'error');
  return isFaulty ? undefined : tree;
}

// The `yaml` package takes some 1,500 bytes and 30 µs to find out where a key or an entry stands, and 5 µs
// for an empty line. 30,000 claims are within.
const MOST = 300_000;

function sizeOf(tree: Tree): number {
  if (typeof tree === 'string') return 1;
  let size = 1;
  for (const part of tree.values()) size += sizeOf(part);
  return size;
}

function lineCount(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
