import type { VNode } from 'preact';
import type { PageRow, Reason } from '../../views/block.ts';
import { count, untoldWords } from '../../views/words.ts';
import { mark } from './mark.ts';
import { type Content, el, own, told } from './text.ts';

/** More reasons than this would push the claims themselves out of sight: the rest unfolds. */
const REASONS = 6;

/** Why the claims of a question clash, and how many pairs that is with those that are not told. */
export function reasons({ reasons: all, untold }: PageRow): Content {
  if (all.length === 0) return [];
  const [first, rest] = [all.slice(0, REASONS), all.slice(REASONS)];
  return [el('div', { class: 'reasons' }, first.map(reason)), folded(rest), sum(untold)];
}

function folded(rest: readonly Reason[]): Content {
  if (rest.length === 0) return [];
  const pairs = rest.reduce((all, { more }) => all + 1 + more, 0);
  const words = `and ${count(rest.length, 'more reason')}, for ${count(pairs, 'pair')}`;
  return el(
    'details',
    {},
    el('summary', { 'data-page': '' }, words),
    el('div', { class: 'reasons' }, rest.map(reason)),
  );
}

function sum(untold: PageRow['untold']): Content {
  const words = untoldWords(untold);
  return words === '' ? [] : el('p', { class: 'reason sum' }, `${words}, counting those in brackets`);
}

function reason({ word, between, reason: why, more, others, reviewed, claims }: Reason): VNode {
  const rest = others.length === 0 ? {} : { 'data-others': others.join(' ') };
  return el(
    'p',
    { class: 'reason', 'data-claims': claims.join(' '), ...rest },
    mark(word),
    ', ',
    told(between),
    ': ',
    told(why),
    more > 0 ? ` (and ${count(more, 'more pair')})` : '',
    '.',
    reviewed === undefined ? [] : [' Reviewed: ', own(reviewed)],
  );
}
