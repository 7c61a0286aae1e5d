import { closeSync, fsyncSync, linkSync, lstatSync, openSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Held, lock } from './lock.ts';
import { NOT_A_FILE, type Unreadable, unwritable } from './unreadable.ts';
import { isFile, putInPlace, writeNew } from './write.ts';

/** What came of writing a file anew; `lockedBy` tells who else writes to it, and `lock` by which file that is known. */
export type Replaced = 'written' | 'changed' | { readonly lockedBy: string; readonly lock: string } | Unreadable;

/** How long another writer is waited for, in milliseconds. */
const PATIENCE = 5000;

/** Writes a file anew under its lock, unless it no longer holds the bytes `before`; undefined where no file was. */
export function replace(path: string, before: Uint8Array | undefined, text: string): Replaced {
  try {
    const target = targetOf(path);
    if (target === undefined) return NOT_A_FILE;
    const lockFile = `${target}.lock`;
    const taken = lock(lockFile, PATIENCE);
    if (!('release' in taken)) return { lockedBy: taken.holder, lock: lockFile };
    try {
      return underLock(target, before, text, taken);
    } finally {
      taken.release();
    }
  } catch (error) {
    return unwritable(error);
  }
}

/** The file itself where the path is a link to it; undefined for what is no file, or a link that leads nowhere. */
function targetOf(path: string): string | undefined {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return path;
  return isFile(path) ? realpathSync.native(path) : undefined;
}

function underLock(target: string, before: Uint8Array | undefined, text: string, { token, after }: Held): Replaced {
  if (after !== undefined) rmSync(besideOf(target, after), { force: true });
  if (!isStill(target, before)) return 'changed';
  const beside = besideOf(target, token);
  if (before !== undefined) putInPlace(target, [text], beside);
  else appear(target, text, beside);
  settle(dirname(target));
  return 'written';
}

// Where a holder that is gone may have left a half, its successor finds it by the token.
function besideOf(target: string, token: string): string {
  return `${target}.${token}.tmp`;
}

function isStill(target: string, before: Uint8Array | undefined): boolean {
  if (lstatSync(target, { throwIfNoEntry: false }) === undefined) return before === undefined;
  return before !== undefined && readFileSync(target).equals(before);
}

// A link, other than a rename, takes the place of no file that has come there without asking for the lock.
function appear(target: string, text: string, beside: string): void {
  writeNew(beside, [text]);
  try {
    linkSync(beside, target);
  } finally {
    rmSync(beside, { force: true });
  }
}

// The new name is on the disk when its folder is. Not every system lets folders be opened.
function settle(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // The file itself is whole.
  }
}
