import { isSingle, lie } from '../answers/interval.ts';
import { type Amount, spokenInterval } from '../answers/number.ts';
import type { Answer } from '../answers/read.ts';
import { meet, parseDate, spokenDate, spokenDay, spokenTogether } from '../date.ts';
import type { Claim } from '../ledger/model.ts';
import type { Comparison, Limit } from './compare.ts';
import type { Asked, Said } from './said.ts';
import type { Footing } from './time.ts';
import { times } from './when.ts';

/** Why one side moved without contradicting itself. */
export type ShiftCause = 'replaced' | 'state' | 'position';

/** The verdict on two claims as one plain sentence, without a full stop, that a reporter could read out. */
export function explain(a: Said, b: Said, comparison: Comparison, about: 'fact' | 'position' = 'fact'): string {
  const { meeting, footing, limits, denier } = comparison;
  if (denier !== undefined) return `${nameOf(denier, a, b)} denies the other claim${because(limits)}`;
  if (footing.held === 'no') return NOT_HELD[footing.because];
  if (meeting.verdict === 'incomparable') return incomparable(a, b, meeting.why);
  if (limits.includes('possible')) return `${words(a)} and ${words(b)} do not clash: ${LIMITS.possible}`;
  // A total is told from the earlier to the later, a part before its whole.
  const [first, second] = footing.held !== 'together' && footing.first === 1 ? [b, a] : [a, b];
  const sentence =
    footing.held === 'together' ? together(a, b, comparison, about) : exceeding(first, second, comparison);
  return `${sentence}${times(first.claim, second.claim)}${because(limits)}`;
}

/** A move of one speaker or party as one plain sentence, without a full stop. */
export function explainShift(a: Said, b: Said, asked: Asked, cause: ShiftCause): string {
  if (cause === 'replaced') return `${replacing(a.claim, b.claim)}${times(a.claim, b.claim)}`;
  const [from, to] = [shown(a, asked), shown(b, asked)];
  const isPosition = cause === 'position' || asked.question.about === 'position';
  const what = isPosition ? 'a changed position' : 'a changed state';
  return `${what}, from ${from} to ${to}${times(a.claim, b.claim)}`;
}

/** The set that an answer denotes, as a reader would say it; blank for one that denotes none. */
export function spokenSet(answer: Answer, which: 'core' | 'halo'): string {
  switch (answer.form) {
    case 'amount':
      return spokenInterval(answer[which], answer.percent);
    case 'words':
      return answer.not ? `anything but ${answer.any.join(' or ')}` : answer.any.join(' or ');
    case 'days':
      return spokenRange(answer[which].first, answer[which].last);
    case 'no comment':
      return '';
  }
}

const NOT_HELD: Readonly<Record<(Footing & { held: 'no' })['because'], string>> = {
  'other questions': 'they answer different questions, so they cannot be held against each other',
  'unknown days': 'the answer may change from day to day, and it is not known which day each of them speaks about',
  'other days': 'the answer may change from day to day, and they speak about different days',
  'unknown period': 'a figure for a period needs the period it covers, and it is not known for both',
  'periods cross': 'they cover different periods, neither of which holds the other',
  percent: 'a percentage of a part says nothing about the percentage of the whole',
  'order unknown': 'it is not known which of the two totals is the later one',
  'part outside': 'the period of the part is not known to lie within the period of the whole',
  'part later': 'the total of the whole is not known to be as late as that of the part, and may have grown since',
  'no numbers': 'only numbers can be compared as totals, as figures for a period or as parts of a whole',
};

const LIMITS: Readonly<Record<Limit, string>> = {
  'no time': 'the question does not say whether its answer changes with time',
  'hedged day': 'a date is only approximate or uncertain',
  'long day': 'one of them speaks about no exact day',
  'other hours': 'they may speak about different hours of that day',
  'turning day': 'they share only the day on which one period ends and the other begins',
  foretold: 'one of them was said before the days that they share',
  'days apart': 'they speak about different days, close together',
  likely: 'one of them is only said to be likely',
  possible: 'one of them is only said to be possible',
  implied: 'one of them follows from what was said but was not said itself',
  relayed: 'one of them was passed on by others',
};

function because(limits: readonly Limit[]): string {
  const reasons = [...new Set(limits)].map((limit) => LIMITS[limit]);
  return reasons.length === 0 ? '' : `, but ${reasons.join(', and ')}`;
}

function incomparable(a: Said, b: Said, why: Comparison['meeting']['why']): string {
  if (why === 'units') return `${words(a)} and ${words(b)} cannot be compared: one is a percentage, the other a number`;
  const declined = [a, b].some(({ answer }) => answer?.form === 'no comment');
  if (declined) return '“no comment” cannot be held against any answer';
  const isFaulty = [a, b].some(({ words: written, answer }) => written !== '' && answer === undefined);
  if (isFaulty) return 'a key of one of them cannot be read, so that it is held against nothing';
  return 'one of them gives no answer that could be held against the other';
}

function together(a: Said, b: Said, { meeting }: Comparison, about: 'fact' | 'position'): string {
  const [x, y] = [words(a), words(b)];
  switch (meeting.why) {
    case 'apart':
      return `${x} and ${y} ${formOf(a, b) === 'words' ? `cannot both be ${TRUE[about]}` : APART[formOf(a, b)]}${rounding(a, b)}`;
    case 'loosely':
      return `${x} and ${y} can both be ${TRUE[about]} only if ${loosened(a, b, 'together')}`;
    case 'touching':
      return `${x} and ${y} share no value, but only just: one ends where the other begins`;
    case 'names':
      return `${x} and ${y} differ, but without a list of options they may be two names for one thing`;
    case 'uncertain':
      return `${x} and ${y} share no day, but one of the dates is uncertain`;
    case 'zones':
      return `${x} and ${y} are a day apart, but a clock time may fall on either in another zone`;
    case 'ends':
      return `${x} and ${y} share days, but do not begin and end together`;
    default:
      return x === y ? `both answer ${x}` : `${x} and ${y} can both be ${TRUE[about]}${shares(a, b)}`;
  }
}

