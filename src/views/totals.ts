import type { QuestionAnalysis, TopicAnalysis } from '../analysis/analyse.ts';
import { isAnswer, type Said } from '../analysis/said.ts';
import type { Decimal } from '../answers/decimal.ts';
import { spokenDay } from '../date.ts';
import { daysOf } from '../ledger/model.ts';
import { markOf } from './picture.ts';
import type { Series, Step, Totals } from './picture-parts.ts';

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
  const days = steps.map(({ on }) => on).sort((a, b) => a - b);
  const ends = steps.flatMap(({ low, high, level }) => [low, high ?? level]).sort((a, b) => a - b);
  return {
    first: days[0] ?? 0,
    last: days.at(-1) ?? 0,
    least: ends[0] ?? 0,
    most: ends.at(-1) ?? 0,
    series: [...series].map(([who, own]): Series => ({ who, steps: own.sort((a, b) => a.on - b.on) })),
  };
}

function stepOf(analysis: TopicAnalysis, { claim, answer, words }: Said): Step | undefined {
  const on = daysOf(claim)?.last ?? claim.saidBy;
  if (answer?.form !== 'amount' || answer.percent || on === undefined || !Number.isFinite(on)) return undefined;
  const low = numberOf(answer.core.low);
  const high = answer.core.high === undefined ? undefined : numberOf(answer.core.high);
  return {
    id: claim.id,
    on,
    day: spokenDay(on),
    words,
    level: levelOf(low, high),
    low,
    ...(high === undefined ? {} : { high }),
    ...markOf(analysis, claim),
  };
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
