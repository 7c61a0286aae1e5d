import { readsAs, type Sentence, say } from '../sentence.ts';
import type { Comparison } from './compare.ts';
import type { Said } from './said.ts';
import { nameOf, phrase, words } from './spoken.ts';
import type { Footing } from './time.ts';
import { dated, moment, withDate } from './when.ts';

/** Why two claims cannot be compared: with both answers and their dates, and what is missing for it. */
export function incomparable(a: Said, b: Said, { meeting, footing }: Comparison): Sentence {
  if (footing.held === 'no') return notHeld(a, b, footing.because);
  if (meeting.why === 'units') return because(subject(a, b), 'one is a percentage and the other a number');
  return unanswered(a, b);
}

/** Two answers with their dates as the subject of a sentence: `40 and 60, both as of 3 May 2024,`. */
export function subject(a: Said, b: Said): Sentence {
  const { first, second, dates } = dated(phrase(a), phrase(b));
  const both = readsAs(first, second) ? say`two answers of ${first}` : say`${first} and ${second}`;
  return dates === '' ? both : say`${both}, ${dates},`;
}

type Reason = (Footing & { held: 'no' })['because'];

function notHeld(a: Said, b: Said, reason: Reason): Sentence {
  switch (reason) {
    case 'other questions':
      return otherQuestions(a, b);
    case 'unknown days':
      return because(subject(a, b), say`the answer may change from day to day, and ${unknownDays(a, b)}`);
    case 'other days':
      return because(subject(a, b), 'the answer may change from day to day, and they speak about different days');
    case 'unknown period':
      return because(subject(a, b), say`it is not known when ${unknownPeriods(a, b)}`);
    case 'periods cross':
      return because(overPeriods(a, b), 'neither period lies within the other');
    case 'percent':
      return because(subject(a, b), 'a percentage of a part says nothing about the percentage of the whole');
    case 'order unknown':
      return because(subject(a, b), say`they are totals so far, and it is not known ${unknownOrder(a, b)}`);
    case 'part outside':
      return because(overPeriods(a, b), 'the period of the part does not lie within the period of the whole');
    case 'part later':
      return because(subject(a, b), 'the total of the part may be later than the total of the whole');
    case 'no numbers':
      return because(subject(a, b), 'only numbers can be totals, figures for a period or parts of a whole');
  }
}

function because(both: string | Sentence, reason: string | Sentence): Sentence {
  return say`${both} cannot be compared, because ${reason}`;
}

function otherQuestions(a: Said, b: Said): Sentence {
  const hasNone = [a, b].some(({ claim }) => claim.question === undefined);
  if (hasNone) return say`a claim that answers no question cannot be compared with another`;
  const isAnswered = words(a).length > 0 && words(b).length > 0;
  return because(isAnswered ? subject(a, b) : 'the two claims', 'they answer different questions');
}

function unanswered(a: Said, b: Said): Sentence {
  const given = [a, b].filter((side) => words(side).length > 0);
  const [only, other] = given;
  if (only === undefined) return say`the two claims cannot be compared, because neither gives an answer`;
  if (other === undefined) return say`${withDate(phrase(only))} cannot be compared with a claim that gives no answer`;
  return because(subject(a, b), unfit(a, b));
}

/** Why an answer that is given cannot be used. */
function unfit(a: Said, b: Said): Sentence {
  const declined = [a, b].filter(({ answer }) => answer?.form === 'no comment');
  if (declined.length === 2) return say`neither is an answer`;
  if (declined.length === 1) return say`“no comment” is no answer`;
  const unreadable = [a, b].filter((side) => side.unreadable !== undefined);
  if (unreadable.length === 2) return say`neither can be read as an answer`;
  if (unreadable[0] !== undefined) return say`${nameOf(unreadable[0], a, b)} cannot be read as an answer`;
  const [faulty, other] = [a, b].filter(({ claim }) => !claim.sound);
  if (faulty === undefined) return say`the entry of the question has a fault`;
  return other === undefined
    ? say`the entry of ${nameOf(faulty, a, b)} has a fault`
    : say`the entries of both have faults`;
}

function unknownDays(a: Said, b: Said): Sentence {
  const [only, other] = [a, b].filter(({ claim }) => claim.as_of === undefined && claim.date === undefined);
  if (only === undefined || other !== undefined) return say`it is not known which days they speak about`;
  return say`it is not known which day ${nameOf(only, a, b)} speaks about`;
}

function unknownPeriods(a: Said, b: Said): Sentence {
  const [only, other] = [a, b].filter(({ claim: { as_of } }) => {
    return as_of === undefined || !Number.isFinite(as_of.first) || !Number.isFinite(as_of.last);
  });
  if (only === undefined || other !== undefined) return say`the periods that they cover begin and end`;
  return say`the period that ${nameOf(only, a, b)} covers begins and ends`;
}

// A total without `as_of` may be older than the words that give it.
function unknownOrder(a: Said, b: Said): Sentence {
  const [only, other] = [a, b].filter(({ claim }) => claim.as_of === undefined);
  if (only === undefined) return say`which of them is the later`;
  return other === undefined
    ? say`up to which day ${nameOf(only, a, b)} counts`
    : say`up to which day each of them counts`;
}

/** Two figures with the periods that they cover: `20 for April 2024 and 50 for March 2024`. */
function overPeriods(a: Said, b: Said): Sentence {
  return say`${forPeriod(a)} and ${forPeriod(b)}`;
}

/** A figure with the period that it covers: `50 for March 2024`. */
export function forPeriod(side: Said): Sentence {
  const { as_of } = side.claim;
  return as_of === undefined ? words(side) : say`${words(side)} for ${moment(as_of)}`;
}
