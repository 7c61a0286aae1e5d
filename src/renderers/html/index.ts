import type { Renderer } from '../renderer.ts';
import { columnStyle } from './columns.ts';
import { documentOf } from './document.ts';
import filter from './filter.js?raw';
import grid from './grid.css?raw';
import style from './page.css?raw';
import { pageBody } from './page.ts';
import print from './print.css?raw';

/** A topic as one page that needs nothing but itself. */
export const html: Renderer = ({ page }) => {
  if (page === undefined) return [];
  const styles = [style, grid, columnStyle(page.columns.length), print].join('\n');
  return [documentOf({ title: page.title, body: pageBody(page), style: styles, script: filter })];
};
