import type { DayRange } from '../../date.ts';

/** The days that an answer of one side is for. */
export interface Span extends DayRange {
  readonly side: string;
}

/** Tells of a span whether one of another side has a day in common with it. */
export function sharing(spans: readonly Span[]): (span: Span) => boolean {
  const sides = new Map<string, Span[]>();
  for (const span of spans) {
    const own = sides.get(span.side);
    if (own === undefined) sides.set(span.side, [span]);
    else own.push(span);
  }
  const all = counter(spans);
  const own = new Map([...sides].map(([side, its]) => [side, counter(its)]));
  return (span) => all(span) > (own.get(span.side)?.(span) ?? 0);
}

/** The spans that hold one of another side, or lie within one. */
export function nested<T extends Span>(spans: readonly T[]): ReadonlySet<T> {
  // One that holds another lies within it once both ends change their sign. Of equal spans each comes first in one pass.
  const inside = within(spans.map((span) => ({ ...span, of: span })));
  const negated = spans.map((span) => ({ side: span.side, first: -span.first, last: -span.last, of: span }));
  return new Set([...inside, ...within(negated.reverse())].map(({ of }) => of));
}

/** The spans that lie within one of another side. */
export function within<T extends Span>(spans: readonly T[]): readonly T[] {
  const held: T[] = [];
  // Of the spans that begin no later: the one that ends last, and the one of any other side that does.
  let far: T | undefined;
  let next: T | undefined;
  for (const span of [...spans].sort((a, b) => a.first - b.first || b.last - a.last)) {
    const other = far?.side === span.side ? next : far;
    if (other !== undefined && other.last >= span.last) held.push(span);
    if (far === undefined || span.last > far.last) {
      if (far?.side !== span.side) next = far;
      far = span;
    } else if (span.side !== far.side && span.last > (next?.last ?? Number.NEGATIVE_INFINITY)) next = span;
  }
  return held;
}

/** Counts those of many spans that have a day in common with one. */
export function counter(spans: readonly DayRange[]): (span: DayRange) => number {
  const firsts = sorted(spans.map(({ first }) => first));
  const lasts = sorted(spans.map(({ last }) => last));
  return ({ first, last }) => countUpTo(firsts, last) - countUpTo(lasts, first - 1);
}

export function sorted(days: readonly number[]): readonly number[] {
  // Infinities would not subtract.
  return [...days].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** How many of the days, which are in order, are no later than one. */
export function countUpTo(days: readonly number[], day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? day) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
