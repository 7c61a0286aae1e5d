import { execFileSync } from 'node:child_process';
import { GIT_ENV, type History, history } from './history.ts';

/** What stands in a folder of a commit: its mode, its name in bytes as they are, and the id of what it holds. */
export type Entry = readonly [mode: '100644' | '120000' | '40000', name: string, id: string];

/** A repository whose objects are put together by hand, as no checkout makes them. */
export interface Plumbing extends Pick<History, 'folder' | 'git' | 'write' | 'remove'> {
  /** The id of a file that holds this. */
  readonly blob: (content: string | Uint8Array) => string;
  /** The id of a folder with these entries, in their order. */
  readonly tree: (entries: Iterable<Entry>) => string;
  /** Makes the last commit one that has this at its top, and gives its id. */
  readonly commit: (tree: string) => string;
}

export function plumbing(): Plumbing {
  const { folder, git, write, remove } = history();
  const store = (type: string, content: string | Uint8Array): string =>
    execFileSync('git', ['hash-object', '-t', type, '-w', '--literally', '--stdin'], {
      cwd: folder,
      env: GIT_ENV,
      input: content,
      encoding: 'utf8',
    }).trim();
  return {
    folder,
    git,
    write,
    remove,
    blob: (content) => store('blob', content),
    tree: (entries) => {
      const lines = [...entries].flatMap(([mode, name, id]) => [
        Buffer.from(`${mode} ${name}\0`),
        Buffer.from(id, 'hex'),
      ]);
      return store('tree', Buffer.concat(lines));
    },
    commit: (tree) => {
      const id = git('commit-tree', '-m', 'All of it', tree).trim();
      git('update-ref', 'refs/heads/main', id);
      return id;
    },
  };
}
