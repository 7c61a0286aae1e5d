import { answerKey } from '../answers/choice.ts';
import { overlap } from '../answers/interval.ts';
import { spokenInterval } from '../answers/number.ts';
import { fold } from '../text.ts';
import { rankOf } from './crowd/count.ts';
import type { Crowd } from './crowd/crowd.ts';
import type { Line } from './crowd/line.ts';
import { FAR, type Ranges } from './crowd/ranges.ts';
import { grouped } from './grouped.ts';
import type { Said } from './said.ts';
import { spokenDays } from './spoken.ts';

/** Claims of one question that all fit one answer. */
export interface Camp {
  /** The answer that they share, as a reader would say it. */
  readonly answer: string;
  readonly said: readonly Said[];
}

/**
 * The claims of a crowd by what they answer, the largest camp first. Those who give the same words are a camp. Of numbers
 * and dates are a camp those that share a value, in the fewest camps that do; an answer that fits several of them, as "at
 * least 5" does, is none of theirs, and those who give it are a camp under their own words. Totals so far, figures for a
 * period and numbers and dates that change from day to day make no camps: on other days they differ and agree.
 */
export function campsOf({ said, answers, asked }: Crowd): readonly Camp[] {
  if (answers.form === 'words')
    return bySize(byWords(said, ({ answer }) => (answer?.form === 'words' ? answerKey(answer) : '')));
  if (asked.question.time !== undefined && asked.question.time !== 'fixed') return [];
  const { fitting, others } = stabbed(said.length, answers.line);
  const at = (places: readonly number[]): readonly Said[] => places.flatMap((place) => said[place] ?? []);
  const shared = fitting.map(at).map((own) => ({ answer: sharedAnswer(own), said: own }));
  return bySize([...shared, ...byWords(at(others), ({ words }) => fold(words))]);
}

/** By size; camps of one size stay in the order of their answers, or of the days on which those were first given. */
function bySize(camps: readonly Camp[]): readonly Camp[] {
  return [...camps].sort((a, b) => b.said.length - a.said.length);
}

function byWords(said: readonly Said[], keyOf: (said: Said) => string): readonly Camp[] {
  return grouped(said, keyOf).map((own) => ({ answer: own[0]?.words ?? '', said: own }));
}

interface Stabbed {
  readonly fitting: readonly (readonly number[])[];
  /** Those that fit several. */
  readonly others: readonly number[];
}

/**
 * The places of sets by the fewest points that hit them all: from below, each set that the last point does not hit sets
 * a new point at its own upper end.
 */
function stabbed(count: number, line: Line): Stabbed {
  const fitting: (readonly number[])[] = [];
  const others: number[] = [];
  for (const core of line.cores) {
    const own = Array.from({ length: count }, (_, place) => place).filter((place) => isOwn(place, core, line));
    const points = pointsOf(own, core);
    const groups = points.map((): number[] => []);
    for (const place of own) {
      const first = rankOf(core.low[place] ?? 0, points);
      const isAlone = (points[first + 1] ?? FAR) > (core.high[place] ?? 0);
      if (isAlone && (core.high[place] ?? 0) < FAR) groups[first]?.push(place);
      else others.push(place);
    }
    fitting.push(...groups.filter((group) => group.length > 0));
  }
  return { fitting, others };
}

function pointsOf(own: readonly number[], core: Ranges): readonly number[] {
  const points: number[] = [];
  for (const place of [...own].sort((a, b) => (core.high[a] ?? 0) - (core.high[b] ?? 0))) {
    const last = points.at(-1);
    if (last === undefined || (core.low[place] ?? 0) > last) points.push(core.high[place] ?? 0);
  }
  return points;
}

// Of numbers and percentages each has its own sets; the other's reach all along the line.
function isOwn(place: number, core: Ranges, { cores }: Line): boolean {
  return cores.length === 1 || core.low[place] !== -FAR;
}

/** As they all put it, else what their answers have in common. */
function sharedAnswer(said: readonly Said[]): string {
  const [first] = said;
  if (first !== undefined && said.every(({ words }) => fold(words) === fold(first.words))) return first.words;
  return first?.answer?.form === 'days' ? sharedDays(said) : sharedNumber(said);
}

function sharedNumber(said: readonly Said[]): string {
  const amounts = said.flatMap(({ answer }) => (answer?.form === 'amount' ? [answer] : []));
  const shared = amounts.map(({ core }) => core).reduce(overlap);
  return spokenInterval(shared, amounts[0]?.percent === true);
}

function sharedDays(said: readonly Said[]): string {
  const cores = said.flatMap(({ answer }) => (answer?.form === 'days' ? [answer.core] : []));
  const first = cores.reduce((latest, core) => Math.max(latest, core.first), Number.NEGATIVE_INFINITY);
  const last = cores.reduce((earliest, core) => Math.min(earliest, core.last), Number.POSITIVE_INFINITY);
  return spokenDays({ first, last });
}
