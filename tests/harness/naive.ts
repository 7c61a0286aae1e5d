import { type Clash, clashOf, isOpen, partClashOf } from '../../src/analysis/clash.ts';
import { replacedIn } from '../../src/analysis/clashes.ts';
import { isOwnPair, wholeOf } from '../../src/analysis/compare.ts';
import { type Asked, askedIn, type Said } from '../../src/analysis/said.ts';
import { type Counting, countedAs, countsOf, isDispute, noCounts } from '../../src/analysis/tally.ts';
import { type Claim, chainDay, claimsOf, type Topic } from '../../src/ledger/model.ts';

/** What a look at every pair of a question's claims finds. */
export interface Naive {
  readonly asked: Asked;
  /** Clashes of a speaker with itself. */
  readonly own: readonly Clash[];
  /** Those of `own` that are told: each change once. */
  readonly changes: readonly Clash[];
  readonly between: readonly Clash[];
  readonly pairs: Counting;
  readonly open: 'disputed' | 'contested' | 'none';
}

/** Looks at every pair of claims, question by question. */
export function naively(topic: Topic): readonly Naive[] {
  const replaced = replacedIn(claimsOf(topic));
  const all = askedIn(topic);
  const byId = new Map(all.map((asked) => [asked.question.id, asked]));
  const inView = ({ said }: Asked): readonly Said[] => said.filter(({ claim }) => !replaced.has(claim));
  return all.map((asked) => {
    const said = inView(asked);
    const whole = wholeOf(asked, byId);
    const found = pairsOf(said).flatMap(([a, b]) => clashOf(a, b, asked) ?? []);
    const parts = said.flatMap((part) =>
      whole
        ? inView(whole).flatMap((other) =>
            other.claim === part.claim ? [] : (partClashOf(part, other, asked, whole) ?? []),
          )
        : [],
    );
    const own = found.filter(({ sides }) => isOwnPair(sides[0], sides[1]));
    const between = [...found.filter(({ sides }) => !isOwnPair(sides[0], sides[1])), ...parts];
    const pairs = { ...noCounts(), ...countsOf([...own, ...between]) };
    const open = [...own, ...between].filter(isOpen);
    return {
      asked,
      own,
      changes: chainsOf(said).flatMap((chain) => changesIn(chain, asked)),
      between,
      pairs,
      open: open.some(isDispute) ? 'disputed' : open.length > 0 ? 'contested' : 'none',
    };
  });
}

/** How many of some clashes each claim is in, by what they count as. */
export function byClaim(clashes: readonly Clash[]): ReadonlyMap<Claim, Counting> {
  const counts = new Map<Claim, Counting>();
  for (const clash of clashes) {
    for (const { claim } of clash.sides) {
      const own = counts.get(claim) ?? noCounts();
      own[countedAs(clash)] += 1;
      counts.set(claim, own);
    }
  }
  return counts;
}

/** The two as one text, whichever comes first. */
export function pairKey({ sides, word }: Clash): string {
  return [...sides.map(({ claim }) => claim.id).sort(), word].join(' ');
}

function pairsOf(said: readonly Said[]): readonly (readonly [Said, Said])[] {
  return said.flatMap((a, index) => said.slice(index + 1).map((b) => [a, b] as const));
}

function chainsOf(said: readonly Said[]): readonly (readonly Said[])[] {
  const able = said.filter(
    ({ claim, answer }) => answer && answer.form !== 'no comment' && !claim.via && !claim.anonymous,
  );
  return [...new Set(able.map(({ claim }) => claim.speaker.id))].map((id) =>
    able
      .filter(({ claim }) => claim.speaker.id === id)
      .sort((a, b) => chainDay(a.claim) - chainDay(b.claim) || (a.claim.id < b.claim.id ? -1 : 1)),
  );
}

/** The nearest earlier claim that one clashes with, unless the claim just before clashes with that one too. */
function changesIn(chain: readonly Said[], asked: Asked): readonly Clash[] {
  return chain.flatMap((later, at) => {
    const nearest = chain.slice(0, at).findLast((earlier) => clashOf(earlier, later, asked));
    const before = chain[at - 1];
    if (nearest === undefined || before === undefined) return [];
    return nearest === before || clashOf(nearest, before, asked) === undefined
      ? (clashOf(nearest, later, asked) ?? [])
      : [];
  });
}
