import { fold, withPlainDigits } from '../text.ts';
import { type Decimal, decimal, ONE, times } from './decimal.ts';
import { notRead } from './not-read.ts';
import type { Unreadable } from './unreadable.ts';

/** One number as written, with what its digits tell about its rounding. */
export interface Numeral {
  /** The whole answer, or the part of a range. */
  readonly written: string;
  /** `53,000`, `5.3`. */
  readonly digits: string;
  readonly value: Decimal;
  /** The last written place, multiplied out: 1 in 53, 0.1 in 5.3, 100,000 in 1.2 million. */
  readonly place: Decimal;
  /** The place of the last digit that is not 0: 1,000 in 53,000. */
  readonly lastNonZero: Decimal;
  /** How many zeros the digits end in; none when decimals are written. */
  readonly zeros: number;
  /** How many decimals are written. */
  readonly decimals: number;
  readonly multiplier: string | undefined;
  readonly percent: boolean;
}

/** How a number was put, and its numerals: two for a range and a vague plural, else one. */
export interface Form {
  readonly put:
    | 'bare'
    | 'exactly'
    | 'about'
    | 'nearly'
    | 'more than'
    | 'at least'
    | 'fewer than'
    | 'at most'
    | 'range'
    | 'vague';
  readonly numerals: readonly Numeral[];
}

/** Parses an answer by the table of rule 3.2. It must parse whole. */
export function parseNumber(text: string): Form | Unreadable {
  const words = withPlainDigits(fold(text));
  if (words.length > LONGEST) return { fault: `a number has at most ${LONGEST} characters` };
  return formOf(words) ?? notRead(words, (other) => !('fault' in (formOf(other) ?? { fault: '' })));
}

function formOf(words: string): Form | Unreadable | undefined {
  return vague(words) ?? range(words) ?? bounded(words);
}

// Longer than any number a speaker says, and short enough that exact arithmetic on it costs nothing.
const LONGEST = 80;

const NUMERAL = String.raw`(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)? ?(thousand|k|million|m|billion|bn)?(?![a-z]) ?(%)?`;

const [THOUSAND, MILLION, BILLION] = [decimal('1000'), decimal('1000000'), decimal('1000000000')];

const MULTIPLIERS: ReadonlyMap<string, Decimal> = new Map([
  ['thousand', THOUSAND],
  ['k', THOUSAND],
  ['million', MILLION],
  ['m', MILLION],
  ['billion', BILLION],
  ['bn', BILLION],
]);

const BEFORE: readonly (readonly [Form['put'], string])[] = [
  ['exactly', 'exactly '],
  ['about', 'some |about |around |roughly |approximately |~ ?'],
  ['nearly', 'nearly |almost |close to |just under '],
  ['more than', 'more than |over |above |> ?'],
  ['at least', 'at least |no fewer than |≥ ?'],
  ['fewer than', 'fewer than |less than |under |< ?'],
  ['at most', 'up to |at most |no more than |as many as |≤ ?'],
];

const AFTER = ' ?\\+| or more| confirmed| identified| verified| recorded| counted| so far';

// A group for each way of putting a number, those of the numeral, and one for what follows it.
const BOUNDED = new RegExp(`^(?:${BEFORE.map(([, words]) => `(${words})`).join('|')})?${NUMERAL}(${AFTER})?$`, 'u');

// Of what is no range the long pattern is spared.
const MAY_RANGE = /^between |(?:to|–|-) ?\d/u;
const RANGE = new RegExp(`^(?:between ${NUMERAL} and ${NUMERAL}|${NUMERAL} ?(?:to|–|-) ?${NUMERAL})$`, 'u');

const NONE: ReadonlySet<string> = new Set(['none', 'no one', 'zero']);

const VAGUE: ReadonlyMap<string, readonly string[]> = new Map([
  ['a few', ['2', '9']],
  ['several', ['3', '9']],
  ['dozens', ['24', '99']],
  ['scores', ['40', '199']],
  ['hundreds', ['200', '999']],
  ['thousands', ['2000', '9999']],
  ['tens of thousands', ['20000', '99999']],
  ['hundreds of thousands', ['200000', '999999']],
  ['millions', ['2000000']],
]);

