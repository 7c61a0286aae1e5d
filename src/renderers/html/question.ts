import type { VNode } from 'preact';
import type { PageCell, PageRow } from '../../views/block.ts';
import { count } from '../../views/words.ts';
import { camps } from './camps.ts';
import { type Around, type Column, claimItem, permalink } from './claim.ts';
import { mark } from './mark.ts';
import { totals } from './picture/figure.ts';
import { reasons } from './reasons.ts';
import { type Content, el, own } from './text.ts';

/** A question: how it stands and why, then the claims, a cell for each column. */
export function question(row: PageRow, columns: readonly string[], around: Around): VNode {
  const { id, disputed } = row;
  return el(
    'article',
    { class: 'question', ...(id === undefined ? {} : { id }), ...(disputed ? { 'data-disputed': true } : {}) },
    id === undefined ? [] : head({ ...row, id }),
    row.camps.length === 0 ? [] : camps(row.camps),
    reasons(row),
    row.totals === undefined ? [] : totals(row.totals, row.ask),
    el(
      'div',
      { class: 'cells' },
      row.cells.map((one, index) =>
        cell(one, { title: columns[index] ?? '', index, heading: id === undefined ? 'h3' : 'h4' }, around),
      ),
    ),
  );
}

function head({ id, ask, measure, state, reasons }: PageRow & { readonly id: string }): Content {
  return el(
    'header',
    { class: 'ask' },
    el('h3', {}, own(ask)),
    permalink(id, 'Link to this question'),
    reasons.length > 0 ? [] : stateLine(standing(state)),
    el('button', { type: 'button', class: 'copy', 'data-page': '', hidden: true }, 'Copy for Docs'),
    measure === undefined ? [] : el('p', { class: 'measure' }, 'What is meant: ', own(measure)),
  );
}

function stateLine(words: Content): Content {
  return words === undefined ? [] : el('p', { class: 'state' }, words);
}

function standing({ mark: word, status, reviewed }: PageRow['state']): Content {
  if (word !== undefined) return [mark(word), reviewed ? ', reviewed' : ''];
  if (status === 'agreed') return el('strong', { class: 'mark' }, '= Agreed');
  return status === 'apart' ? el('strong', { class: 'mark' }, '· Not comparable') : undefined;
}

/** Where there is no question, the party is the next heading under that of the section. */
interface Headed extends Column {
  /** The place of the column among the others. */
  readonly index: number;
  readonly heading: 'h3' | 'h4';
}

function cell({ lead, earlier }: PageCell, { title, index, heading }: Headed, around: Around): VNode {
  const items = (claims: PageCell['lead']): Content => claims.map((claim) => claimItem(claim, { title }, around));
  if (lead.length + earlier.length === 0) {
    return el('div', { class: 'cell empty', 'data-column': index, 'data-page': '' }, el('p', {}, 'no claim'));
  }
  return el(
    'section',
    { class: 'cell', 'data-column': index },
    el(heading, { class: 'party' }, own(title)),
    el('ul', {}, items(lead)),
    earlier.length === 0
      ? []
      : el(
          'details',
          {},
          el('summary', { 'data-page': '' }, `and ${count(earlier.length, 'more claim')}`),
          el('ul', {}, items(earlier)),
        ),
  );
}
