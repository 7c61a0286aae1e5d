import { dirname, join, relative, resolve, sep } from 'node:path';
import { Failure, someOf } from './failure.ts';
import type { Files, Io } from './io.ts';
import type { SharedEntries } from './ledger/cast.ts';
import { isId } from './ledger/id.ts';
import { nearestBeginning } from './nearest.ts';
import { collected, type InTurn, type Loaded, readInTurn } from './reading.ts';
import {
  isTopicName,
  type LedgerFile,
  ledOut,
  refuseLinks,
  SHARED,
  single,
  type TopicFile,
  topicWithId,
  type Walk,
  walkTopics,
} from './topic-files.ts';

/** A ledger whose files are to be written to; it may be a folder without a file yet. */
export interface Opened extends Loaded {
  /** The folder that the files are in, as the user would type it. */
  readonly folder: string;
  /** Every topic there is a file for, whether it could be read or not. */
  readonly files: readonly TopicFile[];
  /** The ledger is this one file, to which no other is added. */
  readonly only: boolean;
}

/** Reads a whole ledger that is to be written to. */
export function open(io: Io, given: string | undefined): Opened {
  const { folder, walk, only } = findTopics(io, given, 'any number');
  return { ...collected(readInTurn(io, folder, walk.files, walk.findings)), folder, files: walk.files, only };
}

/** The paths of the files that make up the ledger, found without reading one. */
export function listFiles(io: Io, given: string | undefined): readonly string[] {
  const place = findTopics(io, given);
  return [...place.walk.all.map(({ path }) => path), ...sharedFiles(place)];
}

/** The files of some topics, as `load` takes their names; with none named, all files of the ledger. */
export function filesNamed(io: Io, given: string | undefined, asked: readonly string[]): readonly LedgerFile[] {
  const named = topicsWithIds(io, findLedger(io, given), asked);
  if (named !== undefined) return named.files;
  const found = findTopics(io, given);
  const there = sharedFiles(found).filter((path) => io.stat(join(io.cwd, path)) !== undefined);
  const shared = there.map((path): LedgerFile => ({ path, ...ledOut(io, found.folder, path) }));
  if (asked.length === 0) return [...found.walk.all, ...shared];
  const isShared = (word: string): boolean => word === '_shared' || there.includes(word);
  return [...new Set(asked.flatMap((word) => (isShared(word) ? shared : topicNamed(io, word, found))))];
}

/** Reads the ledger that `given` (or the environment, or the nearest `claims/`) names: the topics asked for, else all. */
export function load(io: Io, given: string | undefined, asked: readonly string[] = []): Loaded {
  return collected(loadInTurn(io, given, asked));
}

/** As `load`, for those who need no more than one topic at a time. */
export function loadInTurn(io: Io, given: string | undefined, asked: readonly string[] = []): InTurn {
  const root = findLedger(io, given);
  const named = topicsWithIds(io, root, asked);
  if (named !== undefined) return readInTurn(io, root, named.files, named.findings);
  const place = findTopics(io, given);
  const wanted = asked.length === 0 ? place.walk.files : asked.map((word) => topicNamed(io, word, place));
  return readInTurn(io, place.folder, [...new Set(wanted)], place.walk.findings);
}

/** Where a ledger is, and the files found in it. */
export interface LedgerPlace {
  /** The folder of the shared file. */
  readonly folder: string;
  readonly walk: Walk;
  /** The ledger is one file. */
  readonly only: boolean;
}

/** Finds the files of the ledger at a path, of which there may be none. */
export function openLedger(files: Files, root: string): LedgerPlace {
  const kind = files.stat(join(files.cwd, root));
  if (kind === undefined) return { folder: root, walk: { files: [], all: [], findings: [] }, only: false };
  return kind === 'file'
    ? { folder: dirname(root), walk: single(root), only: true }
    : { folder: root, walk: walkTopics(files, root), only: false };
}

/** The paths that the shared file may have, the one that counts first. */
export function sharedFiles({ folder }: LedgerPlace): readonly string[] {
  return SHARED.map((name) => join(folder, name));
}

/** The id of the topic whose file a word names by its path, as a shell completes it; undefined for any other word. */
export function topicAt(io: Io, given: string | undefined, word: string): string | undefined {
  return isTopicName(word) ? fileNamed(io, word, findTopics(io, given))?.id : undefined;
}

/** Paths as those of files below `root` are written in it, with `/` on every system; all others stay relative to here. */
export function pathsFrom(io: Io, root: string | undefined): (path: string) => string {
  return (path) => {
    const below = root === undefined ? path : relative(root, resolve(io.cwd, path));
    return (below.split(sep)[0] === '..' ? path : below).replaceAll(sep, '/');
  };
}

/** The speakers and sources that serve all topics, of a ledger that may have no topic yet. */
export function loadShared(io: Io, given: string | undefined): SharedEntries {
  return readInTurn(io, findTopics(io, given, 'any number').folder, []).shared;
}

/** The ids of all topics, found without reading a file. There must be one, unless `any number` will do. */
export function listTopics(io: Io, given: string | undefined, least?: 'any number'): readonly string[] {
  return findTopics(io, given, least).walk.files.map(({ id }) => id);
}

