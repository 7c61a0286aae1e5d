import { add, ceiling, compare, type Decimal, decimal, floor, largest, ONE, subtract, times, ZERO } from './decimal.ts';

/** A set of numbers without gaps. `high` is undefined when there is no upper limit. */
export interface Interval {
  readonly low: Decimal;
  /** True when `low` itself is not in the set. */
  readonly lowOpen: boolean;
  readonly high: Decimal | undefined;
  /** True when `high` itself is not in the set. */
  readonly highOpen: boolean;
}

/** How two sets lie: they share a value, the first lies wholly above the second, or wholly below it. */
export type Lie = 'meet' | 'above' | 'below';

/** [low, high]. */
export function closed(low: Decimal, high: Decimal | undefined): Interval {
  return { low, lowOpen: false, high, highOpen: false };
}

/** [low, high). */
export function halfOpen(low: Decimal, high: Decimal): Interval {
  return { low, lowOpen: false, high, highOpen: true };
}

/** Cut at 0, since nothing is below it. */
export function notNegative(set: Interval): Interval {
  return compare(set.low, ZERO) < 0 ? { ...set, low: ZERO, lowOpen: false } : set;
}

/** Open and fractional ends moved inward to the whole numbers they let in. */
export function snapped(set: Interval): Interval {
  const low = set.lowOpen ? add(floor(set.low), ONE) : ceiling(set.low);
  if (set.high === undefined) return closed(low, undefined);
  return closed(low, set.highOpen ? subtract(ceiling(set.high), ONE) : floor(set.high));
}

export function isEmpty(set: Interval): boolean {
  if (set.high === undefined) return false;
  const order = compare(set.low, set.high);
  return order > 0 || (order === 0 && (set.lowOpen || set.highOpen));
}

export function lie(a: Interval, b: Interval): Lie {
  if (liesAbove(a, b)) return 'above';
  return liesAbove(b, a) ? 'below' : 'meet';
}

/**
 * Rule 3.2, touching: two sets that share nothing, but whose gap is at most `reach` (1 for counts, else 0) and at most
 * 5% of the lower end of the higher. Two single values never touch.
 */
export function touch(a: Interval, b: Interval, reach: Decimal): boolean {
  const [lower, higher] = lie(a, b) === 'above' ? [b, a] : [a, b];
  if (lower.high === undefined || lie(a, b) === 'meet' || (isSingle(a) && isSingle(b))) return false;
  const gap = subtract(higher.low, lower.high);
  return compare(gap, reach) <= 0 && compare(gap, times(higher.low, decimal('0.05'))) <= 0;
}

/** The smallest interval that holds both. */
export function hull(a: Interval, b: Interval): Interval {
  const lows = compare(a.low, b.low);
  const low = lows <= 0 ? a : b;
  const lowOpen = lows === 0 ? a.lowOpen && b.lowOpen : low.lowOpen;
  if (a.high === undefined || b.high === undefined) {
    return { low: low.low, lowOpen, high: undefined, highOpen: false };
  }
  const highs = compare(a.high, b.high);
  const high = highs >= 0 ? a : b;
  return {
    low: low.low,
    lowOpen,
    high: largest(a.high, b.high),
    highOpen: highs === 0 ? a.highOpen && b.highOpen : high.highOpen,
  };
}

/** What two sets that meet have in common. */
export function overlap(a: Interval, b: Interval): Interval {
  const lows = compare(a.low, b.low);
  const low = lows >= 0 ? a : b;
  const lowOpen = lows === 0 ? a.lowOpen || b.lowOpen : low.lowOpen;
  if (a.high === undefined || b.high === undefined) {
    const { high, highOpen } = a.high === undefined ? b : a;
    return { low: low.low, lowOpen, high, highOpen };
  }
  const highs = compare(a.high, b.high);
  const highOpen = highs === 0 ? a.highOpen || b.highOpen : (highs < 0 ? a : b).highOpen;
  return { low: low.low, lowOpen, high: highs <= 0 ? a.high : b.high, highOpen };
}

export function isSingle(set: Interval): boolean {
  return set.high !== undefined && compare(set.low, set.high) === 0;
}

function liesAbove(a: Interval, b: Interval): boolean {
  if (b.high === undefined) return false;
  const order = compare(a.low, b.high);
  return order > 0 || (order === 0 && (a.lowOpen || b.highOpen));
}
