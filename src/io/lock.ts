import { randomUUID } from 'node:crypto';
import { renameSync } from 'node:fs';
import { discard } from './discard.ts';
import { type Found, find, LONGEST_WRITE, type LockFile, make, nameOfHost, type Owner } from './lock-file.ts';
import { pause } from './pause.ts';
import { codeOf } from './unreadable.ts';

/** The right to write to a file, or who has it. */
export type Lock = Held | Kept;

export interface Held {
  /** A word that no other holder has. */
  readonly token: string;
  /** True where the lock was taken over, from a holder who may have left more behind. */
  readonly isTakenOver: boolean;
  readonly release: () => void;
}

interface Kept {
  /** Undefined where what stands in the place of the lock is none. */
  readonly holder: string | undefined;
}

/**
 * Takes the lock file at `path`, which holds the process, its host and a token. One whose process is gone is taken
 * over; a living one is waited for, `patience` milliseconds at most, and so is what is no lock of this program. No clock
 * is read that can be set.
 */
export function lock(path: string, patience: number): Lock {
  return lockBefore(path, performance.now() + patience);
}

/** What follows the name of a lock file in the names of those that taking it over makes. */
export const BESIDE_A_LOCK: RegExp = /^(?:\.(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}))+$/u;

function lockBefore(path: string, end: number): Lock {
  const seenFor = watch();
  for (;;) {
    const own: Owner = { pid: process.pid, host: nameOfHost(), token: randomUUID() };
    if (make(path, own) === 'made') return held(path, own, { isTakenOver: false });
    const found = find(path);
    const age = seenFor(found);
    if (typeof found !== 'string' && isGone(found, age)) {
      const taken = takeOver(path, { gone: found, own, end });
      if (taken !== undefined) return taken;
    }
    if (performance.now() >= end) return { holder: holderOf(found) };
    pause(10);
  }
}

function holderOf(found: Found): string | undefined {
  if (found === 'foreign') return undefined;
  return found === 'nothing' || found.owner === undefined
    ? 'another process'
    : `process ${found.owner.pid} on ${found.owner.host}`;
}

interface Taking {
  readonly gone: LockFile;
  readonly own: Owner;
  readonly end: number;
}

/**
 * Of all who find the lock of a process that is gone, the one who locks that file replaces it. Whoever locks the same
 * later finds another in its place, and leaves that: so does who was late with the words of this one.
 */
function takeOver(path: string, { gone, own, end }: Taking): Held | undefined {
  const right = lockBefore(`${path}.${gone.file}`, end);
  if (!('release' in right)) return undefined;
  try {
    const found = find(path);
    if (typeof found === 'string' || !isSame(found, gone)) return undefined;
    const beside = `${path}.${own.token}`;
    try {
      make(beside, own);
      renameSync(beside, path);
    } catch (error) {
      discard(beside);
      throw error;
    }
    return held(path, own, { isTakenOver: true });
  } finally {
    right.release();
  }
}

function held(path: string, { token }: Owner, { isTakenOver }: Pick<Held, 'isTakenOver'>): Held {
  return {
    token,
    isTakenOver,
    release: () => {
      const found = find(path);
      // One that cannot be read just now is still the holder's.
      if (found === 'nothing' || (found !== 'foreign' && found.owner?.token === token)) discard(path);
    },
  };
}

function isSame(one: LockFile, other: LockFile): boolean {
  return one.file === other.file && one.owner?.token === other.owner?.token;
}

/**
 * Tells at each look for how many milliseconds the same has been there, since it was first seen: the date of a file is that
 * of a clock which may go wrong.
 */
function watch(): (found: Found) => number {
  let seen: Found = 'nothing';
  let since = 0;
  return (found) => {
    const now = performance.now();
    const goesOn = typeof found !== 'string' && typeof seen !== 'string' && isSame(found, seen);
    if (!goesOn) since = now;
    seen = found;
    return now - since;
  };
}

// This process writes one file at a time, so that its own number in a lock is that of an earlier one, or of one that it was
// late with.
function isGone({ owner }: LockFile, seenFor: number): boolean {
  if (owner === undefined) return seenFor > 2 * LONGEST_WRITE;
  if (owner.host !== nameOfHost()) return false;
  if (owner.pid === process.pid) return true;
  try {
    process.kill(owner.pid, 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}
