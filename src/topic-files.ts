import { basename, dirname, join, relative } from 'node:path';
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
  return { files: topics, all: files, findings };
}

/** A ledger that is one file. */
export function single(path: string): Walk {
  const file = topicFile(dirname(path), path);
  return { files: [file], all: [file], findings: [] };
}

/** True for the name of a file that could hold a topic. */
export function isTopicName(name: string): boolean {
  return /\.ya?ml$/u.test(name);
}

/** What the file is called whose entries serve all topics. */
export const SHARED: readonly string[] = ['_shared.yaml', '_shared.yml'];

// Links to folders are `other` to `list`, so that a loop of links ends.
function filesBelow(io: Files, folder: string, findings: Finding[]): readonly string[] {
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

function topicFile(root: string, path: string): TopicFile {
  const id = relative(root, path)
    .replaceAll('\\', '/')
    .replace(/\.ya?ml$/u, '');
  return { id: id === '' ? basename(path) : id, path };
}
