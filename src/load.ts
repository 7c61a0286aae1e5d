import { basename, dirname, join, relative } from 'node:path';
import type { Finding } from './diagnostic.ts';
import { Failure } from './failure.ts';
import type { Io } from './io.ts';
import { buildTopic } from './ledger/build.ts';
import type { SharedEntries } from './ledger/cast.ts';
import { isId } from './ledger/id.ts';
import type { Ledger, Topic } from './ledger/model.ts';
import { decode, LARGEST_FILE, readEntity } from './ledger/read-file.ts';
import type { Entry } from './ledger/schema.ts';
import { nearestBeginning } from './nearest.ts';
import { byCodeUnit } from './text.ts';

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

/** The paths of the files that make up the ledger, found without reading one. */
export function listFiles(io: Io, given: string | undefined): readonly string[] {
  const { folder, walk } = findTopics(io, given);
  return [...walk.paths, ...SHARED.map((name) => join(folder, name))];
}

/** Where a topic's file is. */
interface TopicFile {
  readonly id: string;
  readonly path: string;
}

/** Reads the ledger that `given` (or the environment, or the nearest `claims/`) names: the topics asked for, else all. */
export function load(io: Io, given: string | undefined, asked: readonly string[] = []): Loaded {
  const { folder, walk } = findTopics(io, given);
  const wanted = asked.length === 0 ? walk.files : asked.map((id) => topicNamed(id, walk.files));
  return readLedger(io, folder, [...new Set(wanted)], walk.findings);
}

/** The speakers and sources that serve all topics, of a ledger that may have no topic yet. */
export function loadShared(io: Io, given: string | undefined): SharedEntries {
  return readShared(io, findTopics(io, given, 'any number').folder, { texts: new Map(), findings: [] });
}

/** The ids of all topics, found without reading a file. There must be one, unless `any number` will do. */
export function listTopics(io: Io, given: string | undefined, least?: 'any number'): readonly string[] {
  return findTopics(io, given, least).walk.files.map(({ id }) => id);
}

/** The path that the file of a new topic will have. The ledger may have no topic yet. */
export function pathForTopic(io: Io, given: string | undefined, id: string): string {
  const root = findLedger(io, given);
  if (io.stat(join(io.cwd, root)) === 'file')
    throw new Failure(`\`${root}\` is one file; name the folder it stands in`);
  const isName = id.split('/').every((part) => isId(part)) && !SHARED.includes(`${id}.yaml`);
  if (!isName) throw new Failure(`\`${id}\` cannot be the id of a topic: use letters, digits and \`-\``);
  return join(root, `${id}.yaml`);
}

interface Walk {
  readonly files: readonly TopicFile[];
  /** Every file that could be a topic, those too that share an id. */
  readonly paths: readonly string[];
  readonly findings: readonly Finding[];
}

function findTopics(
  io: Io,
  given: string | undefined,
  least?: 'any number',
): { readonly folder: string; readonly walk: Walk } {
  const root = findLedger(io, given);
  const isFile = io.stat(join(io.cwd, root)) === 'file';
  const walk = isFile ? { files: [topicFile(dirname(root), root)], paths: [root], findings: [] } : walkTopics(io, root);
  const isEmpty = walk.files.length === 0 && walk.findings.length === 0;
  if (isEmpty && least === undefined) throw new Failure(`the ledger \`${root}\` has no topics`);
  return { folder: isFile ? dirname(root) : root, walk };
}

/** The path of the ledger, as the user would type it. */
function findLedger(io: Io, given: string | undefined): string {
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

/** The topic that a word names: its id, or a beginning that only one id has. */
function topicNamed(word: string, files: readonly TopicFile[]): TopicFile {
  const exact = files.find(({ id }) => id === word);
  if (exact !== undefined) return exact;
  const begun = files.filter(({ id }) => id.startsWith(word));
  if (begun.length === 1 && begun[0] !== undefined) return begun[0];
  const ids = files.map(({ id }) => id);
  if (begun.length > 1) throw new Failure(`\`${word}\` could be ${begun.map(({ id }) => `\`${id}\``).join(' or ')}`);
  const near = nearestBeginning(word, ids);
  if (near !== undefined) throw new Failure(`there is no topic \`${word}\`; did you mean \`${near}\`?`);
  throw new Failure(
    `there is no topic \`${word}\`; ${ids.length === 0 ? 'the ledger has none' : `there are ${listed(ids)}`}`,
  );
}

