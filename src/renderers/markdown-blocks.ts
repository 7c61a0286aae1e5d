import type { ListItem, PhrasingContent, RootContent, TableRow } from 'mdast';
import { textOf } from '../sentence.ts';
import { neutralise } from '../text.ts';
import type { Block, ShownSource } from '../views/block.ts';
import type { Line } from '../views/line.ts';
import type { Column } from '../views/table-column.ts';
import { fullClaim, shortClaim } from './markdown-claim.ts';
import type { Simple } from './markdown-simple.ts';
import { link, phrase, prose } from './markdown-text.ts';

/** What a block is in Markdown, a heading aside. */
export function nodesOf(block: Exclude<Simple, { readonly block: 'heading' }>): readonly RootContent[] {
  switch (block.block) {
    case 'text':
      return [{ type: 'paragraph', children: phrase(block.line) }];
    case 'items':
      return list(block.items.map(phrase));
    case 'facts':
      return list(block.facts.map(([key, line]) => phrase([{ text: `${key}: ` }, ...line])));
    case 'table':
      return [table(block.columns, block.rows)];
    case 'claims':
      return list(block.claims.map(block.form === 'full' ? fullClaim : shortClaim));
    case 'listing':
      return [{ type: 'code', value: block.lines.join('\n') }];
    case 'sources':
      return block.sources.map(footnote);
    case 'patch':
      return block.patch.stretches.map(({ lines }) => {
        return {
          type: 'code',
          lang: 'diff',
          value: lines.map(({ sign, text }) => `${sign}${neutralise(text)}`).join('\n'),
        };
      });
  }
}

function list(items: readonly PhrasingContent[][]): readonly RootContent[] {
  if (items.length === 0) return [];
  const children = items.map(
    (item): ListItem => ({ type: 'listItem', spread: false, children: [{ type: 'paragraph', children: item }] }),
  );
  return [{ type: 'list', ordered: false, spread: false, children }];
}

// A table cannot be broken into lines: it is as wide as its cells.
function table(columns: readonly Column[], rows: Extract<Block, { block: 'table' }>['rows']): RootContent {
  const titles = columns.map(({ title }): Line => [{ text: title }]);
  const align = columns.map((column) => (column.align === undefined ? null : column.align));
  return { type: 'table', align, children: [titles, ...rows].map(tableRow) };
}

function tableRow(cells: readonly Line[]): TableRow {
  return { type: 'tableRow', children: cells.map((cell) => ({ type: 'tableCell', children: phrase(cell) })) };
}

function footnote({ number, words, url, archive }: ShownSource): RootContent {
  const what = prose(textOf(words));
  const parts = [what, url === undefined ? [] : link(url), archive === undefined ? [] : link(archive, 'archived copy')];
  const filled = parts.filter((part) => part.length > 0);
  const children = filled.flatMap((part, index): PhrasingContent[] =>
    index === 0 ? part : [{ type: 'text', value: ', ' }, ...part],
  );
  const label = String(number);
  return { type: 'footnoteDefinition', identifier: label, label, children: [{ type: 'paragraph', children }] };
}
