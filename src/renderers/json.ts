import type { Renderer } from './renderer.ts';

/** The view's data as one indented document. */
export const json: Renderer = (view) => [`${safe(JSON.stringify(view.data, null, 2))}\n`];

/** One document a line for each of the view's rows, or one for the whole where it has none. */
export const jsonl: Renderer = (view) => (view.rows ?? [view.data]).map((row) => `${safe(JSON.stringify(row))}\n`);

// JSON leaves DEL, C1 and bidi controls as they are; a terminal would obey them.
function safe(document: string): string {
  return document.replace(/[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
