import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Days, meetDays, readDays } from '../src/answers/day.ts';
import { calendarDay, type DayRange, dayNumber, isHedged, isoDay, parseDate, spokenDate } from '../src/date.ts';

/** The first and the last day, with `..` for no end. */
function span({ first, last }: DayRange): string {
  const spoken = (day: number): string => (Number.isFinite(day) ? isoDay(day) : '..');
  return first === last ? spoken(first) : `${spoken(first)} to ${spoken(last)}`;
}

describe('a date', () => {
  test.each<readonly [text: string, days: string, words: string]>([
    ['2025', '2025-01-01 to 2025-12-31', '2025'],
    ['2025-05', '2025-05-01 to 2025-05-31', 'May 2025'],
    ['2025-02', '2025-02-01 to 2025-02-28', 'February 2025'],
    ['2024-02', '2024-02-01 to 2024-02-29', 'February 2024'],
    ['2000-02', '2000-02-01 to 2000-02-29', 'February 2000'],
    ['1900-02', '1900-02-01 to 1900-02-28', 'February 1900'],
    ['2025-12', '2025-12-01 to 2025-12-31', 'December 2025'],
    ['2025-05-17', '2025-05-17', '17 May 2025'],
    ['2024-02-29', '2024-02-29', '29 February 2024'],
    ['1970-01-01', '1970-01-01', '1 January 1970'],
    ['0001-01-01', '0001-01-01', '1 January 1'],
    // A date with a time counts as the day it writes, whatever its zone.
    ['2025-05-17T23:30Z', '2025-05-17', '17 May 2025'],
    ['2025-05-17T00:30+14:00', '2025-05-17', '17 May 2025'],
    ['2025-05-17T23:30:59.25-11:30', '2025-05-17', '17 May 2025'],
    ['2025-05-17T10:00+02:00~', '2025-05-17', 'about 17 May 2025'],
    ['2025~', '2025-01-01 to 2025-12-31', 'about 2025'],
    ['2025-05?', '2025-05-01 to 2025-05-31', 'May 2025 (uncertain)'],
    ['2025-05-17%', '2025-05-17', 'about 17 May 2025 (uncertain)'],
    ['2025-05-15/2025-05-17', '2025-05-15 to 2025-05-17', '15 to 17 May 2025'],
    ['2025-04/2025-05-17', '2025-04-01 to 2025-05-17', 'April 2025 to 17 May 2025'],
    ['2024/2025', '2024-01-01 to 2025-12-31', '2024 to 2025'],
    ['2025-05/2025-05-17', '2025-05-01 to 2025-05-17', 'May 2025 to 17 May 2025'],
    ['2025-05-17/..', '2025-05-17 to ..', 'from 17 May 2025 on'],
    ['2025-05-17/', '2025-05-17 to ..', 'from 17 May 2025 on'],
    ['../2025-05', '.. to 2025-05-31', 'until May 2025'],
    ['/2025-05', '.. to 2025-05-31', 'until May 2025'],
    ['2025-05~/2025-06?', '2025-05-01 to 2025-06-30', 'about May 2025 to June 2025 (uncertain)'],
  ])('%s', (text, days, words) => {
    const date = parseDate(text);
    if ('fault' in date) throw new Error(date.fault);
    expect(span(date)).toBe(days);
    expect(spokenDate(date)).toBe(words);
    expect(isHedged(date)).toBe(/[~?%]/u.test(text));
  });

  test.each<readonly [text: string, fault: string]>([
    ['2025-02-30', 'February 2025 has no day 30'],
    ['2025-02-29', 'February 2025 has no day 29'],
    ['1900-02-29', 'February 1900 has no day 29'],
    ['2025-04-31', 'April 2025 has no day 31'],
    ['2025-05-00', 'May 2025 has no day 00'],
    ['2025-13', 'there is no month 13'],
    ['2025-00-10', 'there is no month 00'],
    ['2025-05-17T14:30', 'a time needs its zone, Z or +02:00'],
    ['2025-05-17T14:30:00~', 'a time needs its zone, Z or +02:00'],
    ['2025-05-17T24:00Z', 'a time is written as T14:30 with a zone, Z or +02:00'],
    ['2025-05-17T14Z', 'a time is written as T14:30 with a zone, Z or +02:00'],
    ['2025-05-17T14:30+15:00', 'a time is written as T14:30 with a zone, Z or +02:00'],
    ['..', 'it is not a year, a month or a day as 2025, 2025-05 or 2025-05-17'],
    ['../..', 'an interval has at least one date'],
    ['/', 'an interval has at least one date'],
    ['2025-05-17/2025-05-15', 'the interval ends before it begins'],
    ['2025-06/2025-05-31', 'the interval ends before it begins'],
    ['2025-05/2025-06/2025-07', 'an interval has two ends'],
    ['2025-05-17/2025-02-30', 'February 2025 has no day 30'],
    ['', 'it is not a year, a month or a day as 2025, 2025-05 or 2025-05-17'],
    ...['17 May 2025', '17.05.2025', '2025-5-17', '25-05-17', '20250517', '2025-05-17 ', '-0044', 'Y20250', '202X'].map(
      (text) => [text, 'it is not a year, a month or a day as 2025, 2025-05 or 2025-05-17'] as const,
    ),
    ...['2025-21', '2025-34'].map((season) => [season, `there is no month ${season.slice(-2)}`] as const),
    ...['2025?-05', '~2025', '2025~?', '[2024,2025]', '{2025}', '2025-05-17T14:30Z/x'].map(
      (text) => [text, 'it is not a year, a month or a day as 2025, 2025-05 or 2025-05-17'] as const,
    ),
  ])('%s is refused', (text, fault) => {
    expect(parseDate(text)).toEqual({ fault });
  });
});

