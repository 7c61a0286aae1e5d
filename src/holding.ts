import { join, relative, sep } from 'node:path';
import type { FolderEntry, Io } from './io.ts';

/** An `Io` on which some files, by path, hold other texts than on the disk. */
export function holding(io: Io, texts: ReadonlyMap<string, string>): Io {
  const held = new Map([...texts].map(([path, text]) => [join(io.cwd, path), text]));
  return {
    ...io,
    stat: (path) => (held.has(path) ? 'file' : io.stat(path)),
    read: (path, limit) => {
      const text = held.get(path);
      return text === undefined ? io.read(path, limit) : new TextEncoder().encode(text);
    },
    list: (folder) => {
      const entries = io.list(folder);
      const added = new Map([...held.keys()].flatMap((path) => entryIn(folder, path)).map((one) => [one.name, one]));
      if ('unreadable' in entries)
        return entries.unreadable === 'missing' && added.size > 0 ? [...added.values()] : entries;
      for (const { name } of entries) added.delete(name);
      return [...entries, ...added.values()];
    },
  };
}

/** What a folder has of a file in it, or in a folder below it, which may be as new as the file. */
function entryIn(folder: string, path: string): readonly FolderEntry[] {
  const [name = '', ...rest] = relative(folder, path).split(sep);
  return name === '..' || name === '' ? [] : [{ name, kind: rest.length === 0 ? 'file' : 'folder' }];
}
