import { randomUUID } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync, renameSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { discard } from './discard.ts';
import { pause } from './pause.ts';
import { codeOf } from './unreadable.ts';

/** The right to write to a file, or who has it. */
export type Lock = Held | { readonly holder: string };

export interface Held {
  /** A word that no other holder has. */
  readonly token: string;
  /** True where the lock was taken over, from a holder who may have left more behind. */
  readonly isTakenOver: boolean;
  readonly release: () => void;
}

/**
 * Takes the lock file at `path`, which holds the process, its host and a token. One whose process is gone is taken
 * over; a living one is waited for, `patience` milliseconds at most. No clock is read that can be set.
 */
export function lock(path: string, patience: number): Lock {
  return lockBefore(path, performance.now() + patience);
}

/** What follows the name of a lock file in the names of those that taking it over makes. */
export const BESIDE_A_LOCK: RegExp = /^(?:\.(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|wordless-\d+-\d+))+$/u;

interface Owner {
  readonly pid: number;
  readonly host: string;
  readonly token: string;
}

/** A lock without words: one that is just being written, or whose process ended right there. */
interface Wordless {
  /** Tells this file from any other at the same place. */
  readonly token: string;
}

function lockBefore(path: string, end: number): Lock {
  const wordlessSince = new Map<string, number>();
  for (;;) {
    const own: Owner = { pid: process.pid, host: nameOfHost(), token: randomUUID() };
    create(path, own);
    // Also one that was made is looked at: who was stopped before it had words may have lost it meanwhile.
    const owner = ownerOf(path);
    if (owner?.token === own.token) return held(path, own, { isTakenOver: false });
    if (owner !== undefined && isGone(owner, wordlessSince)) {
      const taken = takeOver(path, { gone: owner, own, end });
      if (taken !== undefined) return taken;
    }
    if (performance.now() >= end) return { holder: holderIn(owner) };
    pause(10);
  }
}

function holderIn(owner: Owner | Wordless | undefined): string {
  return owner !== undefined && 'pid' in owner ? `process ${owner.pid} on ${owner.host}` : 'another process';
}

interface Taking {
  readonly gone: Owner | Wordless;
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
    if (ownerOf(path)?.token !== gone.token) return undefined;
    const beside = `${path}.${own.token}`;
    try {
      create(beside, own);
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
      const owner = ownerOf(path);
      if (owner === undefined || owner.token === token) discard(path);
    },
  };
}

/** Makes a lock file, unless one stands there already. */
function create(path: string, { pid, host, token }: Owner): void {
  let handle: number;
  try {
    handle = openSync(path, 'wx');
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return;
    throw error;
  }
  try {
    try {
      writeFileSync(handle, `${pid} ${host} ${token}\n`);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    // On a full disk the empty file would keep everybody out.
    discard(path);
    throw error;
  }
}

// A lock without words is one that is just being written, or whose process ended right there. What has the name of a lock
// and is none, such as a link to a device, would be read without end: whoever put it there keeps all writers away.
function ownerOf(path: string): Owner | Wordless | undefined {
  try {
    const handle = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    try {
      const stats = fstatSync(handle, { bigint: true });
      if (!stats.isFile()) return undefined;
      const [, pid, host, token] = /^(\d+) (\S+) ([0-9a-f-]+)\n/u.exec(beginning(handle)) ?? [];
      if (pid !== undefined && host !== undefined && token !== undefined) return { pid: Number(pid), host, token };
      return { token: `wordless-${stats.ino}-${stats.ctimeNs}` };
    } finally {
      closeSync(handle);
    }
  } catch {
    return undefined;
  }
}

function beginning(handle: number): string {
  const bytes = new Uint8Array(LONGEST_LOCK);
  return new TextDecoder().decode(bytes.subarray(0, readSync(handle, bytes)));
}

/** Bytes that a process, its host and a token take at most: the name of a host has up to 255. */
const LONGEST_LOCK = 1024;

/** Milliseconds that a lock is seen without words before it is given up: to write them takes less than one. */
const LONGEST_WRITE = 1000;

// This process writes one file at a time, so that its own number in a lock is that of an earlier one. How long a lock
// has had no words is told from when it was first seen: its date is that of a clock which may go wrong.
function isGone(owner: Owner | Wordless, wordlessSince: Map<string, number>): boolean {
  if (!('pid' in owner)) {
    const now = performance.now();
    const since = wordlessSince.get(owner.token) ?? now;
    wordlessSince.set(owner.token, since);
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

// Without blanks, and never empty, as a part of a line.
function nameOfHost(): string {
  return encodeURIComponent(hostname()) || 'localhost';
}
