import { chainDay } from '../../ledger/model.ts';
import { byCodeUnit } from '../../text.ts';
import type { Clash } from '../clash.ts';
import { rankOf } from './count.ts';
import type { Crowd } from './crowd.ts';
import { finderBetween } from './finder.ts';
import { clashAt, isOwn } from './pairs.ts';
import type { Span, Way } from './search.ts';

/** An item's clash with another speaker, of those accepted the nearest in date; among equals the one with the first id. */
export type Nearest = (item: number, among: 'all' | 'firm', accepts: (clash: Clash) => boolean) => Clash | undefined;

export function nearestIn(crowd: Crowd): Nearest {
  const finders = { all: finderBetween(crowd), firm: finderBetween(crowd, 'firm') };
  const { said } = crowd;
  const days = said.map(({ claim }) => chainDay(claim));
  const dayOf = (item: number): Span => {
    const day = days[item] ?? 0;
    return { from: rankOf(day, days), to: rankOf(day + 1, days) };
  };
  return (item, among, accepts) => {
    const find = finders[among];
    const first = (span: Span, way: Way): Hit | undefined => {
      for (const other of find(item, span, way)) {
        const clash = other === item || isOwn(crowd, item, other) ? undefined : clashAt(crowd, item, other);
        if (clash !== undefined && accepts(clash)) return { other, clash };
      }
      return undefined;
    };
    const day = dayOf(item);
    const same = first(day, 'forward');
    if (same !== undefined) return same.clash;
    const last = first({ from: 0, to: day.from }, 'backward');
    const before = last && first({ from: dayOf(last.other).from, to: last.other + 1 }, 'forward');
    const after = first({ from: day.to, to: said.length }, 'forward');
    if (before === undefined || after === undefined) return (before ?? after)?.clash;
    const distance = ({ other }: Hit): number => Math.abs((days[other] ?? 0) - (days[item] ?? 0));
    const idOf = ({ other }: Hit): string => said[other]?.claim.id ?? '';
    return (distance(before) - distance(after) || byCodeUnit(idOf(before), idOf(after))) <= 0
      ? before.clash
      : after.clash;
  };
}

interface Hit {
  readonly other: number;
  readonly clash: Clash;
}
