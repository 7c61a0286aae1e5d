import type { QuestionAnalysis, TopicAnalysis } from '../analysis/analyse.ts';
import { isAnswer, type Said } from '../analysis/said.ts';
import type { Decimal } from '../answers/decimal.ts';
import { spokenDate } from '../date.ts';
import { daysOf } from '../ledger/model.ts';
import { knownDays, spanOfDays } from './known-days.ts';
import { markOf } from './picture.ts';
import type { Series, Step, Totals } from './picture-parts.ts';
import { saidWords } from './shown.ts';

/** What a running total came to, day by day and party by party in the topic's order; undefined where there are no two numbers of it. */
export function totalsOf(analysis: TopicAnalysis, { question, said }: QuestionAnalysis): Totals | undefined {
  if (question.time !== 'cumulative') return undefined;
  const series = new Map<string, Step[]>();
  for (const one of said.filter(isAnswer).sort((a, b) => a.claim.partyRank - b.claim.partyRank)) {
    const step = stepOf(analysis, one);
    const own = series.get(one.claim.party);
    if (step !== undefined && own === undefined) series.set(one.claim.party, [step]);
    else if (step !== undefined) own?.push(step);
  }
  const steps = [...series.values()].flat();
  if (steps.length < 2) return undefined;
  const ends = steps.flatMap(({ low, high, level }) => [low, high ?? level]).sort((a, b) => a - b);
  return {
    ...spanOfDays(steps.map(({ days }) => days)),
    least: ends[0] ?? 0,
    most: ends.at(-1) ?? 0,
    series: [...series].map(([who, own]): Series => ({ who, steps: own.sort((a, b) => middleOf(a) - middleOf(b)) })),
  };
}

function stepOf(analysis: TopicAnalysis, { claim, answer, words }: Said): Step | undefined {
  const days = knownDays(daysOf(claim), claim.saidBy);
  if (answer?.form !== 'amount' || answer.percent || days === undefined) return undefined;
  const low = numberOf(answer.core.low);
  const high = answer.core.high === undefined ? undefined : numberOf(answer.core.high);
  return {
    id: claim.id,
    days,
    day: (claim.as_of === undefined ? saidWords(claim) : spokenDate(claim.as_of)) ?? '',
    words,
    level: levelOf(low, high),
    low,
    ...(high === undefined ? {} : { high }),
    ...markOf(analysis, claim),
  };
}

// A picture puts a number in the middle of the days that it may be of.
function middleOf({ days }: Step): number {
  return (days.first + days.last) / 2;
}

// A number without an upper limit stands at its lower one, one without a lower limit at its upper one.
function levelOf(low: number, high: number | undefined): number {
  if (high === undefined) return low;
  return low === 0 ? high : (low + high) / 2;
}

// Only to be drawn: nothing is compared by it.
function numberOf({ units, scale }: Decimal): number {
  return Number(units) / 10 ** scale;
}
