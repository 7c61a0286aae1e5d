import type { Days } from '../../answers/day.ts';
import type { Decimal } from '../../answers/decimal.ts';
import { type Interval, isSingle } from '../../answers/interval.ts';
import type { Amount } from '../../answers/number.ts';
import { FAR, type Ranges, ranges, rangesOf } from './ranges.ts';

/** Answers that lie on a line, numbers or days, as positions on it. */
export interface Line {
  /** Apart here: a clash. One set each for plain numbers and for percentages, which are never apart from each other. */
  readonly cores: readonly Ranges[];
  /** Apart here: beyond what approximation excuses. */
  readonly halos: readonly Ranges[];
  /** Apart here: and not only touching, nor next door to a day with a clock time. */
  readonly eased: readonly Ranges[];
  /** 1 for what touching does not excuse against its like: single values, days without a clock time. */
  readonly plain: Uint8Array;
}

/** Rule 3.2: numbers, by their rank among all ends of all sets, which are exact decimals. */
export function lineOfAmounts(amounts: readonly Amount[]): Line {
  const sets = amounts.flatMap(({ core, halo, whole }) => [
    core,
    halo,
    ...(whole ? [{ ...halo, low: eased(halo) }] : []),
  ]);
  const rank = rankOf(sets);
  const place = ({ low, lowOpen, high, highOpen }: Interval): { low: number; high: number } => ({
    low: 3 * rank(low) + (lowOpen ? 1 : 0),
    high: high === undefined ? FAR : 3 * rank(high) - (highOpen ? 1 : 0),
  });
  // Counts touch across a gap of 1, other numbers where one set begins with the end of the other.
  const ease = ({ halo, whole }: Amount): Interval =>
    whole ? { ...halo, low: eased(halo) } : { ...halo, lowOpen: false, highOpen: false };
  const units = [...new Set(amounts.map(({ percent }) => percent))];
  const both = (setOf: (amount: Amount) => Interval): readonly Ranges[] =>
    units.map((percent) =>
      rangesOf(amounts, (amount) => (amount.percent === percent ? place(setOf(amount)) : undefined)),
    );
  return {
    cores: both(({ core }) => core),
    halos: both(({ halo }) => halo),
    eased: both(ease),
    plain: Uint8Array.from(amounts, ({ whole, halo }) => Number(whole && isSingle(halo))),
  };
}

/** Rule 3.3: days, but for the ends of periods. */
export function lineOfDays(days: readonly Days[]): Line {
  const halo = rangesOf(days, (one) => one.halo);
  return {
    cores: [rangesOf(days, ({ core }) => core)],
    halos: [halo],
    // A clock time may be the next day in another zone.
    eased: [
      ranges(
        halo.low.map((end) => end - 1),
        halo.high,
      ),
    ],
    plain: Uint8Array.from(days, ({ instant }) => Number(instant === undefined)),
  };
}

/** The days on which periods may begin, and those on which they may end. */
export function endsOf(days: readonly Days[]): readonly [Ranges, Ranges] {
  return [rangesOf(days, ({ period }) => period?.[0]?.core), rangesOf(days, ({ period }) => period?.[1]?.core)];
}

// Rule 3.2, touching: from 20 up a gap of 1 is no more than 5%.
function eased({ low }: Interval): Decimal {
  return low.scale === 0 && low.units >= 20n ? { units: low.units - 1n, scale: 0 } : low;
}

function rankOf(sets: readonly Interval[]): (end: Decimal) => number {
  const ends = sets.flatMap(({ low, high }) => (high === undefined ? [low] : [low, high]));
  const scale = ends.reduce((most, end) => Math.max(most, end.scale), 0);
  const units = ({ units: own, scale: places }: Decimal): bigint =>
    places === scale ? own : own * 10n ** BigInt(scale - places);
  const distinct = [...new Set(ends.map(units))].sort((a, b) => (a < b ? -1 : 1));
  const ranks = new Map(distinct.map((value, index) => [value, index]));
  return (end) => ranks.get(units(end)) ?? 0;
}
