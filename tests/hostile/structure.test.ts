import { describe, expect, test } from 'vitest';
import { isLong } from '../harness/runs.ts';
import { everyField } from './every-field.ts';
import { injectedTexts } from './injections.ts';
import { put } from './put.ts';
import { structures } from './structure.ts';
import { terminalTexts } from './text.ts';

const texts = [...injectedTexts, ...terminalTexts];
const formats = Object.keys(structures);
// Each text in each format takes half a minute. In a short run each is tried where it could do most, and in one of the
// others, another one in turn.
const FIRST = ['html', 'markdown', 'csv'];
const others = formats.filter((format) => !FIRST.includes(format));
const formatsFor = (at: number): readonly string[] => (isLong ? formats : [...FIRST, others[at % others.length] ?? '']);

describe('an export of hostile texts has the structure of one of harmless words', () => {
  test.each(texts.map(([name, , words], at) => [name, words, at] as const))(
    '%s',
    (_, words, at) => {
      for (const format of formatsFor(at)) {
        const [hostile, harmless] = [words, harmlessFor(words)].map((each) => structureOf(format, each));
        expect(hostile, format).toEqual(harmless);
      }
    },
    60_000,
  );

  test.each(formats)('%s has a structure', (format) => {
    expect(structureOf(format, 'word')?.length).toBeGreaterThan(format === 'csv' || format === 'tsv' ? 8 : 40);
  });
});

// A heading of the brief that is longer than a line, as it is written there, is cut and told in full below it: an escape
// is eight characters for one.
const HEADINGS: ReadonlySet<string> = new Set(['topic', 'ask', 'ask two', 'ask three', 'party one', 'party two']);

function structureOf(format: string, words: string): readonly string[] | undefined {
  const shown = (field: string): string => (format === 'markdown' && HEADINGS.has(field) ? words.slice(0, 5) : words);
  const { exit, stdout } = put(
    { files: { 'hostile.yaml': everyField((field) => `${shown(field)} ${field}`) } },
    `export --format ${format}`,
  );
  expect(exit).toBe(0);
  return structures[format]?.(stdout);
}

// As long, since a long heading is cut, and in as many lines, since a page keeps them.
function harmlessFor(words: string): string {
  return words.replace(/[^\s]/gu, 'w').replace(/[^\S\r\n]/gu, ' ');
}
