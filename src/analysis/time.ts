import { type Meeting, mayNotExceed, meetAnswers, type Verdict } from '../answers/meet.ts';
import type { Amount } from '../answers/number.ts';
import type { Answer } from '../answers/read.ts';
import { type DayRange, isHedged, meet } from '../date.ts';
import { type Claim, daysOf, type Question } from '../ledger/model.ts';

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

export type TimeLimit = 'no time' | 'hedged day' | 'long day' | 'days apart';

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

/** Rule 3.4: `fixed` compares whatever the days; a number question that does not say so is not sure of it. */
function fixed(a: Timely, b: Timely, question: Question): Timed {
  const unsure = question.time === undefined && a.answer.form === 'amount' && daysDiffer(a.claim, b.claim);
  return { meeting: meetAnswers(a.answer, b.answer), footing: { held: 'together' }, limits: unsure ? ['no time'] : [] };
}

function state(a: Timely, b: Timely, window: number): Timed {
  const [from, to] = [daysOf(a.claim), daysOf(b.claim)];
  if (from === undefined || to === undefined) return incomparable('3.4 state', 'unknown days');
  const meeting = meetAnswers(a.answer, b.answer);
  const footing = { held: 'together' } as const;
  if (meet(from, to)) {
    const long = [a, b].some(({ claim }) => isDefaulted(claim) && lastsDays(claim));
    return { meeting, footing, limits: [...hedges(a, b), ...(long ? ['long day' as const] : [])] };
  }
  const gap = from.first > to.last ? from.first - to.last : to.first - from.last;
  if (gap > window || !(isDefaulted(a.claim) || isDefaulted(b.claim))) return incomparable('3.4 state', 'other days');
  return { meeting, footing, limits: [...hedges(a, b), 'days apart'] };
}

function flow(a: Timely, b: Timely): Timed {
  if (!areNumbers(a, b)) return incomparable('3.4 flow', 'no numbers');
  const [from, to] = [a.claim.as_of, b.claim.as_of];
  if (from === undefined || to === undefined) return incomparable('3.4 flow', 'unknown period');
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
  if (bothAsOf && from.first === to.first && from.last === to.last) {
    const long = from.first === from.last ? [] : (['long day'] as const);
    return {
      meeting: meetAnswers(a.answer, b.answer),
      footing: { held: 'together' },
      limits: [...hedges(a, b), ...long],
    };
  }
  const first = from.last <= to.first ? 0 : to.last <= from.first ? 1 : undefined;
  if (first === undefined) return incomparable('3.4 cumulative', 'order unknown');
  return exceeding(a, b, { held: 'earlier', first }, '3.4 cumulative');
}

/** Rule 3.5: a part's least may not exceed the whole's most, on a common footing in time. */
export function meetPart(part: Timely, whole: Timely, question: Question, wholeQuestion: Question): Timed {
  const footing = { held: 'part', first: 0 } as const;
  const time = question.time ?? 'fixed';
  if (time === 'state') {
    const [from, to] = [daysOf(part.claim), daysOf(whole.claim)];
    if (from === undefined || to === undefined) return incomparable('3.5 part', 'unknown days');
    if (!meet(from, to)) return incomparable('3.5 part', 'other days');
    const long = [part, whole].some(({ claim }) => isDefaulted(claim) && lastsDays(claim));
    const timed = exceeding(part, whole, footing, '3.5 part');
    return long ? { ...timed, limits: [...timed.limits, 'long day'] } : timed;
  }
  if (time === 'flow') {
    const [from, to] = [part.claim.as_of, whole.claim.as_of];
    if (from === undefined || to === undefined) return incomparable('3.5 part', 'unknown period');
    return isInside(from, to) ? exceeding(part, whole, footing, '3.5 part') : incomparable('3.5 part', 'part outside');
  }
  if (time === 'cumulative') {
    const [from, to] = [knownDays(part.claim), knownDays(whole.claim)];
    const isEarlier = from !== undefined && to !== undefined && from.last <= to.first;
    return isEarlier ? exceeding(part, whole, footing, '3.5 part') : incomparable('3.5 part', 'part later');
  }
  const timeless = question.time === undefined || wholeQuestion.time === undefined;
  const limits = timeless && daysDiffer(part.claim, whole.claim) ? (['no time'] as const) : [];
  return { ...exceeding(part, whole, footing, '3.5 part'), limits };
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

// Without `as_of` a running count is only known to be "by the end of" the day it was said, or published.
function knownDays(claim: Claim): DayRange | undefined {
  return claim.as_of ?? upTo(claim);
}

function upTo(claim: Claim): DayRange | undefined {
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
  const hedged = [a, b].some(({ claim }) => {
    const days = daysOf(claim);
    return days !== undefined && isHedged(days);
  });
  return hedged ? ['hedged day'] : [];
}

function isInside(inner: DayRange, outer: DayRange): boolean {
  return inner.first >= outer.first && inner.last <= outer.last;
}
