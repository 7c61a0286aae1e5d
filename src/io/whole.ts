import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  renameSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { discard } from './discard.ts';
import { codeOf } from './unreadable.ts';

/** True for a regular file, or a link that leads to one. */
export function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Puts a text in the place of a file by a rename, so that a reader finds the old file or the new, never a half.
 * `beside` is where the text stands until then. Mode and owner are kept; a file that may not be written is left alone.
 */
export function putInPlace(target: string, text: Iterable<string>, beside: string): void {
  accessSync(target, constants.W_OK);
  atOnce(text, { beside, like: statSync(target) }, () => renameSync(beside, target));
  settle(dirname(target));
}

/** Puts a text where no file is yet, as a whole too. Nothing that has come there meanwhile is written over. */
export function putNew(target: string, text: Iterable<string>, beside: string): 'written' | 'exists' {
  const done = atOnce(text, { beside }, () => link(beside, target));
  settle(dirname(target));
  return done;
}

// A link, other than a rename, takes the place of no file that has come there without asking for the lock. Where a disk
// has no links, as those for cameras and phones, a look has to do.
function link(beside: string, target: string): 'written' | 'exists' {
  try {
    linkSync(beside, target);
    return 'written';
  } catch (error) {
    const code = codeOf(error) ?? '';
    if (!WITHOUT_LINKS.includes(code) && code !== 'EEXIST') throw error;
    if (code === 'EEXIST' || lstatSync(target, { throwIfNoEntry: false }) !== undefined) return 'exists';
    renameSync(beside, target);
    return 'written';
  }
}

const WITHOUT_LINKS = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'];

interface Beside {
  readonly beside: string;
  /** The file whose mode and owner it gets. */
  readonly like?: Stats;
}

/** Writes a text to the disk itself, and has it put in its place once it is whole. Nothing else of it stays. */
function atOnce<T>(text: Iterable<string>, { beside, like }: Beside, put: () => T): T {
  // The first of it is made before there is a file, and with most texts that is all of it.
  const pieces = chunks(text);
  const first = pieces.next();
  const handle = openSync(beside, 'wx', like === undefined ? undefined : like.mode & ANY_MODE);
  try {
    try {
      if (like !== undefined) takeAfter(handle, like);
      if (first.done !== true) writeFileSync(handle, first.value);
      for (const chunk of pieces) writeFileSync(handle, chunk);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    return put();
  } finally {
    discard(beside);
  }
}

function* chunks(pieces: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < ENOUGH) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

/** So many characters are worth a write. */
const ENOUGH = 65_536;

const ANY_MODE = 0o7777;

// Only root may give files away, and a change of owner takes some of the mode with it. The mode in which a file is
// opened is cut by the process's mask; on a disk that has no modes there is no other.
function takeAfter(handle: number, { mode, uid, gid }: Stats): void {
  for (const take of [() => fchownSync(handle, uid, gid), () => fchmodSync(handle, mode & ANY_MODE)]) {
    try {
      take();
    } catch {
      // The file is then of whoever wrote it last, and open to no more than it was.
    }
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
