import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyseTopic, type TopicAnalysis } from '../src/analysis/analyse.ts';
import { begun } from '../src/commands/begun.ts';
import { print } from '../src/print.ts';
import { renderers } from '../src/renderers/index.ts';
import { escaped } from '../src/renderers/json.ts';
import type { Block, View } from '../src/views/block.ts';
import { each, lazy } from '../src/views/lazy.ts';
import { plain } from '../src/views/line.ts';
import { list } from '../src/views/list.ts';
import { rows } from '../src/views/rows.ts';
import { whole } from '../src/views/whole.ts';
import { memoryIo } from './harness/memory.ts';
import { topicOf } from './harness/topic.ts';

const listed = (topics: Iterable<TopicAnalysis>): View => list(topics, { passes: () => true, sort: 'file' });
const copied = (topics: Iterable<TopicAnalysis>): View => rows(topics);

describe.each([
  ['list', 'pretty', listed],
  ['list', 'json', listed],
  ['list', 'jsonl', listed],
  ['list', 'csv', listed],
  ['list', 'tsv', listed],
  ['export', 'json', whole],
  ['export', 'jsonl', copied],
  ['export', 'csv', copied],
  ['export', 'tsv', copied],
])('%s --format %s', (_, format, viewOf) => {
  test('lets its first row leave before the last topic is taken', () => {
    const topics = manyTopics(1000);
    let text = '';
    for (const piece of pieces(viewOf(topics.all), format)) {
      text += piece;
      if (text.includes('It is safe')) break;
    }
    expect(text).toContain('It is safe');
    expect(topics.taken()).toBeLessThan(20);
  });

  test('goes through the topics once, whatever else the view could show', () => {
    const topics = manyTopics(3);
    expect([...pieces(viewOf(topics.all), format)].join('').split('It is safe')).toHaveLength(4);
    expect(topics.taken()).toBe(3);
  });
});

test('a line of a table leaves when it is laid out, all having been measured', () => {
  let passes = 0;
  const lines = lazy(function* () {
    passes += 1;
    yield [plain('a'), plain('one')];
    if (passes > 1) throw new Error('too early');
    yield [plain('longest'), plain('two')];
  });
  const columns = [
    { title: 'id', size: 'fit' },
    { title: 'word', size: 'fit' },
  ] as const;
  const left = pieces(viewOf({ block: 'table', columns, rows: lines }), 'pretty')[Symbol.iterator]();
  expect([left.next().value, left.next().value]).toEqual(['id       word\n', 'a        one\n']);
  expect(() => left.next()).toThrow('too early');
});

describe('printing', () => {
  test('ends when the reader has left, and so does what makes the rows', () => {
    const { io, stdout } = memoryIo({ files: {}, cwd: '/desk' });
    let hasEnded = false;
    const endless = lazy(function* () {
      try {
        for (let place = 1; ; place += 1) yield { place };
      } finally {
        hasEnded = true;
      }
    });
    const out = { ...io.out, isClosed: () => stdout().includes('"place":100') };
    print(
      { data: {}, rows: endless, blocks: [] },
      { ...io, out },
      { format: 'jsonl', color: 'auto', width: undefined },
    );
    expect(hasEnded).toBe(true);
    expect(JSON.parse(stdout().trimEnd().split('\n').at(-1) ?? '').place).toBeLessThan(10_000);
  });
});

describe('JSON that is written in pieces', () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      fc.string({ unit: 'binary' }),
      fc.constantFrom('plain words', '“quoted”', 'שלום', '\u202e', '\u007f', '"', '\\'),
      fc.double(),
      fc.constantFrom(true, null, undefined),
      fc.array(tie('any'), { maxLength: 4 }),
      fc.dictionary(fc.string({ maxLength: 3 }), tie('any'), { maxKeys: 4 }),
    ),
  })).any;
  const data = fc.dictionary(fc.string({ maxLength: 3 }), value, { maxKeys: 4, noNullPrototype: true });

  test('is what JSON.stringify writes, made safe to show', () => {
    fc.assert(
      fc.property(data, fc.infiniteStream(fc.boolean()), (given, coins) => {
        const view = { data: streamed(given, coins), blocks: [] };
        expect([...pieces(view, 'json')].join('')).toBe(`${escaped(JSON.stringify(given, null, 2))}\n`);
        expect([...pieces(view, 'jsonl')].join('')).toBe(`${escaped(JSON.stringify(given))}\n`);
      }),
    );
  });
});

describe.each([
  ['csv', ','],
  ['tsv', '\t'],
])('%s', (format, delimiter) => {
  // What stands behind blanks or a `'` is shielded by a rule of our own, which the tests of the rows hold.
  const cell = fc
    .oneof(fc.constantFrom('', '=1+1', '-1', '@x', '＝1', 'a,b', 'a\tb', 'a\nb', 'a\rb', '"', 'a"b'), fc.string())
    .filter((text) => !/^['\s]/u.test(text));

  test('is what csv-stringify writes', () => {
    const columns = ['one', 'two'].map((name) => ({ name, holds: 'text' as const }));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 5 }), (cells) => {
        const view = { data: {}, table: { columns, rows: cells }, blocks: [] };
        const table = stringify([['one', 'two'], ...cells], { delimiter, escape_formulas: true });
        expect([...pieces(view, format)].join('')).toBe(table);
      }),
    );
  });
});

function pieces(view: View, format: string): Iterable<string> {
  const render = renderers[format];
  if (render === undefined) throw new Error(`no format ${format}`);
  return render(view, { width: 80, color: 'plain' });
}

function viewOf(block: Block): View {
  return { data: {}, blocks: [block] };
}

/** Topics that are counted as they are taken, and can be gone through once. */
function manyTopics(count: number): { readonly all: Iterable<TopicAnalysis>; readonly taken: () => number } {
  const analysis = analyseTopic(topicOf({ topic: 'A bridge', claims: [{ speaker: 'mayor', says: 'It is safe' }] }));
  let taken = 0;
  function* counted(): Generator<TopicAnalysis> {
    for (; taken < count; taken += 1) yield analysis;
  }
  return { all: counted(), taken: () => taken };
}

/** The same data in which some lists are iterables. */
function streamed(data: unknown, coins: fc.Stream<boolean>): unknown {
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) {
    const entries = data.map((entry) => streamed(entry, coins));
    return coins.next().value ? each(entries, (entry) => entry) : entries;
  }
  return Object.fromEntries(Object.entries(data).map(([key, part]) => [key, streamed(part, coins)]));
}

test('what was begun is closed where the one who takes it stops at the first', () => {
  let closed = false;
  function* topics(): Generator<number> {
    try {
      yield 1;
      yield 2;
    } finally {
      closed = true;
    }
  }
  for (const _ of begun(topics())) break;
  expect(closed).toBe(true);
});
