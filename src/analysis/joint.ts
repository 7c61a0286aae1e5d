import { answerKey, type Words } from '../answers/choice.ts';
import type { DayRange } from '../date.ts';
import { type Claim, daysOf } from '../ledger/model.ts';
import { bySaidOrder } from './clash.ts';
import { type Limit, limitsBetween } from './compare.ts';
import { partyKey } from './kind.ts';
import type { Asked, Said } from './said.ts';
import { isInTime } from './time.ts';

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
  for (const across of ['parties', 'any'] as const) {
    const found = fewest(asked, firm, { limits: 'none', across });
    if (found !== undefined) return found;
  }
  return (
    fewest(asked, wide, { limits: 'any', across: 'parties' }) ?? fewest(asked, wide, { limits: 'any', across: 'any' })
  );
}

interface Candidate {
  readonly one: Said;
  readonly words: Words;
  /** One bit for each option that the answer leaves. */
  readonly leaves: bigint;
}

// Two that leave nothing are a clash of two.
const LEAST = 3;

// Beyond so many steps the fewest are no longer looked for, only some that cannot all be true.
const MOST_STEPS = 5000;

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

/** What a set must be: without anything that weakens it, between parties. */
interface Wanted {
  readonly limits: 'none' | 'any';
  readonly across: 'parties' | 'any';
}

/** The smallest such set; where answers are for a day, of those that share one. */
function fewest(asked: Asked, all: readonly Candidate[], wanted: Wanted): Joint | undefined {
  const fruitless = new Set<string>();
  const budget = { steps: MOST_STEPS };
  let best: Joint | undefined;
  for (const distinct of asked.question.time === 'state' ? byDay(all) : [byAnswer(all)]) {
    const answers = distinct.map(({ words }) => answerKey(words)).sort();
    if (distinct.length < LEAST || fruitless.has(answers.join('\n\n'))) continue;
    const found = smallest({ asked, all: distinct, wanted, budget });
    if (found?.said.length === LEAST) return found;
    if (best === undefined || (found !== undefined && found.said.length < best.said.length)) best = found;
    if (found === undefined) fruitless.add(answers.join('\n\n'));
  }
  return best;
}

/** The first claims of each answer that differ in who speaks and in the days they speak about. */
function byAnswer(all: readonly Candidate[]): readonly Candidate[] {
  const distinct = new Map<string, Candidate>();
  const numbers = new Map<string, number>();
  for (const each of all) {
    const answer = answerKey(each.words);
    const { claim } = each.one;
    const key = `${answer}\n\n${partyKey(claim)}\n${claim.as_of?.text ?? ''}\n${claim.via === undefined}`;
    const number = numbers.get(answer) ?? 0;
    if (distinct.has(key) || number === CLAIMANTS) continue;
    distinct.set(key, each);
    numbers.set(answer, number + 1);
  }
  return [...distinct.values()];
}

// So many claimants of one answer are tried.
const CLAIMANTS = 6;

/** For the first day of each claim those that speak about it. */
function* byDay(all: readonly Candidate[]): Generator<readonly Candidate[]> {
  let holding: readonly Candidate[] = [];
  for (const each of [...all].sort((a, b) => daysOfOne(a).first - daysOfOne(b).first)) {
    const { first } = daysOfOne(each);
    holding = byAnswer([...holding.filter((one) => daysOfOne(one).last >= first), each]);
    yield holding;
  }
}

function daysOfOne({ one }: Candidate): DayRange {
  return daysOf(one.claim) ?? { first: 0, last: 0 };
}

/** Sets of three, then of four and so on: a set as large as there are options leaves none of them at the latest. */
function smallest(search: Omit<Search, 'size'>): Joint | undefined {
  const { all, budget } = search;
  if (all.reduce((left, { leaves }) => left & leaves, ALL) !== 0n) return undefined;
  const answers = new Set(all.map(({ words }) => answerKey(words))).size;
  for (let size = LEAST; size <= answers && budget.steps > 0; size += 1) {
    const found = extended({ ...search, size }, { members: [], from: 0, left: ALL, limits: [] });
    if (found !== undefined) return found;
  }
  return budget.steps > 0 ? undefined : anySet(search);
}

/** Some set that leaves nothing, without a member too many: at each step the claim that takes away the most. */
function anySet({ asked, all, wanted }: Omit<Search, 'size'>): Joint | undefined {
  let rest = all;
  let members: readonly Candidate[] = [];
  for (let left = ALL; left !== 0n; left = leftBy(members)) {
    const next = rest.reduce(
      (best, each) => (taken(left, each) > taken(left, best) ? each : best),
      rest[0] as Candidate,
    );
    if (next === undefined || taken(left, next) === 0) return undefined;
    rest = rest.filter((each) => each !== next);
    const added = limitsWith(members, next, asked);
    if (added !== undefined && (wanted.limits === 'any' || added.length === 0)) members = [...members, next];
  }
  const needed = members.reduce<readonly Candidate[]>((kept, each) => {
    const without = kept.filter((one) => one !== each);
    return leftBy(without) === 0n ? without : kept;
  }, members);
  const limits = needed.flatMap((each, at) => limitsWith(needed.slice(0, at), each, asked) ?? []);
  return complete(needed, limits, wanted);
}

function leftBy(members: readonly Candidate[]): bigint {
  return members.reduce((left, { leaves }) => left & leaves, ALL);
}

/** How many options a claim takes away from those that are left; the first of all takes away what it does not name. */
function taken(left: bigint, { leaves }: Candidate): number {
  return left === ALL ? 1 : (left & ~leaves).toString(2).replaceAll('0', '').length;
}

// As many options as there may be.
const ALL = -1n;

interface Search {
  readonly asked: Asked;
  readonly all: readonly Candidate[];
  readonly wanted: Wanted;
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
  const { asked, all, size, wanted, budget } = search;
  if (members.length === size) return left === 0n ? complete(members, limits, wanted) : undefined;
  if (left === 0n) return undefined;
  for (let at = from; at < all.length && budget.steps > 0; at += 1) {
    budget.steps -= 1;
    const next = all[at];
    if (next === undefined || (left & next.leaves) === left) continue;
    const added = limitsWith(members, next, asked);
    if (added === undefined || (wanted.limits === 'none' && added.length > 0)) continue;
    const more = { members: [...members, next], from: at + 1, left: left & next.leaves, limits: [...limits, ...added] };
    const found = extended(search, more);
    if (found !== undefined) return found;
  }
  return undefined;
}

function complete(members: readonly Candidate[], limits: Joint['limits'], { across }: Wanted): Joint | undefined {
  const parties = new Set(members.map(({ one }) => partyKey(one.claim)));
  return across === 'parties' && parties.size === 1 ? undefined : { said: members.map(({ one }) => one), limits };
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
