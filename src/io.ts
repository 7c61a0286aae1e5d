import { closeSync, constants, fstatSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import { type GitAnswer, type GitCall, runGit } from './io/git.ts';
import { makeFolder } from './io/make-folder.ts';
import type { Output } from './io/output.ts';
import { pause } from './io/pause.ts';
import { type Replaced, replace } from './io/replace.ts';
import { codeOf, NOT_A_FILE, tooLarge, type Unreadable, unreadable } from './io/unreadable.ts';
import { type Written, write } from './io/write.ts';

export type { Output } from './io/output.ts';
export type { Replaced } from './io/replace.ts';
export type { Locked } from './io/under-lock.ts';
export type { Unreadable } from './io/unreadable.ts';
export type { Written } from './io/write.ts';

/** What is put into a command: by a person at a terminal, or by another program or a file. */
export interface Input {
  /** All of it, of at most `limit` bytes. Waits until it ends. */
  readonly read: (limit: number) => Uint8Array | Unreadable;
}

/** Somebody who can be asked. */
export interface Asker {
  /** A line of text. `check` says what is wrong with it, `echo` how it is understood. */
  readonly line: (question: LineQuestion) => Promise<string>;
  /** One of several, which are found anew for whatever has been typed so far. */
  readonly choose: (question: ChoiceQuestion) => Promise<string>;
  /** Yes or no. */
  readonly confirm: (message: string) => Promise<boolean>;
}

export interface LineQuestion {
  readonly message: string;
  readonly initial?: string;
  readonly check?: (text: string) => string | undefined;
  readonly echo?: (text: string) => string | undefined;
}

export interface ChoiceQuestion {
  readonly message: string;
  readonly choices: (typed: string) => readonly Choice[];
}

export interface Choice {
  readonly value: string;
  readonly name: string;
  /** What stands below the list while this one is picked. */
  readonly note?: string;
}

export type Kind = 'file' | 'folder' | 'other';

export interface FolderEntry {
  readonly name: string;
  readonly kind: Kind;
  readonly isLink?: true;
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
   * Writes a file whole, from pieces that are made as they are written. Refuses one that exists unless `over` is
   * `replace`: then links are followed, the file keeps its mode, and what is not a regular file is refused. One writer
   * at a time, as with `replace`.
   */
  readonly write: (path: string, text: Iterable<string>, over: 'create' | 'replace') => Written;
  /**
   * Writes a file of the ledger anew, unless it no longer holds the bytes `before` (undefined where no file was). One
   * writer at a time: another one is waited for, then told of.
   */
  readonly replace: (path: string, before: Uint8Array | undefined, text: string) => Replaced;
  /** Makes a folder and those above it; one that stands already is fine. */
  readonly makeFolder: (path: string) => 'made' | Unreadable;
  readonly stdin: Input;
  /** Runs git, which keeps what the files were. */
  readonly git: (call: GitCall) => GitAnswer;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Today's date in UTC+14, where a day begins first, as YYYY-MM-DD. */
  readonly today: () => string;
  /** Milliseconds since the command was started. */
  readonly elapsed: () => number;
  readonly out: Output;
  readonly err: Output;
}

/** The parts of `Io` that reading a ledger takes: of the disk, or of what a commit holds. */
export type Files = Pick<Io, 'list' | 'stat' | 'real' | 'read' | 'cwd' | 'env'>;

/** The disk part of `Io`, on the real file system. */
export const disk: Pick<Io, 'list' | 'stat' | 'real' | 'read' | 'write' | 'replace' | 'makeFolder' | 'git'> = {
  list,
  stat,
  real,
  read,
  write,
  replace,
  makeFolder,
  git: runGit,
};

function list(folder: string): readonly FolderEntry[] | Unreadable {
  try {
    return readdirSync(folder, { withFileTypes: true }).map((entry) => {
      if (entry.isDirectory()) return { name: entry.name, kind: 'folder' };
      if (entry.isFile()) return { name: entry.name, kind: 'file' };
      if (!entry.isSymbolicLink()) return { name: entry.name, kind: 'other' };
      const kind = stat(`${folder}/${entry.name}`) === 'file' ? 'file' : 'other';
      return { name: entry.name, kind, isLink: true };
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
  try {
    const handle = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stats = fstatSync(handle);
      const { size } = stats;
      if (!stats.isFile()) return NOT_A_FILE;
      if (size > limit) return tooLarge(limit);
      return readUpTo(handle, size);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    return unreadable(error);
  }
}

/** What comes in at an open file, such as standard input, to its end. */
export function readToEnd(handle: number, limit: number): Uint8Array | Unreadable {
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const part = new Uint8Array(65_536);
    const count = readSome(handle, part);
    if (typeof count !== 'number') return count;
    size += count;
    if (count === 0) return new Uint8Array(Buffer.concat(parts));
    if (size > limit) return tooLarge(limit);
    parts.push(part.subarray(0, count));
  }
}

// Where nothing has come yet a pipe that does not block says so, rather than wait.
function readSome(handle: number, part: Uint8Array): number | Unreadable {
  for (;;) {
    try {
      return readSync(handle, part);
    } catch (error) {
      const code = codeOf(error);
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') return unreadable(error);
      pause(10);
    }
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
