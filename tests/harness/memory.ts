import type { FolderEntry, Io, Kind, Output, Unreadable } from '../../src/io.ts';

type Bytes = string | Uint8Array;

export interface MemoryOptions {
  /** Files by absolute path; folders follow from them. */
  readonly files: ReadonlyMap<string, Bytes> | Readonly<Record<string, Bytes>>;
  readonly cwd: string;
  readonly env?: Io['env'];
  readonly today?: string;
  /** Without it no time passes. */
  readonly elapsed?: Io['elapsed'];
  /** What standard output and error are: a pipe, if nothing is said. */
  readonly stdout?: 'terminal' | 'pipe';
  readonly stderr?: 'terminal';
  /** What is put in at standard input. */
  readonly stdin?: string;
  readonly width?: number | undefined;
  readonly color?: boolean;
  /** Without it there is no git. */
  readonly git?: Io['git'];
}

export interface MemoryIo {
  readonly io: Io;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** The files as they are now, with what the commands wrote. */
  readonly files: ReadonlyMap<string, Bytes>;
}

/** An `Io` over a tree of files in memory, which behaves as the one on the disk does. */
export function memoryIo(options: MemoryOptions): MemoryIo {
  const { cwd, env = {}, today = '2026-01-15', elapsed = () => 0, stdin = '' } = options;
  const { git = () => ({ failed: 'missing' }) } = options;
  const given = options.files instanceof Map ? options.files : Object.entries(options.files as Record<string, Bytes>);
  const files = new Map<string, Bytes>(given);
  const out = recorder(options, options.stdout);
  const err = recorder(options, options.stderr);
  const input = { read: () => new TextEncoder().encode(stdin) };
  const streams = { stdin: input, out: out.output, err: err.output };
  const io: Io = { ...memoryDisk(files, cwd), ...streams, git, cwd, env, today: () => today, elapsed };
  return { io, stdout: out.text, stderr: err.text, files };
}

function recorder(
  { width, color = false }: MemoryOptions,
  to?: 'terminal' | 'pipe',
): { readonly output: Output; readonly text: () => string } {
  const written: string[] = [];
  const write = (text: string): void => void written.push(text);
  return { output: { write, color, width, isTTY: to === 'terminal' }, text: () => written.join('') };
}

function memoryDisk(
  files: Map<string, Bytes>,
  cwd: string,
): Pick<Io, 'list' | 'stat' | 'real' | 'read' | 'write' | 'replace' | 'makeFolder'> {
  const made = new Set<string>();
  const stat = (path: string): Kind | undefined => kindOf([...files.keys()], [cwd, ...made], absolute(path, cwd));
  return {
    stat,
    makeFolder: (path) => {
      if (stat(path) === 'file') return { unreadable: 'failed', message: 'could not be made (EEXIST)' };
      made.add(absolute(path, cwd));
      return 'made';
    },
    real: (path) => (stat(path) === undefined ? undefined : absolute(path, cwd)),
    list: (folder) => {
      if (stat(folder) !== 'folder') return missing;
      return entries(files, absolute(folder, cwd));
    },
    read: (path, limit) => {
      if (stat(path) === undefined) return missing;
      const content = files.get(absolute(path, cwd));
      if (content === undefined) return notAFile;
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      return bytes.length > limit ? tooLarge(limit) : bytes;
    },
    replace: (path, before, text) => {
      const place = absolute(path, cwd);
      const now = files.get(place);
      const bytes = typeof now === 'string' ? new TextEncoder().encode(now) : now;
      if (bytes?.join() !== before?.join()) return 'changed';
      if (stat(`${path}/..`) !== 'folder') return missing;
      files.set(place, text);
      return 'written';
    },
    write: (path, text, over) => {
      if (stat(`${path}/..`) !== 'folder') return missing;
      if (stat(path) !== undefined && over === 'create') return 'exists';
      if (stat(path) === 'folder') return notAFile;
      files.set(absolute(path, cwd), [...text].join(''));
      return 'written';
    },
  };
}

const missing: Unreadable = { unreadable: 'missing', message: 'does not exist' };
const notAFile: Unreadable = { unreadable: 'not-a-file', message: 'is not a regular file' };

function tooLarge(limit: number): Unreadable {
  return { unreadable: 'too-large', message: `is larger than ${limit / 2 ** 20} MiB` };
}

function kindOf(files: readonly string[], folders: readonly string[], path: string): Kind | undefined {
  if (files.includes(path)) return 'file';
  const isAbove = (other: string): boolean => path === '/' || other === path || other.startsWith(`${path}/`);
  return [...folders, ...files].some(isAbove) ? 'folder' : undefined;
}

// Backwards, so that a command that forgets to sort is found out.
function entries(files: ReadonlyMap<string, Bytes>, folder: string): readonly FolderEntry[] {
  const prefix = folder === '/' ? '/' : `${folder}/`;
  const found = new Map<string, FolderEntry>();
  for (const path of [...files.keys()].sort().reverse()) {
    if (!path.startsWith(prefix)) continue;
    const [name = '', ...below] = path.slice(prefix.length).split('/');
    found.set(name, { name, kind: below.length > 0 ? 'folder' : 'file' });
  }
  return [...found.values()];
}

function absolute(path: string, cwd: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${cwd}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
