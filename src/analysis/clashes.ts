import { type Claim, claimsOf, daysOf, type Topic } from '../ledger/model.ts';
import { byCodeUnit } from '../text.ts';
import { byWord, type Clash, clashOf, inListOrder, isOpen, partClashOf } from './clash.ts';
import { isRelayed, sameSpeaker, wholeOf } from './compare.ts';
import type { Asked, Said } from './said.ts';

/** Every clash of a question: those listed, and how many pairs there are in all. */
export interface QuestionClashes {
  /** A change told once, and at most `LISTED` pairs between speakers unless all were asked for. */
  readonly listed: readonly Clash[];
  /** Every clashing pair. */
  readonly every: readonly Clash[];
  /** Exact numbers of clashing pairs that are open. */
  readonly pairs: Pairs;
}

export interface Pairs {
  readonly contradiction: number;
  readonly opposed: number;
  readonly tension: number;
}

/** Which clashes are listed: a telling selection, or every pair. */
export type Listing = 'told' | 'pairs';

/** Finds the clashes of one question among the questions of its topic. `replaced` makes no clash of its own. */
export function clashesOn(asked: Asked, all: readonly Asked[], replaced: Replaced, listing: Listing): QuestionClashes {
  const said = asked.said.filter(({ claim }) => !replaced.has(claim.id));
  const chains = chainsOf(said).map((chain) => chainClashes(chain, asked));
  const between = [...pairClashes(said, asked), ...partClashes(said, asked, all, replaced)];
  const every = [...chains.flatMap((chain) => chain.every), ...between];
  const told = listing === 'pairs' ? every : [...chains.flatMap((chain) => chain.told), ...crowded(between)];
  return { listed: inListOrder([...told, ...replacements(asked, replaced)]), every, pairs: pairsOf(every) };
}

/** Claims by the id of the claim that they replace, in the topic as it is in view. */
export type Replaced = ReadonlyMap<string, readonly Claim[]>;

export function replacedIn(topic: Topic): Replaced {
  const replaced = new Map<string, Claim[]>();
  for (const claim of claimsOf(topic)) {
    if (claim.replaces === undefined || claim.replaces === claim.id) continue;
    replaced.set(claim.replaces, [...(replaced.get(claim.replaces) ?? []), claim]);
  }
  return replaced;
}

// Beyond so many pairs between speakers a list says less than one witness per claim.
const LISTED = 20;

interface ChainClashes {
  readonly every: readonly Clash[];
  /** Each later claim against the nearest earlier one it clashes with, unless the claim before told that already. */
  readonly told: readonly Clash[];
}

function chainClashes(chain: readonly Said[], asked: Asked): ChainClashes {
  const every: Clash[] = [];
  const told: Clash[] = [];
  let before: ReadonlySet<Said> = new Set();
  for (const [index, later] of chain.entries()) {
    const clashing = new Set<Said>();
    let nearest: readonly [Said, Clash] | undefined;
    for (const earlier of chain.slice(0, index)) {
      const clash = clashOf(earlier, later, asked);
      if (clash === undefined) continue;
      every.push(clash);
      clashing.add(earlier);
      nearest = [earlier, clash];
    }
    if (nearest !== undefined && !before.has(nearest[0])) told.push(nearest[1]);
    before = clashing;
  }
  return { every, told };
}

/** One speaker's claims in the order of the days they speak about, else of their dates; ties by id. */
function chainsOf(said: readonly Said[]): readonly (readonly Said[])[] {
  const chains = new Map<string, Said[]>();
  for (const item of said) {
    if (item.claim.anonymous !== undefined || item.claim.via !== undefined) continue;
    const chain = chains.get(item.claim.speaker.id);
    if (chain === undefined) chains.set(item.claim.speaker.id, [item]);
    else chain.push(item);
  }
  return [...chains.values()].map((chain) =>
    chain.sort((a, b) => chainDay(a.claim) - chainDay(b.claim) || byCodeUnit(a.claim.id, b.claim.id)),
  );
}

function chainDay(claim: Claim): number {
  return daysOf(claim)?.first ?? claim.saidBy ?? Number.MAX_SAFE_INTEGER;
}

function pairClashes(said: readonly Said[], asked: Asked): readonly Clash[] {
  const clashes: Clash[] = [];
  for (const [index, a] of said.entries()) {
    for (const b of said.slice(index + 1)) {
      const isChained = sameSpeaker(a.claim, b.claim) && !isRelayed(a.claim, b.claim);
      const clash = isChained || a.claim === b.claim ? undefined : clashOf(a, b, asked);
      if (clash !== undefined) clashes.push(clash);
    }
  }
  return clashes;
}

function partClashes(said: readonly Said[], asked: Asked, all: readonly Asked[], replaced: Replaced): readonly Clash[] {
  const whole = wholeOf(asked, all);
  const others = (whole?.said ?? []).filter(({ claim }) => !replaced.has(claim.id));
  if (whole === undefined) return [];
  return said.flatMap((part) =>
    others.flatMap((other) => (part.claim === other.claim ? [] : (partClashOf(part, other, asked, whole) ?? []))),
  );
}

/** Each replaced claim of the question with the claim that replaces it, wherever in the topic that stands. */
function replacements(asked: Asked, replaced: Replaced): readonly Clash[] {
  const own = asked.said.filter(({ implied }) => !implied);
  return own.flatMap((older) =>
    (replaced.get(older.claim.id) ?? []).flatMap((claim) => {
      const newer = own.find((said) => said.claim === claim) ?? { claim, words: '', answer: undefined, implied: false };
      return clashOf(older, newer, asked) ?? [];
    }),
  );
}

function crowded(clashes: readonly Clash[]): readonly Clash[] {
  if (clashes.length <= LISTED) return clashes;
  const byClaim = new Map<Claim, Clash[]>();
  for (const clash of clashes) {
    for (const { claim } of clash.sides) {
      const own = byClaim.get(claim);
      if (own === undefined) byClaim.set(claim, [clash]);
      else own.push(clash);
    }
  }
  const witnesses = new Map<Clash, number>();
  for (const own of byClaim.values()) {
    const nearest = own.reduce((best, clash) => (isBetterWitness(clash, best) ? clash : best));
    witnesses.set(nearest, Math.max(own.length, witnesses.get(nearest) ?? 0));
  }
  return [...witnesses].map(([clash, of]) => (of > 1 ? { ...clash, of } : clash));
}

// An open contradiction may not hide behind a weaker clash that lies nearer. Ties go by the ids, not by the file.
function isBetterWitness(clash: Clash, best: Clash): boolean {
  const order =
    Number(isOpen(best)) - Number(isOpen(clash)) || byWord(clash, best) || daysApart(clash) - daysApart(best);
  return (order || byCodeUnit(idsOf(clash), idsOf(best))) < 0;
}

function daysApart(clash: Clash): number {
  const [a, b] = [chainDay(clash.sides[0].claim), chainDay(clash.sides[1].claim)];
  return a === b ? 0 : Math.abs(a - b);
}

function idsOf(clash: Clash): string {
  return clash.sides.map(({ claim }) => claim.id).join(' ');
}

function pairsOf(clashes: readonly Clash[]): Pairs {
  const open = clashes.filter(isOpen);
  const count = (word: Clash['word']): number => open.filter((clash) => clash.word === word).length;
  return { contradiction: count('contradiction'), opposed: count('opposed'), tension: count('tension') };
}
