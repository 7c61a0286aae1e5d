import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseNumber } from '../src/answers/number-words.ts';
import { doubtsIn, mayDoubt } from '../src/checks/doubts.ts';
import { hedgeAt, mayHedge } from '../src/checks/hedges.ts';
import { isWritten, numberKey, numbersIn } from '../src/checks/written-numbers.ts';
import { withPlainDigits } from '../src/text.ts';

// What stands around numbers, and what makes other numbers of them.
const NUMBERS = ['15', '53,000', '1.2', '0', '7', '٥٣', '1,2', '000', '12 13', 'twelve', 'half a million', '３', '𝟏'];
const MARKS = [' ', ' ', ' ', '', ',', '.', '-', '–', '’', '٬', '\u00a0', '%', '+', '\n', '(', '“', '’s'];
const WORDS = ['thousand', 'million', 'm', 'mé', 'boats', 'בתים', '万', 'to', 'and', 'Tote', 'milliers', 'mil'];
const HEDGES = [
  ...[
    'more than',
    'no fewer than',
    'at most',
    'a maximum of',
    'over',
    'above',
    'under',
    'upwards of',
    'close to',
    '~',
    '≥',
  ],
  ...[
    'just short of',
    'an estimated',
    'or more',
    'or so',
    'or thereabouts',
    'plus',
    '-odd',
    '-ish',
    'at least',
    'some',
  ],
];
const DOUBTS = [
  ...['may have', 'MAY be', 'might', 'possibly', 'Probably', 'perhaps', 'maybe', 'presumably', 'apparently', 'likely'],
  ...['seemingly', 'allegedly', 'reportedly', 'supposedly', 'appeared to', 'seems to', 'is believed to', 'rumored to'],
  ...[
    'rumoured to',
    'feared dead',
    'presumed dead',
    'suspected of',
    'thought to',
    'could\nhave',
    'are',
    'have',
    'fled',
    'dead',
  ],
];

const texts = (pieces: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((all) => all.join(''));

test('a number that stands in a text at first sight is one of its numbers', () => {
  let seen = 0;
  const answers = fc.constantFrom('15', '53,000', '1.2', '7', '30%', '1.2 million', '12 to 15', 'at least 15', '0');
  const property = fc.property(answers, texts([...NUMBERS, ...MARKS, ...WORDS]), (answer, text) => {
    const form = parseNumber(answer);
    const numerals = 'fault' in form ? [] : form.numerals.filter((numeral) => isWritten(numeral, text));
    const found = numbersIn(withPlainDigits(text)).flatMap(({ readings }) => readings);
    seen += numerals.length;
    expect(found).toEqual(expect.arrayContaining(numerals.map(({ value }) => numberKey(value))));
  });
  fc.assert(property, { numRuns: 20_000 });
  expect(seen).toBeGreaterThan(100);
});

test('no number is hedged in a text that has no hedge at first sight', () => {
  let seen = 0;
  const property = fc.property(texts([...NUMBERS, ...MARKS, ...WORDS, ...HEDGES]), (text) => {
    const hedges = numbersIn(text).flatMap((number) => hedgeAt(text, number) ?? []);
    seen += hedges.length;
    expect(hedges.length === 0 || mayHedge(text)).toBe(true);
  });
  fc.assert(property, { numRuns: 10_000 });
  expect(seen).toBeGreaterThan(100);
});

test('nothing is doubted in a text that has no doubt at first sight', () => {
  let seen = 0;
  const property = fc.property(texts([' ', ' ', ...MARKS, ...WORDS, ...DOUBTS]), (text) => {
    const doubts = doubtsIn(text);
    seen += doubts.length;
    expect(doubts.length === 0 || mayDoubt(text)).toBe(true);
  });
  fc.assert(property, { numRuns: 10_000 });
  expect(seen).toBeGreaterThan(100);
});
