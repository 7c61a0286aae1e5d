import { Failure } from '../failure.ts';
import { once } from '../memo.ts';
import { blobsOf } from './blobs.ts';
import type { Blob, Folder, Node } from './listing.ts';
import { type Repository, textOf } from './repository.ts';

/** Where a path leads, links followed: to what stands in the ledger, or `out` of it. */
export type End = Standing | 'out';

export interface Standing {
  /** From the ledger's folder, without links. */
  readonly path: string;
  readonly node: Node;
}

/** Finds where paths from the ledger's folder lead, as a commit had it; undefined for those that lead nowhere. */
export function waysIn(repository: Repository, top: Folder): (path: string) => End | undefined {
  const targets = once(() => targetsOf(repository, top));
  const home = repository.prefix.split('/').filter((name) => name !== '');
  return (path) => follow(path, { top, home, targetOf: (link) => targets().get(link.id) });
}

interface Ledger {
  readonly top: Folder;
  /** The names of the folders from the top of the repository to the ledger's own. */
  readonly home: readonly string[];
  /** Undefined for a link longer than any disk takes. */
  readonly targetOf: (link: Blob) => string | undefined;
}

function follow(path: string, { top, home, targetOf }: Ledger): End | undefined {
  const left = path.split('/').reverse();
  const at: { readonly name: string; readonly node: Node }[] = [];
  // How many folders the way is above the ledger's own.
  let above = 0;
  let links = 0;
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    if (name === '' || name === '.') continue;
    if (name === '..') {
      if (at.pop() === undefined) above += 1;
      if (above > home.length) return 'out';
    } else if (above > 0) {
      // What stands beside the ledger is not looked at.
      if (name !== home[home.length - above]) return 'out';
      above -= 1;
    } else {
      const parent = at.at(-1)?.node ?? top;
      const node = parent.kind === 'folder' ? parent.nodes.get(name) : undefined;
      if (node?.kind === 'link') {
        const target = targetOf(node) ?? '';
        links += 1;
        if (target === '' || links > MOST_LINKS) return undefined;
        if (target.startsWith('/')) return 'out';
        left.push(...target.split('/').reverse());
      } else if (node === undefined || (node.kind === 'file' && left.length > 0)) return undefined;
      else at.push({ name, node });
    }
  }
  if (above > 0) return 'out';
  return { path: at.map(({ name }) => name).join('/'), node: at.at(-1)?.node ?? top };
}

// As many as Linux follows on the way to one file.
const MOST_LINKS = 40;

/** What all links of a folder hold, by their ids. */
function targetsOf(repository: Repository, top: Folder): ReadonlyMap<string, string> {
  const links = [...linksIn(top)].filter(({ size }) => size < LONGEST_TARGET);
  if (links.reduce((sum, { size }) => sum + size, 0) > MOST_TARGETS) throw new Failure(TOO_MANY);
  const asked = [...new Map(links.map((link) => [link.id, link])).values()];
  return new Map([...blobsOf(repository, asked)].map(([id, bytes]) => [id, textOf(bytes)]));
}

function* linksIn({ nodes }: Folder): Generator<Blob> {
  for (const node of nodes.values()) {
    if (node.kind === 'link') yield node;
    else if (node.kind === 'folder') yield* linksIn(node);
  }
}

// In bytes.
const LONGEST_TARGET = 4096;

// In bytes: some ten thousand links, of which each can lead over all others.
const MOST_TARGETS = 2 ** 20;

const TOO_MANY = 'the ledger had too many links then to be read';
