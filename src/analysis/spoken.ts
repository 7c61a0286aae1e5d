import { type DayRange, parseDate, spokenDay, spokenTogether } from '../date.ts';
import { latePattern } from '../memo.ts';
import { fromLedger, readsAs, type Sentence, say, textOf } from '../sentence.ts';
import type { Said } from './said.ts';
import { moment, type Phrase } from './when.ts';

/**
 * An answer as it stands in a sentence: numbers as written, dates spoken, all else in quotation marks. Blank for a claim
 * that gives none.
 */
export function words({ words: written, answer }: Said): Sentence {
  const plain = flat(written);
  if (plain === '') return [];
  if (answer?.form === 'days') return spokenText(plain);
  // A number that is not compared is still a number.
  if (answer === undefined && NUMBER().test(plain)) return fromLedger(plain);
  if (answer?.form !== 'amount' || !DIGIT().test(plain)) return quoted(fromLedger(plain));
  // Where the question asks for percentages the sign may be left out.
  const isBare = answer.percent && !plain.includes('%') && ENDS_IN_DIGIT().test(plain);
  return fromLedger(spokenNumber(isBare ? `${plain}%` : plain));
}

const NUMBER = latePattern(String.raw`^\p{Nd}[\p{Nd},.]*%?$`, 'u');
const DIGIT = latePattern(String.raw`\p{Nd}`, 'u');
const ENDS_IN_DIGIT = latePattern(String.raw`\p{Nd}$`, 'u');

/** A text of the file on one line; whatever else is in it stays as it is. */
export function flat(text: string): string {
  return text.replace(/[ \t\n\r]+/gu, ' ').trim();
}

/** The answer of a claim, to be said with its date. */
export function phrase(side: Said): Phrase {
  return { words: words(side), claim: side.claim, isDate: side.answer?.form === 'days' };
}

/** What one of two answers is called where it alone is spoken of: itself, unless that is long, a date, or both the same. */
export function nameOf(side: Said, a: Said, b: Said): Sentence {
  const own = words(side);
  const isClear =
    own.length > 0 && textOf(own).length <= LONGEST && !readsAs(words(a), words(b)) && side.answer?.form !== 'days';
  if (isClear) return own;
  return side === a ? say`the first` : say`the second`;
}

// Beyond this an answer is hard to recognise when it is read out a second time.
const LONGEST = 60;

/** A range of days as a reader would say it: `1 to 30 June 1998`. */
export function spokenDays({ first, last }: DayRange): string {
  if (first === last) return spokenDay(first);
  if (first === Number.NEGATIVE_INFINITY) return `until ${spokenDay(last)}`;
  return last === Number.POSITIVE_INFINITY
    ? `from ${spokenDay(first)} on`
    : spokenTogether(spokenDay(first), spokenDay(last), 'to');
}

function quoted(text: Sentence): Sentence {
  return say`“${text}”`;
}

// "From 3 May on" has words of its own that would run into those around it.
function spokenText(written: string): Sentence {
  const date = parseDate(written);
  if ('fault' in date) return fromLedger(written);
  const spoken = say`${moment(date)}`;
  return Number.isFinite(date.first) && Number.isFinite(date.last) ? spoken : quoted(spoken);
}

// Nobody reads a sign out, and a second "and" would hide where a range ends.
function spokenNumber(number: string): string {
  const [sign = ''] = /^[~<>≤≥] ?/u.exec(number) ?? [];
  const word = SIGNS[sign.trim()];
  return `${word === undefined ? number : `${word} ${number.slice(sign.length)}`}`
    .replace(/ ?\+$/u, ' or more')
    .replace(/^between (.+) and (.+)$/iu, '$1 to $2');
}

const SIGNS: Readonly<Record<string, string>> = {
  '~': 'about',
  '<': 'under',
  '>': 'over',
  '≤': 'up to',
  '≥': 'at least',
};
