import { gitFailed, type Repository, textOf } from './repository.ts';

/** What git keeps of a file, by its id, of a size in bytes. */
export interface Kept {
  readonly id: string;
  readonly size: number;
}

/** What some files hold, by their ids, all in one run of git. */
export function blobsOf({ git }: Repository, asked: readonly Kept[]): ReadonlyMap<string, Uint8Array> {
  if (asked.length === 0) return new Map();
  const input = asked.map(({ id }) => `${id}\n`).join('');
  const most = asked.reduce((sum, { size }) => sum + size + AROUND, 0);
  const run = git(['cat-file', '--batch'], { input, most });
  if (run.code !== 0) throw gitFailed(run, 'read the ledger');
  const blobs = new Map<string, Uint8Array>();
  // Each answer is a header, so many bytes and a line end.
  let at = 0;
  for (const { id } of asked) {
    const end = run.out.indexOf(LINE_END, at);
    const [, size] = /^\w+ blob (\d+)$/u.exec(textOf(run.out.subarray(at, Math.max(at, end)))) ?? [];
    if (size === undefined) throw gitFailed(run, 'read the ledger');
    at = end + 1 + Number(size) + 1;
    blobs.set(id, run.out.subarray(end + 1, at - 1));
  }
  return blobs;
}

// The most bytes that an answer takes beside what the file holds: an id, a word, a size and two line ends.
const AROUND = 128;

const LINE_END = 10;

/**
 * Reads files in about the order that `ahead` tells, which may be gone through many times: some are read at once, and
 * kept until others are needed. What `ahead` tells comes after the file that was asked for.
 */
export function blobReader(repository: Repository): (file: Kept, ahead: Iterable<Kept>) => Uint8Array {
  let held: ReadonlyMap<string, Uint8Array> = new Map();
  return (file, ahead) => {
    const found = held.get(file.id);
    if (found !== undefined) return found;
    // What was read before goes first, so that only one batch fills the memory.
    held = new Map();
    held = blobsOf(repository, batch(file, ahead));
    return held.get(file.id) ?? new Uint8Array();
  };
}

/** A file, and as many of those after it as are read at once. */
function batch(file: Kept, ahead: Iterable<Kept>): readonly Kept[] {
  const taken = new Map([[file.id, file]]);
  let bytes = file.size;
  for (const next of ahead) {
    if (taken.has(next.id)) continue;
    bytes += next.size + AROUND;
    if (bytes > BATCH) break;
    taken.set(next.id, next);
  }
  return [...taken.values()];
}

// In bytes: an ordinary ledger is read in one run, and no more of a huge one is in memory.
const BATCH = 2 ** 23;