function readLedger(io: Io, root: string, wanted: readonly TopicFile[], found: readonly Finding[]): Loaded {
  const seen: Seen = { texts: new Map(), findings: [found] };
  const shared = readShared(io, root, seen);
  const topics: Topic[] = [];
  for (const { id, path } of wanted) {
    const topic = readEntry(io, path, 'topic', seen);
    if (topic !== undefined) topics.push(buildTopic({ id, file: path, topic, shared }));
  }
  const decoded = wanted.filter(({ path }) => seen.texts.has(path)).length;
  return { ledger: { topics }, shared, findings: seen.findings.flat(), texts: seen.texts, decoded };
}

/** What reading has come to so far. The findings are kept by file, of which one may have more than a call can take. */
interface Seen {
  readonly texts: Map<string, string>;
  readonly findings: (readonly Finding[])[];
}

function readShared(io: Io, root: string, seen: Seen): SharedEntries {
  const files = SHARED.map((name) => join(root, name));
  const file = files.find((path) => io.stat(join(io.cwd, path)) !== undefined);
  if (file === undefined) return { file: files[0] ?? '', entry: undefined, broken: false };
  const entry = readEntry(io, file, 'shared', seen);
  return { file, entry, broken: entry === undefined };
}

const SHARED = ['_shared.yaml', '_shared.yml'];

function readEntry<E extends 'topic' | 'shared'>(io: Io, path: string, entity: E, seen: Seen): Entry<E> | undefined {
  const text = readText(io, path, seen);
  if (text === undefined) return undefined;
  const { entry, findings } = readEntity({ path, text }, entity);
  seen.findings.push(findings);
  return entry;
}

function readText(io: Io, path: string, { texts, findings }: Seen): string | undefined {
  const bytes = io.read(join(io.cwd, path), LARGEST_FILE);
  if ('unreadable' in bytes) {
    const hint = 'see that it is a regular file that you may read, of at most 16 MiB';
    const message = `the file ${bytes.message}`;
    findings.push([{ code: 'unreadable', severity: 'error', message, place: { file: path }, hint }]);
    return undefined;
  }
  const decoded = decode(path, bytes);
  findings.push(decoded.findings);
  if (decoded.text !== undefined) texts.set(path, decoded.text);
  return decoded.text;
}

function walkTopics(io: Io, root: string): Walk {
  const findings: Finding[] = [];
  const files = filesBelow(io, root, findings)
    .filter((path) => !SHARED.includes(relative(root, path)))
    .map((path) => topicFile(root, path))
    .sort((a, b) => byCodeUnit(a.id, b.id) || byCodeUnit(a.path, b.path));
  const topics = files.filter((file, index) => {
    const first = files[index - 1];
    if (first === undefined || first.id !== file.id) return true;
    const message = `\`${file.id}\` is the id of two files`;
    const related = [{ message: 'the other one is here', place: { file: first.path } }];
    findings.push({
      code: 'duplicate-topic',
      severity: 'error',
      message,
      place: { file: file.path },
      hint: 'keep one of `.yaml` and `.yml`',
      related,
    });
    return false;
  });
  return { files: topics, paths: files.map(({ path }) => path), findings };
}

// Links to folders are `other` to `list`, so that a loop of links ends.
function filesBelow(io: Io, folder: string, findings: Finding[]): readonly string[] {
  const entries = io.list(join(io.cwd, folder));
  if ('unreadable' in entries) {
    findings.push({
      code: 'unreadable',
      severity: 'error',
      message: `the folder ${entries.message}`,
      place: { file: folder },
    });
    return [];
  }
  return entries
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap(({ name, kind }) => {
      const path = join(folder, name);
      if (kind === 'folder' && !isTopicName(name)) return filesBelow(io, path, findings);
      return isTopicName(name) ? [path] : [];
    });
}

function isTopicName(name: string): boolean {
  return /\.ya?ml$/u.test(name);
}

function topicFile(root: string, path: string): TopicFile {
  const id = relative(root, path)
    .replaceAll('\\', '/')
    .replace(/\.ya?ml$/u, '');
  return { id: id === '' ? basename(path) : id, path };
}

function relativeTo(io: Io, path: string): string {
  return path.startsWith('/') ? relative(io.cwd, path) || '.' : path;
}

function listed(ids: readonly string[]): string {
  const shown = ids.slice(0, 5).map((id) => `\`${id}\``);
  return ids.length > shown.length ? `${shown.join(', ')} and ${ids.length - shown.length} more` : shown.join(', ');
}
