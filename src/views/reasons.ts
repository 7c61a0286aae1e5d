import { type Clash, isOpen } from '../analysis/clash.ts';
import type { Reason } from './block.ts';
import { between } from './words.ts';

/** One line for each pair of parties and kind of clash: the strongest, and how many more there are. */
export function reasonsOf(clashes: readonly Clash[]): readonly Reason[] {
  const groups = new Map<string, Clash[]>();
  for (const clash of [...clashes].sort((a, b) => Number(!isOpen(a)) - Number(!isOpen(b)))) {
    const key = `${clash.reviewed === undefined ? '' : 'reviewed '}${clash.word} ${pairKey(clash)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [clash]);
    else group.push(clash);
  }
  return [...groups.values()].flatMap(([first, ...rest]) => (first === undefined ? [] : [reason(first, rest)]));
}

function reason(first: Clash, rest: readonly Clash[]): Reason {
  const { word, reason: why, reviewed } = first;
  return {
    word,
    between: between(first),
    reason: why,
    claims: first.sides.map(({ claim }) => claim.id),
    more: rest.length,
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
    : between(clash);
}
