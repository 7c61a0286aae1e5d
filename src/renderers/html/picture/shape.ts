import type { Sentence } from '../../../sentence.ts';
import type { Reason } from '../../../views/block.ts';
import type { Days } from '../../../views/picture-parts.ts';
import { type Content, el, toldFlat } from '../text.ts';

/** A place in a drawing. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * A claim in a drawing: the sign of the clash it is in, or a disc; in a ring where its day is not exact. Kinds of clash
 * differ in shape, not only in colour.
 */
export function shape(word: Reason['word'] | undefined, { known }: Days, { x, y }: Place): Content {
  const place = { transform: `translate(${x} ${y})` };
  const ring =
    known === 'exactly' ? undefined : el('circle', { ...place, class: 'ring', r: word === undefined ? 4 : 7 });
  if (word === undefined) return ring ?? el('circle', { ...place, r: 4 });
  return [ring, el('path', { ...place, d: PATHS[word], class: `sign is-${word}` })];
}

// The same signs as in the text: a cross, two arrows, a wave, an arrow.
const PATHS: Readonly<Record<Reason['word'], string>> = {
  contradiction: 'M-4-4 4 4M-4 4 4-4',
  opposed: 'M-5-2.5H5L2-5.5M5 2.5H-5L-2 5.5',
  tension: 'M-6 1.5C-4-4-1.5-3.5 0 0S4 4 6-1.5',
  shift: 'M-5.5 0H5M1-4 5 0 1 4',
};

/** A tooltip, in drawings for screens that have a pointer. */
export function tip(words: Sentence, width: number): Content {
  return width < WIDE ? undefined : el('title', {}, toldFlat(words));
}

/** The widths that drawings are made for: wide screens and paper, and phones. */
export const WIDE = 960;
export const NARROW = 340;

/** A text cut to what fits into a width, as letters of a drawing do not break into lines. */
export function cut(text: string, width: number): string {
  const characters = [...text];
  const most = Math.floor(width / 7.5);
  return characters.length <= most ? text : `${characters.slice(0, Math.max(1, most - 1)).join('')}…`;
}
