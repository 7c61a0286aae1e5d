import type { VNode } from 'preact';
import type { Line } from '../../views/line.ts';
import { el, told } from './text.ts';

/** Who gives which answer to a crowded question: one line for each answer. */
export function camps(all: readonly Line[]): VNode {
  return el('ul', { class: 'camps' }, all.map(camp));
}

function camp(line: Line): VNode {
  return el(
    'li',
    {},
    line.map((piece) => (piece.tone === 'strong' ? el('strong', {}, told([piece])) : told([piece]))),
  );
}
