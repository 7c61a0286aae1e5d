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

/** True where anything stands, a link that leads nowhere too. Below what is no folder, or may not be entered, nothing does. */
export function stands(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/**
 * Puts a text in the place of a file by a rename, so that a reader finds the old file or the new, never a half.
 * `beside` is where the text stands until then. Mode, owner and group are kept as far as this user may give them; a file
 * that may not be written is left alone.
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
    if (code === 'EEXIST' || stands(target)) return 'exists';
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
  const handle = openSync(beside, 'wx', like === undefined ? undefined : like.mode & OWNERS);
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
const ANYBODYS = 0o777;
const OWNERS = 0o700;
const OTHERS = 0o007;

// Until it has its owner and group the file is its writer's alone. A change of these takes some of the mode with it, so that
// the mode comes last. Where a disk has no modes, or lets nobody set them, it is left as the disk has it.
function takeAfter(handle: number, { mode, uid, gid }: Stats): void {
  const kept = succeeds(() => fchownSync(handle, uid, gid))
    ? mode & ANY_MODE
    : succeeds(() => fchownSync(handle, SAME, gid))
      ? mode & ANYBODYS
      : forOtherGroup(mode);
  succeeds(() => fchmodSync(handle, kept));
}

/** In the place of a user or group: the one that the file has. */
const SAME = -1;

// Only root may give files away, and others only to groups that they are in. Who is in the file's new group was among all
// others before, and among all others are now those of its old group: each may do no more than both were allowed.
function forOtherGroup(mode: number): number {
  const others = mode & (mode >> 3) & OTHERS;
  return (mode & OWNERS) | (others << 3) | others;
}

function succeeds(run: () => void): boolean {
  try {
    run();
    return true;
  } catch {
    return false;
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
