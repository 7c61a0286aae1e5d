import type { VNode } from 'preact';
import { el } from './text.ts';

/** The id of the form of the filter. */
export const FORM = 'page:filter';

/** Where the page's script says that the page is filtered, and how; it goes with what is copied and printed. */
export function filteredHead(): VNode {
  return el(
    'div',
    { class: 'filtered', hidden: true },
    el('p', { class: 'shown' }),
    el('p', { class: 'left-out' }),
    el('button', { type: 'reset', form: FORM, 'data-page': '' }, 'Show all'),
  );
}
