import { basename, dirname, join } from 'node:path';
import type { FolderEntry, Io } from './io.ts';

/** An `Io` on which some files, by path, hold other texts than on the disk. */
export function holding(io: Io, texts: ReadonlyMap<string, string>): Io {
  const held = new Map([...texts].map(([path, text]) => [join(io.cwd, path), text]));
  const entryOf = (path: string): FolderEntry => ({ name: basename(path), kind: 'file' });
  return {
    ...io,
    stat: (path) => (held.has(path) ? 'file' : io.stat(path)),
    read: (path, limit) => {
      const text = held.get(path);
      return text === undefined ? io.read(path, limit) : new TextEncoder().encode(text);
    },
    list: (folder) => {
      const entries = io.list(folder);
      if ('unreadable' in entries) return entries;
      const added = [...held.keys()].filter((path) => dirname(path) === join(folder) && io.stat(path) === undefined);
      return [...entries, ...added.map(entryOf)];
    },
  };
}
