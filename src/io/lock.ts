import { randomUUID } from 'node:crypto';
import { renameSync } from 'node:fs';
import { discard } from './discard.ts';
import { find, type LockFile, make, nameOfHost, type Owner } from './lock-file.ts';
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
export const BESIDE_A_LOCK: RegExp = /^(?:\.(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|wordless-\d+-\d+))+$/u;

function lockBefore(path: string, end: number): Lock {
  const wordlessSince = new Map<string, number>();
  for (;;) {
    const own: Owner = { pid: process.pid, host: nameOfHost(), token: randomUUID() };
    make(path, own);
    // Also one that was made is looked at: who was stopped before it had words may have lost it meanwhile.
    const found = find(path);
    if (typeof found !== 'string') {
      if (found.token === own.token) return held(path, own, { isTakenOver: false });
      if (isGone(found, wordlessSince)) {
        const taken = takeOver(path, { gone: found, own, end });
        if (taken !== undefined) return taken;
      }
    }
    if (performance.now() >= end) return { holder: holderOf(found) };
    pause(10);
  }
}

function holderOf(found: ReturnType<typeof find>): string | undefined {
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
 * Of all who find the lock of a process that is gone, the one who locks its token replaces it. Whoever comes by that
 * token later finds another owner in the lock, and leaves it.
 */
function takeOver(path: string, { gone, own, end }: Taking): Held | undefined {
  const right = lockBefore(`${path}.${gone.token}`, end);
  if (!('release' in right)) return undefined;
  try {
    const found = find(path);
    if (typeof found === 'string' || found.token !== gone.token) return undefined;
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
      if (found === 'nothing' || (found !== 'foreign' && found.token === token)) discard(path);
    },
  };
}

/** Milliseconds that a lock is seen without words before it is given up: to write them takes less than one. */
const LONGEST_WRITE = 1000;

// This process writes one file at a time, so that its own number in a lock is that of an earlier one. How long a lock
// has had no words is told from when it was first seen: its date is that of a clock which may go wrong.
function isGone({ owner, token }: LockFile, wordlessSince: Map<string, number>): boolean {
  if (owner === undefined) {
    const now = performance.now();
    const since = wordlessSince.get(token) ?? now;
    wordlessSince.set(token, since);
    return now - since > LONGEST_WRITE;
  }
  if (owner.host !== nameOfHost()) return false;
  if (owner.pid === process.pid) return true;
  try {
    process.kill(owner.pid, 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}
