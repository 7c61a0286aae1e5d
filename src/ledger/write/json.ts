import type { Tree } from '../reader/tree.ts';

/** A tree as JSON holds it. */
export function jsonOfTree(tree: Tree): unknown {
  if (typeof tree === 'string') return tree;
  if (!(tree instanceof Map)) return (tree as readonly Tree[]).map(jsonOfTree);
  return Object.fromEntries([...(tree as ReadonlyMap<string, Tree>)].map(([key, value]) => [key, jsonOfTree(value)]));
}
