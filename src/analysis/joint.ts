import type { Words } from '../answers/choice.ts';
import type { DayRange } from '../date.ts';
import { type Claim, daysOf } from '../ledger/model.ts';
import { bySaidOrder } from './clash.ts';
import { type Limit, limitsBetween } from './compare.ts';
import { isInTime } from './crowd/crowd.ts';
import { answerKey } from './crowd/measure-words.ts';
import { partyKey } from './kind.ts';
import type { Asked, Said } from './said.ts';

/** Answers of which any two can be true, and all together cannot. */
export interface Joint {
  readonly said: readonly Said[];
  /** What makes it at most a tension. */
  readonly limits: readonly (Limit | 'names')[];
}

/**
 * Rule 3.3, the whole question: the fewest claims whose lists leave no option together, though any two of them do; those
 * beyond all excuse first. Numbers and dates need no such look: ranges that meet two by two all share a value.
 */
export function jointOf(asked: Asked, said: readonly Said[]): Joint | undefined {
  const wide = candidates(asked, said);
  if (wide.length < LEAST) return undefined;
  const firm = wide.filter(({ one }) => one.claim.certainty === 'asserted' && !one.implied);
  return fewest(asked, firm, 'firm') ?? fewest(asked, wide, 'any');
}

interface Candidate {
  readonly one: Said;
  readonly words: Words;
  /** One bit for each option that the answer leaves. */
  readonly leaves: bigint;
}

// Two that leave nothing are a clash of two.
const LEAST = 3;

// Beyond so many steps the search ends: what it did not find is not flagged.
const MOST_STEPS = 100_000;

/** Lists and `not X`: one who names one option either clashes with another or leaves it that option. */
function candidates(asked: Asked, said: readonly Said[]): readonly Candidate[] {
  const { question } = asked;
  if (question.time === 'flow' || question.time === 'cumulative') return [];
  const answered = said
    .filter((one) => one.claim.certainty !== 'possible' && isInTime(one, question.time))
    .sort(bySaidOrder);
  const isHeld = question.about === 'position' ? heldIn(answered) : () => true;
  const named = new Map<string, bigint>();
  for (const { answer } of answered) {
    for (const word of answer?.form === 'words' ? answer.any : []) {
      if (!named.has(word)) named.set(word, 1n << BigInt(named.size));
    }
  }
  const others = 1n << BigInt(named.size);
  return answered.flatMap((one) => {
    const { answer } = one;
    if (answer?.form !== 'words' || !(answer.not || answer.any.length > 1) || !isHeld(one)) return [];
    const bits = answer.any.reduce((sum, word) => sum | (named.get(word) ?? 0n), 0n);
    return [{ one, words: answer, leaves: answer.not ? (2n * others - 1n) ^ bits : bits }];
  });
}

/** Of positions only those hold that neither the speaker nor the party has followed by another on a later day. */
function heldIn(said: readonly Said[]): (one: Said) => boolean {
  const latest = new Map<string, number>();
  for (const { claim } of said) {
    for (const side of sidesOf(claim)) {
      latest.set(
        side,
        Math.max(claim.date?.first ?? Number.NEGATIVE_INFINITY, latest.get(side) ?? Number.NEGATIVE_INFINITY),
      );
    }
  }
  return ({ claim }) => {
    const last = claim.date?.last ?? Number.POSITIVE_INFINITY;
    return sidesOf(claim).every((side) => (latest.get(side) ?? last) <= last);
  };
}

function sidesOf(claim: Claim): readonly string[] {
  return claim.anonymous === undefined
    ? [`party ${partyKey(claim)}`, `speaker ${claim.speaker.id}`]
    : [`party ${partyKey(claim)}`];
}

