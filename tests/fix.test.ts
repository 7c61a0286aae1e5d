import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { meantDate } from '../src/ledger/meant-date.ts';
import type { Tree } from '../src/ledger/reader/tree.ts';
import { yamlReader } from '../src/ledger/reader/yaml.ts';
import { put } from '../src/ledger/write/put.ts';
import { main } from '../src/main.ts';
import { slipOf } from '../src/nearest.ts';
import { layouts, written } from './harness/layouts.ts';
import { memoryIo } from './harness/memory.ts';
import { runs } from './harness/runs.ts';
import { plain, prose, read, treeOf, words } from './harness/trees.ts';

vi.setConfig({ testTimeout: runs(150).timeout });

describe('a date that can only be meant in one way', () => {
  test.each([
    ['2025-5-7', '2025-05-07'],
    ['2025/05/17', '2025-05-17'],
    ['2025.5.17', '2025-05-17'],
    ['2025年5月17日', '2025-05-17'],
    ['2025年5月', '2025-05'],
    ['17 May 2025', '2025-05-17'],
    ['1st Sept. 2025', '2025-09-01'],
    ['May 17th, 2025', '2025-05-17'],
    ['may 2025', '2025-05'],
    ['17/05/2025', '2025-05-17'],
    ['05/17/2025', '2025-05-17'],
    ['31.12.2024', '2024-12-31'],
  ])('%s is %s', (text, date) => expect(meantDate(text)).toBe(date));

  test.each([
    ['05/07/2025', 'a day in May or in July'],
    ['12.12.2025', 'two numbers that could each be the month, though it comes to the same'],
    ['17/05/25', 'no century'],
    ['30 February 2025', 'no such day'],
    ['2025-13-01', 'no such month'],
    ['2025-5/7', 'a span or a day'],
    ['17 Mai 2025', 'a month in another language'],
    ['about May 2025', 'not only a date'],
    ['2025-05-17 14:30', 'a time without its zone'],
    ['13/14/2025', 'no month at all'],
  ])('%s is never guessed: %s', (text) => expect(meantDate(text)).toBeUndefined());
});

describe('a slip', () => {
  test.each([
    ['sorce', ['source', 'says', 'speaker'], 'source'],
    ['soruce', ['source', 'says'], 'source'],
    ['As Of', ['as_of', 'at'], 'as_of'],
    ['Press-Conference', ['article', 'press conference'], 'press conference'],
    ['mayor-opne', ['mayor-open', 'bus-shut'], 'mayor-open'],
  ])('%s is meant as one of %j', (text, candidates, meant) => expect(slipOf(text, candidates)).toBe(meant));

  test.each([
    ['as', ['at', 'says'], 'too short to tell'],
    ['unlikely', ['likely', 'possible', 'asserted'], 'two letters make it the opposite'],
    ['bus-2', ['bus-1'], 'another number is another claim'],
    ['bus-٢', ['bus-١'], 'so it is in other digits'],
    ['dat', ['date', 'at'], 'two are near'],
    ['form', ['morf'], 'letters that are not side by side'],
  ])('%s is none of %j: %s', (text, candidates) => expect(slipOf(text, candidates)).toBeUndefined());
});

test('what is replaced stands there, and nothing else has changed, in every layout', () => {
  const claims = fc.array(
    fc.record({ spaeker: words, says: prose, denies: fc.array(words, { minLength: 1, maxLength: 2 }) }),
    {
      minLength: 1,
      maxLength: 3,
    },
  );
  fc.assert(
    fc.property(claims, layouts, prose, (all, layout, text) => {
      const topic = (items: readonly object[]): ReadonlyMap<string, Tree> =>
        treeOf({ topic: 'x', claims: items.map(treeOf) });
      const before = written(topic(all), layout);
      const last = all.length - 1;
      const result = put(before, [
        { path: ['claims', last, 'spaeker'], part: 'key', text: 'speaker' },
        { path: ['claims', last, 'spaeker'], part: 'value', text },
        { path: ['claims', 0, 'denies', 0], part: 'value', text },
      ]);
      if ('refused' in result) throw new Error(`${result.refused}\n${before}`);
      const meant = all.map(({ spaeker, denies, ...rest }, index) => ({
        ...rest,
        ...(index === last ? { speaker: text } : { spaeker }),
        denies: index === 0 ? [text, ...denies.slice(1)] : denies,
      }));
      expect(plain(read(result.text)), `${before}\n=====>\n${result.text}`).toEqual(plain(topic(meant)));
      expect(commentsIn(result.text)).toEqual(commentsIn(before));
    }),
    runs(150),
  );
});

describe('claims check --fix', () => {
  const path = '/desk/claims/a.yaml';
  const files = { [path]: 'topic: x\nclaims:\n  - speaker: y\n    sayz: z\n' };

  test('writes the file', () => {
    const desk = memoryIo({ files, cwd: '/desk' });
    expect(main(['check', '--fix'], desk.io)).toBe(0);
    expect(desk.files.get(path)).toBe('topic: x\nclaims:\n  - speaker: y\n    says: z\n');
  });

  test('writes nothing in a dry run', () => {
    const desk = memoryIo({ files, cwd: '/desk' });
    expect(main(['check', '--fix', '--dry-run'], desk.io)).toBe(0);
    expect(desk.files.get(path)).toBe(files[path]);
  });

  test('shows lines whose characters can do nothing', () => {
    const hostile = 'topic: x\nclaims:\n  - speaker: "a\u202Eb\u2066"\n    sayz: z\n';
    const desk = memoryIo({ files: { [path]: hostile }, cwd: '/desk' });
    main(['check', '--fix', '--dry-run'], desk.io);
    expect(desk.stdout()).toContain('    - speaker: "a<U+202E>b<U+2066>"');
    expect(desk.stdout()).not.toMatch(/[\u202e\u2066]/u);
  });

  test('leaves a file alone that somebody else has written to since it was checked', () => {
    const desk = memoryIo({ files, cwd: '/desk' });
    let reads = 0;
    const other = new TextEncoder().encode('topic: other\n');
    const io = { ...desk.io, read: (name: string, limit: number) => (++reads > 1 ? other : desk.io.read(name, limit)) };
    expect(main(['check', '--fix'], io)).toBe(4);
    expect(desk.stderr()).toContain('changed while it was checked');
    expect(desk.files.get(path)).toBe(files[path]);
  });
});

describe('claims fmt', () => {
  test('formats standard input to standard output, byte order mark and line ends included', () => {
    const desk = memoryIo({ files: {}, cwd: '/desk', stdin: '\ufeffclaims: []\r\ntopic: "x"' });
    expect(main(['fmt', '-'], desk.io)).toBe(0);
    expect(desk.stdout()).toBe('\ufefftopic: x\r\nclaims: []\r\n');
  });

  test('prints nothing of standard input that has faults', () => {
    const desk = memoryIo({ files: {}, cwd: '/desk', stdin: 'topic: "x' });
    expect(main(['fmt', '-'], desk.io)).toBe(2);
    expect(desk.stdout()).toBe('');
  });
});

function commentsIn(text: string): readonly string[] {
  return yamlReader.comments(text).map(({ start, end }) => text.slice(start, end));
}
