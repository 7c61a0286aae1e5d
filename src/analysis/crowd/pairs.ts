import { type Clash, clashOf } from '../clash.ts';
import type { Crowd } from './crowd.ts';
import { finderAmong, finderBetween, type Scope } from './finder.ts';
import type { Group } from './ranges.ts';

/** Clashes of a speaker with itself that are told: each change once. */
export function changesIn(crowd: Crowd, chain: Group): readonly Clash[] {
  const find = finderAmong(crowd, chain, 'moved');
  return chain.flatMap((item, later) => {
    for (const earlier of find(later, { from: 0, to: later }, 'backward')) {
      const found = clashAt(crowd, chain[earlier], item);
      if (found !== undefined) return isTold(crowd, chain[earlier], item) ? [found] : [];
    }
    return [];
  });
}

/** False for what the claim just before the later one told already: it clashes with the same one. */
function isTold({ said, asked, before }: Crowd, earlier: number | undefined, later: number): boolean {
  const [one, other] = [said[earlier ?? -1], said[later]];
  const between = other && before.get(other);
  return one === between || (one && between && clashOf(one, between, asked)) === undefined;
}

/** Every clash of a speaker with itself; `held` leaves out a state that changed. */
export function* clashesIn(crowd: Crowd, chain: Group, scope: Scope): Generator<Clash> {
  const find = finderAmong(crowd, chain, scope);
  for (const place of chain.keys()) {
    for (const other of find(place, { from: place + 1, to: chain.length }, 'forward')) {
      const found = clashAt(crowd, chain[place], chain[other]);
      if (found !== undefined) yield found;
    }
  }
}

/** Every clash between speakers, and of words that others passed on; or only those that nothing about a claim weakens. */
export function* clashesBetween(crowd: Crowd, among: 'all' | 'firm' = 'all'): Generator<Clash> {
  const find = finderBetween(crowd, among);
  for (const item of crowd.said.keys()) {
    if (among === 'firm' && crowd.firm[item] === 0) continue;
    for (const other of find(item, { from: item + 1, to: crowd.said.length }, 'forward')) {
      const found = isOwn(crowd, item, other) ? undefined : clashAt(crowd, item, other);
      if (found !== undefined) yield found;
    }
  }
}

/** True for two items of one speaker's chain. */
export function isOwn({ chainOf }: Crowd, item: number, other: number): boolean {
  return chainOf[item] === chainOf[other];
}

export function clashAt(
  { said, asked }: Crowd,
  item: number | undefined,
  other: number | undefined,
): Clash | undefined {
  const [a, b] = [said[item ?? -1], said[other ?? -1]];
  return a && b && clashOf(a, b, asked);
}
