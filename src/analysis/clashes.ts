import type { Claim } from '../ledger/model.ts';
import { type Camp, campsOf } from './camps.ts';
import { type Clash, clashOf, inListOrder, isOpen, replaces } from './clash.ts';
import { isCalm } from './crowd/calm.ts';
import { type Crowd, crowdOf } from './crowd/crowd.ts';
import { changesIn, clashesBetween, clashesIn } from './crowd/pairs.ts';
import { partClashes } from './crowd/parts.ts';
import { type Declared, declaredOn } from './declared.ts';
import { isBetweenParties, jointClash } from './joint-clash.ts';
import { type Reckoning, reckon } from './reckoning.ts';
import type { Asked } from './said.ts';
import { type Counts, countsOf, type Listing, type Pairs, sizeOf, sumOf } from './tally.ts';
import { witnessesOf } from './witness.ts';

/** Every clash of a question: those listed, and how many there are in all. */
export interface Clashes {
  /** A change told once, and at most `LISTED` pairs between speakers, else witnesses, unless all were asked for. */
  readonly listed: readonly Clash[];
  /** A change counted once, and every pair between speakers. */
  readonly counts: Counts;
  /** Numbers of open clashing pairs, changes in every pair that shows them. */
  readonly pairs: Pairs;
  /** The weightiest open clash of all: between parties, another one, or none. */
  readonly open: 'disputed' | 'contested' | 'none';
  /** True where the pairs between speakers are too many to be listed one by one. */
  readonly isCrowded: boolean;
  /** Where the pairs between speakers are too many to be listed one by one: who gives which answer. */
  readonly camps: readonly Camp[];
}

/**
 * Finds the clashes of one question. `whole` is the question it is part of. What is replaced makes no clash of its own,
 * only the move to what replaces it.
 */
export function clashesOn(asked: Asked, whole: Asked | undefined, replaced: Replaced, listing: Listing): Clashes {
  const inView = (one: Asked) => one.said.filter(({ claim }) => !replaced.has(claim));
  const said = inView(asked);
  const declared = declaredOn(asked, said);
  const moves = replacements(asked, replaced);
  if (whole === undefined && declared.pairs.length === 0 && isCalm(said)) return calm(asked, moves);
  const crowd = crowdOf(asked, said);
  const wholeCrowd = whole && crowdOf(whole, inView(whole));
  const parts = (): Iterable<Clash> => (wholeCrowd === undefined ? [] : partClashes(crowd, wholeCrowd));
  const found: Found = { crowd, declared, parts, reckoning: reckon(crowd, declared, parts()) };
  const { reckoning } = found;
  const changes = crowd.sides.chains.flatMap((chain) => changesIn(crowd, chain));
  const joint = jointClash(asked, said);
  const alone = [...moves, ...(joint === undefined ? [] : [joint])];
  const isCrowded = sizeOf(reckoning.between) > LISTED;
  const listed =
    listing === 'pairs'
      ? everyClash(found)
      : [...changes, ...(isCrowded ? witnessesOf(crowd, declared, parts(), reckoning) : betweenSpeakers(found))];
  const { contradiction, opposed, tension } = reckoning.pairs;
  const more = reckoning.more ? { more: true as const } : {};
  return {
    listed: inListOrder(inPlace([...listed, ...alone], asked)),
    counts: { ...sumOf([countsOf([...changes, ...alone]), reckoning.between]), ...more },
    pairs: { contradiction, opposed, tension, ...more },
    open: weightOf(reckoning, joint),
    isCrowded,
    camps: isCrowded ? campsOf(crowd) : [],
  };
}

// What a question comes to whose answers are never apart.
function calm(asked: Asked, moves: readonly Clash[]): Clashes {
  const listed = inListOrder(inPlace(moves, asked));
  return { listed, counts: countsOf(moves), pairs: NO_PAIRS, open: 'none', isCrowded: false, camps: [] };
}

const NO_PAIRS: Pairs = { contradiction: 0, opposed: 0, tension: 0 };

/** Claims that a newer one in view replaces, with those that do. */
export type Replaced = ReadonlyMap<Claim, readonly Claim[]>;

export function replacedIn(claims: readonly Claim[]): Replaced {
  const replaced = new Map<Claim, Claim[]>();
  const replacing = claims.filter((claim) => claim.replaces !== undefined);
  if (replacing.length === 0) return replaced;
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  for (const newer of replacing) {
    const older = byId.get(newer.replaces ?? '');
    if (older !== undefined && replaces(newer, older)) replaced.set(older, [...(replaced.get(older) ?? []), newer]);
  }
  return replaced;
}

function weightOf({ disputes, pairs }: Reckoning, joint: Clash | undefined): Clashes['open'] {
  const open = joint !== undefined && isOpen(joint) ? joint : undefined;
  if (disputes > 0 || (open !== undefined && open.word !== 'tension' && isBetweenParties(open))) return 'disputed';
  const isContested = pairs.contradiction + pairs.opposed + pairs.tension > 0;
  return isContested || open !== undefined ? 'contested' : 'none';
}

// Beyond so many pairs between speakers a list says less than one witness for each claim.
const LISTED = 20;

interface Found {
  readonly crowd: Crowd;
  readonly declared: Declared;
  /** Clashes with the whole that the question is part of. */
  readonly parts: () => Iterable<Clash>;
  readonly reckoning: Reckoning;
}

function everyClash(found: Found): readonly Clash[] {
  const { crowd } = found;
  return [...crowd.sides.chains.flatMap((chain) => [...clashesIn(crowd, chain, 'moved')]), ...betweenSpeakers(found)];
}

function betweenSpeakers({ crowd, declared, parts }: Found): readonly Clash[] {
  const stated = declared.pairs.flatMap(({ clash, pair }) => (pair === 'own' ? [] : (clash ?? [])));
  const others = [...clashesBetween(crowd)].filter(({ sides }) => !declared.has(sides[0], sides[1]));
  return [...stated, ...others, ...parts()];
}

/** Clashes by the place of their claims in the file. */
function inPlace(clashes: readonly Clash[], { said }: Asked): readonly Clash[] {
  const places = new Map(said.map(({ claim }, place) => [claim, place]));
  const placed = clashes.map((clash) => {
    const [first = 0, second = 0] = clash.sides
      .map(({ claim }) => places.get(claim) ?? said.length)
      .sort((a, b) => a - b);
    return { clash, first, second };
  });
  return placed.sort((a, b) => a.first - b.first || a.second - b.second).map(({ clash }) => clash);
}

/** Each replaced claim of the question with the claim that replaces it, wherever in the topic that stands. */
function replacements(asked: Asked, replaced: Replaced): readonly Clash[] {
  const own = asked.said.filter(({ implied }) => !implied);
  const byClaim = new Map(own.map((said) => [said.claim, said]));
  return own.flatMap((older) =>
    (replaced.get(older.claim) ?? []).flatMap((claim) => {
      const newer = byClaim.get(claim) ?? { claim, words: '', answer: undefined, implied: false };
      return clashOf(older, newer, asked) ?? [];
    }),
  );
}
