import { spokenInterval } from '../answers/number.ts';
import type { Answer } from '../answers/read.ts';
import { chainDay } from '../ledger/model.ts';
import { readsAs, type Sentence, say, textOf } from '../sentence.ts';
import type { Comparison } from './compare.ts';
import { denial } from './denial.ts';
import { hedge, hedged } from './hedges.ts';
import { forPeriod, incomparable, subject } from './incomparable.ts';
import { evenIf, loosened, taking } from './rounding.ts';
import type { Asked, Said } from './said.ts';
import { phrase, spokenDays, words } from './spoken.ts';
import type { Footing } from './time.ts';
import { dated } from './when.ts';

/** Why one side moved without contradicting itself. */
export type ShiftCause = 'replaced' | 'state' | 'position';

/** The verdict on two claims as one plain sentence, without a full stop, that a reporter could read out. */
export function explain(a: Said, b: Said, comparison: Comparison, about: 'fact' | 'position' = 'fact'): Sentence {
  const { meeting, footing, limits } = comparison;
  if (comparison.denier !== undefined) return denial(a, b, comparison.denier, limits);
  if (footing.held === 'no' || meeting.verdict === 'incomparable') return incomparable(a, b, comparison);
  // A total is told from the earlier to the later, a part before its whole.
  const [x, y] = footing.held !== 'together' && footing.first === 1 ? [b, a] : [a, b];
  if (limits.includes('possible')) return say`${subject(x, y)} do not clash, because ${hedge(x, y, 'possible')}`;
  const sentence = footing.held === 'together' ? together(x, y, comparison, about) : exceeding(x, y, comparison);
  return say`${sentence}${hedged(x, y, limits)}`;
}

/** A move of one speaker or party as one plain sentence, without a full stop. */
export function explainShift(a: Said, b: Said, asked: Asked, cause: ShiftCause): Sentence {
  const [older, newer] = inOrderOfMove(a, b, cause);
  if (cause === 'replaced') return replacement(older, newer);
  const { first, second, dates } = dated(phrase(older), phrase(newer));
  const isPosition = cause === 'position' || asked.question.about === 'position';
  return say`the ${isPosition ? 'position' : 'answer'} changed from ${first} to ${second}${after(dates)}`;
}

/** The set that an answer denotes, as a reader would say it; blank for one that denotes none. */
export function spokenAnswer(answer: Answer): string {
  const [core, halo] = [spokenSet(answer, 'core'), spokenSet(answer, 'halo')];
  return core === halo ? core : `${core}; loosely ${halo}`;
}

/** One of the two sets, in words. */
export function spokenSet(answer: Answer, which: 'core' | 'halo'): string {
  switch (answer.form) {
    case 'amount':
      return spokenInterval(answer[which], answer.percent);
    case 'words':
      return answer.not ? `anything but ${answer.any.join(' or ')}` : answer.any.join(' or ');
    case 'days':
      return spokenDays(answer[which]);
    case 'no comment':
      return '';
  }
}

function together(a: Said, b: Said, { meeting }: Comparison, about: 'fact' | 'position'): Sentence {
  const both = subject(a, b);
  const hold = `both be ${about === 'fact' ? 'true' : 'met'}`;
  switch (meeting.why) {
    case 'apart':
      return say`${both} cannot ${hold}${evenIf(a, b)}`;
    case 'loosely':
      return say`${both} can ${hold} only if ${loosened(a, b, 'together')}`;
    case 'touching':
      return say`${both} only just miss each other${evenIf(a, b)}`;
    case 'names':
      return say`${both} differ, but may be two names for one thing`;
    case 'uncertain':
      return say`${both} share no day${evenIf(a, b)}, but ${uncertain(a, b)}`;
    case 'zones':
      return say`${both} are a day apart, but the clock time may fall on the other day in another time zone`;
    case 'ends':
      return say`${both} share days, but do not begin and end together`;
    default:
      return readsAs(words(a), words(b)) ? same(a, b) : say`${both} can ${hold}${taking(a, b)}`;
  }
}

function same(a: Said, b: Said): Sentence {
  const { first, second, dates } = dated(
    { words: say`one`, claim: a.claim },
    { words: say`the other`, claim: b.claim },
  );
  const each = textOf(first) === 'one' ? dates : textOf(say`${first} and ${second}`);
  return say`both answer ${words(a)}${after(each)}`;
}

/** Which of two dates answered is marked uncertain. */
function uncertain(a: Said, b: Said): string {
  const [only, other] = [a, b].filter(({ answer }) => answer?.form === 'days' && answer.uncertain);
  if (only === undefined || other !== undefined) return 'both are uncertain';
  return `the ${only === a ? 'first' : 'second'} is uncertain`;
}

/** One number against another that it may not exceed: an earlier total, a shorter period, a part. */
function exceeding(lesser: Said, greater: Said, { meeting, footing: { held } }: Comparison): Sentence {
  const fits = meeting.why === 'shared';
  const doubt = doubtOf(lesser, greater, meeting.why, held);
  if (held === 'inside') {
    return say`${forPeriod(lesser)} ${fits ? 'can' : 'cannot'} be part of ${forPeriod(greater)}${doubt}`;
  }
  const { first, second, dates } = dated(phrase(lesser), phrase(greater));
  if (held === 'part') return say`${first} ${fits ? 'can' : 'cannot'} be part of ${second}${after(dates)}${doubt}`;
  if (fits && readsAs(first, second)) return say`a total so far may stay at ${first}${after(dates)}${doubt}`;
  return say`a total so far ${fits ? 'may go' : 'cannot fall'} from ${first} to ${second}${after(dates)}${doubt}`;
}

function doubtOf(a: Said, b: Said, why: Comparison['meeting']['why'], held: Footing['held']): Sentence {
  if (why === 'shared') return taking(a, b);
  if (why === 'loosely') return say`, unless ${loosened(a, b, held)}`;
  return say`${evenIf(a, b)}${why === 'touching' ? ', but they only just miss each other' : ''}`;
}

// Claims are told by the day they were said; what a state was follows from the days spoken about.
function inOrderOfMove(a: Said, b: Said, cause: ShiftCause): readonly [Said, Said] {
  const isTurned =
    cause === 'state'
      ? chainDay(a.claim) > chainDay(b.claim)
      : cause === 'replaced' && a.claim.replaces === b.claim.id && b.claim.replaces !== a.claim.id;
  return isTurned ? [b, a] : [a, b];
}

function replacement(older: Said, newer: Said): Sentence {
  const [from, to] = [words(older), words(newer)];
  const none = say`a claim without an answer`;
  const { first, second, dates } = dated(
    { ...phrase(older), words: from.length === 0 ? none : from },
    { ...phrase(newer), words: to.length === 0 ? none : to },
  );
  return say`${first} was replaced by ${second}${after(dates)}`;
}

function after(dates: string): string {
  return dates === '' ? '' : `, ${dates}`;
}
