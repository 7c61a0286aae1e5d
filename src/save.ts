import { dirname, join } from 'node:path';
import { Failure } from './failure.ts';
import type { Io, Locked, Unreadable } from './io.ts';
import { decode, LARGEST_FILE } from './ledger/read-file.ts';

/** What a file is to become: from its text as it is now, undefined where there is no file yet, to the new one. */
export type Change = (text: string | undefined) => string;

/**
 * Changes a file of the ledger. `change` is asked anew when somebody else has written in between, so that nothing of
 * theirs is lost. A change that changes nothing writes nothing.
 */
export function rewrite(io: Io, path: string, change: Change): 'written' | 'same' {
  const full = path.startsWith('/') ? path : join(io.cwd, path);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { bytes, text, mark } = current(io, path, full);
    const changed = change(text);
    if (changed === text) return 'same';
    if (bytes === undefined) makeFolderOf(io, path, full);
    const done = io.replace(full, bytes, mark + changed);
    if (done === 'written') return 'written';
    if (done === 'changed') continue;
    throw notWritten(path, done);
  }
  throw new Failure(`\`${path}\` keeps changing while it is written to; try again`, 4);
}

/** What is said of a file that could not be written. */
export function notWritten(path: string, why: Locked | Unreadable): Failure {
  if ('unreadable' in why) return new Failure(`\`${path}\` ${why.message}`);
  const { lockedBy, lock } = why;
  if (lockedBy === undefined) {
    const reason = `\`${lock}\` is in the way: it has the name of its lock, and was not made by claims`;
    return new Failure(`\`${path}\` was not written: ${reason}; move it, or write elsewhere`, 4);
  }
  return new Failure(
    `\`${path}\` is being written to by ${lockedBy}; try again, or delete \`${lock}\` if nobody is`,
    4,
  );
}

/** Runs what writes one of several files; where it fails, the failure names those that are written already. */
export function naming<T>(done: readonly string[], write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (!(error instanceof Failure) || done.length === 0) throw error;
    const files = done.map((path) => `\`${path}\``).join(', ');
    throw new Failure(`${error.message}. Written before that: ${files}`, error.exitCode);
  }
}

const MOST_TRIES = 50;

// A new topic may be the first in a folder.
function makeFolderOf(io: Io, path: string, full: string): void {
  const made = io.makeFolder(dirname(full));
  if (made !== 'made') throw new Failure(`the folder \`${dirname(path)}\` ${made.message}`);
}

/** A file as it is: its bytes, its text, and the byte order mark that the text is without. */
function current(
  io: Io,
  path: string,
  full: string,
): { readonly bytes: Uint8Array | undefined; readonly text: string | undefined; readonly mark: string } {
  const bytes = io.read(full, LARGEST_FILE);
  if ('unreadable' in bytes) {
    if (bytes.unreadable === 'missing') return { bytes: undefined, text: undefined, mark: '' };
    throw new Failure(`\`${path}\` ${bytes.message}`);
  }
  const { text, findings } = decode(path, bytes);
  if (text === undefined) throw new Failure(`\`${path}\` cannot be written to: ${findings[0]?.message}`);
  return { bytes, text, mark: markOf(bytes) };
}

/** The byte order mark that some bytes begin with, if they do. */
export function markOf(bytes: Uint8Array): '' | '\ufeff' {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\ufeff' : '';
}
