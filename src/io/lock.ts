import { randomUUID } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { pause } from './pause.ts';
import { codeOf } from './unreadable.ts';

/** The right to write to a file, or who has it. */
export type Lock = Held | { readonly holder: string };

export interface Held {
  /** A word that no other holder has. */
  readonly token: string;
  /** The token of the holder from whom the lock was taken over. */
  readonly after?: string;
  readonly release: () => void;
}

/**
 * Takes the lock file at `path`, which holds the process, its host and a token. One whose process is gone is taken
 * over; a living one is waited for, `patience` milliseconds at most.
 */
export function lock(path: string, patience: number): Lock {
  const until = Date.now() + patience;
  for (;;) {
    const taken = tryLock(path);
    if ('release' in taken || Date.now() >= until) return taken;
    pause(10);
  }
}

interface Owner {
  readonly pid: number;
  readonly host: string;
  readonly token: string;
}

function tryLock(path: string): Lock {
  const own: Owner = { pid: process.pid, host: hostname(), token: randomUUID() };
  if (create(path, own) === 'made') return held(path, own);
  const owner = ownerOf(path);
  if (owner === undefined) return { holder: 'another process' };
  return isGone(owner) ? takeOver(path, owner, own) : { holder: `process ${owner.pid} on ${owner.host}` };
}

/**
 * Of all who find the lock of a process that is gone, the one who locks its token replaces it. Whoever comes by that
 * token later finds another owner in the lock, and leaves it.
 */
function takeOver(path: string, gone: Owner, own: Owner): Lock {
  const right = lock(`${path}.${gone.token}`, 0);
  if (!('release' in right)) return right;
  try {
    if (ownerOf(path)?.token !== gone.token) return { holder: 'another process' };
    const beside = `${path}.${own.token}`;
    create(beside, own);
    renameSync(beside, path);
    return { ...held(path, own), after: gone.token };
  } finally {
    right.release();
  }
}

function held(path: string, { token }: Owner): Held {
  return {
    token,
    release: () => {
      if (ownerOf(path)?.token === token) rmSync(path, { force: true });
    },
  };
}

function create(path: string, { pid, host, token }: Owner): 'made' | 'exists' {
  try {
    const handle = openSync(path, 'wx');
    try {
      writeFileSync(handle, `${pid} ${host} ${token}\n`);
    } finally {
      closeSync(handle);
    }
    return 'made';
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return 'exists';
    throw error;
  }
}

// A lock without words is one that is just being written, or whose process ended right there.
function ownerOf(path: string): Owner | undefined {
  let handle: number | undefined;
  try {
    handle = openSync(path, 'r');
    const [, pid, host, token] = /^(\d+) (\S+) ([0-9a-f-]+)\n/u.exec(readFileSync(handle, 'utf8')) ?? [];
    if (pid !== undefined && host !== undefined && token !== undefined) return { pid: Number(pid), host, token };
    const isStale = Date.now() - fstatSync(handle).mtimeMs > LONGEST_WRITE;
    return isStale ? { pid: 0, host: hostname(), token: 'unfinished' } : undefined;
  } catch {
    return undefined;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** Milliseconds after which a lock without words is given up. */
const LONGEST_WRITE = 10_000;

// This process writes one file at a time, so that its own number in a lock is that of an earlier one.
function isGone({ pid, host }: Owner): boolean {
  if (host !== hostname()) return false;
  if (pid === process.pid || pid === 0) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}
