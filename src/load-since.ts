import { dirname, join, resolve } from 'node:path';
import { Failure } from './failure.ts';
import type { Files, Io } from './io.ts';
import { claimsOf, type Topic } from './ledger/model.ts';
import { LARGEST_FILE } from './ledger/read-file.ts';
import { findLedger, type LedgerPlace, openLedger, sharedFiles, topicNamed } from './load.ts';
import { repositoryOf } from './past/repository.ts';
import { type Revision, revisionOf } from './past/revision.ts';
import { filesAt } from './past/tree.ts';
import { type Loaded, readInTurn } from './reading.ts';
import { byCodeUnit } from './text.ts';
import { type LedgerFile, ledOut, type TopicFile } from './topic-files.ts';

/** A ledger now and as it was, as far as the two differ. */
export interface LoadedSince {
  readonly revision: Revision;
  /** False where there was no ledger yet. */
  readonly wasThere: boolean;
  readonly after: LoadedSide;
  readonly before: LoadedSide;
  /** The ids of the topics asked for; undefined for all. */
  readonly wanted: ReadonlySet<string> | undefined;
}

export interface LoadedSide extends Pick<Loaded, 'ledger' | 'findings'> {
  /** The ids of topics that stand there but cannot be read: how they differ is not known. */
  readonly unread: readonly string[];
}

/**
 * Reads the ledger from the disk and as it was at a revision or date, in the repository that its folder lies in. Topics
 * whose files are the same are not read. `asked` are the words for the only topics to look at.
 */
export function loadSince(io: Io, given: string | undefined, since: string, asked: readonly string[]): LoadedSince {
  const root = findLedger(io, given);
  // What ends in a slash is the same folder.
  const path = resolve(io.cwd, io.stat(join(io.cwd, root)) === 'file' ? dirname(root) : root);
  const repository = repositoryOf(io, io.real(path) ?? path, root);
  const revision = revisionOf(repository, since);
  const past = revision.commit && filesAt(repository, revision.commit.id, { path, cwd: io.cwd, env: io.env });
  const sides: Sides = { after: sideOf(io, root), before: sideOf(past ?? nothing(io), root) };
  if (sides.after.topics.size + sides.before.topics.size === 0)
    throw new Failure(`the ledger \`${root}\` has no topics`);
  const wanted = wantedOf(io, asked, sides);
  const ids = differing(sides, wanted);
  const [after, before] = [readSide(sides.after, ids), readSide(sides.before, ids)];
  return { revision, wasThere: sides.before.topics.size > 0, after, before, wanted };
}

/** A ledger on one side: its topics' files by their ids, not yet read. */
interface Side {
  readonly files: Files;
  readonly place: LedgerPlace;
  readonly topics: ReadonlyMap<string, TopicFile>;
}

interface Sides {
  readonly after: Side;
  readonly before: Side;
}

function sideOf(files: Files, root: string): Side {
  const place = openLedger(files, root);
  return { files, place, topics: new Map(place.walk.files.map((file) => [file.id, file])) };
}

function nothing({ cwd, env }: Io): Files {
  const missing = { unreadable: 'missing', message: 'does not exist' } as const;
  return { cwd, env, list: () => [], stat: () => undefined, real: () => undefined, read: () => missing };
}

// A topic that is gone is named by its id; the path of a file is one of now.
function wantedOf(io: Io, asked: readonly string[], { before, after }: Sides): ReadonlySet<string> | undefined {
  const gone = before.place.walk.files.filter(({ id }) => !after.topics.has(id));
  const { walk } = after.place;
  const files = [...walk.files, ...gone].sort((a, b) => byCodeUnit(a.id, b.id));
  const place = { ...after.place, walk: { ...walk, files } };
  return asked.length === 0 ? undefined : new Set(asked.map((word) => topicNamed(io, word, place).id));
}

/**
 * The ids of the topics to read. One that stands on one side only is read even if another is asked for: it may be that
 * one under another name.
 */
function differing(sides: Sides, wanted: ReadonlySet<string> | undefined): ReadonlySet<string> {
  const isShared = isSame(sides, (side) => sharedOf(side).find((file) => bytesOf(side, file) !== undefined));
  const ids = new Set([...sides.after.topics.keys(), ...sides.before.topics.keys()]);
  return new Set(
    [...ids].filter((id) => {
      if (!sides.after.topics.has(id) || !sides.before.topics.has(id)) return true;
      return (wanted === undefined || wanted.has(id)) && !(isShared && isSame(sides, ({ topics }) => topics.get(id)));
    }),
  );
}

function readSide({ files, place }: Side, ids: ReadonlySet<string>): LoadedSide {
  const asked = place.walk.files.filter(({ id }) => ids.has(id));
  const { findings: found, topics: inTurn } = readInTurn(files, place.folder, asked, place.walk.findings);
  const topics: Topic[] = [];
  const findings = [...found];
  let parts = 0;
  for (const read of inTurn) {
    // What is cut out of a text would keep all of it in memory; its copy does not.
    const { topic, own } = structuredClone({ topic: read.topic, own: read.findings });
    if (topic !== undefined) topics.push(topic);
    for (const finding of own) findings.push(finding);
    parts += topic === undefined ? 0 : partsOf(topic);
    if (parts + findings.length > MOST_PARTS) throw new Failure(TOO_MUCH);
  }
  const known = new Set(topics.map(({ id }) => id));
  return { ledger: { topics }, findings, unread: asked.map(({ id }) => id).filter((id) => !known.has(id)) };
}

/** How many entries there are in a topic. */
function partsOf(topic: Topic): number {
  return claimsOf(topic).length + topic.questions.length + topic.speakers.length + topic.sources.length;
}

// With what is made of them each takes up to 3 kB, and all stay in memory until the two sides have been compared.
const MOST_PARTS = 250_000;

const TOO_MUCH =
  'the ledger differs in over 250,000 claims, questions, speakers, sources and faults: too many to compare';

/** True if a file holds the same on both sides, or can be read on neither. */
function isSame({ after, before }: Sides, fileOn: (side: Side) => LedgerFile | undefined): boolean {
  const [a, b] = [bytesOf(after, fileOn(after)), bytesOf(before, fileOn(before))];
  if (a === undefined || b === undefined) return a === b;
  return Buffer.compare(a, b) === 0;
}

function sharedOf({ files, place }: Side): readonly LedgerFile[] {
  return sharedFiles(place).map((path) => ({ path, ...ledOut(files, place.folder, path) }));
}

function bytesOf({ files }: Side, file: LedgerFile | undefined): Uint8Array | undefined {
  if (file === undefined || file.fault !== undefined) return undefined;
  const bytes = files.read(join(files.cwd, file.path), LARGEST_FILE);
  return 'unreadable' in bytes ? undefined : bytes;
}
