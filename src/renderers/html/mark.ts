import type { VNode } from 'preact';
import type { Reason } from '../../views/block.ts';
import { SIGNS } from '../../views/words.ts';
import { capital, el } from './text.ts';

/** A kind of clash by its shape, its word and, where the page has colours, its colour. */
export function mark(word: Reason['word']): VNode {
  return el('strong', { class: `mark is-${word}` }, words(word));
}

/** The same in an element that has the colour already. */
export function markWithin(word: Reason['word']): VNode {
  return el('strong', { class: 'mark' }, words(word));
}

function words(word: Reason['word']): string {
  return `${SIGNS[word]} ${capital(word)}`;
}
