import type { Group, Ranges } from './ranges.ts';

/** For each item, how many others of its group it makes a pair with. The sum of all is twice the number of pairs. */
export type Tallies = Float64Array;

/** Pairs are counted in, or counted out again where a larger group had them in. */
export type Sign = 1 | -1;

/** Which pairs are meant: those whose sets here are apart. Undefined for all pairs. */
export type Where = Ranges | undefined;

/** Counts every pair of a group, or those that are apart in `where`. */
export function addPairs(group: Group, where: Where, tallies: Tallies, sign: Sign): void {
  if (where !== undefined) addApart(group, where, undefined, tallies, sign);
  else for (const item of group) add(tallies, item, sign * (group.length - 1));
}

/** Counts every pair of a group that is apart in `by`, and in `where` too. */
export function addApart(group: Group, by: Ranges, where: Where, tallies: Tallies, sign: Sign): void {
  if (group.length < 2) return;
  if (where === undefined) {
    addBelow(group, by, tallies, sign);
    addBelow(group, by.mirror, tallies, sign);
    return;
  }
  for (const time of [where, where.mirror]) {
    for (const value of [by, by.mirror]) addBefore(group, time, value, tallies, sign);
  }
}

/**
 * Counts every pair of which one comes before the other in `time` and lies above it in `value`: running totals that
 * fell.
 */
export function addFalls(group: Group, time: Ranges, value: Ranges, tallies: Tallies, sign: Sign): void {
  if (group.length < 2) return;
  addBefore(group, time, value.mirror, tallies, sign);
  addBefore(group, time.mirror, value, tallies, sign);
}

/** For each item, those of its group that are wholly below it: one sorted list and a search in it. */
function addBelow(group: Group, by: Ranges, tallies: Tallies, sign: Sign): void {
  const highs = sorted(group, by.high);
  for (const item of group) add(tallies, item, sign * rankOf(at(by.low, item), highs));
}

/**
 * For each item, those of its group that come before it in `time` and are below it in `value`. The items are taken in the
 * order of time; those that came before stand in a tree of sums by their value, so that a count is one walk down it.
 */
function addBefore(group: Group, time: Ranges, value: Ranges, tallies: Tallies, sign: Sign): void {
  const highs = sorted(group, value.high);
  const ended = inOrder(group, time.high);
  const sums = new Int32Array(group.length + 1);
  let next = 0;
  for (const item of inOrder(group, time.low)) {
    for (; next < ended.length; next += 1) {
      const before = ended[next] ?? 0;
      if (at(time.high, before) >= at(time.low, item)) break;
      put(sums, rankOf(at(value.high, before), highs));
    }
    add(tallies, item, sign * sumBelow(sums, rankOf(at(value.low, item), highs)));
  }
}

// A Fenwick tree: `sums[k]` holds as many places before k as its lowest set bit says.
function put(sums: Int32Array, place: number): void {
  for (let k = place + 1; k < sums.length; k += k & -k) sums[k] = (sums[k] ?? 0) + 1;
}

function sumBelow(sums: Int32Array, place: number): number {
  let sum = 0;
  for (let k = place; k > 0; k -= k & -k) sum += sums[k] ?? 0;
  return sum;
}

/** How many of the sorted numbers are below this one. */
export function rankOf(number: number, numbers: ArrayLike<number>): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sorted(group: Group, keys: Float64Array): Float64Array {
  return Float64Array.from(group, (item) => at(keys, item)).sort();
}

function inOrder(group: Group, keys: Float64Array): Group {
  return [...group].sort((a, b) => at(keys, a) - at(keys, b));
}

function at(numbers: Float64Array, item: number): number {
  return numbers[item] ?? 0;
}

function add(tallies: Tallies, item: number, count: number): void {
  tallies[item] = at(tallies, item) + count;
}
