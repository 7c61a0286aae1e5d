import { type Claim, chainDay } from '../ledger/model.ts';
import { byCodeUnit } from '../text.ts';
import { byWord, CLASH_WORDS, type Clash, type ClashWord, isOpen } from './clash.ts';
import type { Crowd } from './crowd/crowd.ts';
import { type Nearest, nearestIn } from './crowd/nearest.ts';
import type { Declared } from './declared.ts';
import type { Reckoning } from './reckoning.ts';
import { sizeOf } from './tally.ts';

/**
 * Of a crowd, for each claim its strongest clash with another speaker, the nearest in date among equals, and in how many
 * it is. `others` are clashes that the crowd does not know of.
 */
export function witnessesOf(
  crowd: Crowd,
  declared: Declared,
  others: Iterable<Clash>,
  { byClaim, findable, more }: Reckoning,
): readonly Clash[] {
  const best = new Map<Claim, Clash>();
  const offer = (clash: Clash): void => {
    for (const { claim } of clash.sides) {
      const known = best.get(claim);
      if (known === undefined || isBetterWitness(clash, known)) best.set(claim, clash);
    }
  };
  for (const { clash, pair } of declared.pairs) if (clash !== undefined && pair === 'between') offer(clash);
  for (const clash of others) offer(clash);
  const nearest = nearestIn(crowd);
  for (const [item, { claim }] of crowd.said.entries()) {
    // What was not counted may still be there.
    const words = more ? CLASH_WORDS : CLASH_WORDS.filter((word) => (findable.get(claim)?.[word] ?? 0) > 0);
    const clash = strongest(item, words, nearest, declared);
    if (clash !== undefined) offer(clash);
  }
  return counted(best, byClaim);
}

/** The declared were offered already. */
function strongest(item: number, words: readonly ClashWord[], nearest: Nearest, declared: Declared): Clash | undefined {
  for (const word of words) {
    const among = word === 'contradiction' || word === 'opposed' ? 'firm' : 'all';
    const found = nearest(item, among, (clash) => clash.word === word && !declared.has(clash.sides[0], clash.sides[1]));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Each witness once, with the number of clashes that the busier claim is in of those it stands for. */
function counted(best: ReadonlyMap<Claim, Clash>, byClaim: Reckoning['byClaim']): readonly Clash[] {
  const of = new Map<Clash, number>();
  for (const [claim, clash] of best) of.set(clash, Math.max(of.get(clash) ?? 0, sizeOf(byClaim.get(claim))));
  return [...of].map(([clash, number]) => (number > 1 ? standingFor(clash, number) : clash));
}

function standingFor(clash: Clash, of: number): Clash {
  const { asked, sides, verdict, word, kind, rule, reviewed } = clash;
  return {
    asked,
    sides,
    verdict,
    word,
    kind,
    rule,
    // It stays untold until somebody asks for it.
    get reason() {
      return clash.reason;
    },
    of,
    ...(reviewed === undefined ? {} : { reviewed }),
  };
}

// An open contradiction may not hide behind a weaker clash that lies nearer. Ties go by the ids, not by the file.
function isBetterWitness(clash: Clash, best: Clash): boolean {
  const order =
    Number(isOpen(best)) - Number(isOpen(clash)) || byWord(clash, best) || daysApart(clash) - daysApart(best);
  return (order || byCodeUnit(idsOf(clash), idsOf(best))) < 0;
}

function daysApart({ sides }: Clash): number {
  return Math.abs(chainDay(sides[0].claim) - chainDay(sides[1].claim));
}

function idsOf({ sides }: Clash): string {
  return sides.map(({ claim }) => claim.id).join(' ');
}
