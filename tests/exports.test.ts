import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { hostileTopic } from './harness/hostile-topic.ts';
import { memoryIo } from './harness/memory.ts';

const { file, texts } = hostileTopic();

// The brief and the pages have their own tests, in markdown.test.ts and html.test.ts.
const READERS: Readonly<Record<string, (text: string) => readonly unknown[]>> = {
  json: (text) => [JSON.parse(text)],
  jsonl: linesOf,
  csv: (text) => cellsIn(text, ','),
  tsv: (text) => cellsIn(text, '\t'),
  claimreview: (text) => [JSON.parse(text)],
};

describe('a program that knows the format reads every text as it is', () => {
  test.each(['json', 'jsonl', 'csv', 'tsv'])('%s', (format) => {
    const read = new Set(stringsIn(READERS[format]?.(exported(format, file))));
    expect(texts.filter((text) => !read.has(text))).toEqual([]);
  });

  test('claimreview, but for what schema.org has no word for', () => {
    const read = new Set(stringsIn(READERS.claimreview?.(exported('claimreview', file))));
    const left = texts.filter((text) => !read.has(text)).map((text) => text.split('<')[0]);
    expect(left).toEqual([
      'measure',
      'verb',
      'via',
      'at',
      'anonymous',
      'their note',
      'note',
      'review',
      'option',
      'open ask',
    ]);
  });

  test.each(Object.keys(READERS))('%s, whatever it is made of', (format) => {
    const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(words, words, (says, quote) => {
        const claims = [{ speaker: 'ann', says: `a${says}z`, quote: `a${quote}z` }];
        const read = stringsIn(READERS[format]?.(exported(format, yamlOf({ topic: 'A topic', claims }))));
        expect(read).toContain(`a${says}z`);
        expect(read).toContain(`a${quote}z`);
      }),
    );
  });
});

function exported(format: string, topic: string): string {
  const io = memoryIo({ files: { '/desk/claims/topic.yaml': topic }, cwd: '/desk' });
  expect(main(['export', '--format', format], io.io)).toBe(0);
  return io.stdout();
}

// JSON is YAML, but for the characters that no file may hold as they are.
function yamlOf(data: object): string {
  return JSON.stringify(data).replace(/[^ -~]/gu, (character) => {
    return `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`;
  });
}

function linesOf(text: string): readonly unknown[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

function cellsIn(text: string, delimiter: string): readonly unknown[] {
  const cells = parse(text, { delimiter }).flat();
  return cells.map((cell) => (/^(?:\{|\[["{])/u.test(cell) ? JSON.parse(cell) : cell));
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
