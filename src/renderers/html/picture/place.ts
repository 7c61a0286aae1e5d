import type { Days, Dot } from '../../../views/picture-parts.ts';
import { round, type Scale } from './scale.ts';
import { type Reach, reachOf, spotOf } from './whisker.ts';

/** A claim of a lane and where it stands: `row` 0 is on the floor. */
export interface Placed {
  readonly dot: Dot;
  readonly x: number;
  readonly row: number;
}

/** What a mark takes of a lane, in both directions. */
export const PITCH = 15;

/** More claims than this on one spot are counted instead of drawn. */
export const TALLEST = 14;

/** The claims of a lane, none on another: first those of an exact day, then the others where they have room. */
export function placed(dots: readonly Dot[], scale: Scale, width: number): readonly Placed[] {
  const exact = stacked(
    dots.filter(({ days }) => days.known === 'exactly'),
    scale,
    width,
  );
  const others = dots.filter(({ days }) => days.known !== 'exactly');
  return [...exact, ...laid(others, exact, scale)];
}

/** Claims that would lie on each other stand on each other, and beside each other where nobody else stands. */
function stacked(dots: readonly Dot[], scale: Scale, width: number): readonly Placed[] {
  const heights = new Map<number, number>();
  const spills = new Map<number, number>();
  return dots.map((dot) => {
    const spot = spotOf(dot.days, scale);
    const home = Math.round(spot / PITCH);
    const isFree = (bin: number): boolean =>
      bin > 0 && (bin + 1) * PITCH < width && (spills.get(bin) ?? (heights.has(bin) ? undefined : home)) === home;
    const isLow = (bin: number): boolean => (heights.get(bin) ?? 0) < CROWD;
    const beside = isLow(home)
      ? undefined
      : [-1, 1, -2, 2].map((by) => home + by).find((bin) => isFree(bin) && isLow(bin));
    if (beside !== undefined) spills.set(beside, home);
    const bin = beside ?? home;
    const row = heights.get(bin) ?? 0;
    heights.set(bin, row + 1);
    return { dot, x: round(spot + (bin - home) * PITCH), row: Math.min(row, TALLEST) };
  });
}

/** From this height on claims stand beside each other. */
const CROWD = 5;

/** Claims with a reach, the shortest first, each in the lowest row in which nothing else stands in its reach. */
function laid(dots: readonly Dot[], exact: readonly Placed[], scale: Scale): readonly Placed[] {
  const rows = Array.from({ length: TALLEST }, (): Reach[] => []);
  for (const { x, row } of exact) rows[row]?.push({ from: x - ROOM, to: x + ROOM });
  const reaching = dots.map((dot) => ({ dot, reach: withRoom(dot.days, scale) }));
  return reaching
    .sort((a, b) => a.reach.to - a.reach.from - (b.reach.to - b.reach.from))
    .map(({ dot, reach }) => {
      const free = rows.findIndex((row) => row.every(({ from, to }) => to < reach.from || reach.to < from));
      rows[free]?.push(reach);
      return { dot, x: spotOf(dot.days, scale), row: free < 0 ? TALLEST : free };
    });
}

/** What a mark takes on each side of its middle. */
const ROOM = PITCH / 2;

function withRoom(days: Days, scale: Scale): Reach {
  const [spot, { from, to }] = [spotOf(days, scale), reachOf(days, scale)];
  return { from: Math.min(from, spot - ROOM), to: Math.max(to, spot + ROOM) };
}
