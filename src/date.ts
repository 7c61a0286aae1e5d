/**
 * Dates as EDTF (ISO 8601-2) writes them, in the part that the format takes: a year, a month, a day, or a day with a
 * time and a zone, each with `~`, `?` or `%`; an interval of two, or with `..` (or nothing) at one end.
 */

/** Days are counted from 1 January 1970, in the proleptic Gregorian calendar; an open end is infinite. */
export interface DayRange {
  readonly first: number;
  readonly last: number;
}

export type Precision = 'year' | 'month' | 'day';

/** One date: all the days it may mean, and how far its writer stood by it. */
export interface Point extends DayRange {
  readonly precision: Precision;
  /** `~` or `%`. */
  readonly approximate: boolean;
  /** `?` or `%`. */
  readonly uncertain: boolean;
  /** Minutes since 1970-01-01T00:00Z, where a clock time is written. */
  readonly instant?: number | undefined;
}

/** A date as written and as understood: one point, or a period between two, of which one may be open. */
export interface EdtfDate extends DayRange {
  readonly text: string;
  readonly points: readonly [Point] | readonly [Point | undefined, Point | undefined];
}

/** Reads a date, or says in one clause why it cannot be one. */
export function parseDate(text: string): EdtfDate | { readonly fault: string } {
  const ends = text.split('/');
  if (ends.length === 1) {
    const point = parsePoint(text);
    return 'fault' in point ? point : { text, first: point.first, last: point.last, points: [point] };
  }
  if (ends.length !== 2) return { fault: 'an interval has two ends' };
  return parseInterval(text, ends[0] ?? '', ends[1] ?? '');
}

/** True if the date, or an end of it, carries `~`, `?` or `%`. */
export function isHedged(date: EdtfDate): boolean {
  return date.points.some((point) => point !== undefined && (point.approximate || point.uncertain));
}

/** True for an interval, even one with both ends on one day. */
export function isPeriod(date: EdtfDate): boolean {
  return date.points.length === 2;
}

/** True if two ranges have a day in common. */
export function meet(a: DayRange, b: DayRange): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/** The number of a day in the proleptic Gregorian calendar, 0 on 1 January 1970. */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The year, month and day of a day's number; the inverse of `dayNumber`. */
export function calendarDay(number: number): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** The names of the months, January first. */
const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The number of a month, by its whole name or its first letters; undefined for what begins no month. */
export function monthNumber(word: string): number | undefined {
  const index = MONTHS.findIndex((name) => name.toLowerCase().startsWith(word.toLowerCase()));
  return word === '' || index < 0 ? undefined : index + 1;
}

/** A date as a reader would say it: `17 May 2025`, `May 2025`, `about 12 May 2024`, `March 2024 to May 2024`. */
export function spokenDate(date: EdtfDate): string {
  const [start, end] = date.points;
  if (date.points.length === 1) return start === undefined ? date.text : spokenPoint(start);
  if (start === undefined) return end === undefined ? date.text : `until ${spokenPoint(end)}`;
  return end === undefined
    ? `from ${spokenPoint(start)} on`
    : spokenTogether(spokenPoint(start), spokenPoint(end), 'to');
}

/** Two spoken dates with what they share said once: `15 and 17 May 2025`, `3 May to 2 June 2025`. */
export function spokenTogether(from: string, to: string, word: 'to' | 'and'): string {
  const [start, end] = [from.split(' '), to.split(' ')];
  let shared = 0;
  if (start.length === end.length) while (shared < 2 && start.at(-1 - shared) === end.at(-1 - shared)) shared += 1;
  const isPlain = DATE.test(from) && DATE.test(to) && shared < start.length;
  return `${isPlain ? start.slice(0, start.length - shared).join(' ') : from} ${word} ${to}`;
}

const DATE = /^(?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4}$/u;

