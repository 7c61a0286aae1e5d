import { type Claim, chainDay, claimsOf, type Topic } from '../ledger/model.ts';
import { byCodeUnit } from '../text.ts';
import { type Clash, clashOf, inListOrder, partClashOf, replaces } from './clash.ts';
import { isRelayed, sameSpeaker } from './compare.ts';
import type { Asked, Said } from './said.ts';
import { type Listing, type Tallied, tally } from './tally.ts';

/**
 * Finds the clashes of one question. `whole` is the question it is part of. What is replaced makes no clash of its own,
 * only the move to what replaces it.
 */
export function clashesOn(asked: Asked, whole: Asked | undefined, replaced: Replaced, listing: Listing): Tallied {
  const tallying = tally(listing);
  const said = asked.said.filter(({ claim }) => !replaced.has(claim));
  for (const chain of chainsOf(said)) chainClashes(chain, asked, tallying.chained);
  pairClashes(canClash(said), asked, tallying.between);
  if (whole !== undefined) partClashes(said, { asked, whole, replaced }, tallying.between);
  const { listed, ...rest } = tallying.result();
  const moves = replacements(asked, replaced);
  const counts = { ...rest.counts, shift: rest.counts.shift + moves.length };
  return { ...rest, counts, listed: inListOrder([...listed, ...moves]) };
}

/** Claims that a newer one in view replaces, with those that do. */
export type Replaced = ReadonlyMap<Claim, readonly Claim[]>;

export function replacedIn(topic: Topic): Replaced {
  const claims = claimsOf(topic);
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const replaced = new Map<Claim, Claim[]>();
  for (const newer of claims) {
    const older = newer.replaces === undefined ? undefined : byId.get(newer.replaces);
    if (older !== undefined && replaces(newer, older)) replaced.set(older, [...(replaced.get(older) ?? []), newer]);
  }
  return replaced;
}

/** Takes a clash of one speaker with itself, and whether it is told or goes without saying. */
type TakeChained = (clash: Clash, telling: 'told' | 'untold') => void;

/**
 * A change is told once: each later claim against the nearest earlier one it clashes with, unless the claim just before
 * it clashes with that one too.
 */
function chainClashes(chain: readonly Said[], asked: Asked, take: TakeChained): void {
  let before: ReadonlySet<Said> = new Set();
  for (const [index, later] of chain.entries()) {
    const clashing = new Map<Said, Clash>();
    for (let at = 0; at < index; at += 1) {
      const earlier = chain[at];
      const clash = earlier && clashOf(earlier, later, asked);
      if (earlier !== undefined && clash !== undefined) clashing.set(earlier, clash);
    }
    const nearest = [...clashing.keys()].at(-1);
    for (const [earlier, clash] of clashing) {
      take(clash, earlier === nearest && !before.has(earlier) ? 'told' : 'untold');
    }
    before = new Set(clashing.keys());
  }
}

/** One speaker's answers in the order of the days they speak about, else of their dates; ties by id. */
function chainsOf(said: readonly Said[]): readonly (readonly Said[])[] {
  const chains = new Map<string, Said[]>();
  for (const item of said) {
    if (item.claim.anonymous !== undefined || item.claim.via !== undefined || !isComparable(item)) continue;
    const chain = chains.get(item.claim.speaker.id);
    if (chain === undefined) chains.set(item.claim.speaker.id, [item]);
    else chain.push(item);
  }
  return [...chains.values()].map((chain) =>
    chain.sort((a, b) => chainDay(a.claim) - chainDay(b.claim) || byCodeUnit(a.claim.id, b.claim.id)),
  );
}

function isComparable({ answer }: Said): boolean {
  return answer !== undefined && answer.form !== 'no comment';
}

// Without an answer only a denial makes a clash.
function canClash(said: readonly Said[]): readonly Said[] {
  const denied = new Set(said.flatMap(({ claim }) => claim.denies ?? []));
  return said.filter((one) => isComparable(one) || one.claim.denies !== undefined || denied.has(one.claim.id));
}

function pairClashes(said: readonly Said[], asked: Asked, take: (clash: Clash) => void): void {
  for (const [index, a] of said.entries()) {
    for (let at = index + 1; at < said.length; at += 1) {
      const b = said[at];
      if (b === undefined || b.claim === a.claim) continue;
      const isChained = sameSpeaker(a.claim, b.claim) && !isRelayed(a.claim, b.claim);
      const clash = isChained ? undefined : clashOf(a, b, asked);
      if (clash !== undefined) take(clash);
    }
  }
}

interface Parted {
  readonly asked: Asked;
  readonly whole: Asked;
  readonly replaced: Replaced;
}

function partClashes(parts: readonly Said[], { asked, whole, replaced }: Parted, take: (clash: Clash) => void): void {
  const others = whole.said.filter((other) => !replaced.has(other.claim) && isComparable(other));
  for (const part of parts.filter(isComparable)) {
    for (const other of others) {
      const clash = part.claim === other.claim ? undefined : partClashOf(part, other, asked, whole);
      if (clash !== undefined) take(clash);
    }
  }
}

/** Each replaced claim of the question with the claim that replaces it, wherever in the topic that stands. */
function replacements(asked: Asked, replaced: Replaced): readonly Clash[] {
  const own = asked.said.filter(({ implied }) => !implied);
  return own.flatMap((older) =>
    (replaced.get(older.claim) ?? []).flatMap((claim) => {
      const newer = own.find((said) => said.claim === claim) ?? { claim, words: '', answer: undefined, implied: false };
      return clashOf(older, newer, asked) ?? [];
    }),
  );
}
