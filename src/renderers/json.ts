import { replaceUnsafe } from '../text.ts';
import type { Renderer } from './renderer.ts';

/** The view's data as one indented document. */
export const json: Renderer = (view) => [`${safe(JSON.stringify(view.data, null, 2))}\n`];

/** One document a line for each of the view's rows, or one for the whole where it has none. */
export const jsonl: Renderer = (view) => (view.rows ?? [view.data]).map((row) => `${safe(JSON.stringify(row))}\n`);

// JSON leaves DEL, C1, bidi and invisible characters as they are; its own line feeds are layout.
function safe(document: string): string {
  return replaceUnsafe(document, (character) => (character === '\n' ? character : escaped(character)));
}

function escaped(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
