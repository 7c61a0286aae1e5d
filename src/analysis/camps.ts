import { overlap } from '../answers/interval.ts';
import { spokenInterval } from '../answers/number.ts';
import type { Crowd } from './crowd/crowd.ts';
import type { Line } from './crowd/line.ts';
import { answerKey } from './crowd/measure-words.ts';
import { FAR, type Ranges } from './crowd/ranges.ts';
import type { Said } from './said.ts';
import { spokenDays } from './spoken.ts';

/** Claims of one question that all fit one answer. */
export interface Camp {
  /** The answer that they share, as a reader would say it. */
  readonly answer: string;
  readonly said: readonly Said[];
}

/**
 * The claims of a crowd by what they answer, the largest camp first. Those who give the same words are a camp; numbers
 * and dates are put together as the fewest camps such that all the sets of a camp share a value. Running totals,
 * figures for a period and numbers that change from day to day make no camps: on other days they differ and agree.
 */
export function campsOf({ said, answers, asked }: Crowd): readonly Camp[] {
  if (answers.form === 'words')
    return bySize([...sameWords(said).values()].map((own) => ({ answer: own[0]?.words ?? '', said: own })));
  if (asked.question.time !== undefined && asked.question.time !== 'fixed') return [];
  const groups = stabbed(said.length, answers.line).map((places) => places.flatMap((place) => said[place] ?? []));
  return bySize(groups.map((own) => ({ answer: answers.form === 'days' ? daysOf(own) : numberOf(own), said: own })));
}

/** By size; camps of one size stay in the order of their answers, or of the days on which those were first given. */
function bySize(camps: readonly Camp[]): readonly Camp[] {
  return [...camps].sort((a, b) => b.said.length - a.said.length);
}

function sameWords(said: readonly Said[]): ReadonlyMap<string, readonly Said[]> {
  const groups = new Map<string, Said[]>();
  for (const one of said) {
    if (one.answer?.form !== 'words') continue;
    const key = answerKey(one.answer);
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [one]);
    else own.push(one);
  }
  return groups;
}

/**
 * The places of sets in the fewest groups of which each has a point in common: from below, each set that the last point
 * does not hit sets a new point at its own upper end.
 */
function stabbed(count: number, line: Line): readonly (readonly number[])[] {
  return line.cores.flatMap((core) => {
    const own = Array.from({ length: count }, (_, place) => place).filter((place) => isOwn(place, core, line));
    const high = (place: number): number => core.high[place] ?? 0;
    const groups: number[][] = [];
    let point = Number.NEGATIVE_INFINITY;
    for (const place of own.sort((a, b) => high(a) - high(b))) {
      const last = groups.at(-1);
      if (last !== undefined && (core.low[place] ?? 0) <= point) last.push(place);
      else {
        groups.push([place]);
        point = high(place);
      }
    }
    return groups;
  });
}

// Of numbers and percentages each has its own sets; the other's reach all along the line.
function isOwn(place: number, core: Ranges, { cores }: Line): boolean {
  return cores.length === 1 || core.low[place] !== -FAR;
}

function numberOf(said: readonly Said[]): string {
  const amounts = said.flatMap(({ answer }) => (answer?.form === 'amount' ? [answer] : []));
  const shared = amounts.map(({ core }) => core).reduce(overlap);
  return spokenInterval(shared, amounts[0]?.percent === true);
}

function daysOf(said: readonly Said[]): string {
  const cores = said.flatMap(({ answer }) => (answer?.form === 'days' ? [answer.core] : []));
  const first = cores.reduce((latest, core) => Math.max(latest, core.first), Number.NEGATIVE_INFINITY);
  const last = cores.reduce((earliest, core) => Math.min(earliest, core.last), Number.POSITIVE_INFINITY);
  return spokenDays({ first, last });
}
