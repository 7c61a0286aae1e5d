import { renderToString } from 'preact-render-to-string';
import type { Page } from '../../views/block.ts';
import type { Renderer } from '../renderer.ts';
import address from './address.js?raw';
import { cleaned } from './clean.ts';
import { columnStyle } from './columns.ts';
import copy from './copy.js?raw';
import { documentOf } from './document.ts';
import filter from './filter.js?raw';
import grid from './grid.css?raw';
import style from './page.css?raw';
import { pageBody } from './page.ts';
import { indexBody } from './page-index.ts';
import permalinks from './permalinks.js?raw';
import picture from './picture.css?raw';
import print from './print.css?raw';
import told from './told.js?raw';

/** A topic as one page that needs nothing but itself. */
export const html: Renderer = ({ page, index }) => {
  if (page !== undefined) return [whole(page)];
  return index === undefined ? [] : [documentOf({ title: index.title, body: indexBody(index), style, script: '' })];
};

/** What the page copies: its words in plain elements, for a system that has a page and styles of its own. */
export const htmlFragment: Renderer = ({ page }) =>
  page === undefined
    ? []
    : cleaned(pageBody(page)).map((block) => `${typeof block === 'string' ? block : renderToString(block)}\n`);

function whole(page: Page): string {
  const styles = [style, grid, picture, print, columnStyle(page.columns.length)];
  return documentOf({
    title: page.title,
    body: pageBody(page),
    style: styles.join('\n'),
    script: [address, told, filter, permalinks, copy].join('\n'),
  });
}
