import type { Clash } from '../../analysis/clash.ts';
import type { Comparison, Limit } from '../../analysis/compare.ts';
import { spokenSet } from '../../analysis/explain.ts';
import type { Said } from '../../analysis/said.ts';
import { instantOf, isForetold, isHedgedDay, isVague } from '../../analysis/shared-days.ts';
import { isSingle } from '../../answers/interval.ts';
import { type Side, tensionOf } from './sides.ts';

/** One thing that keeps a clash from being settled, and what to ask of the claims to which that is due. */
interface Remedy {
  readonly isDue: (side: Side) => boolean;
  readonly one: string;
  readonly many: string;
}

/** In the order in which they are told: what the words leave open, then what the days do. */
export const REMEDIES: readonly Remedy[] = [
  {
    isDue: ({ said, comparison }) => isLimited(comparison, 'likely') && said.claim.certainty === 'likely',
    one: 'is only said to be likely: ask for a firm answer',
    many: 'are only said to be likely: ask for firm answers',
  },
  {
    isDue: ({ said, comparison }) => isLimited(comparison, 'implied') && said.implied,
    one: 'only implies its answer: ask for the answer itself',
    many: 'only imply their answers: ask for the answers themselves',
  },
  {
    isDue: ({ said, comparison }) => isLimited(comparison, 'relayed') && said.claim.via !== undefined,
    one: 'was passed on by others: ask the speaker',
    many: 'were passed on by others: ask the speakers',
  },
  {
    isDue: ({ said, comparison }) => isInexact(said, comparison),
    one: 'gives no exact answer: ask for one',
    many: 'give no exact answers: ask for them',
  },
  {
    isDue: ({ said, comparison }) => tensionOf(comparison) === 'uncertain' && isUncertain(said),
    one: 'gives an uncertain date: ask for a certain one',
    many: 'give uncertain dates: ask for certain ones',
  },
  {
    isDue: ({ comparison }) => tensionOf(comparison) === 'zones',
    one: 'gives a date that is the next day in another time zone: ask for the hour and the zone',
    many: 'give dates that may be one day in two time zones: ask for all in one zone',
  },
  {
    isDue: ({ said, comparison }) => isLimited(comparison, 'hedged day') && isHedgedDay(said.claim),
    one: 'is of days that are only approximate or uncertain: ask for the exact ones',
    many: 'are of days that are only approximate or uncertain: ask for the exact ones',
  },
  {
    isDue: ({ said, comparison }) => isLimited(comparison, 'long day') && isVague(said.claim),
    one: 'speaks about no exact day: ask for one',
    many: 'speak about no exact days: ask for them',
  },
  {
    isDue: ({ said, comparison }) => isLimited(comparison, 'days apart') && said.claim.as_of === undefined,
    one: 'has no `as_of`: ask which day it speaks about',
    many: 'have no `as_of`: ask which days they speak about',
  },
  {
    isDue: ({ said, comparison }) => isLimited(comparison, 'other hours') && instantOf(said.claim) === undefined,
    one: 'gives no time of day: ask for the hour',
    many: 'give no time of day: ask for the hour',
  },
  {
    isDue: ({ said, other, comparison }) => isLimited(comparison, 'other hours') && areTimed(said, other),
    one: 'speaks about another hour of the day: ask about one hour',
    many: 'speak about different hours of a day: ask about one hour',
  },
  {
    isDue: ({ comparison }) => isLimited(comparison, 'turning day'),
    one: 'is for a period that ends or begins as another does: ask about one day',
    many: 'are for periods that share only the day on which one ends: ask about one day',
  },
  {
    isDue: ({ said, other, comparison }) => isLimited(comparison, 'foretold') && isForetold(said.claim, other.claim),
    one: 'was said before the days it speaks about: ask again',
    many: 'were said before the days they speak about: ask again',
  },
  {
    isDue: ({ said, clash }) => isUndatedPosition(said, clash),
    one: 'has no `date`, so that a change of position looks like a clash: ask when it was said',
    many: 'have no `date`, so that a change of position looks like a clash: ask when they were said',
  },
];

function isLimited({ limits }: Comparison, limit: Limit): boolean {
  return limits.includes(limit);
}

/** True for an answer that leaves room, beside another that it meets only with that room, or at its very edge. */
function isInexact({ answer }: Said, comparison: Comparison): boolean {
  const why = tensionOf(comparison);
  if (why === 'touching') return answer?.form === 'amount' && !isSingle(answer.halo);
  return why === 'loosely' && answer !== undefined && spokenSet(answer, 'core') !== spokenSet(answer, 'halo');
}

function isUncertain({ answer }: Said): boolean {
  return answer?.form === 'days' && answer.uncertain;
}

function areTimed(a: Said, b: Said): boolean {
  return instantOf(a.claim) !== undefined && instantOf(b.claim) !== undefined;
}

function isUndatedPosition({ claim }: Said, { asked, kind }: Clash): boolean {
  return asked.question.about === 'position' && claim.date === undefined && (kind === 'self' || kind === 'split');
}
