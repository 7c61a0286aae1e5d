import type { VNode } from 'preact';
import { FORM } from './filtered.ts';
import { type Content, el, own } from './text.ts';

/** What a reader may filter the page by. The page's script brings it into view: without one it would do nothing. */
export function filters(columns: readonly string[], speakers: readonly string[]): VNode {
  const form = el(
    'form',
    { class: 'filters', id: FORM, 'aria-label': 'Filter the claims', autocomplete: 'off' },
    columns.length < 2 ? [] : parties(columns),
    el('label', {}, el('span', {}, 'Speaker'), el('select', { name: 'speaker' }, options(speakers))),
    el('label', {}, el('span', {}, 'Said from'), el('input', { type: 'date', name: 'from' })),
    el('label', {}, el('span', {}, 'until'), el('input', { type: 'date', name: 'until' })),
    el(
      'label',
      { class: 'check' },
      el('input', { type: 'checkbox', name: 'disputed' }),
      el('span', {}, 'Disputed only'),
    ),
    el('button', { type: 'reset' }, 'Show all'),
    el('output', { name: 'shown', 'aria-live': 'polite' }),
  );
  return el('details', { class: 'filtering', hidden: true, 'data-page': '' }, el('summary', {}, 'Filter'), form);
}

function parties(columns: readonly string[]): VNode {
  const choice = (title: string, index: number): VNode =>
    el(
      'label',
      { class: 'check' },
      el('input', { type: 'checkbox', name: 'party', value: index, checked: true }),
      el('span', {}, own(title)),
    );
  return el('fieldset', {}, el('legend', {}, 'Parties'), columns.map(choice));
}

function options(speakers: readonly string[]): Content {
  return [
    el('option', { value: '' }, 'All speakers'),
    speakers.map((name, index) => el('option', { value: index, dir: 'auto' }, own(name))),
  ];
}
