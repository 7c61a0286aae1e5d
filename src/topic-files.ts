import { basename, join, relative, resolve, sep } from 'node:path';
import type { Finding } from './diagnostic.ts';
import { Failure } from './failure.ts';
import type { Files, Io } from './io.ts';
import { byCodeUnit } from './text.ts';

/** Where a file of a ledger is. */
export interface LedgerFile {
  readonly path: string;
  /** Why it must not be opened: what is wrong with where its path leads. */
  readonly fault?: Finding;
}

/** Where a topic's file is. */
export interface TopicFile extends LedgerFile {
  readonly id: string;
}

/** The topics of a ledger, found without reading a file. */
export interface Walk {
  readonly files: readonly TopicFile[];
  /** Every file that could be a topic, those too that share an id. */
  readonly all: readonly TopicFile[];
  readonly findings: readonly Finding[];
}

/** The files of all topics below a folder, in the order of their ids. */
export function walkTopics(io: Files, root: string): Walk {
  const findings: Finding[] = [];
  const files: TopicFile[] = [];
  gather({ io, root, files, findings }, root, '');
  files.sort((a, b) => byCodeUnit(a.id, b.id) || byCodeUnit(a.path, b.path));
  return withoutTwins(files, findings);
}

/**
 * The one topic with an id, where it stands where its id says: found without a look at any other file, however many
 * there are. Undefined for all that takes a walk: what is no id of a file, and what a link leads to.
 */
export function topicWithId(io: Pick<Io, 'stat' | 'real' | 'cwd'>, root: string, id: string): Walk | undefined {
  const parts = id.split('/');
  // A walk enters no hidden folder, and none that is named like a topic.
  const isPlain = parts.every((part) => part !== '' && !part.startsWith('.') && !part.includes('\\'));
  if (!isPlain || parts.slice(0, -1).some(isTopicName)) return undefined;
  const names = ['.yaml', '.yml'].map((ending) => `${id}${ending}`).filter((name) => !SHARED.includes(name));
  const there = names.filter((name) => io.stat(join(io.cwd, root, name)) !== undefined);
  const [first] = there;
  const home = io.real(join(io.cwd, root));
  if (first === undefined || home === undefined) return undefined;
  // On some disks a name written otherwise leads to the same file, but only one is its own.
  if (io.real(join(io.cwd, root, first)) !== join(home, first)) return undefined;
  return withoutTwins(
    there.map((name) => ({ id, path: join(root, name) })),
    [],
  );
}

/** Of files with one id, which follow each other, only the first is a topic, and the other one is a fault. */
function withoutTwins(all: readonly TopicFile[], found: readonly Finding[]): Walk {
  const findings = [...found];
  const files = all.filter((file, index) => {
    const first = all[index - 1];
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
  return { files, all, findings };
}

/** A ledger that is one file. */
export function single(path: string): Walk {
  const file = { id: topicId(basename(path)), path };
  return { files: [file], all: [file], findings: [] };
}

/** True for the name of a file that could hold a topic. */
export function isTopicName(name: string): boolean {
  return /\.ya?ml$/u.test(name);
}

/** What a link is that leads out of its ledger: excerpts of a file may be printed, of any that a user may read. */
const LED_OUT = 'is a link to what is no file of the ledger';

/** The fault of a path in the ledger that is a link out of it; none where it leads nowhere. */
export function ledOut(io: Pick<Io, 'real' | 'cwd'>, root: string, path: string): Pick<LedgerFile, 'fault'> {
  const target = io.real(join(io.cwd, path));
  const home = io.real(join(io.cwd, root));
  if (target === undefined || home === undefined) return {};
  const parts = relative(home, target).split(sep);
  if (isTopicName(target) && parts.every((part) => !part.startsWith('.'))) return {};
  const message = `the file ${LED_OUT}`;
  const hint = 'put the file itself in its place';
  return { fault: { code: 'unreadable', severity: 'error', message, place: { file: path }, hint } };
}

/** Refuses to make a file, by its path below a folder, where a link is on the way to it. */
export function refuseLinks(io: Io, root: string, path: string): void {
  const link = linkOnTheWay(io, root, path);
  if (link !== undefined) throw new Failure(`\`${join(root, link)}\` is a link, and nothing is written through it`);
}

/**
 * The link on the way to a new file, by its path below a folder: what is written behind one is elsewhere, and in a ledger
 * it would be no part of it, as a folder that is a link is not looked through.
 */
export function linkOnTheWay(io: Pick<Io, 'real' | 'cwd'>, root: string, path: string): string | undefined {
  const from = resolve(io.cwd, root);
  const home = io.real(from) ?? from;
  const parts = path.split('/');
  const ways = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  return ways.find((way) => (io.real(join(from, way)) ?? join(home, way)) !== join(home, way));
}

/** What the file is called whose entries serve all topics. */
export const SHARED: readonly string[] = ['_shared.yaml', '_shared.yml'];

interface Gathering {
  readonly io: Files;
  readonly root: string;
  readonly files: TopicFile[];
  readonly findings: Finding[];
}

// `above` is the path of the folder in the ledger, with a `/` at its end. Links to folders are `other` to `list`, so
// that a loop of links ends.
function gather(gathering: Gathering, folder: string, above: string): void {
  const { io, root, files, findings } = gathering;
  const entries = io.list(join(io.cwd, folder));
  if ('unreadable' in entries) {
    const message = `the folder ${entries.message}`;
    findings.push({ code: 'unreadable', severity: 'error', message, place: { file: folder } });
    return;
  }
  for (const { name, kind, isLink } of entries) {
    if (name.startsWith('.') || (above === '' && SHARED.includes(name))) continue;
    const path = join(folder, name);
    if (isTopicName(name)) {
      const file = { id: `${above}${topicId(name)}`, path };
      files.push(isLink ? { ...file, ...ledOut(io, root, path) } : file);
    } else if (kind === 'folder') gather(gathering, path, `${above}${name}/`);
  }
}

function topicId(name: string): string {
  return name.replace(/\.ya?ml$/u, '') || name;
}
