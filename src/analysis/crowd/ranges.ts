import type { DayRange } from '../../date.ts';

/**
 * Sets of one question as numbers that sort: an item's place in the arrays is its place in the crowd. Two sets are apart
 * exactly when the `high` of one is below the `low` of the other.
 */
export interface Ranges {
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** The same sets seen from the other end: what was above is below. */
  readonly mirror: Ranges;
}

/** Items of a crowd, by their places in it. */
export type Group = readonly number[];

/** Further out than any day, minute or rank, and finite, so that ends subtract. */
export const FAR: number = 2 ** 50;

/** An item without a set of its own has all there is: it is apart from nothing. */
export function rangesOf<T>(
  items: readonly T[],
  rangeOf: (item: T) => { readonly low: number; readonly high: number } | DayRange | undefined,
): Ranges {
  const [low, high] = [new Float64Array(items.length).fill(-FAR), new Float64Array(items.length).fill(FAR)];
  for (const [place, item] of items.entries()) {
    const range = rangeOf(item);
    if (range === undefined) continue;
    low[place] = clamped('low' in range ? range.low : range.first);
    high[place] = clamped('high' in range ? range.high : range.last);
  }
  return ranges(low, high);
}

export function ranges(low: Float64Array, high: Float64Array): Ranges {
  const mirror = { low: high.map((end) => -end), high: low.map((end) => -end) };
  const seen = { low, high, mirror: mirror as Ranges };
  return { ...seen, mirror: Object.assign(mirror, { mirror: seen }) };
}

function clamped(end: number): number {
  return Math.min(Math.max(end, -FAR), FAR);
}
