import { type Clash, isOpen } from '../analysis/clash.ts';
import { grouped } from '../analysis/grouped.ts';
import { textOf } from '../sentence.ts';
import type { Reason } from './block.ts';
import { between } from './words.ts';

/** A reason, and the clash whose reason it is. */
export interface Told {
  readonly clash: Clash;
  readonly reason: Reason;
}

/** One reason for each pair of parties and kind of clash, at most so many: the strongest, and how many more there are. */
export function reasonsOf(clashes: readonly Clash[], most: number): readonly Told[] {
  const openFirst = [...clashes].sort((a, b) => Number(!isOpen(a)) - Number(!isOpen(b)));
  const keyOf = (clash: Clash): string =>
    `${clash.reviewed === undefined ? '' : 'reviewed '}${clash.word} ${pairKey(clash)}`;
  return grouped(openFirst, keyOf)
    .slice(0, most)
    .flatMap(([first, ...rest]) => (first === undefined ? [] : [{ clash: first, reason: reasonOf(first, rest) }]));
}

function reasonOf(first: Clash, rest: readonly Clash[]): Reason {
  const { word, reason: why, reviewed } = first;
  const claims = first.sides.map(({ claim }) => claim.id);
  const others = rest.flatMap(({ sides }) => sides.map(({ claim }) => claim.id));
  return {
    word,
    between: between(first),
    reason: why,
    claims,
    more: rest.length,
    others: [...new Set(others)].filter((id) => !claims.includes(id)),
    ...(reviewed === undefined ? {} : { reviewed: reviewed.reason }),
  };
}

// Israel against Hamas and Hamas against Israel are one pair.
function pairKey(clash: Clash): string {
  return clash.kind === 'dispute'
    ? clash.sides
        .map(({ claim }) => claim.party)
        .sort()
        .join(' / ')
    : textOf(between(clash));
}
