import { dateIn, monthNumber, parseDate } from '../date.ts';
import type { DateOrder } from './sheet.ts';

/** A date as the format writes it, or why it is not known which day is meant. */
export type ReadDate = { readonly date: string } | { readonly message: string; readonly hint: string };

/**
 * Reads what other sheets have for dates: `17 May 2025`, `May 17, 2025`, `May 2025`, `2025/05/17`, a day at midnight,
 * and days in figures where only one order gives a day, or `order` says which. What is none of these is left as it is.
 */
export function readDate(written: string, order?: DateOrder): ReadDate {
  const text = written.trim();
  if (!('fault' in parseDate(text))) return { date: text };
  if (/^\d{5}(?:\.\d+)?$/u.test(text))
    return { message: `\`${text}\` is a day as spreadsheets count it`, hint: AS_DATE };
  return inFigures(text, order) ?? { date: yearFirst(text) ?? inWords(text) ?? text };
}

function yearFirst(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})[-/.](\d\d?)[-/.](\d\d?)(?:[T ]00:00(?::00(?:\.0+)?)?)?$/u.exec(text) ?? [];
  return dateIn(Number(year), Number(month), Number(day));
}

function inWords(text: string): string | undefined {
  const [, before, month = '', after, year] =
    /^(?:(\d\d?)(?:st|nd|rd|th)?\.? )?([A-Za-z]{3,9})\.?(?: (\d\d?)(?:st|nd|rd|th)?)?,? (\d{4})$/u.exec(text) ?? [];
  const number = monthNumber(month);
  if (number === undefined || (before !== undefined && after !== undefined)) return undefined;
  const day = before ?? after;
  if (day !== undefined) return dateIn(Number(year), number, Number(day));
  return `${year}-${String(number).padStart(2, '0')}`;
}

function inFigures(text: string, order: DateOrder | undefined): ReadDate | undefined {
  const [, first, second, year] = /^(\d\d?)[-/.](\d\d?)[-/.](\d{4})$/u.exec(text) ?? [];
  if (year === undefined) return undefined;
  const dayFirst = dateIn(Number(year), Number(second), Number(first));
  const monthFirst = dateIn(Number(year), Number(first), Number(second));
  if (order !== undefined) {
    const date = order === 'day-first' ? dayFirst : monthFirst;
    return date === undefined
      ? { message: `\`${text}\` is no day with the ${order.replace('-', ' ')}`, hint: ISO }
      : { date };
  }
  if (dayFirst !== undefined && monthFirst !== undefined && dayFirst !== monthFirst) {
    return {
      message: `\`${text}\` may be ${dayFirst} or ${monthFirst}`,
      hint: 'say which with --dates day-first or --dates month-first',
    };
  }
  const date = dayFirst ?? monthFirst;
  return date === undefined ? undefined : { date };
}

const AS_DATE = 'give the column the format of a date before the sheet is exported';
const ISO = 'write days as 2025-05-17';
