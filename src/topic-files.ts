import { basename, join } from 'node:path';
import type { Finding } from './diagnostic.ts';
import type { Files } from './io.ts';
import { byCodeUnit } from './text.ts';

/** Where a topic's file is. */
export interface TopicFile {
  readonly id: string;
  readonly path: string;
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
  gather({ io, files, findings }, root, '');
  files.sort((a, b) => byCodeUnit(a.id, b.id) || byCodeUnit(a.path, b.path));
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
  return { files: topics, all: files, findings };
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

/** What the file is called whose entries serve all topics. */
export const SHARED: readonly string[] = ['_shared.yaml', '_shared.yml'];

interface Gathering {
  readonly io: Files;
  readonly files: TopicFile[];
  readonly findings: Finding[];
}

// `above` is the path of the folder in the ledger, with a `/` at its end. Links to folders are `other` to `list`, so
// that a loop of links ends.
function gather(gathering: Gathering, folder: string, above: string): void {
  const { io, files, findings } = gathering;
  const entries = io.list(join(io.cwd, folder));
  if ('unreadable' in entries) {
    const message = `the folder ${entries.message}`;
    findings.push({ code: 'unreadable', severity: 'error', message, place: { file: folder } });
    return;
  }
  for (const { name, kind } of entries) {
    if (name.startsWith('.') || (above === '' && SHARED.includes(name))) continue;
    if (isTopicName(name)) files.push({ id: `${above}${topicId(name)}`, path: join(folder, name) });
    else if (kind === 'folder') gather(gathering, join(folder, name), `${above}${name}/`);
  }
}

function topicId(name: string): string {
  return name.replace(/\.ya?ml$/u, '') || name;
}
