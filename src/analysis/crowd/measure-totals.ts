import type { DayRange } from '../../date.ts';
import { grouped } from '../grouped.ts';
import type { Said } from '../said.ts';
import { instantOf } from '../shared-days.ts';
import { knownDays } from '../time.ts';
import { addFalls, type Sign } from './count.ts';
import type { Line } from './line.ts';
import { EVERY, type Measure, measureLine, opposite, type Sums, type Terms } from './measure.ts';
import { type Group, type Ranges, ranges, rangesOf } from './ranges.ts';

/** Rule 3.4, `cumulative`: a total clashes with an earlier one that lies above it, and with another of the same days. */
export function measureTotals(said: readonly Said[], line: Line, firm: Uint8Array): Measure {
  const moments = said.map(({ claim }) => (claim.as_of === undefined ? undefined : instantOf(claim)));
  const isTimed = (item: number): boolean => moments[item] !== undefined;
  const falling = (time: Ranges): Measure =>
    measureLine(line, firm, (group, by, _where, tallies, sign) => addFalls(group, time, by, tallies, sign));
  const byDay = falling(inTurn(said, ({ claim }) => knownDays(claim)));
  const byMoment = falling(
    inTurn(moments, (moment) => (moment === undefined ? undefined : { first: moment, last: moment })),
  );
  const together = measureLine(line, firm);
  return (group, terms, sums, sign) => {
    byDay(group, terms, sums, sign);
    // Of two with clock times these tell which is the earlier.
    const timed = group.filter(isTimed);
    byDay(timed, terms, sums, opposite(sign));
    byMoment(timed, terms, sums, sign);
    // Said on the day that another speaks about, a total may be of a later hour.
    for (const met of grouped(group, (item) => said[item] && meetingDay(said[item]))) {
      takeOffMixed(byDay, met, (item) => said[item]?.claim.as_of !== undefined, sums, sign);
    }
    for (const same of grouped(group, (item) => said[item] && daysKey(said[item]))) {
      if (isLong(said[same[0] ?? 0])) together(same, TENSION, sums, sign);
      // With a clock time on one side only they may speak of different hours.
      else takeOffMixed(together, same, isTimed, sums, sign);
    }
  };
}

/** Makes tensions of the contradictions between those of a group that are something and those that are not. */
function takeOffMixed(measure: Measure, group: Group, is: (item: number) => boolean, sums: Sums, sign: Sign): void {
  const parts = [group.filter(is), group.filter((item) => !is(item))];
  if (parts.some((part) => part.length === 0)) return;
  measure(group, CONTRADICTION, sums, opposite(sign));
  for (const part of parts) measure(part, CONTRADICTION, sums, sign);
}

const TENSION: Terms = { clash: EVERY, firm: [] };
const CONTRADICTION: Terms = { clash: [], firm: EVERY };

/** Times such that one ends before another begins also when both are the same day. */
function inTurn<T>(items: readonly T[], daysOf: (item: T) => DayRange | undefined): Ranges {
  const { low, high } = rangesOf(items, daysOf);
  return ranges(
    low.map((end) => 2 * end + 1),
    high.map((end) => 2 * end),
  );
}

/** The last day on which a total without `as_of` was reached, and the first of one with it. */
function meetingDay({ claim: { as_of, saidBy } }: Said): number | undefined {
  return as_of === undefined ? saidBy : as_of.first;
}

function daysKey({ claim: { as_of } }: Said): string | undefined {
  return as_of && `${as_of.first} ${as_of.last}`;
}

function isLong(said: Said | undefined): boolean {
  const days = said?.claim.as_of;
  return days !== undefined && days.first !== days.last;
}
