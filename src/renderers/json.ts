import { replaceUnsafe } from '../text.ts';
import type { Renderer } from './renderer.ts';

/** The view's data as one indented document. */
export const json: Renderer = (view) => [`${escaped(JSON.stringify(view.data, null, 2))}\n`];

/** One document a line for each of the view's rows, or one for the whole where it has none. */
export const jsonl: Renderer = function* (view) {
  for (const row of view.rows ?? [view.data]) yield `${escaped(JSON.stringify(row))}\n`;
};

/** A JSON document safe to show: it leaves DEL, C1, bidi and invisible characters as they are. Line feeds are layout. */
export function escaped(document: string): string {
  return replaceUnsafe(document, (character) => (character === '\n' ? character : codes(character)));
}

function codes(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
