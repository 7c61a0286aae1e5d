import type { TopicAnalysis } from '../analysis/analyse.ts';
import { type Clash, isMove } from '../analysis/clash.ts';
import type { Claim } from '../ledger/model.ts';
import type { TimelineClash } from './block.ts';
import { reasonsOf } from './reasons.ts';
import { unlistedPairs } from './words.ts';

/**
 * For each claim the strongest clash with one that is told before it: so each clash stands where a reader has met both
 * sides. Changes are left out, which are told as such.
 */
export function clashesAtLater(
  { questions }: TopicAnalysis,
  told: readonly Claim[],
): ReadonlyMap<Claim, TimelineClash> {
  const place = new Map(told.map((claim, index) => [claim, index]));
  const byLater = new Map<Claim, Clash[]>();
  // Where not every pair is listed, how many more there are is not known.
  const crowded = new Set(questions.filter((asked) => unlistedPairs(asked) > 0).map(({ question }) => question));
  for (const clash of questions.flatMap(({ clashes }) => clashes).filter((one) => !isMove(one))) {
    const later = lastTold(clash, place);
    if (later === undefined) continue;
    const own = byLater.get(later);
    if (own === undefined) byLater.set(later, [clash]);
    else own.push(clash);
  }
  return new Map(
    [...byLater].flatMap(([claim, clashes]) => {
      const shown = strongest(claim, clashes);
      if (shown === undefined) return [];
      const isCrowded = clashes.some(({ asked }) => crowded.has(asked.question));
      return [[claim, { ...shown, more: isCrowded ? 0 : clashes.length - 1 }]];
    }),
  );
}

function lastTold({ sides }: Clash, place: ReadonlyMap<Claim, number>): Claim | undefined {
  const [last] = [...sides].sort((a, b) => (place.get(b.claim) ?? 0) - (place.get(a.claim) ?? 0));
  return last?.claim;
}

function strongest(claim: Claim, clashes: readonly Clash[]): TimelineClash | undefined {
  const open = clashes.filter(({ reviewed }) => reviewed === undefined);
  const [first] = open.length > 0 ? open : clashes;
  const [told] = first === undefined ? [] : reasonsOf([first], 1);
  if (first === undefined || told === undefined) return undefined;
  const { id, ask } = first.asked.question;
  return { ...told.reason, ...(id === claim.question ? {} : { on: ask }) };
}
