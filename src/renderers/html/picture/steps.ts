import type { VNode } from 'preact';
import { fromLedger, say } from '../../../sentence.ts';
import type { Series, Step, Totals } from '../../../views/picture-parts.ts';
import { el, safe } from '../text.ts';
import { axis } from './axis.ts';
import { type Level, levels } from './levels.ts';
import { round, type Scale, scaleOf } from './scale.ts';
import { cut, shape, tip } from './shape.ts';
import { reachOf, spotOf, whisker } from './whisker.ts';

/**
 * A running total, a panel for each party over one scale: its steps in ink, those of the others faint behind it. All
 * are drawn alike, since no party has a colour.
 */
export function steps(totals: Totals, width: number, label: string): VNode {
  const { first, last, series } = totals;
  const scale = scaleOf(first, last, LEFT, width - RIGHT);
  const level = levels(totals.least, totals.most);
  const bottom = AXIS + series.length * PANEL;
  const panels = series.map((one, index) => {
    const top = AXIS + index * PANEL;
    const y = (number: number): number => round(top + PANEL - 12 - level.share(number) * (PANEL - 58));
    const frame: Frame = { scale, y, level, top, width };
    const others = series.filter((other) => other !== one);
    return el(
      'g',
      {},
      backdrop(one, frame),
      others.map((other) => line(other, 'ghost', frame)),
      panel(one, frame),
    );
  });
  return el(
    'svg',
    { viewBox: `0 0 ${width} ${bottom}`, role: 'img', 'aria-label': label, class: 'chart' },
    axis(scale, { from: AXIS - 4, to: bottom - 12 }),
    panels,
  );
}

const LEFT = 80;
const RIGHT = 44;
const AXIS = 26;
const PANEL = 132;

interface Frame {
  readonly scale: Scale;
  readonly y: (number: number) => number;
  readonly level: Level;
  readonly top: number;
  readonly width: number;
}

function backdrop({ who }: Series, { y, level, top, width }: Frame): VNode {
  return el(
    'g',
    { class: 'axis' },
    level.ticks.map(({ number, label }) => [
      el('path', { d: `M${LEFT - 18} ${y(number)}H${width}` }),
      el('text', { x: LEFT - 22, y: y(number) + 4, 'text-anchor': 'end' }, label),
    ]),
    el('text', { class: 'lane', x: 0, y: top + 14 }, cut(safe(who), width)),
  );
}

/** A step holds until the next number may have been reached; within the days of which nothing is known there is none. */
function line({ steps: all }: Series, kind: 'ghost' | 'step', { scale, y }: Frame): VNode {
  const d = all.map(({ days, level }, index) => {
    const next = all[index + 1];
    const { to } = reachOf(days, scale);
    if (next === undefined) return '';
    const { from } = reachOf(next.days, scale);
    if (from < to) return '';
    return `M${to} ${y(level)}H${from}${next.days.known === 'exactly' ? `V${y(next.level)}` : ''}`;
  });
  return el('path', { class: kind, d: d.join(''), 'data-series': all[0]?.id });
}

function panel(series: Series, frame: Frame): VNode {
  let free = Number.NEGATIVE_INFINITY;
  const points = series.steps.map((step, index) => {
    const at = spotOf(step.days, frame.scale);
    const half = step.words.length * 3.5;
    const isLabelled = at - half > free || (index === series.steps.length - 1 && at > free);
    if (isLabelled) free = at + half;
    return point(step, isLabelled ? 'labelled' : 'bare', frame);
  });
  return el('g', {}, line(series, 'step', frame), points);
}

function point(step: Step, form: 'labelled' | 'bare', frame: Frame): VNode {
  const { id, days, day, words, level, mark } = step;
  const [x, y] = [spotOf(days, frame.scale), frame.y(level)];
  const text = say`${day}: ${fromLedger(words)}${mark === undefined ? '' : ` (${mark})`}`;
  const label = el('text', { class: 'value', x, y: y - 9, 'text-anchor': 'middle' }, cut(safe(words), 160));
  return el(
    'g',
    { 'data-claim': id },
    tip(text, frame.width),
    bar(step, x, frame),
    whisker(days, { y }, frame.scale),
    shape(mark, days, { x, y }),
    form === 'labelled' ? label : undefined,
  );
}

/** The bounds of a number; an arrow where it has no upper one. */
function bar({ low, high }: Step, x: number, { y, top }: Frame): VNode | undefined {
  if (high === undefined) return el('path', { class: 'bound', d: `M${x} ${y(low)}V${top + 32}m-4 5 4-5 4 5` });
  const [from, to] = [y(low), y(high)];
  return from - to < 2 ? undefined : el('path', { class: 'bound', d: `M${x - 4} ${from}h8m-4 0V${to}m-4 0h8` });
}