/** The smallest such set, of one claim for each answer; where answers are for a day, of those that share one. */
function fewest(asked: Asked, all: readonly Candidate[], strength: 'firm' | 'any'): Joint | undefined {
  const fruitless = new Set<string>();
  for (const distinct of asked.question.time === 'state' ? byDay(all) : [byAnswer(all)]) {
    const answers = distinct.map(({ words }) => answerKey(words)).sort();
    if (distinct.length < LEAST || fruitless.has(answers.join('\n\n'))) continue;
    const found = smallest(asked, distinct, strength);
    if (found !== undefined) return found;
    fruitless.add(answers.join('\n\n'));
  }
  return undefined;
}

/** The first claim of each answer. */
function byAnswer(all: readonly Candidate[]): readonly Candidate[] {
  return [...new Map(all.toReversed().map((each) => [answerKey(each.words), each])).values()].reverse();
}

/** For the first day of each claim those that speak about it, of one answer the one that holds longest. */
function* byDay(all: readonly Candidate[]): Generator<readonly Candidate[]> {
  const holding = new Map<string, Candidate>();
  for (const each of [...all].sort((a, b) => daysOfOne(a).first - daysOfOne(b).first)) {
    const known = holding.get(answerKey(each.words));
    if (known === undefined || daysOfOne(each).last >= daysOfOne(known).last) holding.set(answerKey(each.words), each);
    yield [...holding.values()].filter((one) => daysOfOne(one).last >= daysOfOne(each).first);
  }
}

function daysOfOne({ one }: Candidate): DayRange {
  return daysOf(one.claim) ?? { first: 0, last: 0 };
}

/** Sets of three, then of four and so on: a set as large as there are options leaves none of them at the latest. */
function smallest(asked: Asked, all: readonly Candidate[], strength: 'firm' | 'any'): Joint | undefined {
  if (all.reduce((left, { leaves }) => left & leaves, all[0]?.leaves ?? 0n) !== 0n) return undefined;
  const budget = { steps: MOST_STEPS };
  for (let size = LEAST; size <= all.length && budget.steps > 0; size += 1) {
    const found = extended({ asked, all, strength, size, budget }, { members: [], from: 0, left: ALL, limits: [] });
    if (found !== undefined) return found;
  }
  return undefined;
}

// As many options as there may be.
const ALL = -1n;

interface Search {
  readonly asked: Asked;
  readonly all: readonly Candidate[];
  readonly strength: 'firm' | 'any';
  readonly size: number;
  readonly budget: { steps: number };
}

interface Members {
  readonly members: readonly Candidate[];
  /** The first candidate that may be added. */
  readonly from: number;
  /** The options that they leave together. */
  readonly left: bigint;
  readonly limits: Joint['limits'];
}

/** The first set of the wanted size that leaves nothing; each member takes something away, any two leave something. */
function extended(search: Search, { members, from, left, limits }: Members): Joint | undefined {
  const { asked, all, size, strength, budget } = search;
  if (members.length === size) return left === 0n ? { said: members.map(({ one }) => one), limits } : undefined;
  if (left === 0n) return undefined;
  for (let at = from; at < all.length && budget.steps > 0; at += 1) {
    budget.steps -= 1;
    const next = all[at];
    const added = next && limitsWith(members, next, asked);
    if (next === undefined || added === undefined || (strength === 'firm' && added.length > 0)) continue;
    if ((left & next.leaves) === left) continue;
    const more = { members: [...members, next], from: at + 1, left: left & next.leaves, limits: [...limits, ...added] };
    const found = extended(search, more);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What weakens a set when a member joins it; undefined where it clashes with one, or cannot be held against it. */
function limitsWith(members: readonly Candidate[], next: Candidate, { question }: Asked): Joint['limits'] | undefined {
  const limits: (Limit | 'names')[] = [];
  for (const { one, words } of members) {
    const own = limitsBetween(one, next.one, question);
    if (own === undefined) return undefined;
    // Two words of an open list may be names of one thing, but X is never `not X`.
    const mayBeNames = !words.closed && !words.not && !next.words.not;
    limits.push(...own, ...(mayBeNames ? (['names'] as const) : []));
  }
  return limits;
}
