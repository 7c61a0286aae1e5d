import type { Tree } from '../reader/tree.ts';

/** What JSON holds, as a file of the ledger would write it. What is null is left out. */
export function treeOfJson(value: unknown): Tree {
  if (Array.isArray(value)) return value.map(treeOfJson);
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, one]) => one !== null);
    return new Map(entries.map(([key, one]) => [key, treeOfJson(one)]));
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value === null || value === undefined ? '' : String(value);
}

/** A tree as JSON holds it. */
export function jsonOfTree(tree: Tree): unknown {
  if (typeof tree === 'string') return tree;
  if (!(tree instanceof Map)) return (tree as readonly Tree[]).map(jsonOfTree);
  return Object.fromEntries([...(tree as ReadonlyMap<string, Tree>)].map(([key, value]) => [key, jsonOfTree(value)]));
}
