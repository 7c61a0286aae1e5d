import { type BigIntStats, closeSync, constants, fstatSync, openSync, readSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { discard } from './discard.ts';
import { codeOf } from './unreadable.ts';

/** Who has a lock: the words in its file, in this order, on one line. */
export interface Owner {
  readonly pid: number;
  readonly host: string;
  /** A word that no other owner has. */
  readonly token: string;
}

/** A lock as it is found on the disk. */
export interface LockFile {
  /** Tells this file from any other at the same place, whether it has its words yet or not: 32 digits, of 16 each. */
  readonly file: string;
  /** Undefined while it is being written, and where its process ended right there. */
  readonly owner: Owner | undefined;
}

/** What there may be at the place of a lock. */
export type Found = LockFile | 'foreign' | 'nothing';

/**
 * Milliseconds in which a lock is the one's who made it. Who takes longer to write the words, which is less than one as a
 * rule, has been stopped between, and others may be about to give it up: that is up to twice as long after they saw it.
 */
export const LONGEST_WRITE = 1000;

/** Makes a lock file, unless something stands there already. It is held only by who was not `late` with its words. */
export function make(path: string, { pid, host, token }: Owner): 'made' | 'late' | 'exists' {
  const begun = performance.now();
  const isLate = (): boolean => performance.now() - begun > LONGEST_WRITE;
  let handle: number;
  try {
    handle = openSync(path, 'wx');
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return 'exists';
    throw error;
  }
  try {
    try {
      writeFileSync(handle, `${pid} ${host} ${token}\n`);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    // On a full disk the empty file would keep everybody out, until they give it up. By then it may be another's.
    if (!isLate()) discard(path);
    throw error;
  }
  return isLate() ? 'late' : 'made';
}

/**
 * The lock at a path; `foreign` for what has the name of a lock and is none that this program has made, and `nothing`
 * also where it cannot be read.
 */
export function find(path: string): Found {
  try {
    const handle = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    try {
      const stats = fstatSync(handle, { bigint: true });
      // A device would be read without end.
      if (!stats.isFile()) return 'foreign';
      const text = beginning(handle);
      const owner = ownerIn(text);
      return owner === undefined && !isBegun(text) ? 'foreign' : { owner, file: nameOf(stats) };
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    // A link is not followed, and a socket cannot be opened.
    return ['ELOOP', 'ENXIO'].includes(codeOf(error) ?? '') ? 'foreign' : 'nothing';
  }
}

// A number may be that of an earlier file which is gone. When a file was made does not change when it is written to.
function nameOf({ ino, birthtimeNs }: BigIntStats): string {
  return [ino, birthtimeNs].map((part) => BigInt.asUintN(64, part).toString(16).padStart(16, '0')).join('');
}

/** The name of this computer, without blanks, and never empty, as a part of a line. */
export function nameOfHost(): string {
  return encodeURIComponent(hostname()) || 'localhost';
}

function beginning(handle: number): string {
  const bytes = new Uint8Array(LONGEST_LOCK);
  return new TextDecoder().decode(bytes.subarray(0, readSync(handle, bytes)));
}

/** Bytes that are more than any lock has: the name of a host has up to 255, each of which takes up to three. */
const LONGEST_LOCK = 1024;

function ownerIn(text: string): Owner | undefined {
  const [, pid, host, token] = /^(\d+) (\S+) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\n$/u.exec(text) ?? [];
  return pid === undefined || host === undefined || token === undefined ? undefined : { pid: Number(pid), host, token };
}

// Any other file of a user may have the name of a lock, such as `yarn.lock`. A bare number is what other programs keep in
// theirs, and a line of ours does not break off in one: no system writes so few bytes by halves unless it fails as a whole.
function isBegun(text: string): boolean {
  const [, pid] = /^(\d+) /u.exec(text) ?? [];
  if (pid === undefined) return text === '';
  const start = `${pid} ${nameOfHost()} `;
  return start.startsWith(text.slice(0, start.length)) && /^[0-9a-f-]{0,36}$/u.test(text.slice(start.length));
}
