import type { VNode } from 'preact';
import { byCodeUnit } from '../../text.ts';
import type { Page, PageClaim, PageSection } from '../../views/block.ts';
import type { Line } from '../../views/line.ts';
import type { Around } from './claim.ts';
import { filteredHead } from './filtered.ts';
import { filters } from './filters.ts';
import { timeline } from './picture/figure.ts';
import { question } from './question.ts';
import { sourceList } from './source.ts';
import { type Content, el, own, paragraph } from './text.ts';

/** A topic as the body of a page. */
export function pageBody(page: Page): VNode {
  const { title, summary, lines, columns, sections, unanswered, picture, sources } = page;
  const speakers = [...new Set(claimsOf(sections).map(({ shown }) => shown.name))].sort(byCodeUnit);
  const around: Around = {
    sources: new Map(sources.map((source) => [source.number, source])),
    speakers: new Map(speakers.map((name, index) => [name, index])),
  };
  return el(
    'main',
    {},
    el(
      'header',
      { class: 'top' },
      el('h1', { dir: 'auto' }, own(title)),
      summary === undefined ? [] : paragraph('summary', summary),
      lines.map(line),
      el(
        'div',
        { class: 'tools' },
        el('button', { type: 'button', class: 'copy', 'data-page': '', hidden: true }, 'Copy for Docs'),
        el('nav', { 'aria-label': 'On this page', 'data-page': '' }, jumps(page)),
      ),
    ),
    filters(columns, speakers),
    filteredHead(),
    el(
      'div',
      { class: 'parties', 'aria-hidden': 'true', 'data-page': '' },
      columns.map((name, index) => el('p', { 'data-column': index }, own(name))),
    ),
    sections.map((one) => section(one, columns, around)),
    silence(unanswered),
    picture === undefined ? [] : timeline(picture),
    sourceList(sources),
    el('p', { role: 'status', class: 'quiet', 'data-page': '' }),
  );
}

function jumps({ picture, sources, home }: Page): Content {
  const link = (href: string, words: string): VNode => el('a', { href }, words);
  return [
    picture === undefined ? [] : link('#page:timeline', 'Timeline'),
    sources.length === 0 ? [] : link('#page:sources', 'Sources'),
    home === undefined ? [] : link(home, 'All topics'),
  ];
}

function section({ title, rows }: PageSection, columns: readonly string[], around: Around): VNode {
  return el(
    'section',
    { class: 'group' },
    el('h2', {}, title),
    rows.map((row) => question(row, columns, around)),
  );
}

function silence(asks: readonly string[]): Content {
  if (asks.length === 0) return [];
  return el(
    'section',
    { class: 'silence' },
    el('h2', {}, 'Not answered'),
    el(
      'ul',
      {},
      asks.map((ask) => el('li', {}, own(ask))),
    ),
  );
}

/** A line of counts. */
export function line(pieces: Line): VNode {
  return el(
    'p',
    { class: 'counts' },
    pieces.map(({ text, tone }) => (tone === undefined ? text : el('strong', { class: `is-${tone}` }, text))),
  );
}

function claimsOf(sections: readonly PageSection[]): readonly PageClaim[] {
  return sections.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.flatMap(({ lead, earlier }) => [...lead, ...earlier])),
  );
}
