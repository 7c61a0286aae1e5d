import { type Decimal, decimal, spokenDecimal, times } from '../answers/decimal.ts';
import { multiplierAt } from '../answers/multipliers.ts';
import type { Numeral } from '../answers/number-words.ts';
import { type SpelledNumber, spelledNumbers } from '../answers/spelled-numbers.ts';
import { withPlainDigits } from '../text.ts';

/** A number found in a text. It may have several readings: "53.000" is 53 in one country and 53,000 in another. */
export interface WrittenNumber {
  readonly start: number;
  /** After the multiplier, if there is one. */
  readonly end: number;
  /** Each as `numberKey` writes it. */
  readonly readings: readonly string[];
}

/** Every number that a text may hold, in digits of any script or in English words. Rather too many than too few. */
export function numbersIn(text: string): readonly WrittenNumber[] {
  const plain = withPlainDigits(text);
  const inWords = spelledNumbers(plain).filter(({ value }) => value <= LARGEST);
  const found = [...inDigits(plain), ...inWords.map(spelled)].sort((a, b) => a.start - b.start);
  return found.map((one, index) => asNumber(one, plain, found[index + 1]));
}

/**
 * True if a text has the digits of a number as they are, as a number of its own. Most numbers pass this quick look; where
 * it is false, `numbersIn` tells.
 */
export function isWritten({ digits: sought, multiplier }: Numeral, text: string): boolean {
  if (multiplier !== undefined) return false;
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    const end = at + sought.length;
    const isAlone = !hasDigit(text.slice(Math.max(0, at - BESIDE), at)) && !hasDigit(text.slice(end, end + BESIDE));
    if (isAlone && multiplierAt(text, end).length === 0) return true;
  }
  return false;
}

function hasDigit(text: string): boolean {
  return /\d/u.test(withPlainDigits(text));
}

// A mark and a digit that belongs to the same number, in UTF-16 units.
const BESIDE = 3;

/** A number as it is compared: `53,000` for all of 53000, 53 thousand and 53,000.0. */
export function numberKey(value: Decimal): string {
  return spokenDecimal(value);
}

interface Digits {
  readonly start: number;
  readonly end: number;
  readonly values: readonly Decimal[];
  readonly factors: readonly Decimal[];
}

function* inDigits(text: string): Generator<Digits> {
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (run.length > LONGEST) continue;
    const chunks = [...run.matchAll(/[^\s]+/gu)];
    for (const chunk of chunks) yield digits(text, chunk[0], index + chunk.index);
    if (chunks.length > 1 && GROUPED_BY_BLANKS.test(run))
      yield digits(text, run.replace(/\s/gu, ''), index, run.length);
  }
}

const RUN = /\d+(?:[.,'’٬ \u00a0\u2009\u202f]\d+)*/gu;
const GROUPED_BY_BLANKS = /^\d{1,3}(?:\s\d{3})+(?:[.,]\d+)?$/u;

// Longer runs are tables or keys, not something a speaker says.
const LONGEST = 60;

// Beyond this words are a rhyme or a slip, and would not be counted exactly.
const LARGEST = Number.MAX_SAFE_INTEGER;

function digits(text: string, written: string, start: number, length = written.length): Digits {
  const multiplier = multiplierAt(text, start + length);
  return { start, end: start + length + multiplier.length, values: readingsOf(written), factors: multiplier.factors };
}

function readingsOf(written: string): readonly Decimal[] {
  const whole = written.replace(/[.,'’]/gu, '');
  const grouped = /^\d{1,3}(?:([.,'’])\d{3})(?:\1\d{3})*$|^\d{1,2}(?:,\d{2})*,\d{3}$/u.test(written);
  const [, before = '', mark, after = ''] = /^([\d.,'’]*?)([.,])(\d+)$/u.exec(written) ?? [];
  // A comma before three digits groups them; a point may do so.
  const isPoint = mark !== undefined && !before.includes(mark) && !(mark === ',' && grouped);
  const point = isPoint ? [`${before.replace(/[.,'’]/gu, '')}.${after}`] : [];
  const all = [...(grouped || whole === written ? [whole] : []), ...point];
  return (all.length > 0 ? all : written.split(/[.,'’]/u)).map(decimal);
}

function spelled({ start, end, value, factor }: SpelledNumber): Digits {
  if (factor === 1) return { start, end, values: [decimal(String(value))], factors: [] };
  return { start, end, values: [decimal(String(value / factor))], factors: [decimal(String(factor))] };
}

// In "2 to 3 million" the multiplier serves the first number too.
function asNumber({ start, end, values, factors }: Digits, text: string, next: Digits | undefined): WrittenNumber {
  const lent = next !== undefined && BETWEEN.test(text.slice(end, next.start)) ? next.factors : [];
  const multiplied = factors.flatMap((factor) => values.map((value) => times(value, factor)));
  const borrowed = factors.length === 0 ? lent.flatMap((factor) => values.map((value) => times(value, factor))) : [];
  const plain = factors.length === 0 ? values : [];
  return { start, end, readings: [...plain, ...multiplied, ...borrowed].map(numberKey) };
}

const BETWEEN = /^\s*(?:to|or|and|[-–—])\s*$/u;