/** True for the id of a topic of the ledger, which may have none yet. */
export function hasTopic(io: Io, given: string | undefined, id: string): boolean {
  return topicWithId(io, findLedger(io, given), id) !== undefined || listTopics(io, given, 'any number').includes(id);
}

/** The path that the file of a new topic will have. The ledger may have no topic yet. */
export function pathForTopic(io: Io, given: string | undefined, id: string): string {
  const root = findLedger(io, given);
  if (io.stat(join(io.cwd, root)) === 'file')
    throw new Failure(`\`${root}\` is one file; name the folder it stands in`);
  const isName = id.split('/').every((part) => isId(part)) && !SHARED.includes(`${id}.yaml`);
  if (!isName) throw new Failure(`\`${id}\` cannot be the id of a topic: use letters, digits and \`-\``);
  refuseFolders(io, root, id);
  refuseLinks(io, root, `${id}.yaml`);
  return join(root, `${id}.yaml`);
}

/** Refuses the id of a topic whose folders are not to be, or cannot be made. */
function refuseFolders(io: Io, root: string, id: string): void {
  const folders = id.split('/').slice(0, -1);
  // A walk enters no folder that is named like a topic.
  if (folders.some(isTopicName)) throw new Failure(`\`${id}\` cannot be the id of a topic: no folder ends in .yaml`);
  const paths = folders.map((_, index) => join(root, ...folders.slice(0, index + 1)));
  const blocked = paths.find((path) => (io.stat(join(io.cwd, path)) ?? 'folder') !== 'folder');
  if (blocked !== undefined) throw new Failure(`\`${blocked}\` is not a folder`);
}

function findTopics(io: Io, given: string | undefined, least?: 'any number'): LedgerPlace {
  const root = findLedger(io, given);
  const place = openLedger(io, root);
  const { files, findings } = place.walk;
  const isEmpty = files.length === 0 && findings.length === 0;
  if (isEmpty && least === undefined) throw new Failure(`the ledger \`${root}\` has no topics`);
  return place;
}

/** The path of the ledger, as the user would type it. */
export function findLedger(io: Io, given: string | undefined): string {
  const named = given ?? (io.env.CLAIMS_LEDGER || undefined);
  if (named !== undefined) {
    if (io.stat(join(io.cwd, relativeTo(io, named))) !== undefined) return relativeTo(io, named);
    throw new Failure(`there is no ledger at \`${named}\``);
  }
  for (let folder = io.cwd; ; folder = dirname(folder)) {
    const claims = join(folder, 'claims');
    if (io.stat(claims) === 'folder') return relative(io.cwd, claims);
    if (dirname(folder) === folder) break;
  }
  throw new Failure('there is no `claims` folder here or above; name the ledger with --ledger');
}

/** The files of some topics, where each word is an id and leads to its file; undefined where one must be looked for. */
function topicsWithIds(io: Io, root: string, words: readonly string[]): Walk | undefined {
  const found = [...new Set(words)].map((word) => topicWithId(io, root, word));
  const known = found.filter((one) => one !== undefined);
  if (words.length === 0 || known.length < found.length) return undefined;
  return {
    files: known.flatMap(({ files }) => files),
    all: known.flatMap(({ all }) => all),
    findings: known.flatMap(({ findings }) => findings),
  };
}

/** The topic that a word names: its id, the path of its file, or a beginning that only one id has. */
export function topicNamed(io: Io, word: string, found: LedgerPlace): TopicFile {
  const { files } = found.walk;
  const exact = files.find(({ id }) => id === word) ?? (isTopicName(word) ? fileNamed(io, word, found) : undefined);
  if (exact !== undefined) return exact;
  const begun = files.filter(({ id }) => id.startsWith(word));
  if (begun.length === 1 && begun[0] !== undefined) return begun[0];
  const ids = files.map(({ id }) => id);
  if (begun.length > 1) throw new Failure(`\`${word}\` could be ${someOf(begun.map(({ id }) => id))}`);
  // Most are named by the folders that they are in, which are easily left out.
  const near = nearestBeginning(word, ids) ?? ids.find((id) => id.endsWith(`/${word}`));
  if (near !== undefined) throw new Failure(`there is no topic \`${word}\`; did you mean \`${near}\`?`);
  throw new Failure(
    `there is no topic \`${word}\`; ${ids.length === 0 ? 'the ledger has none' : `there are ${someOf(ids)}`}`,
  );
}

/** The topic of the file at a path. What stands there and is no topic of the ledger is refused. */
function fileNamed(io: Io, word: string, { folder, walk }: LedgerPlace): TopicFile | undefined {
  const real = (path: string): string | undefined => io.real(resolve(io.cwd, path));
  const asked = real(word);
  if (asked === undefined) return undefined;
  // Of two files with one id only the first is read, and the other one is a fault that comes with it.
  const id = walk.all.find(({ path }) => real(path) === asked)?.id;
  if (id !== undefined) return walk.files.find((file) => file.id === id);
  const isShared = SHARED.some((name) => real(join(folder, name)) === asked);
  throw new Failure(
    isShared
      ? `\`${word}\` is no topic: it serves all of them; leave it out to read them all`
      : `\`${word}\` is not in the ledger \`${folder}\`; name its ledger with --ledger`,
  );
}

function relativeTo(io: Io, path: string): string {
  return path.startsWith('/') ? relative(io.cwd, path) || '.' : path;
}
