import { meetWords } from './choice.ts';
import { meetDays } from './day.ts';
import { ONE, ZERO } from './decimal.ts';
import { lie, touch } from './interval.ts';
import type { Amount } from './number.ts';
import type { Answer } from './read.ts';

export type Verdict = 'compatible' | 'tension' | 'contradiction' | 'incomparable';

/** How two answers to one question, for one time, stand to each other, by which rule, and why. */
export interface Meeting {
  readonly verdict: Verdict;
  /** As numbered in docs/verdicts.md. */
  readonly rule: string;
  readonly why:
    | 'shared'
    /** The cores share nothing, the halos do. */
    | 'loosely'
    | 'apart'
    | 'touching'
    /** A percentage against a number. */
    | 'units'
    /** Two words of an open list may be names of one thing. */
    | 'names'
    /** The dates are apart, but one is marked uncertain. */
    | 'uncertain'
    /** The days are next to each other, and a clock time in another zone may be the other day. */
    | 'zones'
    /** The periods share days, but begin or end at different times. */
    | 'ends'
    | 'no answer';
}

/** Rules 3.1 to 3.3: whether two answers can both be true. */
export function meetAnswers(a: Answer, b: Answer): Meeting {
  if (a.form === 'amount' && b.form === 'amount') return meetAmounts(a, b);
  if (a.form === 'words' && b.form === 'words')
    return meetChoices(meetWords(a, b), a.closed ? '3.3 choice' : '3.3 open choice');
  if (a.form === 'days' && b.form === 'days') {
    const rule = a.period !== undefined && b.period !== undefined ? '3.3 periods' : '3.3 dates';
    return meetDates(meetDays(a, b), rule, a.uncertain || b.uncertain);
  }
  return { verdict: 'incomparable', rule: '3.1 no answer', why: 'no answer' };
}

/** Rules 3.4 and 3.5, "may not exceed": the least that `lesser` allows against the most that `greater` allows. */
export function mayNotExceed(lesser: Amount, greater: Amount, rule: string): Meeting {
  if (lesser.percent !== greater.percent) return { verdict: 'incomparable', rule: '3.2 unit', why: 'units' };
  if (lie(lesser.core, greater.core) !== 'above') return { verdict: 'compatible', rule, why: 'shared' };
  if (lie(lesser.halo, greater.halo) !== 'above') return { verdict: 'tension', rule, why: 'loosely' };
  if (amountsTouch(lesser, greater)) return { verdict: 'tension', rule: '3.2 touching', why: 'touching' };
  return { verdict: 'contradiction', rule, why: 'apart' };
}

function meetAmounts(a: Amount, b: Amount): Meeting {
  if (a.percent !== b.percent) return { verdict: 'incomparable', rule: '3.2 unit', why: 'units' };
  if (lie(a.core, b.core) === 'meet') return { verdict: 'compatible', rule: '3.2 numbers', why: 'shared' };
  if (lie(a.halo, b.halo) === 'meet') return { verdict: 'tension', rule: '3.2 numbers', why: 'loosely' };
  if (amountsTouch(a, b)) return { verdict: 'tension', rule: '3.2 touching', why: 'touching' };
  return { verdict: 'contradiction', rule: '3.2 numbers', why: 'apart' };
}

function amountsTouch(a: Amount, b: Amount): boolean {
  return touch(a.halo, b.halo, a.whole && b.whole ? ONE : ZERO);
}

function meetChoices(met: ReturnType<typeof meetWords>, rule: string): Meeting {
  if (met === 'shared') return { verdict: 'compatible', rule, why: 'shared' };
  if (met === 'unsure') return { verdict: 'tension', rule, why: 'names' };
  return { verdict: 'contradiction', rule, why: 'apart' };
}

function meetDates(met: ReturnType<typeof meetDays>, rule: string, uncertain: boolean): Meeting {
  if (met === 'shared') return { verdict: 'compatible', rule, why: 'shared' };
  if (met === 'halo') return { verdict: 'tension', rule, why: 'loosely' };
  if (met === 'zones') return { verdict: 'tension', rule, why: 'zones' };
  if (met === 'ends') return { verdict: 'tension', rule, why: 'ends' };
  return uncertain ? { verdict: 'tension', rule, why: 'uncertain' } : { verdict: 'contradiction', rule, why: 'apart' };
}
