import { type Meeting, mayNotExceed, meetAnswers, type Verdict } from '../answers/meet.ts';
import type { Amount } from '../answers/number.ts';
import type { Answer } from '../answers/read.ts';
import { type DayRange, meet } from '../date.ts';
import { type Claim, daysOf, type Question } from '../ledger/model.ts';
import type { Said } from './said.ts';
import { type DayLimit, dayLimits, hoursDiffer, instantOf, isHedgedDay } from './shared-days.ts';

/** Why two answers are held, or not held, against each other at their times, and which of them comes first or is part. */
export type Footing =
  | { readonly held: 'together' }
  /** `first` is the index of the claim that may not exceed the other. */
  | { readonly held: 'earlier' | 'inside' | 'part'; readonly first: 0 | 1 }
  | {
      readonly held: 'no';
      readonly because:
        | 'other questions'
        | 'unknown days'
        | 'other days'
        | 'unknown period'
        | 'periods cross'
        | 'percent'
        | 'order unknown'
        | 'part outside'
        | 'part later'
        | 'no numbers';
    };

/** What two answers come to with their times, before certainty: rule 3.4. */
export interface Timed {
  readonly meeting: Meeting;
  readonly footing: Footing;
  /** What in their times allows at most a tension. */
  readonly limits: readonly TimeLimit[];
}

export type TimeLimit = DayLimit | 'no time' | 'days apart';

/** The least that is said about time: which claim, and what it answers. */
export interface Timely {
  readonly claim: Claim;
  readonly answer: Answer;
}

export function meetInTime(a: Timely, b: Timely, question: Question): Timed {
  switch (question.time) {
    case 'state':
      return state(a, b, question.window ?? 7);
    case 'flow':
      return flow(a, b);
    case 'cumulative':
      return cumulative(a, b);
    default:
      return fixed(a, b, question);
  }
}

/**
 * Rule 3.4: `fixed` compares whatever the days. A question that does not say so is not sure of it where numbers are
 * given on other days, or where both claims say themselves that they speak about other days.
 */
function fixed(a: Timely, b: Timely, question: Question): Timed {
  const [from, to] = [a.claim.as_of, b.claim.as_of];
  const daysWritten = from !== undefined && to !== undefined && !meet(from, to);
  const numbersApart = a.answer.form === 'amount' && daysDiffer(a.claim, b.claim);
  const unsure = question.time === undefined && (daysWritten || numbersApart);
  return { meeting: meetAnswers(a.answer, b.answer), footing: { held: 'together' }, limits: unsure ? ['no time'] : [] };
}

function state(a: Timely, b: Timely, window: number): Timed {
  const [from, to] = [daysOf(a.claim), daysOf(b.claim)];
  if (from === undefined || to === undefined) return incomparable('3.4 state', 'unknown days');
  const meeting = meetAnswers(a.answer, b.answer);
  const footing = { held: 'together' } as const;
  if (meet(from, to) || isSameInstant(a, b)) {
    return { meeting, footing, limits: dayLimits(a.claim, b.claim) };
  }
  const gap = from.first > to.last ? from.first - to.last : to.first - from.last;
  if (gap > window || !(isDefaulted(a.claim) || isDefaulted(b.claim))) return incomparable('3.4 state', 'other days');
  return { meeting, footing, limits: [...hedges(a, b), 'days apart'] };
}

function flow(a: Timely, b: Timely): Timed {
  if (!areNumbers(a, b)) return incomparable('3.4 flow', 'no numbers');
  const [from, to] = [a.claim.as_of, b.claim.as_of];
  if (from === undefined || to === undefined || isOpen(from) || isOpen(to)) {
    return incomparable('3.4 flow', 'unknown period');
  }
  if (from.first === to.first && from.last === to.last) {
    return { meeting: meetAnswers(a.answer, b.answer), footing: { held: 'together' }, limits: hedges(a, b) };
  }
  const first = isInside(from, to) ? 0 : isInside(to, from) ? 1 : undefined;
  if (first === undefined) return incomparable('3.4 flow', 'periods cross');
  return exceeding(a, b, { held: 'inside', first }, '3.4 flow');
}

function cumulative(a: Timely, b: Timely): Timed {
  if (!areNumbers(a, b)) return incomparable('3.4 cumulative', 'no numbers');
  const [from, to] = [knownDays(a.claim), knownDays(b.claim)];
  if (from === undefined || to === undefined) return incomparable('3.4 cumulative', 'order unknown');
  const bothAsOf = a.claim.as_of !== undefined && b.claim.as_of !== undefined;
  const isTimed = instantOf(a.claim) !== undefined && instantOf(b.claim) !== undefined;
  if (bothAsOf && (isTimed || (from.first === to.first && from.last === to.last))) return sameDays(a, b);
  const first = from.last <= to.first ? 0 : to.last <= from.first ? 1 : undefined;
  if (first === undefined) return incomparable('3.4 cumulative', 'order unknown');
  const timed = exceeding(a, b, { held: 'earlier', first }, '3.4 cumulative');
  return bothAsOf || !touch(from, to) ? timed : withOtherHours(timed);
}

// A total said in the evening may be later than one as of that morning.
function withOtherHours(timed: Timed): Timed {
  return timed.footing.held === 'no' ? timed : { ...timed, limits: [...timed.limits, 'other hours'] };
}

function touch(a: DayRange, b: DayRange): boolean {
  return a.last === b.first || b.last === a.first;
}

// One moment may be two days, as two zones write it.
function isSameInstant(a: Timely, b: Timely): boolean {
  const instant = instantOf(a.claim);
  return instant !== undefined && instant === instantOf(b.claim);
}

