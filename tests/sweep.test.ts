import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyseTopic, type QuestionAnalysis } from '../src/analysis/analyse.ts';
import { byWord, type Clash, isOpen } from '../src/analysis/clash.ts';
import { isOwnPair } from '../src/analysis/compare.ts';
import { crowdOf } from '../src/analysis/crowd/crowd.ts';
import { declaredOn } from '../src/analysis/declared.ts';
import { reckon } from '../src/analysis/reckoning.ts';
import { countsOf, sizeOf } from '../src/analysis/tally.ts';
import { chainDay } from '../src/ledger/model.ts';
import { anyTopic, type Entry, fileOf } from './harness/arbitrary.ts';
import { byClaim, type Naive, naively, pairKey } from './harness/naive.ts';
import { topicOf } from './harness/topic.ts';

// Thousands of topics take half a minute, and longer on a machine that has other things to do.
const MINUTES = 180_000;

/** Of the small topics each pair is looked at, and the test below sorts them; a few large ones find what only a crowd shows. */
test.each([
  { most: 8, runs: 3000 },
  { most: 30, runs: 150 },
  { most: 200, runs: 6 },
])(
  'sorting and sweeping finds what a look at every pair finds: $most claims, $runs topics',
  ({ most, runs }) => {
    fc.assert(
      fc.property(anyTopic(most), (any) => {
        const topic = topicOf(fileOf(any));
        const [told, all] = [analyseTopic(topic).questions, analyseTopic(topic, 'pairs').questions];
        for (const [index, naive] of naively(topic).entries()) {
          if (told[index] && all[index]) holds(told[index], all[index], naive);
        }
      }),
      // To shrink a topic of hundreds of claims takes longer than to read it.
      { numRuns: runs, endOnFailure: most > 8 },
    );
  },
  MINUTES,
);

function holds(told: QuestionAnalysis, all: QuestionAnalysis, naive: Naive): void {
  const { contradiction, opposed, tension } = naive.pairs;
  const others = told.clashes.filter((clash) => !isPair(clash));
  const isOwn = ({ sides }: Clash): boolean =>
    isOwnPair(sides[0], sides[1]) && sides.every((side) => told.said.includes(side));
  // Together they are one expectation: of thousands each takes its time.
  const hasJoint = others.some(({ word }) => word !== 'shift');
  const listed = naive.between.length > 20 ? standingOf : keysOf;
  expect({
    pairs: [told.pairs, all.pairs],
    counts: told.counts,
    every: keysOf(all.clashes),
    changes: keysOf(told.clashes.filter((clash) => isPair(clash) && isOwn(clash))),
    between: listed(told.clashes.filter((clash) => isPair(clash) && !isOwn(clash))),
    open: hasJoint ? naive.open : openOf(told.status),
  }).toEqual({
    pairs: [
      { contradiction, opposed, tension },
      { contradiction, opposed, tension },
    ],
    counts: countsOf([...naive.changes, ...naive.between, ...others]),
    every: keysOf([...naive.own, ...naive.between]),
    changes: keysOf(naive.changes),
    between: listed(naive.between),
    open: naive.open,
  });
}

// The clashes of a question as it stands alone: neither part of another, nor with anything replaced.
test(
  'the pairs of a few claims, and those that each is in, are counted without a look at every pair',
  () => {
    fc.assert(
      fc.property(anyTopic(12), (any) => {
        const questions = any.questions.map(({ question, claims }) => ({
          question: without(question, 'part_of'),
          claims: claims.map((claim) => without(claim, 'replaces')),
        }));
        for (const { asked, between, pairs } of naively(topicOf(fileOf({ ...any, questions })))) {
          const found = reckon(crowdOf(asked, asked.said), declaredOn(asked, asked.said), [], 0);
          const { contradiction, opposed, tension } = pairs;
          expect(found.pairs).toMatchObject({ contradiction, opposed, tension });
          expect(new Map([...found.byClaim].filter(([, counts]) => sizeOf(counts) > 0))).toEqual(byClaim(between));
        }
      }),
      { numRuns: 2000 },
    );
  },
  MINUTES,
);

function without(entry: Entry, key: string): Entry {
  return Object.fromEntries(Object.entries(entry).filter(([own]) => own !== key));
}

function openOf(status: string): Naive['open'] {
  return status === 'disputed' || status === 'contested' ? status : 'none';
}

/** How strong and how near the best witness of each claim is, and in how many clashes the claim is. */
function standingOf(clashes: readonly Clash[]): unknown {
  const best = new Map<string, Clash>();
  for (const clash of clashes.filter(isPair)) {
    for (const { claim } of clash.sides) {
      const known = best.get(claim.id);
      if (known === undefined || order(clash, known) < 0) best.set(claim.id, clash);
    }
  }
  return [...best].map(([id, clash]) => [id, isOpen(clash), clash.word, daysApart(clash)]).sort();
}

function order(a: Clash, b: Clash): number {
  return Number(isOpen(b)) - Number(isOpen(a)) || byWord(a, b) || daysApart(a) - daysApart(b);
}

function daysApart({ sides: [a, b] }: Clash): number {
  return Math.abs(chainDay(a.claim) - chainDay(b.claim));
}

function keysOf(clashes: readonly Clash[]): readonly string[] {
  return clashes.filter(isPair).map(pairKey).sort();
}

// What replaces another is a move, and what clashes only together is no pair: both are told beside the pairs.
function isPair({ rule, kind }: Clash): boolean {
  return rule !== '3.6 replaces' && kind !== 'joint';
}
