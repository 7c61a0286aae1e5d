import { separated } from './csv.ts';
import type { Renderer } from './renderer.ts';

/** A view's table as tab-separated values, with quotation marks as in CSV around texts that need them. */
export const tsv: Renderer = (view, options) => separated(view, '\t', options);
