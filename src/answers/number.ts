import {
  add,
  compare,
  type Decimal,
  decimal,
  half,
  isWhole,
  largest,
  ONE,
  smallest,
  spokenDecimal,
  subtract,
  times,
  ZERO,
} from './decimal.ts';
import { closed, halfOpen, hull, type Interval, isEmpty, notNegative, snapped } from './interval.ts';
import { type Form, type Numeral, parseNumber } from './number-words.ts';
import type { Unreadable } from './unreadable.ts';

/** A number as answered: rule 3.2. */
export interface Amount {
  readonly form: 'amount';
  /** What the words commit to. */
  readonly core: Interval;
  /** What approximation excuses; holds the core. */
  readonly halo: Interval;
  /** True for a percentage, which no plain number can be held against. */
  readonly percent: boolean;
  /** True for a count: whole numbers only. */
  readonly whole: boolean;
  /** The way it was put, for those who explain it. */
  readonly put: Form['put'];
  /** The numbers as they were written. */
  readonly numerals: Form['numerals'];
}

/** What the question says about its numbers. */
export interface Measure {
  /** True if the question's unit is `%` or a word for it. */
  readonly percent: boolean;
  /** True if the question counts: whole numbers only. */
  readonly whole: boolean;
  /** How far "about" reaches, as a share of the number. */
  readonly tolerance: Decimal;
}

/** Reads a number in words and digits, or says what of it was understood. A number is never guessed. */
export function readNumber(text: string, measure: Measure): Amount | Unreadable {
  const form = parseNumber(text);
  if ('fault' in form) return form;
  const percent = measure.percent || form.numerals.some((numeral) => numeral.percent);
  const whole = measure.whole && !percent;
  const fault = faultOf(form, whole, measure);
  if (fault !== undefined) return fault;
  const scale: Scale = { whole, percent, tolerance: measure.tolerance };
  const core = fitted(coreOf(form, scale), whole);
  if (isEmpty(core)) return { fault: `\`${text}\` leaves no ${whole ? 'whole ' : ''}number that it could mean` };
  const wider = haloOf(form, scale);
  const halo = wider === undefined ? core : hull(core, fitted(wider, whole));
  return { form: 'amount', core, halo, percent, whole, put: form.put, numerals: form.numerals };
}

interface Scale {
  readonly whole: boolean;
  readonly percent: boolean;
  readonly tolerance: Decimal;
}

function faultOf(form: Form, whole: boolean, measure: Measure): Unreadable | undefined {
  if (!measure.percent && form.numerals.some(({ percent }) => percent !== form.numerals[0]?.percent)) {
    return { fault: 'a range goes from a number to a number or from a percentage to a percentage' };
  }
  const broken = whole ? form.numerals.find((numeral) => isBroken(numeral)) : undefined;
  if (broken === undefined) return undefined;
  return { fault: `\`${broken.written}\` is not a whole number, and this question counts`, hint: wholeHint(broken) };
}

function wholeHint({ written, decimals, multiplier }: Numeral): string {
  const grouped = written.replace(/(?<!\d)([1-9]\d{0,2})\.(?=\d{3}(?!\d))/u, '$1,');
  if (decimals !== 3 || multiplier !== undefined || grouped === written) {
    return 'if the question measures rather than counts, give it `scale: real`; thousands are grouped by a comma';
  }
  return `write \`${grouped}\` if thousands are meant; if the question measures rather than counts, give it \`scale: real\``;
}

// In a count a decimal point is read only before a multiplier: "53.000" may mean 53 or 53,000, so it is never guessed.
function isBroken(numeral: Numeral): boolean {
  return !isWhole(numeral.value) || (numeral.decimals > 0 && numeral.multiplier === undefined);
}

function fitted(set: Interval, whole: boolean): Interval {
  return whole ? snapped(notNegative(set)) : notNegative(set);
}

function coreOf(form: Form, scale: Scale): Interval {
  const n = form.numerals[0]?.value ?? ZERO;
  switch (form.put) {
    case 'bare':
    case 'about':
      return bareCore(form.numerals[0], scale);
    case 'exactly':
      return closed(n, n);
    case 'nearly':
      return halfOpen(subtract(n, nearlyReach(form.numerals[0], scale)), n);
    case 'more than':
      return { low: n, lowOpen: true, high: undefined, highOpen: false };
    case 'at least':
      return closed(n, undefined);
    case 'fewer than':
      return halfOpen(ZERO, n);
    case 'at most':
      return closed(ZERO, n);
    case 'range':
    case 'vague':
      return closed(n, form.numerals[1]?.value);
  }
}

