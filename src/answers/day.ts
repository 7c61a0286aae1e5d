import {
  calendarDay,
  type DayRange,
  dayNumber,
  type EdtfDate,
  isPeriod,
  meet,
  type Point,
  parseDate,
} from '../date.ts';
import type { Unreadable } from './unreadable.ts';

/** A date or period as answered: rule 3.3. */
export interface Days {
  readonly form: 'days';
  readonly core: DayRange;
  /** `~` widens each end by one calendar unit. */
  readonly halo: DayRange;
  /** `?` or `%`: at most tension. */
  readonly uncertain: boolean;
  /** Minutes since 1970-01-01T00:00Z, where a clock time is written. */
  readonly instant: number | undefined;
  /** The two ends of a period, undefined where one is open. */
  readonly period: readonly [End | undefined, End | undefined] | undefined;
}

/** The days that one end of a period may fall on. */
interface End {
  readonly core: DayRange;
}

export function readDays(text: string): Days | Unreadable {
  const date = parseDate(text.trim());
  if ('fault' in date) {
    const hint = 'write 2025, 2025-05, 2025-05-17, or two of them with / between';
    return { fault: `\`${text}\` is not a date: ${date.fault}`, hint };
  }
  return daysOf(date);
}

/**
 * How two answers in days lie: in core, only in halo, apart; for periods also whether their ends differ. A clock time in
 * one zone may be the next day in another.
 */
export function meetDays(a: Days, b: Days): 'shared' | 'halo' | 'apart' | 'ends' | 'zones' {
  if (a.instant !== undefined && a.instant === b.instant) return 'shared';
  if (!meet(a.halo, b.halo)) return isZoned(a, b) && areNextDoor(a.halo, b.halo) ? 'zones' : 'apart';
  if (!meet(a.core, b.core)) return 'halo';
  if (a.period === undefined || b.period === undefined) return 'shared';
  return endsAgree(a.period[0], b.period[0]) && endsAgree(a.period[1], b.period[1]) ? 'shared' : 'ends';
}

function isZoned(a: Days, b: Days): boolean {
  return a.instant !== undefined || b.instant !== undefined;
}

function areNextDoor(a: DayRange, b: DayRange): boolean {
  return a.last + 1 === b.first || b.last + 1 === a.first;
}

function endsAgree(a: End | undefined, b: End | undefined): boolean {
  return a === undefined || b === undefined || meet(a.core, b.core);
}

function daysOf(date: EdtfDate): Days {
  const [start, end] = [date.points[0], date.points[date.points.length - 1]];
  return {
    form: 'days',
    core: { first: date.first, last: date.last },
    halo: {
      first: start === undefined ? date.first : widened(start).first,
      last: end === undefined ? date.last : widened(end).last,
    },
    uncertain: date.points.some((point) => point?.uncertain === true),
    instant: isPeriod(date) ? undefined : start?.instant,
    // A period that begins some day in 2024 and ends in March 2024 begins by March.
    period: isPeriod(date)
      ? [
          start && { core: { first: date.first, last: Math.min(start.last, date.last) } },
          end && { core: { first: Math.max(end.first, date.first), last: date.last } },
        ]
      : undefined,
  };
}

// A year and a month reach into the one before and the one after, a day three days each way.
function widened(point: Point): DayRange {
  if (!point.approximate) return point;
  if (point.precision === 'day') return { first: point.first - 3, last: point.last + 3 };
  const { year, month } = calendarDay(point.first);
  if (point.precision === 'year') return { first: dayNumber(year - 1, 1, 1), last: dayNumber(year + 1, 12, 31) };
  return { first: monthStart(year, month - 1), last: monthStart(year, month + 2) - 1 };
}

// `month` may lie outside 1 to 12; it is carried into the year.
function monthStart(year: number, month: number): number {
  const carried = year + Math.floor((month - 1) / 12);
  return dayNumber(carried, ((((month - 1) % 12) + 12) % 12) + 1, 1);
}
