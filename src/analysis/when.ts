import { type EdtfDate, spokenDate, spokenDay, spokenTogether } from '../date.ts';
import type { Claim } from '../ledger/model.ts';
import { type Sentence, say } from '../sentence.ts';

/** Words in a sentence, and the claim whose date belongs to them. */
export interface Phrase {
  readonly words: Sentence;
  readonly claim: Claim;
  /** Set for an answer that is a date itself: beside it another date would be taken for part of it. */
  readonly isDate?: boolean;
}

/** Two phrases with their dates: what is alike in these is said once, and otherwise each phrase carries its own. */
export interface Dated {
  readonly first: Sentence;
  readonly second: Sentence;
  /** `both said on 17 May 2025`, `as of 1 and 2 June 2024`; blank where each carries its own, or none is known. */
  readonly dates: string;
}

export function dated(a: Phrase, b: Phrase): Dated {
  const [x, y] = [whenOf(a.claim), whenOf(b.claim)];
  const alike = together(x, y);
  if (alike !== undefined) return { first: a.words, second: b.words, dates: alike };
  if (a.isDate === true || b.isDate === true) {
    return { first: a.words, second: b.words, dates: `the first ${spoken(x)} and the second ${spoken(y)}` };
  }
  return { first: say`${a.words} ${spoken(x)}`, second: say`${b.words} ${spoken(y)}`, dates: '' };
}

/** A phrase with its date, if there is one. */
export function withDate({ words, claim }: Phrase): Sentence {
  const when = whenOf(claim);
  return when === undefined ? words : say`${words} ${spoken(when)}`;
}

/** The day on which a claim was said, as it goes on from `said`: `on 17 May 2025`, `in May 2025`; blank if unknown. */
export function saidWhen({ date, saidBy }: Claim): string {
  if (date === undefined) return saidBy === undefined ? '' : `by ${spokenDay(saidBy)}`;
  return `${preposition(date)}${moment(date)}`;
}

/** A date as spoken, with the clock time that it may carry: `5 May 2025 at 10:00 UTC`. */
export function moment(date: EdtfDate): string {
  const [, time, hours = '', minutes] = date.points.length === 1 ? (CLOCK.exec(date.text) ?? []) : [];
  if (time === undefined) return spokenDate(date);
  const zone = `${hours.replace(/^([+-])0/u, '$1')}${minutes === undefined || minutes === '00' ? '' : `:${minutes}`}`;
  return `${spokenDate(date)} at ${time} UTC${zone}`;
}

const CLOCK = /T(\d\d:\d\d)[\d:.]*(?:Z|([+-]\d\d):(\d\d))/u;

interface When {
  /** `said on`, `as of`; blank before a date that says itself how it stands: `from 3 May 2025 on`. */
  readonly how: string;
  readonly day: string;
}

function together(x: When | undefined, y: When | undefined): string | undefined {
  if (x === undefined && y === undefined) return '';
  if (x === undefined || y === undefined || x.how !== y.how) return undefined;
  if (x.day === y.day) return `both ${spoken(x)}`;
  return spoken({ how: x.how, day: spokenTogether(x.day, y.day, 'and') });
}

function spoken(when: When | undefined): string {
  if (when === undefined) return 'without a date';
  return when.how === '' ? when.day : `${when.how} ${when.day}`;
}

// What a claim speaks about counts; where the file does not say that, when it was said.
function whenOf(claim: Claim): When | undefined {
  if (claim.as_of !== undefined) return { how: aboutWhen(claim.as_of), day: moment(claim.as_of) };
  if (claim.date === undefined) {
    return claim.saidBy === undefined ? undefined : { how: 'said by', day: spokenDay(claim.saidBy) };
  }
  return { how: `said ${preposition(claim.date)}`.trim(), day: moment(claim.date) };
}

function aboutWhen({ points }: EdtfDate): string {
  if (points.length === 1) return 'as of';
  return points[0] === undefined || points[1] === undefined ? '' : 'for';
}

function preposition({ points }: EdtfDate): string {
  const [point] = points;
  if (points.length === 2) return points[0] === undefined || points[1] === undefined ? '' : 'from ';
  return point?.precision === 'day' ? 'on ' : 'in ';
}
