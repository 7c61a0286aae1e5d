import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';

/** A stream that a command prints to, with what the command may assume about it. */
export interface Output {
  readonly write: (text: string) => void;
  readonly color: boolean;
  /** Columns, when the stream is a terminal that told them. */
  readonly width: number | undefined;
  readonly isTTY: boolean;
}

export type Kind = 'file' | 'folder' | 'other';

export interface FolderEntry {
  readonly name: string;
  readonly kind: Kind;
}

/** Why a file gave no bytes; `message` is a clause that follows the file's name. */
export interface Unreadable {
  readonly unreadable: 'missing' | 'denied' | 'not-a-file' | 'too-large' | 'failed';
  readonly message: string;
}

/** Everything a command gets from the process: the disk, the environment, the clock and the two streams. */
export interface Io {
  /** The entries of a folder in no order; links count as what they lead to, but a link to a folder is `other`. */
  readonly list: (folder: string) => readonly FolderEntry[] | Unreadable;
  /** What stands at a path, links followed; undefined when nothing does. */
  readonly stat: (path: string) => Kind | undefined;
  /** The one path, from the root and without links, of what stands at a path; undefined when nothing does. */
  readonly real: (path: string) => string | undefined;
  /** The bytes of a regular file of at most `limit` bytes. */
  readonly read: (path: string, limit: number) => Uint8Array | Unreadable;
  /**
   * Writes a file whole. Refuses one that exists unless `over` is `replace`: then links are followed, the file keeps
   * its mode, and what is not a regular file is refused.
   */
  readonly write: (path: string, text: string, over: 'create' | 'replace') => 'written' | 'exists' | Unreadable;
  /** Makes a folder and those above it; one that stands already is fine. */
  readonly makeFolder: (path: string) => 'made' | Unreadable;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Today's date in UTC+14, where a day begins first, as YYYY-MM-DD. */
  readonly today: () => string;
  readonly out: Output;
  readonly err: Output;
}

/** The disk part of `Io`, on the real file system. */
export const disk: Pick<Io, 'list' | 'stat' | 'real' | 'read' | 'write' | 'makeFolder'> = {
  list,
  stat,
  real,
  read,
  write,
  makeFolder,
};

const NOT_A_FILE: Unreadable = { unreadable: 'not-a-file', message: 'is not a regular file' };

function list(folder: string): readonly FolderEntry[] | Unreadable {
  try {
    return readdirSync(folder, { withFileTypes: true }).map((entry) => {
      if (entry.isDirectory()) return { name: entry.name, kind: 'folder' };
      if (entry.isFile()) return { name: entry.name, kind: 'file' };
      const target = entry.isSymbolicLink() ? stat(`${folder}/${entry.name}`) : undefined;
      return { name: entry.name, kind: target === 'file' ? 'file' : 'other' };
    });
  } catch (error) {
    return unreadable(error);
  }
}

function stat(path: string): Kind | undefined {
  try {
    const found = statSync(path);
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
  } catch {
    return undefined;
  }
}

// A FIFO or a device would hang a plain read: open without blocking, then look at what was opened.
function read(path: string, limit: number): Uint8Array | Unreadable {
  let handle: number | undefined;
  try {
    handle = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const { size } = fstatSync(handle);
    if (!fstatSync(handle).isFile()) return NOT_A_FILE;
    if (size > limit) return { unreadable: 'too-large', message: `is larger than ${limit / 2 ** 20} MiB` };
    return readUpTo(handle, size);
  } catch (error) {
    return unreadable(error);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function readUpTo(handle: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let filled = 0;
  while (filled < size) {
    const count = readSync(handle, bytes, filled, size - filled, filled);
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}

function real(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

function write(path: string, text: string, over: 'create' | 'replace'): 'written' | 'exists' | Unreadable {
  try {
    const stands = lstatSync(path, { throwIfNoEntry: false }) !== undefined;
    if (!stands) writeNew(path, text);
    else if (over === 'create') return 'exists';
    else return replace(path, text);
    return 'written';
  } catch (error) {
    if (over === 'create' && isNodeError(error) && error.code === 'EEXIST') return 'exists';
    const failed = unreadable(error);
    return { ...failed, message: WRITING[failed.unreadable] ?? failed.message.replace('read', 'written') };
  }
}

function writeNew(path: string, text: string, mode?: number): void {
  const handle = openSync(path, 'wx', mode);
  try {
    // The mode in which a file is opened is cut by the process's mask.
    if (mode !== undefined) fchmodSync(handle, mode);
    writeFileSync(handle, text);
    fsyncSync(handle);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
}

// By a rename, so that a reader finds the old file or the new, never a half; what a link leads to, not the link.
function replace(path: string, text: string): 'written' | Unreadable {
  if (stat(path) !== 'file') return NOT_A_FILE;
  const target = realpathSync.native(path);
  const place = freeBeside(target);
  writeNew(place, text, statSync(target).mode & ANY_MODE);
  try {
    renameSync(place, target);
  } catch (error) {
    rmSync(place, { force: true });
    throw error;
  }
  return 'written';
}

function makeFolder(path: string): 'made' | Unreadable {
  try {
    mkdirSync(path, { recursive: true });
    return 'made';
  } catch (error) {
    const failed = unreadable(error);
    return { ...failed, message: failed.message.replace('read', 'made') };
  }
}

const ANY_MODE = 0o7777;

// An earlier run that was ended may have left its file behind.
function freeBeside(path: string): string {
  for (let tries = 0; ; tries += 1) {
    const place = `${path}.${process.pid}${tries === 0 ? '' : `-${tries}`}.tmp`;
    if (lstatSync(place, { throwIfNoEntry: false }) === undefined) return place;
  }
}

const WRITING: Readonly<Partial<Record<Unreadable['unreadable'], string>>> = {
  missing: 'is in a folder that does not exist',
  denied: 'may not be written',
};

function unreadable(error: unknown): Unreadable {
  const code = isNodeError(error) ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { unreadable: 'missing', message: 'does not exist' };
  if (code === 'EACCES' || code === 'EPERM') return { unreadable: 'denied', message: 'may not be read' };
  if (code === 'EISDIR' || code === 'ENXIO') return NOT_A_FILE;
  return { unreadable: 'failed', message: `could not be read (${code ?? String(error)})` };
}

function isNodeError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error;
}
