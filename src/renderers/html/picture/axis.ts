import type { VNode } from 'preact';
import { el } from '../text.ts';
import type { Scale } from './scale.ts';

/** The days over a drawing, and a faint line down from each. */
export function axis({ ticks }: Scale, { from, to }: { readonly from: number; readonly to: number }): VNode {
  return el(
    'g',
    { class: 'axis' },
    ticks.map(({ x, label }) => [
      el('path', { d: `M${x} ${from}V${to}` }),
      el('text', { x, y: from - 6, 'text-anchor': 'middle' }, label),
    ]),
  );
}
