import { type EdtfDate, isHedged } from '../date.ts';
import type { Days } from './picture-parts.ts';

/** The days that a date stands for in a picture; without one, those up to the day by which it was said, if any. */
export function knownDays(date: EdtfDate | undefined, saidBy: number | undefined): Days | undefined {
  if (date === undefined) return saidBy === undefined ? undefined : { first: saidBy, last: saidBy, known: 'by' };
  const { first, last } = date;
  if (first === Number.NEGATIVE_INFINITY) return { first: last, last, known: 'by' };
  if (last === Number.POSITIVE_INFINITY) return { first, last: first, known: 'from' };
  if (isHedged(date)) return { first, last, known: 'about' };
  return { first, last, known: first === last ? 'exactly' : 'between' };
}

/** The days that all of them lie between. */
export function spanOfDays(all: readonly Days[]): { readonly first: number; readonly last: number } {
  return {
    first: all.reduce((least, { first }) => Math.min(least, first), Number.MAX_SAFE_INTEGER),
    last: all.reduce((most, { last }) => Math.max(most, last), Number.MIN_SAFE_INTEGER),
  };
}
