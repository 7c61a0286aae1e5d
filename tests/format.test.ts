import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { formatted } from '../src/ledger/format/format.ts';
import { readEntity } from '../src/ledger/read-file.ts';
import type { Tree } from '../src/ledger/reader/tree.ts';
import { yamlReader } from '../src/ledger/reader/yaml.ts';
import { FORMAT } from '../src/ledger/schema.ts';
import { soundTree } from '../src/ledger/write/legible.ts';
import { layouts, written } from './harness/layouts.ts';
import { runs } from './harness/runs.ts';
import { plain, prose, read, treeOf, words } from './harness/trees.ts';

vi.setConfig({ testTimeout: runs(100).timeout });

/** A map with its keys in any order. */
const shuffled = (values: Readonly<Record<string, fc.Arbitrary<unknown>>>, ...required: readonly string[]) =>
  fc
    .record(values, { requiredKeys: [...required] })
    .chain((record) =>
      fc.shuffledSubarray(Object.entries(record), { minLength: Object.keys(record).length }).map((all) => new Map(all)),
    ) as fc.Arbitrary<ReadonlyMap<string, Tree>>;

const claim = shuffled(
  {
    id: fc.constant('a-claim'),
    speaker: words,
    via: fc.array(words, { maxLength: 2 }),
    says: prose,
    datum: words,
    answer: fc.oneof(words, fc.array(words, { minLength: 1, maxLength: 2 })),
    implies: fc.dictionary(fc.constantFrom('b', 'a'), words).map(treeOf),
    reviewed: fc.array(shuffled({ reason: prose, with: words }, 'with'), { maxLength: 2 }),
    note: prose,
  },
  'says',
);
const question = shuffled({ claims: fc.array(claim, { maxLength: 3 }), ask: prose, id: words }, 'ask');
const source = shuffled({ published: words, outlet: words, title: prose }, 'outlet');
const topic = shuffled(
  {
    note: prose,
    claims: fc.array(claim, { maxLength: 3 }),
    sources: fc.dictionary(fc.constantFrom('notice', 'courier', 'a b'), source, { maxKeys: 3 }).map(treeOf),
    questions: fc.array(question, { maxLength: 3 }),
    parties: fc.array(words, { minLength: 1, maxLength: 3 }),
    topic: prose,
  },
  'topic',
);

describe('a formatted file', () => {
  test('holds what it held, with every comment, and formatting it again changes nothing', () => {
    fc.assert(
      fc.property(topic, layouts, (tree, layout) => {
        const before = written(tree, layout);
        const after = textOf(before);
        expect(plain(read(after)), `${before}\n=====>\n${after}`).toEqual(plain(tree));
        expect(commentsOf(after)).toEqual(commentsOf(before));
        expect(codesOf(after)).toEqual(codesOf(before));
        expect(textOf(after)).toBe(after);
        expect(after.replaceAll(layout.lineEnd, '')).not.toMatch(/[\r\n]/u);
        expect(after.endsWith(layout.lineEnd)).toBe(true);
      }),
      runs(100),
    );
  });

  test('has its keys in the order of the format', () => {
    fc.assert(
      fc.property(topic, layouts, (tree, layout) => {
        const after = read(textOf(written(tree, layout))) as ReadonlyMap<string, Tree>;
        const claims = (after.get('claims') ?? []) as readonly ReadonlyMap<string, Tree>[];
        expect(known(after, 'topic')).toEqual(inOrderOf(after, 'topic'));
        for (const each of claims) expect(known(each, 'claim')).toEqual(inOrderOf(each, 'claim'));
      }),
    );
  });

  test('has each comment where it was: above or beside the same key', () => {
    fc.assert(
      fc.property(topic, layouts, (tree, layout) => {
        const before = written(tree, layout);
        const after = textOf(before);
        const anchors = anchorsOf(after.split(layout.lineEnd));
        // What stands above a dash is about the item, which may get another first key.
        const lines = before.split(layout.lineEnd).map((line) => line.replace(/^ *-.*$/u, '-'));
        const lost = [...anchorsOf(lines)].filter(([comment, key]) => anchors.get(comment) !== key);
        expect(lost, `${before}\n=====>\n${after}`).toEqual([]);
      }),
      runs(100),
    );
  });
});

describe('real files', () => {
  const root = `${import.meta.dirname}/..`;
  const ledger = readdirSync(`${root}/claims`).map((name) => [name, readFileSync(`${root}/claims/${name}`, 'utf8')]);
  const pages = ['docs', 'tests/transcripts'].flatMap((folder) =>
    readdirSync(`${root}/${folder}`).map((name) => readFileSync(`${root}/${folder}/${name}`, 'utf8')),
  );
  const examples = pages.flatMap((page) => [...page.matchAll(/^```yaml (\S+)\n(.*?)^```$/gmsu)]);
  const sound = [...ledger, ...examples.map(([, path, text = '']) => [path, text])].filter(
    ([, text = '']) => soundTree(text) !== undefined,
  );

  test('there are many', () => expect(sound.length).toBeGreaterThan(60));

  test.each(sound)('%s keeps what it holds, its comments and its faults', (_, before = '') => {
    const after = textOf(before);
    expect(plain(read(after))).toEqual(plain(read(before)));
    expect(commentsOf(after)).toEqual(commentsOf(before));
    expect(codesOf(after)).toEqual(codesOf(before));
    expect(textOf(after)).toBe(after);
  });

  test.each(ledger)('%s, which ships, is formatted', (_, text = '') => {
    expect(textOf(text)).toBe(text);
  });
});

function textOf(text: string): string {
  const result = formatted(text);
  if ('refused' in result) throw new Error(`${result.refused}\n${text}`);
  return result.text;
}

function commentsOf(text: string): readonly string[] {
  return yamlReader
    .comments(text)
    .map(({ start, end }) => text.slice(start, end))
    .sort();
}

function codesOf(text: string): readonly string[] {
  return readEntity({ path: 'a.yaml', text }, 'topic')
    .findings.map(({ code, message }) => `${code} ${message}`)
    .sort();
}

function known(map: ReadonlyMap<string, Tree>, entity: keyof typeof FORMAT): readonly string[] {
  return [...map.keys()].filter((key) => Object.hasOwn(FORMAT[entity], key));
}

function inOrderOf(map: ReadonlyMap<string, Tree>, entity: keyof typeof FORMAT): readonly string[] {
  return Object.keys(FORMAT[entity]).filter((key) => map.has(key));
}

/** The key that each comment stands above or beside. One above or beside a whole item is about no key of it. */
function anchorsOf(lines: readonly string[]): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  for (const [index, line] of lines.entries()) {
    const comment = /# (?:about|beside) \d+/u.exec(line)?.[0];
    const isOwn = line.trimStart().startsWith('#');
    const about = isOwn ? lines.slice(index).find((each) => /^\s*[^\s#]/u.test(each)) : line;
    const key = /^\s*(?:- +)*([a-z_ ]+):/u.exec(about ?? '')?.[1];
    if (comment !== undefined && key !== undefined) anchors.set(comment, key);
  }
  return anchors;
}

test('a file of more entries or lines than can be written to is left alone, and told so', () => {
  const limit = { refused: expect.stringContaining('300,000') };
  expect(formatted(`claims: [${'x, '.repeat(300_000)}]\n`)).toEqual(limit);
  expect(formatted(`topic: T\n${'\n'.repeat(300_000)}`)).toEqual(limit);
});
