import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedIn } from '../src/analysis/said.ts';
import type { Tree } from '../src/ledger/reader/tree.ts';
import { entryLines } from '../src/ledger/write/emit.ts';
import { main } from '../src/main.ts';
import { anyFile } from './harness/any-file.ts';
import { anyTopic, fileOf } from './harness/arbitrary.ts';
import { hostileTopic } from './harness/hostile-topic.ts';
import { memoryIo } from './harness/memory.ts';
import { type Plain, topicOf } from './harness/topic.ts';

type Files = Readonly<Record<string, string>>;

interface Ran {
  readonly out: string;
  readonly err: string;
  readonly exit: number;
  readonly files: Files;
}

function run(files: Files, ...args: readonly string[]): Ran {
  const { io, stdout, stderr, files: after } = memoryIo({ files, cwd: '/desk' });
  const exit = main(args, io);
  return { out: stdout(), err: stderr(), exit, files: Object.fromEntries(after) as Files };
}

interface Report {
  readonly counts: { readonly rows: number; readonly added: number; readonly there: number; readonly refused: number };
  readonly refused: readonly { readonly line: number; readonly reasons: readonly { readonly message: string }[] }[];
}

function imported(files: Files, ...args: readonly string[]): Ran & { readonly report: Report } {
  const ran = run(files, 'import', ...args, '--format', 'json');
  return { ...ran, report: ran.out === '' ? undefined : JSON.parse(ran.out) };
}

/** A ledger that takes topics and has none. */
const EMPTY: Files = { '/desk/claims/.keep': '' };

describe.each(['csv', 'tsv', 'jsonl'])('%s', (format) => {
  const backAndForth = (topics: Files): void => {
    const first = run(topics, 'export', '--format', format);
    const back = imported({ ...EMPTY, '/desk/in': first.out }, 'in', '--write');
    expect(back.report.refused).toEqual([]);
    expect(run(back.files, 'export', '--format', format).out).toBe(first.out);
    const again = imported({ ...back.files }, 'in', '--write');
    expect(again.report.counts).toEqual({ ...again.report.counts, added: 0, refused: 0 });
    expect(again.files).toEqual(back.files);
  };

  test('a ledger of questions of every kind comes back as it was', () => {
    fc.assert(
      fc.property(fc.array(anyTopic(6), { minLength: 1, maxLength: 2 }), (topics) => {
        backAndForth(ledgerOf(topics.map((topic) => readable(fileOf(topic)))));
      }),
      { numRuns: 30 },
    );
  });

  test('a ledger with any words in every key comes back as it was', () => {
    fc.assert(
      fc.property(anyFile, (file) => backAndForth(ledgerOf([readable(withoutEmptyLists(file))]))),
      { numRuns: 40 },
    );
  });

  test('texts that look like markup, formulas and YAML come back as they were', () => {
    backAndForth({ '/desk/claims/hostile.yaml': hostileTopic().file });
  });
});

function ledgerOf(topics: readonly Plain[]): Files {
  return Object.fromEntries(topics.map((topic, index) => [`/desk/claims/t${index}.yaml`, textOf(topic)]));
}

function textOf(topic: Plain): string {
  return `${[...(treeOf(topic) as ReadonlyMap<string, Tree>)].flatMap(([key, value]) => entryLines(key, value, { list: 2, map: 2 })).join('\n')}\n`;
}

function treeOf(data: Plain): Tree {
  if (typeof data === 'string') return data;
  if (Array.isArray(data)) return (data as readonly Plain[]).map(treeOf);
  return new Map(Object.entries(data).map(([key, value]) => [key, treeOf(value)]));
}

/** The topic without the answers that do not fit their question, which `import` refuses. */
function readable(topic: Plain): Plain {
  const asked = askedIn(topicOf(topic));
  const unread = new Set(
    asked.flatMap(({ said }) =>
      said.flatMap(({ claim, implied, unreadable }) =>
        implied || unreadable === undefined ? [] : [String(claim.path)],
      ),
    ),
  );
  if (unread.size === 0) return topic;
  const { questions, ...others } = topic as { questions: readonly { claims?: readonly Record<string, Plain>[] }[] };
  const kept = questions.map(({ claims = [], ...question }, at) => ({
    ...question,
    claims: claims.map(({ answer, ...claim }, index) =>
      answer === undefined || unread.has(String(['questions', at, 'claims', index])) ? claim : { ...claim, answer },
    ),
  }));
  return readable({ ...others, questions: kept });
}

/** An empty list says nothing, and is not added. */
function withoutEmptyLists(data: Plain): Plain {
  return JSON.parse(
    JSON.stringify(data, (key, value) => (key === 'reviewed' && value.length === 0 ? undefined : value)),
  );
}
