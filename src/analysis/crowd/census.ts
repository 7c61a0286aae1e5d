import { daysOf } from '../../ledger/model.ts';
import { upTo } from '../time.ts';
import type { Sign, Tallies } from './count.ts';
import type { Crowd } from './crowd.ts';
import { EVERY, type Measure, measureDays, measureLine, noSums, type Sums, type Terms } from './measure.ts';
import { measureTotals } from './measure-totals.ts';
import { measureWords } from './measure-words.ts';
import { type Group, rangesOf } from './ranges.ts';

/** How many pairs clash, without a look at every pair. What is declared (denials, reviews) is not known here. */
export interface Census {
  /** For each item, its clashes with other speakers: those beyond excuse, the others, and moves of one side. */
  readonly between: Readonly<Record<'strong' | 'weak' | 'shift', Tallies>>;
  /** All pairs that are no moves, those of a speaker with itself too. */
  readonly pairs: Readonly<Record<'strong' | 'weak', number>>;
  /** Pairs beyond excuse that are between parties. */
  readonly disputes: number;
}

/**
 * Counts by putting in and taking out: all pairs, less those of one speaker, less those of one party, and so on. Each is
 * counted by sorting. Undefined where too much depends on both claims of a pair to be counted so.
 */
export function censusOf(crowd: Crowd): Census | undefined {
  if (!isCountable(crowd)) return undefined;
  const [measure, { sides }] = [measureOf(crowd), crowd];
  const sums = (groups: readonly Group[], terms: Terms | undefined): Sums => {
    const sum = noSums(crowd.said.length);
    for (const group of groups) if (terms !== undefined && group.length > 1) measure(group, terms, sum, 1);
    return sum;
  };
  const [every, moved] = [everyPair(crowd), movedPairs(crowd)];
  const [all, speakers, chains] = [sums([sides.all], every), sums(sides.speakers, every), sums(sides.chains, every)];
  const [parties, both] = [sums(sides.parties, every), sums(sides.both, every)];
  const [ownMoves, chainMoves] = [sums(sides.speakers, moved), sums(sides.chains, moved)];
  const [sideMoves, bothMoves] = [sums(sides.parties, moved), sums(sides.both, moved)];
  // What others passed on of a speaker is never held against that speaker beyond excuse.
  const strong = added([all.firm, 1], [speakers.firm, -1], [sideMoves.firm, -1], [bothMoves.firm, 1]);
  const moves = added([sideMoves.clash, 1], [ownMoves.clash, 1], [bothMoves.clash, -1]);
  const shift = added([moves, 1], [chainMoves.clash, -1]);
  const weak = added([all.clash, 1], [chains.clash, -1], [strong, -1], [shift, -1]);
  const strongPairs = pairsIn(added([strong, 1], [chains.firm, 1], [chainMoves.firm, -1]));
  return {
    between: { strong, weak, shift },
    pairs: { strong: strongPairs, weak: pairsIn(added([all.clash, 1], [moves, -1])) - strongPairs },
    disputes: pairsIn(added([all.firm, 1], [parties.firm, -1], [speakers.firm, -1], [both.firm, 1])),
  };
}

/** Half the sum: each pair is counted for both its items. */
function pairsIn(tallies: Tallies): number {
  return tallies.reduce((sum, tally) => sum + tally, 0) / 2;
}

// Days that must meet, or a move between days on top of other conditions in time, take a look at the pair.
function isCountable({ asked: { question }, said, answers }: Crowd): boolean {
  if (question.time === 'state' || question.time === 'flow') return false;
  if (question.about !== 'position') return true;
  if (question.time === 'cumulative' || answers.form === 'days') return false;
  return question.time === 'fixed' || said.every(({ claim }) => claim.as_of === undefined);
}

function measureOf({ asked: { question }, said, answers, firm }: Crowd): Measure {
  if (answers.form === 'words') return measureWords(answers.words, firm);
  if (answers.form === 'days') return measureDays(answers, firm);
  return question.time === 'cumulative' ? measureTotals(said, answers.line, firm) : measureLine(answers.line, firm);
}

/** Rule 3.4, `fixed`: without `time` no pair that speaks of other days is beyond excuse. */
function everyPair({ asked: { question }, said, answers }: Crowd): Terms {
  if (question.time !== undefined) return { clash: EVERY, firm: EVERY };
  const days = rangesOf(said, ({ claim }) =>
    answers.form === 'amount' ? (daysOf(claim) ?? upTo(claim)) : claim.as_of,
  );
  return { clash: EVERY, firm: [...EVERY, { where: days, sign: -1 }] };
}

/** Rule 3.6: pairs said on other days, which are moves if they are of one side and about positions. */
function movedPairs({ asked: { question }, said, answers }: Crowd): Terms | undefined {
  if (question.about !== 'position') return undefined;
  const apart = [{ where: rangesOf(said, ({ claim }) => claim.date), sign: 1 as const }];
  return { clash: apart, firm: question.time === undefined && answers.form === 'amount' ? [] : apart };
}

function added(...parts: readonly (readonly [Tallies, Sign])[]): Tallies {
  const [[first] = [new Float64Array()]] = parts;
  const sum = new Float64Array(first.length);
  for (const [tallies, sign] of parts) {
    for (const [place, tally] of tallies.entries()) sum[place] = (sum[place] ?? 0) + sign * tally;
  }
  return sum;
}
