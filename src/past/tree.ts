import { Failure } from '../failure.ts';
import type { Files, FolderEntry, Unreadable } from '../io.ts';
import { LARGEST_FILE } from '../ledger/read-file.ts';
import { LED_OUT } from '../topic-files.ts';
import { type GitRun, gitFailed, type Repository, textOf } from './repository.ts';

/** Where a folder is to be found: under `path`, from the root. */
export interface Place extends Pick<Files, 'cwd' | 'env'> {
  readonly path: string;
}

/**
 * The YAML files below the repository's folder as a commit has them, read as from a disk on which the folder stands at a
 * path. Undefined where the commit has no such folder.
 */
export function filesAt(repository: Repository, commit: string, place: Place): Files | undefined {
  const tree = treeOf(repository, commit);
  if (tree === undefined) return undefined;
  const entries = entriesOf(repository, tree).filter(({ path }) => isWanted(path));
  const contents = contentsOf(repository, tree, entries);
  return inMemory(new Map(entries.map(({ path }, index) => [path, contents[index] ?? MISSING])), place);
}

interface Entry {
  readonly path: string;
  /** A link may lead to another file of the ledger. */
  readonly kind: 'file' | 'link';
  readonly id: string;
  readonly size: number;
}

const MISSING: Unreadable = { unreadable: 'missing', message: 'does not exist' };
const NOT_A_FILE: Unreadable = { unreadable: 'not-a-file', message: 'is not a regular file' };
const LED_AWAY: Unreadable = { unreadable: 'led-out', message: LED_OUT };
const TOO_LARGE: Unreadable = { unreadable: 'too-large', message: `is larger than ${LARGEST_FILE / 2 ** 20} MiB` };

function treeOf({ git, prefix }: Repository, commit: string): string | undefined {
  const named = git([
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${commit}:${prefix.replace(/\/$/u, '')}`,
  ]);
  const id = textOf(named.out).trim();
  if (named.code !== 0) return undefined;
  return textOf(git(['cat-file', '-t', id]).out).trim() === 'tree' ? id : undefined;
}

function entriesOf({ git }: Repository, tree: string): readonly Entry[] {
  const run = git(['ls-tree', '-r', '-l', '-z', '--full-tree', tree], { most: LARGEST_LISTING });
  if (run.code !== 0) throw gitFailed(run, 'list the ledger');
  return textOf(run.out)
    .split('\0')
    .flatMap((line) => {
      const [, mode, type, id, size, path] = /^(\d+) (\w+) (\w+) +(-|\d+|BAD)\t(.+)$/su.exec(line) ?? [];
      if (id === undefined || path === undefined) return [];
      // What is there, but not in this clone, must not pass for what is not there.
      if (size === 'BAD') throw gitFailed(run, `find \`${path}\` of that commit`);
      if (type === 'commit')
        throw new Failure(`\`${path}\` in the ledger is a submodule; name its folder with --ledger`);
      return [{ path, id, kind: mode === '120000' ? 'link' : 'file', size: Number(size) }];
    });
}

// Some hundred thousand files.
const LARGEST_LISTING = 2 ** 26;

// Nothing else is a topic or the shared file.
function isWanted(path: string): boolean {
  return /\.ya?ml$/u.test(path) && !path.split('/').some((part) => part.startsWith('.'));
}

type Content = Uint8Array | Unreadable;

/** What each entry holds, all in one run. `tree` is the folder that they are in, and that a link may not lead out of. */
function contentsOf({ git }: Repository, tree: string, entries: readonly Entry[]): readonly Content[] {
  // A line ends a name here; a link with one in its path is not followed.
  const asked = entries.filter(({ kind, path, size }) =>
    kind === 'file' ? size <= LARGEST_FILE : !path.includes('\n'),
  );
  const input = asked.map(({ kind, id, path }) => `${kind === 'file' ? id : `${tree}:${path}`}\n`).join('');
  const links = asked.filter(({ kind }) => kind === 'link').length;
  const most = asked.reduce((sum, { size }) => sum + size + HEADER, links * LARGEST_FILE + HEADER);
  const run = asked.length === 0 ? undefined : git(['cat-file', '--batch', '--follow-symlinks'], { input, most });
  if (run !== undefined && run.code !== 0) throw gitFailed(run, 'read the ledger');
  const answers = run === undefined ? [] : answersIn(run, asked.length);
  const found = new Map(asked.map((entry, index) => [entry, answers[index] ?? MISSING]));
  return entries.map((entry) => found.get(entry) ?? (entry.kind === 'file' ? TOO_LARGE : NOT_A_FILE));
}

// The most bytes that an answer takes beside what the file holds: its header and two line ends, or a path.
const HEADER = 8192;

/** Each answer is a header, and after one that ends in a size, so many bytes and a line end. */
function answersIn(run: GitRun, count: number): readonly Content[] {
  const answers: Content[] = [];
  let at = 0;
  while (answers.length < count) {
    const end = run.out.indexOf(LINE_END, at);
    if (end < 0) throw gitFailed(run, 'read the ledger');
    const [, type, size] =
      /(blob|tree|symlink|dangling|loop|notdir) (\d+)$/u.exec(textOf(run.out.subarray(at, end))) ?? [];
    const from = end + 1;
    at = size === undefined ? from : from + Number(size) + 1;
    if (type === 'blob') answers.push(Number(size) > LARGEST_FILE ? TOO_LARGE : run.out.subarray(from, at - 1));
    else answers.push(ELSE[type ?? ''] ?? MISSING);
  }
  return answers;
}

const ELSE: Readonly<Record<string, Unreadable>> = { tree: NOT_A_FILE, symlink: LED_AWAY };

const LINE_END = 10;

function inMemory(contents: ReadonlyMap<string, Content>, { path, cwd, env }: Place): Files {
  const folders = new Map<string, Map<string, FolderEntry>>([['', new Map()]]);
  for (const [file, content] of contents) enter(folders, file, 'unreadable' in content ? 'other' : 'file');
  const within = (asked: string): string | undefined =>
    asked === path ? '' : asked.startsWith(`${path}/`) ? asked.slice(path.length + 1) : undefined;
  return {
    cwd,
    env,
    list: (folder) => [...(folders.get(within(folder) ?? NOWHERE)?.values() ?? [])],
    real: (asked) => asked,
    stat: (asked) => {
      const inside = within(asked) ?? NOWHERE;
      if (folders.has(inside)) return 'folder';
      const content = contents.get(inside);
      return content === undefined ? undefined : 'unreadable' in content ? 'other' : 'file';
    },
    read: (asked) => {
      const inside = within(asked) ?? NOWHERE;
      return contents.get(inside) ?? (folders.has(inside) ? NOT_A_FILE : MISSING);
    },
  };
}

// No path in a repository is this.
const NOWHERE = '/';

/** Enters a file in its folder, and the folder in those above it. */
function enter(folders: Map<string, Map<string, FolderEntry>>, path: string, kind: FolderEntry['kind']): void {
  const slash = path.lastIndexOf('/');
  const folder = slash < 0 ? '' : path.slice(0, slash);
  const name = path.slice(slash + 1);
  const entries = folders.get(folder);
  if (entries !== undefined) {
    entries.set(name, { name, kind });
    return;
  }
  folders.set(folder, new Map([[name, { name, kind }]]));
  enter(folders, folder, 'folder');
}