/** Undefined where nothing is excused. */
function haloOf(form: Form, scale: Scale): Interval | undefined {
  const numeral = form.numerals[0];
  const n = numeral?.value ?? ZERO;
  switch (form.put) {
    case 'bare':
      return bareHalo(numeral, scale);
    case 'about':
      return closed(subtract(n, aboutReach(numeral, scale)), add(n, aboutReach(numeral, scale)));
    case 'nearly': {
      const rounding = roundingOf(numeral, scale);
      const low = subtract(n, aboutReach(numeral, scale));
      return compare(rounding, ZERO) === 0 ? closed(low, n) : halfOpen(low, add(n, rounding));
    }
    case 'vague':
      return vagueHalo(form, scale);
    default:
      return undefined;
  }
}

function bareCore(numeral: Numeral | undefined, scale: Scale): Interval {
  const n = numeral?.value ?? ZERO;
  const rounding = roundingOf(numeral, scale);
  return compare(rounding, ZERO) === 0 ? closed(n, n) : halfOpen(subtract(n, rounding), add(n, rounding));
}

function bareHalo(numeral: Numeral | undefined, scale: Scale): Interval | undefined {
  const n = numeral?.value ?? ZERO;
  const cut = cutOf(numeral, scale);
  return compare(cut, roundingOf(numeral, scale)) > 0 ? closed(subtract(n, cut), add(n, cut)) : undefined;
}

// Vague plurals from dozens up have no upper end in the halo: "hundreds" is also said of two thousand.
function vagueHalo(form: Form, scale: Scale): Interval {
  const [low, high] = form.numerals;
  const outward = (n: Decimal): Decimal => largest(times(n, scale.tolerance), scale.whole ? ONE : ZERO);
  const from = subtract(low?.value ?? ZERO, outward(low?.value ?? ZERO));
  if (high === undefined || compare(low?.value ?? ZERO, decimal('24')) >= 0) return closed(from, undefined);
  return closed(from, add(high.value, outward(high.value)));
}

/** r: what the digits imply. */
function roundingOf(numeral: Numeral | undefined, { whole, percent }: Scale): Decimal {
  if (numeral === undefined) return ZERO;
  const written = half(numeral.place);
  if (percent) return written;
  if (numeral.multiplier !== undefined) return smallest(written, fivePerCent(numeral));
  const implied = numeral.zeros >= 2 ? smallest(half(numeral.lastNonZero), fivePerCent(numeral)) : ZERO;
  return whole ? implied : largest(implied, written);
}

/** R: how far a bare number may have been cut or rounded. */
function cutOf(numeral: Numeral | undefined, scale: Scale): Decimal {
  if (numeral === undefined) return ZERO;
  const rounding = roundingOf(numeral, scale);
  if (scale.percent) return numeral.decimals === 0 && numeral.zeros >= 1 ? decimal('2') : rounding;
  if (numeral.multiplier !== undefined) return largest(rounding, smallest(numeral.place, fivePerCent(numeral)));
  if (numeral.zeros >= 2) return largest(rounding, smallest(numeral.lastNonZero, fivePerCent(numeral)));
  const oneZeroFrom100 = numeral.zeros === 1 && compare(numeral.value, decimal('100')) >= 0;
  return oneZeroFrom100 ? largest(rounding, decimal('5')) : rounding;
}

/** w: what "about" excuses. */
function aboutReach(numeral: Numeral | undefined, scale: Scale): Decimal {
  const share = times(numeral?.value ?? ZERO, scale.tolerance);
  return largest(share, cutOf(numeral, scale), scale.whole ? ONE : ZERO);
}

/** v: how far below its number "nearly" commits. */
function nearlyReach(numeral: Numeral | undefined, scale: Scale): Decimal {
  const n = numeral?.value ?? ZERO;
  const share = smallest(times(n, TWENTIETH), times(n, scale.tolerance));
  return largest(roundingOf(numeral, scale), share, scale.whole ? ONE : ZERO);
}

function fivePerCent(numeral: Numeral): Decimal {
  return times(numeral.value, TWENTIETH);
}

const TWENTIETH = decimal('0.05');

/** A set as a reader would say it: `52,500 to 53,499`, `more than 40`, `3`. */
export function spokenInterval(set: Interval, percent: boolean): string {
  const say = (n: Decimal): string => `${spokenDecimal(n)}${percent ? '%' : ''}`;
  if (set.high === undefined) return set.lowOpen ? `more than ${say(set.low)}` : `${say(set.low)} or more`;
  if (compare(set.low, set.high) === 0) return say(set.low);
  return `${say(set.low)} to ${set.highOpen ? 'just under ' : ''}${say(set.high)}`;
}
