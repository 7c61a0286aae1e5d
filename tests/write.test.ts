import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Tree } from '../src/ledger/reader/tree.ts';
import { added } from '../src/ledger/write/add.ts';
import { entryLines } from '../src/ledger/write/emit.ts';
import type { Addition } from '../src/ledger/write/insert.ts';
import { type Layout, layouts, written } from './harness/layouts.ts';
import { runs } from './harness/runs.ts';
import { plain, prose, read, readable, treeOf, words } from './harness/trees.ts';

vi.setConfig({ testTimeout: runs(200).timeout });

const claim: fc.Arbitrary<Tree> = fc
  .record(
    { speaker: words, says: prose, date: fc.constant('2024-03-12'), answer: words },
    { requiredKeys: ['speaker', 'says'] },
  )
  .map(treeOf);
const question: fc.Arbitrary<Tree> = fc
  .record(
    { id: fc.constantFrom('a', 'b'), ask: prose, claims: fc.array(claim, { maxLength: 3 }) },
    { requiredKeys: ['ask'] },
  )
  .map(treeOf);
const speakers: fc.Arbitrary<Tree> = fc
  .dictionary(fc.constantFrom('office', 'bus', 'mayor'), fc.record({ name: words }).map(treeOf), { maxKeys: 3 })
  .map(treeOf);
const topic: fc.Arbitrary<ReadonlyMap<string, Tree>> = fc
  .record(
    {
      topic: prose,
      parties: fc.constant(['North', 'South']),
      speakers,
      questions: fc.array(question, { maxLength: 3 }),
      claims: fc.array(claim, { maxLength: 3 }),
    },
    { requiredKeys: ['topic'] },
  )
  .map(treeOf);

const additions = (tree: ReadonlyMap<string, Tree>): fc.Arbitrary<readonly Addition[]> => {
  const questions = (tree.get('questions') ?? []) as readonly Tree[];
  const claims = fc.array(claim, { minLength: 1, maxLength: 3 });
  const places: fc.Arbitrary<Addition>[] = [
    claims.map((items) => ({ path: ['claims'], items })),
    fc.array(question, { minLength: 1, maxLength: 2 }).map((items) => ({ path: ['questions'], items })),
    ...questions.map((_, index) => claims.map((items) => ({ path: ['questions', index, 'claims'], items }))),
    fc.record({ name: prose }).map((entry) => ({ path: ['speakers'], entries: new Map([['new', treeOf(entry)]]) })),
  ];
  return fc.shuffledSubarray(places, { minLength: 1 }).chain((some) => fc.tuple(...some));
};

const cases = fc
  .tuple(topic, layouts)
  .chain(([tree, layout]) => fc.tuple(fc.constant(tree), fc.constant(layout), additions(tree)));

describe('what is added', () => {
  test('is there, and so is all that was, in every layout', () => {
    fc.assert(
      fc.property(cases, ([tree, layout, some]) => {
        const before = written(tree, layout);
        const result = added(before, some);
        if ('refused' in result) throw new Error(`${result.refused}\n${before}`);
        expect(plain(read(result.text))).toEqual(plain(some.reduce(grown, tree)));
        expect(lacking(before, result.text)).toBe('');
        expect(strayed(before, result.text, layout), `${before}\n=====>\n${result.text}`).toEqual([]);
        // A text of one line may have no line end that shows which it is.
        const lineEnd = before.includes('\n') ? layout.lineEnd : '\n';
        expect(result.text.replaceAll(lineEnd, '')).not.toMatch(/[\r\n]/u);
      }),
      runs(200),
    );
  });
});

test.each([
  ['k', 1023, 'written'],
  ['k', 1024, 'written'],
  ['k', 1025, '1,025'],
  ['k', 5000, '5,000'],
  ['👍', 511, 'written'],
  ['👍', 512, '1,026'],
  ['"', 600, 'written'],
  ['"\'', 600, '1,802'],
])('a key of %s, %i times, is written, or refused by its length: %s', (letter, count, told) => {
  const key = letter.repeat(count);
  const result = added('topic: T\n', [
    { path: ['speakers'], entries: new Map([[key, new Map([['name', 'N']])]]) },
    { path: ['claims'], items: [new Map([['speaker', 'N']])] },
  ]);
  if ('text' in result) expect(plain(read(result.text))).toMatchObject({ speakers: { [key]: { name: 'N' } } });
  else expect(result.refused).toBe(`cannot hold a key of ${told} characters; 1,024 are the most`);
  expect('text' in result).toBe(told === 'written');
});

test('a text in any place is read back', () => {
  fc.assert(
    fc.property(fc.oneof(prose, fc.string({ unit: 'binary', minLength: 1 }).map(readable)), (text) => {
      const tree = new Map<string, Tree>([
        ['a', text],
        ['b', [text, text]],
        ['c', new Map([['d', text]])],
      ]);
      const lines = [...tree].flatMap((entry) => entryLines(...entry, { list: 2, map: 2 }));
      expect(plain(read(`${lines.join('\n')}\n`))).toEqual(plain(tree));
    }),
    runs(200),
  );
}, 60_000);

/** The addition made on a tree of plain maps, without the code that makes it in the text. */
function grown(tree: ReadonlyMap<string, Tree>, addition: Addition): ReadonlyMap<string, Tree> {
  const [key = '', index, inner] = addition.path;
  const old = tree.get(String(key));
  if ('entries' in addition)
    return new Map([
      ...tree,
      [String(key), new Map([...((old ?? []) as ReadonlyMap<string, Tree>), ...addition.entries])],
    ]);
  if (index === undefined)
    return new Map([...tree, [String(key), [...((old ?? []) as readonly Tree[]), ...addition.items]]]);
  const questions = (old as readonly ReadonlyMap<string, Tree>[]).map((one, at) =>
    at === index ? grown(one, { path: [String(inner)], items: addition.items }) : one,
  );
  return new Map([...tree, [String(key), questions]]);
}

/** The rest of the old text that the new one does not have in the same order. */
function lacking(old: string, text: string): string {
  let at = 0;
  for (const char of text) if (old.startsWith(char, at)) at += char.length;
  return old.slice(at);
}

/** Comments that stood right above a line of their own indentation, and no longer do. Brackets may have grown. */
function strayed(old: string, text: string, { lineEnd }: Layout): readonly string[] {
  const lines = text.split(lineEnd);
  const pairs = old.split(lineEnd).map((line, index, all) => [line, all[index + 1] ?? ''] as const);
  return pairs
    .filter(([line, next]) => /^ *# about/u.test(line) && indentOf(line) === indentOf(next) && !/^ *#/u.test(next))
    .filter(([line, next]) => lines[lines.indexOf(line) + 1]?.startsWith(next.replace(/[[{].*$/su, '')) !== true)
    .map(([line]) => line);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
