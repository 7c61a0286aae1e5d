import type { VNode } from 'preact';
import type { Reason } from '../../views/block.ts';
import { SIGNS } from '../../views/words.ts';
import { capital, el } from './text.ts';

/** A kind of clash by its shape, its word and, where the page has colours, its colour. */
export function mark(word: Reason['word']): VNode {
  return el('strong', { class: `mark is-${word}` }, `${SIGNS[word]} ${capital(word)}`);
}
