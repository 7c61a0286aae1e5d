import type { Days } from '../../answers/day.ts';
import { grouped } from '../grouped.ts';
import { addApart, addPairs, type Sign, type Tallies, type Where } from './count.ts';
import type { Line } from './line.ts';
import type { Group, Ranges } from './ranges.ts';

/** For each item: in how many pairs it clashes, and in how many beyond all excuses. */
export interface Sums {
  readonly clash: Tallies;
  readonly firm: Tallies;
}

/** Pairs that are meant, as a sum: all of them, without those that are apart somewhere. */
export interface Terms {
  readonly clash: readonly Term[];
  readonly firm: readonly Term[];
}

export interface Term {
  readonly where: Where;
  readonly sign: Sign;
}

/** Adds the clashes among a group, or takes them off again, without looking at every pair. */
export type Measure = (group: Group, terms: Terms, sums: Sums, sign: Sign) => void;

/** All pairs. */
export const EVERY: readonly Term[] = [{ where: undefined, sign: 1 }];

export function noSums(size: number): Sums {
  return { clash: new Float64Array(size), firm: new Float64Array(size) };
}

/** Counts pairs of a group by their sets on a line. */
export type AddPairs = (group: Group, by: Ranges, where: Where, tallies: Tallies, sign: Sign) => void;

/** Rule 3.1 on a line, for pairs as `add` counts them. `firm` has 1 for the items that nothing about them weakens. */
export function measureLine(line: Line, firm: Uint8Array, add: AddPairs = addApart): Measure {
  return (group, terms, sums, sign) => {
    each(line.cores, terms.clash, sign, (by, where, signed) => add(group, by, where, sums.clash, signed));
    const firmOnes = group.filter((item) => firm[item] === 1);
    each(line.eased, terms.firm, sign, (by, where, signed) => add(firmOnes, by, where, sums.firm, signed));
    // Between two that touching does not excuse it was taken too lightly.
    const plain = firmOnes.filter((item) => line.plain[item] === 1);
    each(line.halos, terms.firm, sign, (by, where, signed) => add(plain, by, where, sums.firm, signed));
    each(line.eased, terms.firm, sign, (by, where, signed) => add(plain, by, where, sums.firm, opposite(signed)));
  };
}

interface DayAnswers {
  readonly days: readonly Days[];
  readonly line: Line;
  /** The days on which periods may begin and end. */
  readonly ends: readonly [Ranges, Ranges];
}

/** Rule 3.3: days on a line, but one moment is never apart from itself, and periods also clash by their ends. */
export function measureDays({ days, line, ends }: DayAnswers, firm: Uint8Array): Measure {
  const measure = measureLine(line, firm);
  const [from, to] = ends;
  return (group, terms, sums, sign) => {
    measure(group, terms, sums, sign);
    for (const moment of grouped(group, (item) => days[item]?.instant)) measure(moment, terms, sums, opposite(sign));
    const periods = group.filter((item) => days[item]?.period !== undefined);
    const open = periods.filter((item) => days[item]?.period?.includes(undefined));
    // Two closed periods that share no day differ at both ends, so that all that differ are those of either end.
    for (const core of line.cores) {
      addApart(periods, core, undefined, sums.clash, opposite(sign));
      addApart(open, core, undefined, sums.clash, sign);
    }
    addApart(periods, from, undefined, sums.clash, sign);
    addApart(periods, to, undefined, sums.clash, sign);
    addApart(periods, from, to, sums.clash, opposite(sign));
  };
}

/** Pairs between two groups that have no item in common. */
export function addBetween(one: Group, other: Group, where: Where, tallies: Tallies, sign: Sign): void {
  addPairs([...one, ...other], where, tallies, sign);
  addPairs(one, where, tallies, opposite(sign));
  addPairs(other, where, tallies, opposite(sign));
}

export function opposite(sign: Sign): Sign {
  return sign === 1 ? -1 : 1;
}

export function each<T>(
  items: readonly T[],
  terms: readonly Term[],
  sign: Sign,
  take: (item: T, where: Where, sign: Sign) => void,
): void {
  for (const { where, sign: own } of terms) {
    for (const item of items) take(item, where, own === 1 ? sign : opposite(sign));
  }
}
