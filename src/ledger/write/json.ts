import { Failure } from '../../failure.ts';
import type { Tree } from '../reader/tree.ts';

/** What JSON holds, as a file of the ledger would write it. What is null is left out. */
export function treeOfJson(value: unknown, depth = 0): Tree {
  if (depth > DEEPEST) throw new Failure('what is put in is nested too deep');
  if (Array.isArray(value)) return value.map((one) => treeOfJson(one, depth + 1));
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, one]) => one !== null);
    return new Map(entries.map(([key, one]) => [key, treeOfJson(one, depth + 1)]));
  }
  // JSON has lost digits of such a number before it can be seen.
  if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    throw new Failure(`the number ${value} is too large for JSON; write it in quotes`);
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value === null || value === undefined ? '' : String(value);
}

// As deep as the format's files may be.
const DEEPEST = 16;

/** A tree as JSON holds it. */
export function jsonOfTree(tree: Tree): unknown {
  if (typeof tree === 'string') return tree;
  if (!(tree instanceof Map)) return (tree as readonly Tree[]).map(jsonOfTree);
  return Object.fromEntries([...(tree as ReadonlyMap<string, Tree>)].map(([key, value]) => [key, jsonOfTree(value)]));
}
