import { createHash } from 'node:crypto';
import { readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { discard } from './discard.ts';
import { BESIDE_A_LOCK, type Held, lock } from './lock.ts';
import { codeOf, NOT_A_FILE, type Unreadable, unwritable } from './unreadable.ts';
import { isFile, stands } from './whole.ts';

/** Who else writes to a file, and by which file that is known. */
export interface Locked {
  /** Undefined where that file is none of this program's, and only has the name of a lock. */
  readonly lockedBy: string | undefined;
  readonly lock: string;
}

/** A file that only this process writes to. */
export interface Writable {
  /** Where it stands, links followed. */
  readonly target: string;
  /** A place in the same folder where nothing stands, for its text until that is whole. */
  readonly beside: string;
}

/** How long another writer is waited for, in milliseconds. */
const PATIENCE = 5000;

/** Runs what writes to the file at a path, while nobody else does. What is no file is refused. */
export function underLock<T>(path: string, run: (file: Writable) => T): T | Locked | Unreadable {
  try {
    const target = targetOf(path);
    if (target === undefined) return NOT_A_FILE;
    const stem = stemOf(target);
    const taken = lock(`${stem}.lock`, PATIENCE);
    if (!('release' in taken)) return { lockedBy: taken.holder, lock: `${stem}.lock` };
    try {
      if (taken.isTakenOver) clear(stem);
      return run({ target, beside: besideOf(stem, taken) });
    } finally {
      taken.release();
    }
  } catch (error) {
    // What makes the text may fail in ways of its own.
    if (codeOf(error) === undefined) throw error;
    return unwritable(error);
  }
}

/** The file itself where the path is a link to it; undefined for what is no file, or a link that leads nowhere. */
function targetOf(path: string): string | undefined {
  if (!stands(path)) return path;
  return isFile(path) ? realpathSync.native(path) : undefined;
}

/** What the names of the files beside a file begin with: its own name, or a digest of one that leaves no room. */
function stemOf(target: string): string {
  const name = basename(target);
  if (Buffer.byteLength(name) <= LONGEST_NAME) return target;
  return join(dirname(target), `.${createHash('sha256').update(name).digest('hex')}`);
}

// In bytes: a name may have 255, of which those that taking over a lock makes need up to 110.
const LONGEST_NAME = 145;

function besideOf(stem: string, { token }: Held): string {
  return `${stem}.${token}.tmp`;
}

/** Takes away what those who had the lock before left behind when they were ended. */
function clear(stem: string): void {
  const name = basename(stem);
  for (const other of readdirSync(dirname(stem))) {
    if (other.startsWith(name) && isLeft(other.slice(name.length))) discard(join(dirname(stem), other));
  }
}

function isLeft(ending: string): boolean {
  const [, ofLock] = /^\.lock(.+)$/u.exec(ending) ?? [];
  const [, ofText] = /^(.+)\.tmp$/u.exec(ending) ?? [];
  return BESIDE_A_LOCK.test(ofLock ?? ofText ?? '');
}