/** A day's number as a reader would say it: `17 May 2025`. */
export function spokenDay(number: number): string {
  const { year, month, day } = calendarDay(number);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** A day's number as ISO 8601 writes it: `2025-05-17`. */
export function isoDay(number: number): string {
  const { year, month, day } = calendarDay(number);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** The day of a year, month and day as ISO 8601 writes it; undefined where the calendar has no such day. */
export function dateIn(year: number, month: number, day: number): string | undefined {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return undefined;
  return isoDay(dayNumber(year, month, day));
}

function spokenPoint(point: Point): string {
  const { year, month } = calendarDay(point.first);
  const plain =
    point.precision === 'year'
      ? String(year)
      : point.precision === 'month'
        ? `${MONTHS[month - 1]} ${year}`
        : spokenDay(point.first);
  return `${point.approximate ? 'about ' : ''}${plain}${point.uncertain ? ' (uncertain)' : ''}`;
}

const POINT = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(T\S*)?)?)?([~?%]?)$/u;
const TIME = /^T([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(?:Z|([+-])(0\d|1[0-4]):([0-5]\d))?$/u;

function parsePoint(text: string): Point | { readonly fault: string } {
  const match = POINT.exec(text);
  if (match === null) return { fault: 'it is not a year, a month or a day as 2025, 2025-05 or 2025-05-17' };
  const [, year = '', month, dayAndMore, rawTime, rawMark = ''] = match;
  const { time, mark } = splitMark(rawTime, rawMark);
  const y = Number(year);
  const m = Number(month ?? '1');
  const d = Number(dayAndMore ?? '1');
  if (m < 1 || m > 12) return { fault: `there is no month ${month}` };
  if (d < 1 || d > daysInMonth(y, m)) return { fault: `${MONTHS[m - 1]} ${y} has no day ${dayAndMore}` };
  const minutes = time === undefined ? undefined : parseTime(time);
  if (typeof minutes === 'object') return minutes;
  const precision: Precision = month === undefined ? 'year' : dayAndMore === undefined ? 'month' : 'day';
  const { first, last } = daysOf(y, m, d, precision);
  return {
    first,
    last,
    precision,
    approximate: mark === '~' || mark === '%',
    uncertain: mark === '?' || mark === '%',
    instant: minutes === undefined ? undefined : first * MINUTES_A_DAY + minutes,
  };
}

const MINUTES_A_DAY = 1440;

/** Minutes since midnight in UTC, which may lie on the day before or after. */
function parseTime(time: string): number | { readonly fault: string } {
  const match = TIME.exec(time);
  if (match === null) return { fault: 'a time is written as T14:30 with a zone, Z or +02:00' };
  const [, hours, minutes, sign, zoneHours = '0', zoneMinutes = '0'] = match;
  if (sign === undefined && !time.endsWith('Z')) return { fault: 'a time needs its zone, Z or +02:00' };
  const offset = Number(zoneHours) * 60 + Number(zoneMinutes);
  return Number(hours) * 60 + Number(minutes) - (sign === '-' ? -offset : offset);
}

// The mark may follow a time, whose own pattern takes any characters so that a wrong one gets its own sentence.
function splitMark(
  time: string | undefined,
  mark: string,
): { readonly time: string | undefined; readonly mark: string } {
  const last = time?.at(-1) ?? '';
  return time !== undefined && mark === '' && '~?%'.includes(last)
    ? { time: time.slice(0, -1), mark: last }
    : { time, mark };
}

function parseInterval(text: string, from: string, to: string): EdtfDate | { readonly fault: string } {
  const start = isOpen(from) ? undefined : parsePoint(from);
  const end = isOpen(to) ? undefined : parsePoint(to);
  if (start !== undefined && 'fault' in start) return start;
  if (end !== undefined && 'fault' in end) return end;
  if (start === undefined && end === undefined) return { fault: 'an interval has at least one date' };
  const first = start?.first ?? Number.NEGATIVE_INFINITY;
  const last = end?.last ?? Number.POSITIVE_INFINITY;
  if (first > last) return { fault: 'the interval ends before it begins' };
  return { text, first, last, points: [start, end] };
}

function isOpen(end: string): boolean {
  return end === '' || end === '..';
}

function daysOf(year: number, month: number, day: number, precision: Precision): DayRange {
  if (precision === 'year') return { first: dayNumber(year, 1, 1), last: dayNumber(year, 12, 31) };
  if (precision === 'month')
    return { first: dayNumber(year, month, 1), last: dayNumber(year, month, daysInMonth(year, month)) };
  const only = dayNumber(year, month, day);
  return { first: only, last: only };
}

function daysInMonth(year: number, month: number): number {
  const nextYear = month === 12 ? year + 1 : year;
  return dayNumber(nextYear, (month % 12) + 1, 1) - dayNumber(year, month, 1);
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0');
}
