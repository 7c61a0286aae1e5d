import type { Path } from '../../place.ts';
import { withCommas } from '../../text.ts';
import type { Tree } from '../reader/tree.ts';
import { type Addition, insertions } from './insert.ts';
import { keysAt } from './keys.ts';
import { legible, soundTree } from './legible.ts';
import { scalar } from './scalar.ts';
import { spliced } from './splice.ts';

/** What comes of writing into a text: the new text, or why it was left alone, a clause about the file. */
export type Written = { readonly text: string } | { readonly refused: string };

/**
 * A text with additions put in. Not a character of what stands there is changed or taken out, and the result is read
 * again: unless it holds what it held and the additions, nothing else, it is refused.
 */
export function added(text: string, additions: readonly Addition[], file: 'topic' | 'shared' = 'topic'): Written {
  const longest = Math.max(0, ...additions.map(longestKeyIn));
  if (longest > LONGEST_KEY)
    return {
      refused: `cannot hold a key of ${withCommas(longest)} characters; ${withCommas(LONGEST_KEY)} are the most`,
    };
  const found = legible(text);
  if ('refused' in found) return found;
  const { tree: before, outline: root } = found;
  const result = spliced(text, insertions({ text, root, keysAt: (path) => keysAt(file, path) }, additions));
  const after = soundTree(result);
  const meant = additions.reduce(grown, before);
  if (after === undefined || !isSame(after, meant))
    return { refused: 'is written in a way that nothing can be put into' };
  return { text: result };
}

/** How many characters the longest key of an addition takes, with the quotes that it needs. */
function longestKeyIn(addition: Addition): number {
  return 'items' in addition ? longestKey(addition.items) : longestKey(addition.entries);
}

function longestKey(tree: Tree): number {
  let longest = 0;
  if (typeof tree === 'string') return longest;
  if (tree instanceof Map) for (const key of tree.keys()) longest = Math.max(longest, scalar(key, 'flow').length);
  for (const part of tree.values() as Iterable<Tree>) longest = Math.max(longest, longestKey(part));
  return longest;
}

// YAML 1.2.2, 7.4.2: a colon further back makes no key of what stands before it.
const LONGEST_KEY = 1024;

/** How many items the list at a path has, those too that are no sound entries of the format. */
export function lengthAt(text: string, path: Path): number {
  const list = path.reduce<Tree | undefined>(stepInto, soundTree(text));
  return Array.isArray(list) ? list.length : 0;
}

function stepInto(tree: Tree | undefined, step: string | number): Tree | undefined {
  if (tree instanceof Map) return (tree as ReadonlyMap<string, Tree>).get(String(step));
  return Array.isArray(tree) ? (tree as readonly Tree[])[Number(step)] : undefined;
}

/** What a tree is to be after an addition. */
function grown(tree: Tree, addition: Addition): Tree {
  return changed(tree, addition.path, (target) => {
    if ('items' in addition) return [...(Array.isArray(target) ? target : []), ...addition.items];
    return new Map([...(target instanceof Map ? (target as ReadonlyMap<string, Tree>) : []), ...addition.entries]);
  });
}

function changed(tree: Tree | undefined, [step, ...rest]: Addition['path'], change: (target: Tree) => Tree): Tree {
  if (step === undefined) return change(tree ?? '');
  if (Array.isArray(tree)) {
    return (tree as readonly Tree[]).map((item, index) => (index === step ? changed(item, rest, change) : item));
  }
  const map = tree instanceof Map ? (tree as ReadonlyMap<string, Tree>) : new Map<string, Tree>();
  return new Map([...map, [String(step), changed(map.get(String(step)), rest, change)]]);
}

/** Whether two trees hold the same. The order of keys means nothing, nor do blanks at the end of a text. */
export function isSame(a: Tree, b: Tree): boolean {
  if (typeof a === 'string' || typeof b === 'string') {
    return typeof a === 'string' && typeof b === 'string' && a.trimEnd() === b.trimEnd();
  }
  if (a instanceof Map && b instanceof Map) {
    const other = b as ReadonlyMap<string, Tree>;
    return (
      a.size === b.size &&
      [...(a as ReadonlyMap<string, Tree>)].every(([key, value]) => isSameAt(value, other.get(key)))
    );
  }
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  return a.every((item: Tree, index) => isSameAt(item, (b as readonly Tree[])[index]));
}

function isSameAt(a: Tree, b: Tree | undefined): boolean {
  return b !== undefined && isSame(a, b);
}