// Totals of one day: with clock times the earlier and the later are known, else they are held together.
function sameDays(a: Timely, b: Timely): Timed {
  const [from, to] = [instantOf(a.claim), instantOf(b.claim)];
  if (from !== undefined && to !== undefined && from !== to) {
    return exceeding(a, b, { held: 'earlier', first: from < to ? 0 : 1 }, '3.4 cumulative');
  }
  const [long, hours] = [lastsDays(a.claim), hoursDiffer(a.claim, b.claim)];
  const limits = [...hedges(a, b), ...(long ? ['long day' as const] : []), ...(hours ? ['other hours' as const] : [])];
  return { meeting: meetAnswers(a.answer, b.answer), footing: { held: 'together' }, limits };
}

/** Rule 3.5: a part's least may not exceed the whole's most, on a common footing in time. */
export function meetPart(part: Timely, whole: Timely, question: Question, wholeQuestion: Question): Timed {
  const footing = { held: 'part', first: 0 } as const;
  const time = question.time ?? 'fixed';
  if (time === 'state') {
    const [from, to] = [daysOf(part.claim), daysOf(whole.claim)];
    if (from === undefined || to === undefined) return incomparable('3.5 part', 'unknown days');
    if (!meet(from, to)) return incomparable('3.5 part', 'other days');
    return { ...exceeding(part, whole, footing, '3.5 part'), limits: dayLimits(part.claim, whole.claim) };
  }
  if (time === 'flow') {
    const [from, to] = [part.claim.as_of, whole.claim.as_of];
    if (from === undefined || to === undefined || isOpen(from) || isOpen(to)) {
      return incomparable('3.5 part', 'unknown period');
    }
    return isInside(from, to) ? exceeding(part, whole, footing, '3.5 part') : incomparable('3.5 part', 'part outside');
  }
  if (time === 'cumulative') return cumulativePart(part, whole);
  const timeless = question.time === undefined || wholeQuestion.time === undefined;
  const limits = timeless && daysDiffer(part.claim, whole.claim) ? (['no time'] as const) : [];
  return { ...exceeding(part, whole, footing, '3.5 part'), limits };
}

// The whole may have grown after the part was counted, but not before.
function cumulativePart(part: Timely, whole: Timely): Timed {
  const [from, to] = [knownDays(part.claim), knownDays(whole.claim)];
  const [start, end] = [instantOf(part.claim), instantOf(whole.claim)];
  const isLater = start !== undefined && end !== undefined && hoursDiffer(part.claim, whole.claim) && start > end;
  if (from === undefined || to === undefined || from.last > to.first || isLater)
    return incomparable('3.5 part', 'part later');
  const timed = exceeding(part, whole, { held: 'part', first: 0 }, '3.5 part');
  const isUnsure = hoursDiffer(part.claim, whole.claim) && (start === undefined || end === undefined);
  return isUnsure ? withOtherHours(timed) : timed;
}

/** True if the claims speak about days that are known to differ. */
function daysDiffer(a: Claim, b: Claim): boolean {
  const [from, to] = [daysOf(a) ?? upTo(a), daysOf(b) ?? upTo(b)];
  return from !== undefined && to !== undefined && !meet(from, to);
}

function exceeding(a: Timely, b: Timely, footing: Footing & { readonly first: 0 | 1 }, rule: string): Timed {
  const [lesser, greater] = footing.first === 0 ? [a.answer, b.answer] : [b.answer, a.answer];
  if (lesser.form !== 'amount' || greater.form !== 'amount') return incomparable(rule, 'no numbers');
  const barred = lesser.percent && greater.percent && footing.held !== 'earlier';
  if (barred) return incomparable(rule, 'percent');
  return { meeting: mayNotExceed(lesser as Amount, greater as Amount, rule), footing, limits: hedges(a, b) };
}

function incomparable(rule: string, because: (Footing & { held: 'no' })['because']): Timed {
  const meeting = { verdict: 'incomparable' as Verdict, rule, why: 'no answer' as const };
  return { meeting, footing: { held: 'no', because }, limits: [] };
}

/** True if the claim has the days that rule 3.4 needs to hold its answer against any other. */
export function isInTime({ claim, answer }: Pick<Said, 'claim' | 'answer'>, time: Question['time']): boolean {
  if (time === 'state') return daysOf(claim) !== undefined;
  if (time === 'cumulative') return answer?.form === 'amount' && knownDays(claim) !== undefined;
  if (time === 'flow') return answer?.form === 'amount' && claim.as_of !== undefined && !isOpen(claim.as_of);
  return true;
}

// Without `as_of` a running count is only known to be "by the end of" the day it was said, or published.
export function knownDays(claim: Claim): DayRange | undefined {
  return claim.as_of ?? upTo(claim);
}

export function upTo(claim: Claim): DayRange | undefined {
  return claim.saidBy === undefined ? undefined : { first: Number.NEGATIVE_INFINITY, last: claim.saidBy };
}

function isDefaulted(claim: Claim): boolean {
  return claim.as_of === undefined;
}

function lastsDays(claim: Claim): boolean {
  const days = daysOf(claim);
  return days !== undefined && days.first !== days.last;
}

function areNumbers(a: Timely, b: Timely): boolean {
  return a.answer.form === 'amount' && b.answer.form === 'amount';
}

function hedges(a: Timely, b: Timely): readonly TimeLimit[] {
  return isHedgedDay(a.claim) || isHedgedDay(b.claim) ? ['hedged day'] : [];
}

// A period that is still open is as long as its claim is young: two that begin together need not be equal.
export function isOpen(days: DayRange): boolean {
  return !(Number.isFinite(days.first) && Number.isFinite(days.last));
}

function isInside(inner: DayRange, outer: DayRange): boolean {
  return inner.first >= outer.first && inner.last <= outer.last;
}
