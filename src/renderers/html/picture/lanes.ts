import type { VNode } from 'preact';
import { fromLedger, say } from '../../../sentence.ts';
import type { Dot, Lane, Picture } from '../../../views/picture-parts.ts';
import { type Content, el, safe } from '../text.ts';
import { axis } from './axis.ts';
import { PITCH, type Placed, placed, TALLEST } from './place.ts';
import { round, type Scale, scaleOf } from './scale.ts';
import { cut, type Place, shape, tip } from './shape.ts';
import { whisker } from './whisker.ts';

/** Claims as marks along the days, a lane for each party, with changes of position joined. */
export function lanes({ first, last, lanes: all }: Picture, width: number, label: string): VNode {
  const scale = scaleOf(first, last, MARGIN, width - MARGIN);
  const drawn: VNode[] = [];
  let top = AXIS;
  for (const lane of all) {
    const places = placed(lane.dots, scale, width);
    const rows = places.reduce((most, { row }) => Math.max(most, row + 1), 1);
    const floor = top + TITLE + rows * PITCH;
    drawn.push(laneOf(lane, places, { top, floor, width, scale }));
    top = floor + GAP;
  }
  return el(
    'svg',
    { viewBox: `0 0 ${width} ${top}`, role: 'img', 'aria-label': label, class: 'chart' },
    axis(scale, { from: AXIS - 4, to: top - GAP }),
    drawn,
  );
}

const MARGIN = 28;
const AXIS = 26;
const TITLE = 22;
const GAP = 18;

interface Frame {
  readonly top: number;
  readonly floor: number;
  readonly width: number;
  readonly scale: Scale;
}

function laneOf({ party, dots, moves }: Lane, places: readonly Placed[], frame: Frame): VNode {
  const { top, floor, width } = frame;
  const spot = ({ x, row }: Placed): Place => ({ x, y: floor - PITCH / 2 - row * PITCH });
  const spots = new Map(places.map((place) => [place.dot.id, spot(place)]));
  const shown = places.filter(({ row }) => row < TALLEST);
  return el(
    'g',
    {},
    el('text', { class: 'lane', x: 0, y: top + 13 }, cut(safe(party), width - 90)),
    el('text', { class: 'tally', x: width, y: top + 13, 'text-anchor': 'end' }, `${dots.length}`),
    el('path', { class: 'floor', d: `M0 ${floor}H${width}` }),
    moves.map(({ from, to, word, why }) =>
      join(spots.get(from), spots.get(to), { word, why: tip(why, width), between: `${from} ${to}` }),
    ),
    shown.map((place) => dotOf(place.dot, spot(place), frame)),
    overflow(places, spot),
  );
}

function dotOf({ id, who, what, ask, days, day, mark }: Dot, place: Place, { scale, width }: Frame): VNode {
  const words = say`${fromLedger(who)}, ${day}: ${fromLedger(what)}${ask === undefined ? '' : say` — ${fromLedger(ask)}`}`;
  return el(
    'g',
    { 'data-claim': id },
    tip(mark === undefined ? words : say`${words} (${mark})`, width),
    whisker(days, place, scale),
    shape(mark, days, place),
  );
}

function join(
  from: Place | undefined,
  to: Place | undefined,
  { word, why, between }: { readonly word: string; readonly why: Content; readonly between: string },
): Content {
  if (from === undefined || to === undefined) return [];
  // An arc, so that claims between the two stay in sight.
  const lift = Math.min(24, 8 + Math.abs(to.x - from.x) / 8);
  const side = from.x === to.x ? from.x + lift : (from.x + to.x) / 2;
  const d = `M${from.x} ${from.y}Q${round(side)} ${round(Math.min(from.y, to.y) - (from.x === to.x ? 0 : lift))} ${to.x} ${to.y}`;
  return el('path', { class: `join is-${word}`, d, 'data-between': between }, why);
}

function overflow(places: readonly Placed[], spot: (place: Placed) => Place): Content {
  const more = new Map<number, { readonly place: Placed; readonly count: number }>();
  for (const place of places.filter(({ row }) => row === TALLEST)) {
    const bin = Math.round(place.x / PITCH);
    more.set(bin, { place, count: (more.get(bin)?.count ?? 0) + 1 });
  }
  return [...more.values()].map(({ place, count }) => {
    const { x, y } = spot(place);
    return el('text', { class: 'tally', x, y: y + 4, 'text-anchor': 'middle' }, `+${count}`);
  });
}
