import { type Locked, underLock } from './under-lock.ts';
import type { Unreadable } from './unreadable.ts';
import { putInPlace, putNew, stands } from './whole.ts';

/** What came of writing a file whole. */
export type Written = 'written' | 'exists' | Locked | Unreadable;

/** Writes a text, which may come in pieces, as a whole file; over one that stands there only with `replace`. */
export function write(path: string, text: Iterable<string>, over: 'create' | 'replace'): Written {
  if (over === 'create' && stands(path)) return 'exists';
  return underLock(path, ({ target, beside }) => {
    if (!stands(target)) return putNew(target, text, beside);
    if (over === 'create') return 'exists';
    putInPlace(target, text, beside);
    return 'written';
  });
}