const APART = { amount: 'share no value', days: 'share no day', words: '' } as const;

// Facts are true, demands are met.
const TRUE = { fact: 'true', position: 'met' } as const;

function exceeding(lesser: Said, greater: Said, { meeting, footing }: Comparison): string {
  const [x, y] = [words(lesser), words(greater)];
  const fits = meeting.why === 'shared';
  const doubt =
    meeting.why === 'loosely'
      ? ` unless ${loosened(lesser, greater, footing.held)}`
      : meeting.why === 'touching'
        ? ', though only just'
        : '';
  switch (footing.held) {
    case 'earlier':
      return fits
        ? `a total so far may go from ${x} to ${y}`
        : `a total so far cannot fall from ${x} to ${y}${doubt || rounding(lesser, greater)}`;
    case 'inside':
      return fits
        ? `${x} in the shorter period fits into ${y} in the longer one`
        : `${x} in the shorter period does not fit into ${y} in the longer one that holds it${doubt || rounding(lesser, greater)}`;
    default:
      return fits
        ? `${x} as a part fits into ${y} as the whole`
        : `${x} as a part does not fit into ${y} as the whole${doubt || rounding(lesser, greater)}`;
  }
}

function formOf(a: Said, b: Said): 'amount' | 'days' | 'words' {
  const form = a.answer?.form;
  return form === b.answer?.form && (form === 'amount' || form === 'days') ? form : 'words';
}

/** What was already allowed for, where two numbers still share nothing. */
function rounding(a: Said, b: Said): string {
  const loose = [a, b].filter(isLoose).map((side) => `${words(side)} as ${halo(side)}`);
  return loose.length === 0 ? '' : `, even reading ${loose.join(' and ')}`;
}

/** What must be read loosely for the two to agree: one of them, either of them, or both. */
function loosened(a: Said, b: Said, held: Footing['held']): string {
  const [x, y] = [`${words(a)} is read loosely, as ${halo(a)}`, `${words(b)} is read loosely, as ${halo(b)}`];
  const [first, second] = [agree(a, 'halo', b, 'core', held), agree(a, 'core', b, 'halo', held)];
  if (first && second) return `${x}, or ${y}`;
  if (first) return x;
  return second ? y : `${x}, and ${y}`;
}

function agree(a: Said, x: 'core' | 'halo', b: Said, y: 'core' | 'halo', held: Footing['held']): boolean {
  if (a.answer?.form === 'amount' && b.answer?.form === 'amount') {
    const how = lie(a.answer[x], b.answer[y]);
    return held === 'together' ? how === 'meet' : how !== 'above';
  }
  return a.answer?.form === 'days' && b.answer?.form === 'days' && meet(a.answer[x], b.answer[y]);
}

function shares(a: Said, b: Said): string {
  const rounded = [a, b].filter(
    ({ answer }) => answer?.form === 'amount' && answer.put === 'bare' && !isSingle(answer.core),
  );
  return rounded.map((side) => `; ${words(side)} reads as ${core(side)}`).join('');
}

function isLoose(side: Said): boolean {
  const { answer } = side;
  if (answer?.form === 'days') return core(side) !== halo(side);
  return answer?.form === 'amount' && ROUNDED.includes(answer.put) && !isSingle(answer.halo);
}

// The other ways of putting a number mean what they say: nothing about them is taken loosely.
const ROUNDED: readonly Amount['put'][] = ['bare', 'about', 'nearly', 'vague'];

function core({ answer }: Said): string {
  return answer === undefined ? '' : spokenSet(answer, 'core');
}

function halo({ answer }: Said): string {
  return answer === undefined ? '' : spokenSet(answer, 'halo');
}

/** An answer as it stands in a sentence: choices in quotation marks, dates spoken, numbers as written. */
function words({ words: written, answer }: Said): string {
  if (answer?.form === 'days') return spokenText(written);
  if (answer?.form === 'words' && !isYesNo(written)) return `“${written}”`;
  return written;
}

// Claims are told by date, so the first of them is not always the one that is replaced.
function replacing(a: Claim, b: Claim): string {
  const isInOrder = b.replaces === a.id && a.date !== undefined && b.date !== undefined;
  return isInOrder ? 'the later claim replaces the earlier one' : 'one of them replaces the other';
}

function shown(side: Said, asked: Asked): string {
  return asked.kind === 'yes-no'
    ? side.answer?.form === 'words'
      ? (side.answer.any[0] ?? side.words)
      : side.words
    : words(side);
}

function isYesNo(written: string): boolean {
  return /^(?:yes|no|true|false)$/iu.test(written);
}

function spokenText(written: string): string {
  const date = parseDate(written.trim());
  return 'fault' in date ? written : spokenDate(date);
}

function spokenRange(first: number, last: number): string {
  if (first === last) return spokenDay(first);
  if (first === Number.NEGATIVE_INFINITY) return `until ${spokenDay(last)}`;
  return last === Number.POSITIVE_INFINITY
    ? `from ${spokenDay(first)} on`
    : spokenTogether(spokenDay(first), spokenDay(last), 'to');
}

function nameOf(denier: Claim, a: Said, b: Said): string {
  return a.claim.speaker.name === b.claim.speaker.name ? 'one of them' : denier.speaker.name;
}
