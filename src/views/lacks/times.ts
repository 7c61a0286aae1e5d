import type { Asked, Said } from '../../analysis/said.ts';
import { isOpen } from '../../analysis/time.ts';
import type { DayRange } from '../../date.ts';
import { type Claim, daysOf } from '../../ledger/model.ts';
import { about } from './few.ts';
import { counter, countUpTo, sorted } from './spans.ts';

/** Which claims do not say which day or period they speak about, as far as the question's `time` needs it. */
export function timeLacks({ question, kind }: Asked, answers: readonly Said[]): readonly string[] {
  const { time = 'fixed' } = question;
  if (time === 'fixed') return [];
  if (time === 'state') return undated(answers);
  if (kind !== 'number') return [`the answers are no numbers, as \`time: ${time}\` needs: give the question another`];
  return time === 'flow' ? withoutPeriod(answers) : withoutOrder(answers);
}

function undated(answers: readonly Said[]): readonly string[] {
  return about(
    answers.filter(({ claim }) => daysOf(claim) === undefined),
    'has no `date` or `as_of`: ask which day it speaks about',
    'have no `date` or `as_of`: ask which day they speak about',
  );
}

function withoutPeriod(answers: readonly Said[]): readonly string[] {
  const open = answers.filter(({ claim }) => claim.as_of !== undefined && isOpen(claim.as_of));
  return [
    ...about(
      answers.filter(({ claim }) => claim.as_of === undefined),
      'has no `as_of`: ask which period it covers',
      'have no `as_of`: ask which periods they cover',
    ),
    ...about(
      open,
      'covers a period with an open end: ask for its first and last day',
      'cover periods with an open end: ask for their first and last days',
    ),
  ];
}

function withoutOrder(answers: readonly Said[]): readonly string[] {
  const isEarlier = earlierThanOthers(answers);
  const overlaps = overlapping(answers);
  return [
    ...about(
      answers.filter(({ claim }) => claim.as_of === undefined && !isEarlier(claim)),
      'has no `as_of`: ask up to which day it counts',
      'have no `as_of`: ask up to which day they count',
    ),
    ...about(
      answers.filter(({ claim }) => overlaps(claim)),
      'counts up to no exact day, so that its order is open: ask for the day',
      'count up to no exact day, so that their order is open: ask for the days',
    ),
  ];
}

/**
 * True for a total that is known to be the earlier one beside every other, even without an `as_of`: it counts up to the
 * day on which it was said at the latest. To be alone is not enough: the next total could not be held against it.
 */
function earlierThanOthers(answers: readonly Said[]): (claim: Claim) => boolean {
  const firsts = sorted(answers.map(({ claim }) => claim.as_of?.first ?? Number.NEGATIVE_INFINITY));
  return ({ saidBy }) => {
    if (saidBy === undefined || answers.length === 1) return false;
    // The claim itself is one of those that begin before the day.
    return countUpTo(firsts, saidBy - 1) === 1;
  };
}

/** True for a total as of a month or the like that another, not of the very same days, may come before or after. */
function overlapping(answers: readonly Said[]): (claim: Claim) => boolean {
  const spans = answers.flatMap(({ claim }) => claim.as_of ?? []);
  const within = counter(spans);
  const equal = new Map<string, number>();
  for (const span of spans) equal.set(keyOf(span), (equal.get(keyOf(span)) ?? 0) + 1);
  return ({ as_of: span }) => {
    if (span === undefined || span.first === span.last) return false;
    // Days that only touch an end of it leave the order known.
    return within({ first: span.first + 1, last: span.last - 1 }) > (equal.get(keyOf(span)) ?? 0);
  };
}

function keyOf({ first, last }: DayRange): string {
  return `${first} ${last}`;
}