function vague(words: string): Form | undefined {
  if (NONE.has(words)) return { put: 'exactly', numerals: [numeralOf(words, '0')] };
  const ends = VAGUE.get(words);
  return ends && { put: 'vague', numerals: ends.map((end) => numeralOf(words, end)) };
}

function range(words: string): Form | Unreadable | undefined {
  const match = MAY_RANGE.test(words) ? RANGE.exec(words) : null;
  if (match === null) return undefined;
  const [low = [], high = []] =
    match[1] === undefined ? [match.slice(9, 13), match.slice(13)] : [match.slice(1, 5), match.slice(5, 9)];
  const upper = numeralOf(parts(high), high[0] ?? '', high[1], high[2], high[3]);
  // "2 to 3 million" and "30-40%": what follows the second number serves the first too when it has none.
  const lower = numeralOf(
    parts(low),
    low[0] ?? '',
    low[1],
    low[2] ?? high[2],
    low[3] ?? (low[2] === undefined ? high[3] : undefined),
  );
  const rising =
    lower.value.units * 10n ** BigInt(upper.value.scale) <= upper.value.units * 10n ** BigInt(lower.value.scale);
  if (rising) return combined('range', [lower, upper]);
  const isShared = lower.multiplier !== undefined && low[2] === undefined;
  return { fault: `\`${words}\` ends before it begins`, hint: isShared ? SHARED : 'write the smaller number first' };
}

const SHARED = '`2 to 3 million` reads as from 2 million to 3 million; write both numbers in full if that is not meant';

function bounded(words: string): Form | Unreadable | undefined {
  const match = BOUNDED.exec(words);
  if (match === null) return undefined;
  const [whole, fraction, multiplier, percent, after] = match.slice(1 + BEFORE.length);
  const before = BEFORE.find((_, index) => match[1 + index] !== undefined)?.[0];
  if (before !== undefined && after !== undefined) return undefined;
  const put = before ?? (after === undefined ? 'bare' : 'at least');
  return combined(put, [numeralOf(words, whole ?? '', fraction, multiplier, percent)]);
}

function combined(put: Form['put'], numerals: readonly Numeral[]): Form | Unreadable {
  const both = numerals.find((numeral) => numeral.percent && numeral.multiplier !== undefined);
  if (both !== undefined) return { fault: `\`${both.written}\` is both multiplied and a percentage` };
  return { put, numerals };
}

function parts(match: readonly (string | undefined)[]): string {
  return `${match[0] ?? ''}${match[1] ?? ''}${match[2] === undefined ? '' : ` ${match[2]}`}${match[3] ?? ''}`;
}

function numeralOf(written: string, whole: string, fraction = '', multiplier?: string, percent?: string): Numeral {
  const digits = whole.replaceAll(',', '');
  const factor = multiplier === undefined ? undefined : MULTIPLIERS.get(multiplier);
  const multiplied = (one: Decimal): Decimal => (factor === undefined ? one : times(one, factor));
  const zeros = digits === '0' ? 1 : fraction === '' ? zerosAtEnd(digits) : 0;
  const decimals = Math.max(0, fraction.length - 1);
  return {
    written,
    digits: whole + fraction,
    value: multiplied(decimal(digits + fraction)),
    place: multiplied(decimals === 0 ? ONE : { units: 1n, scale: decimals }),
    lastNonZero: multiplied(zeros === 0 ? ONE : decimal(`1${'0'.repeat(zeros)}`)),
    zeros,
    decimals,
    multiplier,
    percent: percent !== undefined,
  };
}

// Of nothing but zeros none is told to be one that rounding left.
function zerosAtEnd(digits: string): number {
  let last = digits.length - 1;
  while (last >= 0 && digits.charAt(last) === '0') last -= 1;
  return last < 0 ? 0 : digits.length - 1 - last;
}
