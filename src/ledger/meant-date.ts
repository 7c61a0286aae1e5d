import { monthNumber, parseDate } from '../date.ts';

/** The date that a text can only mean, as the format writes it. `05/07/2025` may mean two days, and is never guessed. */
export function meantDate(text: string): string | undefined {
  const words = text.trim();
  const meant = fromParts(words) ?? fromWords(words) ?? fromDayAndMonth(words);
  return meant === undefined || 'fault' in parseDate(meant) ? undefined : meant;
}

// The year first, as in `2025-5-7`, `2025/05/17`, `2025.5.17` and `2025年5月17日`: nobody writes the day after it.
function fromParts(text: string): string | undefined {
  const match = /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(?:(\d{1,2})日)?)$/u.exec(text);
  const [, year = '', , month, day, chineseMonth = '', chineseDay] = match ?? [];
  if (match === null) return undefined;
  return month === undefined ? iso(year, chineseMonth, chineseDay) : iso(year, month, day);
}

const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const DAY_FIRST = new RegExp(`^(?:${DAY} )?${MONTH},? (\\d{4})$`, 'iu');
const MONTH_FIRST = new RegExp(`^${MONTH} ${DAY},? (\\d{4})$`, 'iu');

function fromWords(text: string): string | undefined {
  const [, day, month, year] = DAY_FIRST.exec(text) ?? [];
  if (month !== undefined && year !== undefined) return iso(year, numberOf(month), day);
  const [, first, second, last] = MONTH_FIRST.exec(text) ?? [];
  return first === undefined || last === undefined ? undefined : iso(last, numberOf(first), second);
}

// Of two numbers the one above 12 is the day; without one nobody knows which is.
function fromDayAndMonth(text: string): string | undefined {
  const [, one = '', , other = '', year = ''] = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/u.exec(text) ?? [];
  if (Number(one) > 12 === Number(other) > 12) return undefined;
  return Number(one) > 12 ? iso(year, other, one) : iso(year, one, other);
}

function numberOf(month: string): string {
  return String(monthNumber(month.slice(0, 3)));
}

function iso(year: string, month: string, day: string | undefined): string {
  return [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-');
}
