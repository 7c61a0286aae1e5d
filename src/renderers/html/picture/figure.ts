import type { VNode } from 'preact';
import { spokenDay } from '../../../date.ts';
import type { Days, Lane, Picture, Step, Totals } from '../../../views/picture-parts.ts';
import { count, joined } from '../../../views/words.ts';
import { mark } from '../mark.ts';
import { anchor, type Content, el, own, safe } from '../text.ts';
import { lanes } from './lanes.ts';
import { NARROW, WIDE } from './shape.ts';
import { steps } from './steps.ts';
import { daysKey } from './whisker.ts';

/** The claims of a topic along the days, as a picture and as text. */
export function timeline(picture: Picture): VNode {
  const { first, last, lanes: all, undated } = picture;
  const tallies = all.map(({ party, dots }) => `${safe(party)}: ${count(dots.length, 'claim')}`);
  const dots = all.flatMap((lane) => lane.dots);
  const label = `Claims from ${spokenDay(first)} to ${spokenDay(last)}. ${tallies.join('; ')}.${inexact(dots, 'claim')}`;
  const missing =
    undated === 0 ? '' : ` ${count(undated, 'claim')} without a date ${undated === 1 ? 'is' : 'are'} left out.`;
  return el(
    'section',
    { class: 'timeline', 'data-page': '', 'aria-labelledby': 'page:timeline' },
    el('h2', { id: 'page:timeline' }, 'Timeline'),
    el(
      'figure',
      {},
      drawn((width) => lanes(picture, width, label)),
      el(
        'figcaption',
        {},
        `Each mark is a claim on the day it was made, each line a change of position.${daysKey(dots.map(({ days }) => days))}${missing} `,
        key(all),
      ),
    ),
    el('details', {}, el('summary', {}, 'The timeline as text'), el('ol', {}, entries(all))),
  );
}

/** A running total as a step chart and as a table. */
export function totals(all: Totals, ask: string): VNode {
  const who = joined(all.series.map((one) => safe(one.who)));
  const given = all.series.flatMap((one) => one.steps);
  const label = `Step chart of a running total from ${spokenDay(all.first)} to ${spokenDay(all.last)}, by ${who}: ${safe(ask)}${inexact(given, 'number')}`;
  const rows = all.series.flatMap(({ who: name, steps: own }) => own.map((step) => tableRow(name, step)));
  return el(
    'div',
    { class: 'totals', 'data-page': '' },
    el(
      'figure',
      {},
      drawn((width) => steps(all, width, label)),
      el(
        'figcaption',
        {},
        `So far, as each party gave it; the others are faint. A bar upward spans what the words allow, an arrow upward has no upper end.${daysKey(given.map(({ days }) => days))}`,
      ),
    ),
    el(
      'details',
      {},
      el('summary', {}, 'The numbers as a table'),
      el(
        'table',
        {},
        el(
          'thead',
          {},
          el(
            'tr',
            {},
            ['Day', 'Party', 'Number', 'Clash'].map((title) => el('th', { scope: 'col' }, title)),
          ),
        ),
        el('tbody', {}, rows),
      ),
    ),
  );
}

/** How many have no exact day, for those who do not see it. */
function inexact(all: readonly { readonly days: Days }[], one: string): string {
  const number = all.filter(({ days }) => days.known !== 'exactly').length;
  return number === 0 ? '' : ` ${count(number, one)} ${number === 1 ? 'has' : 'have'} no exact day.`;
}

// A drawing does not reflow: there is one for wide screens and paper, and one for phones.
function drawn(draw: (width: number) => VNode): Content {
  return [el('div', { class: 'for-wide' }, draw(WIDE)), el('div', { class: 'for-narrow' }, draw(NARROW))];
}

function key(all: readonly Lane[]): Content {
  const used = new Set(all.flatMap(({ dots }) => dots.flatMap((dot) => dot.mark ?? [])));
  const words = (['contradiction', 'opposed', 'tension', 'shift'] as const).filter((word) => used.has(word));
  return words.length === 0
    ? []
    : ['Signs: ', words.map((word, index) => [index === 0 ? '' : ', ', mark(word)]), '; ● none.'];
}

function entries(all: readonly Lane[]): Content {
  const dots = all.flatMap(({ dots: own }) => own).sort((a, b) => a.days.last - b.days.last);
  return dots.map(({ id, day, who, what, ask, mark: word }) =>
    el(
      'li',
      {},
      `${day}: `,
      own(who),
      ': ',
      el('a', { href: anchor(id) }, own(what)),
      ask === undefined ? [] : [' — ', own(ask)],
      word === undefined ? [] : [' ', mark(word)],
    ),
  );
}

function tableRow(who: string, { id, day, words, mark: word }: Step): VNode {
  return el(
    'tr',
    {},
    el('td', {}, day),
    el('td', {}, own(who)),
    el('td', {}, el('a', { href: anchor(id) }, own(words))),
    el('td', {}, word === undefined ? 'none' : mark(word)),
  );
}
