import { NOT_A_FILE, tooLarge } from '../io/unreadable.ts';
import type { Files, FolderEntry, Kind, Unreadable } from '../io.ts';
import { LARGEST_FILE } from '../ledger/read-file.ts';
import { once } from '../memo.ts';
import { isTopicName } from '../topic-files.ts';
import { blobReader, type Kept } from './blobs.ts';
import { type Folder, listingOf } from './listing.ts';
import { type Repository, textOf } from './repository.ts';
import { type End, waysIn } from './ways.ts';

/** Where a folder is to be found: under `path`, from the root. */
export interface Place extends Pick<Files, 'cwd' | 'env'> {
  readonly path: string;
}

/**
 * The repository's folder as a commit has it, read as from a disk on which it stands at a path. Links are followed as
 * there, but none out of the folder. Undefined where the commit has no such folder.
 */
export function filesAt(repository: Repository, commit: string, { path, cwd, env }: Place): Files | undefined {
  const tree = treeOf(repository, commit);
  if (tree === undefined) return undefined;
  const top = listingOf(repository, tree);
  const wayTo = waysIn(repository, top);
  const read = topicReader(repository, top, wayTo);
  const home = path === '/' ? '' : path;
  // Undefined too for what is not below the folder.
  const endOf = (asked: string): End | undefined =>
    `${asked}/`.startsWith(`${home}/`) ? wayTo(asked.slice(home.length + 1)) : undefined;
  return {
    cwd,
    env,
    list: (folder) => entriesOf(endOf(folder)),
    stat: (asked) => kindOf(endOf(asked)),
    real: (asked) => {
      const end = endOf(asked);
      if (end === undefined || end === 'out') return end && OUTSIDE;
      return end.path === '' ? path : `${home}/${end.path}`;
    },
    read: (asked, limit) => {
      const file = fileAt(endOf(asked));
      if (file === undefined) return kindOf(endOf(asked)) === undefined ? MISSING : NOT_A_FILE;
      return file.size > limit ? tooLarge(limit) : read(file, asked.slice(home.length + 1));
    },
  };
}

const MISSING: Unreadable = { unreadable: 'missing', message: 'does not exist' };

// Nothing of a ledger has this path.
const OUTSIDE = '/';

function treeOf({ git, prefix }: Repository, commit: string): string | undefined {
  const folder = `${commit}:${prefix.replace(/\/$/u, '')}`;
  const named = git(['rev-parse', '--verify', '--quiet', '--end-of-options', folder]);
  const id = textOf(named.out).trim();
  if (named.code !== 0) return undefined;
  return textOf(git(['cat-file', '-t', id]).out).trim() === 'tree' ? id : undefined;
}

function kindOf(end: End | undefined): Kind | undefined {
  if (end === undefined || end === 'out') return end && 'other';
  return end.node.kind === 'link' ? undefined : end.node.kind;
}

function fileAt(end: End | undefined): Kept | undefined {
  return end !== undefined && end !== 'out' && end.node.kind === 'file' ? end.node : undefined;
}

function entriesOf(end: End | undefined): readonly FolderEntry[] {
  if (end === undefined || end === 'out' || end.node.kind !== 'folder') return [];
  return [...end.node.nodes].map(([name, { kind }]) =>
    // Where a link leads is asked when it is opened.
    kind === 'link' ? { name, kind: 'other', isLink: true } : { name, kind },
  );
}

/** Reads files by the path that leads to them, each with those topics that come next. */
function topicReader(
  repository: Repository,
  top: Folder,
  wayTo: (path: string) => End | undefined,
): (file: Kept, path: string) => Uint8Array {
  const read = blobReader(repository);
  const topics = once(() => [...topicsIn(top, '')]);
  const places = once(() => new Map(topics().map((path, index) => [path, index])));
  function* after(path: string): Generator<Kept> {
    const from = (places().get(path) ?? -1) + 1;
    for (let count = 0; count < topics().length; count += 1) {
      const file = fileAt(wayTo(topics()[(from + count) % topics().length] ?? ''));
      if (file !== undefined && file.size <= LARGEST_FILE) yield file;
    }
  }
  return (file, path) => read(file, after(path));
}

/** The paths of what may be topics, in about the order in which they are read. */
function* topicsIn({ nodes }: Folder, above: string): Generator<string> {
  for (const [name, node] of nodes) {
    if (name.startsWith('.')) continue;
    if (isTopicName(name)) yield above + name;
    else if (node.kind === 'folder') yield* topicsIn(node, `${above}${name}/`);
  }
}
