import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { codeOf, NOT_A_FILE, type Unreadable, unwritable } from './unreadable.ts';

/** Writes a text, which may come in pieces, as a whole file; over one that stands there only with `replace`. */
export function write(
  path: string,
  text: Iterable<string>,
  over: 'create' | 'replace',
): 'written' | 'exists' | Unreadable {
  try {
    const stands = lstatSync(path, { throwIfNoEntry: false }) !== undefined;
    if (stands && over === 'create') return 'exists';
    if (stands) return overwrite(path, text);
    writeNew(path, text);
    return 'written';
  } catch (error) {
    // What makes the pieces may fail in ways of its own.
    if (codeOf(error) === undefined) throw error;
    return over === 'create' && codeOf(error) === 'EEXIST' ? 'exists' : unwritable(error);
  }
}

// What a link leads to, not the link.
function overwrite(path: string, text: Iterable<string>): 'written' | Unreadable {
  if (!isFile(path)) return NOT_A_FILE;
  const target = realpathSync.native(path);
  putInPlace(target, text, freeBeside(target));
  return 'written';
}

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
  writeNew(beside, text, statSync(target));
  try {
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** Writes a file that is not there yet, to the disk itself, as one like `like`. A half of it is taken away again. */
export function writeNew(path: string, text: Iterable<string>, like?: Stats): void {
  const handle = openSync(path, 'wx', like === undefined ? undefined : like.mode & ANY_MODE);
  try {
    if (like !== undefined) takeAfter(handle, like);
    for (const chunk of chunks(text)) writeFileSync(handle, chunk);
    fsyncSync(handle);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(handle);
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

// Only root may give files away, and a change of owner takes some of the mode with it.
function takeAfter(handle: number, { mode, uid, gid }: Stats): void {
  try {
    fchownSync(handle, uid, gid);
  } catch {
    // The file then belongs to whoever wrote it last.
  }
  // The mode in which a file is opened is cut by the process's mask.
  fchmodSync(handle, mode & ANY_MODE);
}

// An earlier run that was ended may have left its file behind.
function freeBeside(path: string): string {
  for (let tries = 0; ; tries += 1) {
    const place = `${path}.${process.pid}${tries === 0 ? '' : `-${tries}`}.tmp`;
    if (lstatSync(place, { throwIfNoEntry: false }) === undefined) return place;
  }
}
