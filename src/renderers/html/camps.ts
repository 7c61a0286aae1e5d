import type { VNode } from 'preact';
import type { Camp } from '../../views/block.ts';
import { el, own } from './text.ts';

/** Who stands where on a crowded question: one line for each answer. */
export function camps(all: readonly Camp[]): VNode {
  return el('ul', { class: 'camps' }, all.map(camp));
}

function camp({ answer, claims, parties, span }: Camp): VNode {
  return el('li', {}, el('strong', {}, own(answer)), ': ', own(claims), ', ', own(parties), ', ', own(span));
}
