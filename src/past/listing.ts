import { Failure } from '../failure.ts';
import { type GitRun, gitFailed, type Repository, textOf } from './repository.ts';

/** What a commit has in a place. A link may lead to another file of the ledger. */
export type Node = Blob | Folder;

export interface Blob {
  readonly kind: 'file' | 'link';
  readonly id: string;
  /** In bytes; those of a link are its target. */
  readonly size: number;
}

export interface Folder {
  readonly kind: 'folder';
  readonly nodes: ReadonlyMap<string, Node>;
}

/** Everything below a folder that is the tree `id`. */
export function listingOf({ git }: Repository, id: string): Folder {
  // Folders are printed too: of a few that hold each other thousands of times, and no file, nothing would ever end it.
  const run = git(['ls-tree', '-r', '-t', '-l', '-z', '--full-tree', id], { most: LARGEST_LISTING });
  if (run.code !== 0) throw gitFailed(run, 'list the ledger');
  const top = folder();
  for (const line of textOf(run.out).split('\0')) enter(top, line, run);
  return top;
}

// In bytes: some hundred thousand files.
const LARGEST_LISTING = 2 ** 25;

// In characters: no disk has a longer path.
const LONGEST_PATH = 4096;

interface Growing extends Folder {
  readonly nodes: Map<string, Growing | Blob>;
}

function folder(): Growing {
  return { kind: 'folder', nodes: new Map() };
}

/** Enters what a line of the listing tells in its folder, which is told before it. */
function enter(top: Growing, line: string, run: GitRun): void {
  const [, mode, type, id, bytes, path] = /^(\d+) (\w+) (\w+) +(-|\d+|BAD)\t(.+)$/su.exec(line) ?? [];
  if (id === undefined || path === undefined) return;
  if (path.length > LONGEST_PATH) throw new Failure('folders in the ledger were nested too deeply then to be read');
  // What is there, but not in this clone, must not pass for what is not there.
  if (bytes === 'BAD') throw gitFailed(run, `find \`${path}\` of that commit`);
  if (type === 'commit') throw new Failure(`\`${path}\` in the ledger is a submodule; name its folder with --ledger`);
  const parts = path.split('/');
  const name = parts.pop() ?? '';
  const above = folderAt(top, parts);
  // A name that no disk takes can stand in a commit, and is checked out by no git.
  if (above === undefined || ['', '.', '..'].includes(name)) return;
  above.nodes.set(
    name,
    type === 'tree' ? folder() : { kind: mode === '120000' ? 'link' : 'file', id, size: Number(bytes) },
  );
}

function folderAt(top: Growing, parts: readonly string[]): Growing | undefined {
  let at: Growing | Blob | undefined = top;
  for (const part of parts) at = at?.kind === 'folder' ? at.nodes.get(part) : undefined;
  return at?.kind === 'folder' ? at : undefined;
}
