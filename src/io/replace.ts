import { readFileSync } from 'node:fs';
import { type Locked, underLock } from './under-lock.ts';
import type { Unreadable } from './unreadable.ts';
import { putInPlace, putNew, stands } from './whole.ts';

/** What came of writing a file anew. */
export type Replaced = 'written' | 'changed' | Locked | Unreadable;

/** Writes a file anew under its lock, unless it no longer holds the bytes `before`; undefined where no file was. */
export function replace(path: string, before: Uint8Array | undefined, text: string): Replaced {
  return underLock(path, ({ target, beside }) => {
    if (!isStill(target, before)) return 'changed';
    if (before === undefined) return putNew(target, [text], beside) === 'exists' ? 'changed' : 'written';
    putInPlace(target, [text], beside);
    return 'written';
  });
}

function isStill(target: string, before: Uint8Array | undefined): boolean {
  if (!stands(target)) return before === undefined;
  return before !== undefined && readFileSync(target).equals(before);
}
