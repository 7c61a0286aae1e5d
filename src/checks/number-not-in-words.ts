import type { Said } from '../analysis/said.ts';
import { latePattern } from '../memo.ts';
import { withPlainDigits } from '../text.ts';
import type { Check, Found } from './check.ts';
import { valueAt } from './places.ts';
import { textsOf } from './texts.ts';
import { isWritten, numberKey, numbersIn } from './written-numbers.ts';

/** A slip of the keyboard in a number makes a contradiction out of nothing. */
export const numberNotInWords: Check = {
  code: 'number-not-in-words',
  severity: 'warning',
  summary: 'The number of an answer is not in the words of its claim.',
  *find({ questions }) {
    for (const { kind, said } of questions) {
      if (kind !== 'number') continue;
      for (const one of said) {
        const found = missing(one);
        if (found !== undefined) yield found;
      }
    }
  },
};

function missing({ claim, implied, answer, words }: Said): Found | undefined {
  if (implied || answer?.form !== 'amount' || answer.put === 'vague') return undefined;
  const written = textsOf(claim).map(({ text }) => text);
  if (answer.numerals.every((numeral) => written.some((text) => isWritten(numeral, text)))) return undefined;
  const texts = written.map(withPlainDigits);
  if (texts.some(isHardToRead)) return undefined;
  const found = new Set(texts.flatMap((text) => numbersIn(text).flatMap(({ readings }) => readings)));
  const lost = answer.numerals.find(({ value }) => numberKey(value) !== '0' && !isIn(numberKey(value), found, texts));
  if (lost === undefined) return undefined;
  const only = claim.quote === undefined ? 'says' : claim.says === undefined ? 'quote' : 'says';
  return {
    message: `the answer is \`${words}\`, and the words of \`${claim.id}\` have no such number`,
    place: valueAt(claim, 'answer'),
    hint: 'correct the answer, or put the number that was said into `says`',
    related: [{ message: 'these are the words', place: valueAt(claim, only) }],
  };
}

function isIn(wanted: string, found: ReadonlySet<string>, texts: readonly string[]): boolean {
  if (found.has(wanted)) return true;
  return texts.some((text) => !isLatin(text) && sameDigits(wanted, found));
}

// Words of other scripts may multiply in ways that are not known here: only the digits themselves are asked for.
function sameDigits(wanted: string, found: ReadonlySet<string>): boolean {
  const bare = (number: string): string => number.replace(/[,.]/gu, '').replace(/^0+|0+$/gu, '');
  return [...found].some((number) => bare(number) === bare(wanted));
}

function isLatin(text: string): boolean {
  return !OTHER_LETTER().test(text);
}

const OTHER_LETTER = latePattern(String.raw`(?!\p{Script=Latin})\p{L}`, 'u');

/** True for a text that may give its number in a way not known here: `5万3千`, a fraction, other languages' words. */
function isHardToRead(text: string): boolean {
  if (FRACTION.test(text) || IN_PARTS.test(text)) return true;
  return !/\d/u.test(text) && !ENGLISH.test(text) && numbersIn(text).length === 0;
}

const FRACTION =
  /\b(?:half|halves|quarters?|thirds?|fifths?|sixths?|eighths?|tenths?|majority|twice|double|triple|treble|(?:one|two|three|four|five|six|seven|eight|nine|\d+) (?:in|out of)(?: every)? (?:two|three|four|five|six|seven|eight|nine|ten|\d+))\b|[¼½¾⅐-⅞]/iu;

const IN_PARTS = /\d\s?[万萬億亿千百만억천]\s?\d/u;

// Words that English text has in almost every sentence, and other languages hardly ever.
const ENGLISH = /\b(?:the|and|are|were|has|have|been|with|from|that|killed|people|dead)\b/iu;
