import type { VNode } from 'preact';
import type { Days } from '../../../views/picture-parts.ts';
import { el } from '../text.ts';
import { round, type Scale } from './scale.ts';
import type { Place } from './shape.ts';

/** Where a mark stands: on its day, or in the middle of the days that it may fall on. */
export function spotOf({ first, last }: Days, { at }: Pick<Scale, 'at'>): number {
  return round((at(first) + at(last)) / 2);
}

/** What is drawn of a mark and its days, from left to right. */
export interface Reach {
  readonly from: number;
  readonly to: number;
}

export function reachOf(days: Days, { at }: Pick<Scale, 'at'>): Reach {
  const [from, to] = [at(days.first), at(days.last)];
  const [before, after] = TAILS[days.known];
  return { from: round(from - before), to: round(to + after) };
}

/**
 * The days that a mark may fall on: a bar with closed ends, dashes for a date that its writer did not stand by, an arrow
 * where there is no first or no last day; nothing for a day that is known.
 */
export function whisker(days: Days, { y }: Pick<Place, 'y'>, scale: Pick<Scale, 'at'>): VNode | undefined {
  const { from, to } = reachOf(days, scale);
  switch (days.known) {
    case 'exactly':
      return undefined;
    case 'between':
      return el('path', { class: 'days', d: `M${from} ${y - 3}v6m0-3H${to}m0-3v6` });
    case 'about':
      return el('path', { class: 'days about', d: `M${from} ${y}H${to}` });
    case 'by':
      return el('path', { class: 'days', d: `M${to} ${y}H${from}m4-3.5-4 3.5 4 3.5` });
    case 'from':
      return el('path', { class: 'days', d: `M${from} ${y}H${to}m-4-3.5 4 3.5-4 3.5` });
  }
}

/** What the signs for days that are not exact mean, as far as they occur; blank where all days are. */
export function daysKey(all: readonly Days[]): string {
  const used = new Set(all.map(({ known }) => known));
  const meanings = MEANINGS.flatMap(([known, meaning]) => (used.has(known) ? [meaning] : []));
  return meanings.length === 0 ? '' : ` In a ring, the day is not exact: ${meanings.join('; ')}.`;
}

/** How far an end that is not known is drawn beyond the days, on the left and on the right. */
const TAILS: Readonly<Record<Days['known'], readonly [before: number, after: number]>> = {
  exactly: [0, 0],
  between: [0, 0],
  about: [14, 14],
  by: [20, 0],
  from: [0, 20],
};

const MEANINGS: readonly (readonly [Days['known'], string])[] = [
  ['between', 'a bar across spans the days that it may be'],
  ['about', 'dashes across mean about then'],
  ['by', 'an arrow to the left means then or earlier'],
  ['from', 'an arrow to the right means then or later'],
];
