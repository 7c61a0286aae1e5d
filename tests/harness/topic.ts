import { buildTopic } from '../../src/ledger/build.ts';
import type { Topic } from '../../src/ledger/model.ts';
import type { Tree } from '../../src/ledger/reader/tree.ts';
import { validate } from '../../src/ledger/validate.ts';
import { entryLines } from '../../src/ledger/write/emit.ts';

/** Plain data as a file would hold it. */
export type Plain = string | readonly Plain[] | { readonly [key: string]: Plain };

/** A topic of one question with these claims, as if read from a file; what the format refuses throws. */
export function topicFrom(question: { readonly [key: string]: Plain }, claims: readonly Plain[]): Topic {
  return topicOf({ topic: 'A topic', questions: [{ ...question, claims }] });
}

/** A topic from plain data, as if read from a file; what the format refuses throws. */
export function topicOf(data: Plain): Topic {
  const { entry, findings } = validate('claims/topic.yaml', treeOf(data), 'topic');
  if (entry === undefined || findings.length > 0) throw new Error(findings.map(({ message }) => message).join('; '));
  return buildTopic({
    id: 'topic',
    file: 'claims/topic.yaml',
    topic: entry,
    shared: { file: 'claims/_shared.yaml', entry: undefined, broken: false },
  });
}

/** The file of a topic, as the program itself writes it. */
export function fileText(topic: Plain): string {
  const steps = { list: 2, map: 2 };
  return `${Object.entries(topic)
    .flatMap(([key, value]) => entryLines(key, treeOf(value), steps))
    .join('\n')}\n`;
}

/** Plain data as the reader gives it. */
export function treeOf(data: Plain): Tree {
  if (typeof data === 'string') return data;
  if (isList(data)) return data.map(treeOf);
  return new Map(Object.entries(data).map(([key, value]) => [key, treeOf(value)]));
}

function isList(data: Plain): data is readonly Plain[] {
  return Array.isArray(data);
}
