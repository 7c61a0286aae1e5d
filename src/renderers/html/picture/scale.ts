import { calendarDay, dayNumber } from '../../../date.ts';

/** Days laid along a width. */
export interface Scale {
  readonly at: (day: number) => number;
  readonly ticks: readonly Tick[];
}

export interface Tick {
  readonly x: number;
  readonly label: string;
}

/** What a label of an axis takes at most, with room around it. */
const LABEL = 74;

/** Lays days along a line from `left` to `right`, with as many ticks as there is room for. */
export function scaleOf(first: number, last: number, left: number, right: number): Scale {
  const span = Math.max(1, last - first);
  const at = (day: number): number =>
    round(first === last ? (left + right) / 2 : left + ((day - first) / span) * (right - left));
  const room = Math.max(2, Math.floor((right - left) / LABEL));
  return { at, ticks: ticksIn(first, last, room).map((day) => ({ x: at(day), label: labelOf(day, first, last) })) };
}

export function round(number: number): number {
  return Math.round(number * 10) / 10;
}

/** Steps that a calendar has names for, from days to centuries. */
const STEPS: readonly { readonly unit: 'day' | 'month'; readonly every: number; readonly days: number }[] = [
  ...[1, 2, 7, 14].map((every) => ({ unit: 'day' as const, every, days: every })),
  ...[1, 2, 3, 6, 12, 24, 60, 120, 600, 1200].map((every) => ({ unit: 'month' as const, every, days: every * 30 })),
];

function ticksIn(first: number, last: number, room: number): readonly number[] {
  const step = STEPS.find(({ days }) => (last - first) / days <= room) ?? STEPS.at(-1);
  if (step === undefined) return [];
  if (step.unit === 'day') {
    return Array.from(
      { length: Math.floor((last - first) / step.every) + 1 },
      (_, index) => first + index * step.every,
    );
  }
  return months(first, last, step.every);
}

function months(first: number, last: number, every: number): readonly number[] {
  const start = calendarDay(first);
  const count = Math.floor((start.year * 12 + start.month - 1) / every) * every;
  const found: number[] = [];
  for (let month = count; ; month += every) {
    const day = dayNumber(Math.floor(month / 12), (month % 12) + 1, 1);
    if (day > last) return found;
    if (day >= first) found.push(day);
  }
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function labelOf(day: number, first: number, last: number): string {
  const { year, month, day: ofMonth } = calendarDay(day);
  const name = MONTHS[month - 1];
  if (last - first > 365 * 3) return ofMonth === 1 && month === 1 ? String(year) : `${name} ${year}`;
  return last - first > 120 ? `${name} ${year}` : `${ofMonth} ${name}`;
}
