import { compare } from '../answers/decimal.ts';
import { type Interval, isSingle, lie } from '../answers/interval.ts';
import { type Amount, spokenInterval } from '../answers/number.ts';
import { meet } from '../date.ts';
import { listing, type Sentence, say } from '../sentence.ts';
import type { Said } from './said.ts';
import { spokenDays, words } from './spoken.ts';
import type { Footing } from './time.ts';

/** What was already allowed for, where two answers still do not meet: `, even if 53,000 is a rounded figure for …`. */
export function evenIf(a: Said, b: Said): Sentence {
  const loose = [a, b].filter(isLoose).map(loosely);
  return loose.length === 0 ? [] : say`, even if ${listing(loose, ' and ')}`;
}

/** What must be read loosely for two answers to meet: one of them, either of them, or both. */
export function loosened(a: Said, b: Said, held: Footing['held']): Sentence {
  const [first, second] = [agree(a, 'halo', b, 'core', held), agree(a, 'core', b, 'halo', held)];
  if (first && second) return say`${loosely(a)}, or ${loosely(b)}`;
  if (first) return loosely(a);
  return second ? loosely(b) : say`${loosely(a)}, and ${loosely(b)}`;
}

/** As what the numbers were taken that meet: `, taking 53,000 as a rounded figure for …`; blank where nothing hangs on it. */
export function taking(a: Said, b: Said): Sentence {
  const taken = [...asTaken(a, b), ...asTaken(b, a)];
  return taken.length === 0 ? [] : say`, taking ${listing(taken, ' and ')}`;
}

function asTaken(side: Said, { answer: other }: Said): readonly Sentence[] {
  const { answer } = side;
  if (answer?.form !== 'amount' || other?.form !== 'amount' || !READ_AS.includes(answer.put)) return [];
  const hangsOnIt = lie(answer.core, other.core) === 'meet' && !isWithin(answer.core, other.core);
  return isSingle(answer.core) || !hangsOnIt ? [] : [say`${words(side)} as ${readAs(answer, 'core')}`];
}

function loosely(side: Said): Sentence {
  const { answer } = side;
  if (answer?.form === 'days') return say`${words(side)} is read loosely, as ${spokenDays(answer.halo)}`;
  if (answer?.form !== 'amount') return [];
  return say`${words(side)} is ${answer.put === 'bare' ? '' : 'read loosely, as '}${readAs(answer, 'halo')}`;
}

function readAs({ put, percent, ...answer }: Amount, which: 'core' | 'halo'): string {
  return `${put === 'bare' ? 'a rounded figure for anything from ' : ''}${spokenInterval(answer[which], percent)}`;
}

function agree(a: Said, x: 'core' | 'halo', b: Said, y: 'core' | 'halo', held: Footing['held']): boolean {
  if (a.answer?.form === 'amount' && b.answer?.form === 'amount') {
    const how = lie(a.answer[x], b.answer[y]);
    return held === 'together' ? how === 'meet' : how !== 'above';
  }
  return a.answer?.form === 'days' && b.answer?.form === 'days' && meet(a.answer[x], b.answer[y]);
}

function isLoose({ answer }: Said): boolean {
  if (answer?.form === 'days') return answer.core.first !== answer.halo.first || answer.core.last !== answer.halo.last;
  return answer?.form === 'amount' && READ_AS.includes(answer.put) && !isSingle(answer.halo);
}

// The other ways of putting a number mean what they say: nothing about them is read as anything else.
const READ_AS: readonly Amount['put'][] = ['bare', 'about', 'nearly', 'vague'];

function isWithin(inner: Interval, outer: Interval): boolean {
  const low = compare(inner.low, outer.low);
  if (low < 0 || (low === 0 && outer.lowOpen && !inner.lowOpen)) return false;
  if (inner.high === undefined || outer.high === undefined) return outer.high === undefined;
  const high = compare(inner.high, outer.high);
  return high < 0 || (high === 0 && (!outer.highOpen || inner.highOpen));
}
