import { stringify } from 'csv-stringify/sync';
import { neutralise } from '../text.ts';
import type { View } from '../views/block.ts';
import type { RowColumn } from '../views/row-table.ts';
import type { Renderer, RenderOptions } from './renderer.ts';

/** A view's table as comma-separated values, as RFC 4180 writes them but for its line ends, below their names. */
export const csv: Renderer = (view, options) => separated(view, ',', options);

/** The same with another delimiter between the values. */
export function* separated({ table }: View, delimiter: string, { to }: RenderOptions): Generator<string> {
  if (table === undefined) return;
  const { columns, rows } = table;
  // Spreadsheets take a file without this mark for one in an old encoding; in a pipe it would be part of the first name.
  if (to === 'file') yield BYTE_ORDER_MARK;
  yield lineOf(
    columns.map(({ name }) => name),
    delimiter,
  );
  for (const row of rows) {
    const cells = columns.map((column) => cellOf((row as Readonly<Record<string, unknown>>)[column.name], column));
    // A terminal would obey what stands in a text; a program gets the text as it is.
    yield lineOf(to === 'terminal' ? cells.map(neutralise) : cells, delimiter);
  }
}

const BYTE_ORDER_MARK = '\ufeff';

function lineOf(cells: readonly string[], delimiter: string): string {
  return stringify([cells], { delimiter, escape_formulas: true, cast: { string: shielded } });
}

/**
 * A spreadsheet runs a text that begins with `=`, `+`, `-` or `@` as a formula. The package puts a `'` before it, but
 * not where blanks or a `'` come first. With those, a `'` before any of these is always ours, and can be taken away.
 */
function shielded(text: string): string {
  return BEHIND_BLANKS.test(text) ? `'${text}` : text;
}

const BEHIND_BLANKS = /^(?:\n|'+[\t\r\n]|['\s]+[=+\-@\uff1d\uff0b\uff0d\uff20])/u;

function cellOf(value: unknown, { holds }: RowColumn): string {
  if (value === undefined) return '';
  if (holds === 'text') return String(value);
  if (holds === 'list') return listCell(value as readonly string[]);
  return holds === 'text-or-list' && typeof value === 'string' ? listCell([value]) : JSON.stringify(value);
}

// A lone entry stands as it is, unless it could be taken for a list.
function listCell(entries: readonly string[]): string {
  const [only = ''] = entries;
  return entries.length > 1 || only.startsWith('[') ? JSON.stringify(entries) : only;
}