describe('the number of a day', () => {
  test.each([
    [1970, 1, 1, 0],
    [1969, 12, 31, -1],
    [2000, 3, 1, 11_017],
    [2025, 5, 17, 20_225],
  ])('%i-%i-%i is %i', (year, month, day, number) => {
    expect(dayNumber(year, month, day)).toBe(number);
  });

  test('and its calendar day are each the inverse of the other, and follow one another', () => {
    fc.assert(
      fc.property(fc.integer({ min: -800_000, max: 3_000_000 }), (number) => {
        const { year, month, day } = calendarDay(number);
        expect(dayNumber(year, month, day)).toBe(number);
        const next = calendarDay(number + 1);
        const isNextDay = next.year === year && next.month === month && next.day === day + 1;
        const isNextMonth = next.day === 1 && day >= 28 && (next.year - year) * 12 + next.month - month === 1;
        expect(isNextDay || isNextMonth).toBe(true);
      }),
    );
  });

  test('is that of the machine, for any date it knows', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          const parsed = parseDate(day);
          expect('fault' in parsed ? parsed : parsed.first).toBe(Math.floor(date.getTime() / 86_400_000));
          expect(isoDay(Math.floor(date.getTime() / 86_400_000))).toBe(day);
        },
      ),
    );
  });
});

describe('a date as an answer', () => {
  const read = (text: string): Days => {
    const days = readDays(text);
    if ('fault' in days) throw new Error(days.fault);
    return days;
  };

  test.each<readonly [text: string, halo: string]>([
    ['2025-05-17', '2025-05-17'],
    ['2025-05-17~', '2025-05-14 to 2025-05-20'],
    ['2025-05-17%', '2025-05-14 to 2025-05-20'],
    ['2025-05-17?', '2025-05-17'],
    ['2025-05~', '2025-04-01 to 2025-06-30'],
    ['2025-01~', '2024-12-01 to 2025-02-28'],
    ['2023-12~', '2023-11-01 to 2024-01-31'],
    ['2025~', '2024-01-01 to 2026-12-31'],
    ['2025-05-10~/2025-05-17', '2025-05-07 to 2025-05-17'],
    ['2025-05-10/2025-05~', '2025-05-10 to 2025-06-30'],
    ['../2025-05-17~', '.. to 2025-05-20'],
  ])('%s excuses %s', (text, halo) => {
    expect(span(read(text).halo)).toBe(halo);
  });

  test.each<readonly [a: string, b: string, met: ReturnType<typeof meetDays>]>([
    ['2025-05', '2025-05-17', 'shared'],
    ['2025-05-17', '2025-05-18', 'apart'],
    ['2025-05-17~', '2025-05-20', 'halo'],
    ['2025-05-17~', '2025-05-21', 'apart'],
    ['2025-05-17~', '2025-05-23~', 'halo'],
    // A date against a period is a question of days alone.
    ['2025-05-10/2025-05-17', '2025-05-12', 'shared'],
    ['2025-05-10/2025-05-17', '2025-05-18', 'apart'],
    // Two periods also begin and end together, or not.
    ['2025-05-10/2025-05-17', '2025-05-10/2025-05-17', 'shared'],
    ['2025-05-10/2025-05-17', '2025-05-12/2025-05-17', 'ends'],
    ['2025-05-10/2025-05-17', '2025-05/2025-05', 'shared'],
    ['2025-05-10/2025-05-17', '2025-05-10/..', 'shared'],
    ['2025-05-10/2025-05-17', '../2025-05-16', 'ends'],
    ['2025-05-10/2025-05-17', '2025-05-18/2025-05-20', 'apart'],
    ['2025-05-10/2025-05-17~', '2025-05-18/2025-05-20', 'halo'],
  ])('%s and %s: %s', (a, b, met) => {
    expect(meetDays(read(a), read(b))).toBe(met);
    expect(meetDays(read(b), read(a))).toBe(met);
  });
});
