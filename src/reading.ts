import { join } from 'node:path';
import type { Finding } from './diagnostic.ts';
import type { Files } from './io.ts';
import { buildTopic } from './ledger/build.ts';
import type { SharedEntries } from './ledger/cast.ts';
import type { Entry } from './ledger/entry.ts';
import type { Ledger, Topic } from './ledger/model.ts';
import { decode, LARGEST_FILE, readEntity } from './ledger/read-file.ts';
import { ledOut, SHARED, type TopicFile } from './topic-files.ts';

/** A ledger as read from the disk: what is sound of it, and what is wrong with the rest. */
export interface Loaded {
  readonly ledger: Ledger;
  /** The speakers and sources that serve all topics. */
  readonly shared: SharedEntries;
  readonly findings: readonly Finding[];
  /** The texts of the files that could be read, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** How many of the topics asked for could be read as text, whatever stands in them. */
  readonly decoded: number;
}

/** A ledger whose topics are read one by one, each when it is asked for: all of them at once fill the memory. */
export interface InTurn extends Pick<Loaded, 'shared'> {
  /** What is wrong with the folders and the shared file. */
  readonly findings: readonly Finding[];
  /** The text of the shared file, by its path. */
  readonly texts: ReadonlyMap<string, string>;
  /** How many files of topics there are to read. */
  readonly count: number;
  /** Can be gone through once. */
  readonly topics: Iterable<ReadTopic>;
}

/** The file of a topic as it was read. */
export interface ReadTopic {
  readonly path: string;
  /** Undefined where the file cannot be read as text. */
  readonly text: string | undefined;
  /** Undefined where there is nothing sound enough in it to be a topic. */
  readonly topic: Topic | undefined;
  readonly findings: readonly Finding[];
}

/** Reads what serves all topics of a ledger, and leaves those that are wanted to be read. */
export function readInTurn(
  io: Files,
  root: string,
  wanted: readonly TopicFile[],
  found: readonly Finding[] = [],
): InTurn {
  const { path, text, shared, findings } = readShared(io, root);
  const texts = new Map(text === undefined ? [] : [[path, text]]);
  return {
    shared,
    findings: [...found, ...findings],
    texts,
    count: wanted.length,
    topics: readTopics(io, wanted, shared),
  };
}

/** Reads all topics that are left to be read. */
export function collected({ shared, findings, texts, topics }: InTurn): Loaded {
  const read = [...topics];
  return {
    ledger: { topics: read.flatMap(({ topic }) => topic ?? []) },
    shared,
    findings: [findings, ...read.map((one) => one.findings)].flat(),
    texts: new Map([
      ...texts,
      ...read.flatMap(({ path, text }) => (text === undefined ? [] : [[path, text] as const])),
    ]),
    decoded: read.filter(({ text }) => text !== undefined).length,
  };
}

function* readTopics(io: Files, wanted: readonly TopicFile[], shared: SharedEntries): Generator<ReadTopic> {
  for (const file of wanted) yield readTopic(io, file, shared);
}

// A function of its own, so that no more than it gives back is kept while a topic is looked at.
function readTopic(io: Files, { id, path, fault }: TopicFile, shared: SharedEntries): ReadTopic {
  if (fault !== undefined) return { path, text: undefined, topic: undefined, findings: [fault] };
  const { text, entry, findings } = readFile(io, path, 'topic');
  const topic = entry === undefined ? undefined : buildTopic({ id, file: path, topic: entry, shared });
  return { path, text, topic, findings };
}

interface ReadShared extends Pick<ReadTopic, 'path' | 'text' | 'findings'> {
  readonly shared: SharedEntries;
}

function readShared(io: Files, root: string): ReadShared {
  const files = SHARED.map((name) => join(root, name));
  const path = files.find((file) => io.stat(join(io.cwd, file)) !== undefined);
  if (path === undefined) {
    const file = files[0] ?? '';
    return { path: file, text: undefined, findings: [], shared: { file, entry: undefined, broken: false } };
  }
  const { fault } = ledOut(io, root, path);
  if (fault !== undefined) {
    return { path, text: undefined, findings: [fault], shared: { file: path, entry: undefined, broken: true } };
  }
  const { text, entry, findings } = readFile(io, path, 'shared');
  return { path, text, findings, shared: { file: path, entry, broken: entry === undefined } };
}

interface Read<E extends 'topic' | 'shared'> extends Pick<ReadTopic, 'text' | 'findings'> {
  readonly entry: Entry<E> | undefined;
}

function readFile<E extends 'topic' | 'shared'>(io: Files, path: string, entity: E): Read<E> {
  const { text, findings } = readText(io, path);
  if (text === undefined) return { text, entry: undefined, findings };
  return { text, ...readEntity({ path, text }, entity) };
}

function readText(io: Files, path: string): Pick<ReadTopic, 'text' | 'findings'> {
  const bytes = io.read(join(io.cwd, path), LARGEST_FILE);
  if (!('unreadable' in bytes)) return decode(path, bytes);
  const hint = 'see that it is a regular file that you may read, of at most 16 MiB';
  const message = `the file ${bytes.message}`;
  const finding: Finding = { code: 'unreadable', severity: 'error', message, place: { file: path }, hint };
  return { text: undefined, findings: [finding] };
}
