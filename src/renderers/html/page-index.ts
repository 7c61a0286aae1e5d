import type { VNode } from 'preact';
import type { PageIndex } from '../../views/block.ts';
import { line } from './page.ts';
import { el, own, paragraph } from './text.ts';

/** The page that leads to those of all topics. */
export function indexBody({ title, topics }: PageIndex): VNode {
  const topic = ({ title: name, summary, lines, href }: PageIndex['topics'][number]): VNode =>
    el(
      'article',
      { class: 'topic' },
      el('h2', {}, el('a', { href }, own(name))),
      summary === undefined ? [] : paragraph('says', summary),
      lines.map(line),
    );
  return el('main', {}, el('header', { class: 'top' }, el('h1', {}, title)), topics.map(topic));
}
