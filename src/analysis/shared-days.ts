import { type DayRange, type EdtfDate, isHedged, isPeriod, meet } from '../date.ts';
import { type Claim, daysOf } from '../ledger/model.ts';

/** What in the days of two claims allows at most a tension. */
export type DayLimit = 'hedged day' | 'long day' | 'other hours' | 'turning day' | 'foretold';

/** The limits of two claims whose days have one in common: rule 3.4. */
export function dayLimits(a: Claim, b: Claim): readonly DayLimit[] {
  const limits: readonly (readonly [DayLimit, boolean])[] = [
    ['hedged day', isHedgedDay(a) || isHedgedDay(b)],
    ['long day', isVague(a) || isVague(b)],
    ['other hours', hoursDiffer(a, b)],
    ['turning day', isTurningDay(daysOf(a), daysOf(b))],
    ['foretold', isForetold(a, b) || isForetold(b, a)],
  ];
  return limits.filter(([, holds]) => holds).map(([limit]) => limit);
}

/** True if the field from which a claim has its days carries `~`, `?` or `%`. */
export function isHedgedDay(claim: Claim): boolean {
  const days = daysOf(claim);
  return days !== undefined && isHedged(days);
}

/** The minute that a claim speaks about, where a clock time is written. */
export function instantOf(claim: Claim): number | undefined {
  const days = daysOf(claim);
  return days === undefined || isPeriod(days) ? undefined : days.points[0]?.instant;
}

/** True if two claims speak about one day, but not both about the same hour of it, or about none. */
export function hoursDiffer(a: Claim, b: Claim): boolean {
  const [from, to] = [daysOf(a), daysOf(b)];
  if (from === undefined || to === undefined || from.first !== to.first || from.last !== to.last) return false;
  return instantOf(a) !== instantOf(b);
}

/** True for a month or a year, which is some day in it unless it is written as a period; a day of speaking may be as vague. */
export function isVague(claim: Claim): boolean {
  const days = daysOf(claim);
  if (days === undefined || days.first === days.last) return false;
  return claim.as_of === undefined || !isPeriod(days);
}

// On the day on which one period ends and the next begins, both can be true in turn.
function isTurningDay(a: EdtfDate | undefined, b: EdtfDate | undefined): boolean {
  if (a === undefined || b === undefined || a.first === a.last || b.first === b.last) return false;
  return a.last === b.first || b.last === a.first;
}

/** True for a forecast: the days in common begin after it was said. */
export function isForetold(claim: Claim, other: Claim): boolean {
  const [own, others] = [daysOf(claim), daysOf(other)];
  if (claim.saidBy === undefined || own === undefined || others === undefined || !meet(own, others)) return false;
  return common(own, others).first > claim.saidBy;
}

function common(a: DayRange, b: DayRange): DayRange {
  return { first: Math.max(a.first, b.first), last: Math.min(a.last, b.last) };
}
