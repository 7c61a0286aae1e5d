import type { Tree } from '../ledger/reader/tree.ts';

/** A JSON object, of which nothing is known. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** A value of JSON as the format's reader would give it: all scalars as text, nothing for `null`. */
export function treeOfJson(value: unknown, depth: number = 0): Tree {
  if (depth > DEEPEST) throw new RangeError('too deep');
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((item) => treeOfJson(item, depth + 1));
  if (isObject(value)) {
    return new Map(Object.entries(value).map(([key, item]) => [key, treeOfJson(item, depth + 1)]));
  }
  return String(value);
}

// As deep as the format's files may be.
const DEEPEST = 16;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
