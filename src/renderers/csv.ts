import { neutralise } from '../text.ts';
import type { View } from '../views/block.ts';
import type { RowColumn } from '../views/row-table.ts';
import type { Renderer, RenderOptions } from './renderer.ts';

/** A view's table as comma-separated values, as RFC 4180 writes them but for its line ends, below their names. */
export const csv: Renderer = (view, options) => separated(view, ',', options);

/** The same with another delimiter between the values. */
export function* separated({ table }: View, delimiter: ',' | '\t', { to }: RenderOptions): Generator<string> {
  if (table === undefined) return;
  const { columns, rows } = table;
  // A terminal would obey what stands in a text; a program gets the text as it is.
  const safe = to === 'terminal' ? neutralise : (text: string): string => text;
  const cells = columns.map((column) =>
    remembering((value) => (value === undefined ? '' : cell(safe(textOf(value, column)), BREAKS[delimiter]))),
  );
  // Spreadsheets take a file without this mark for one in an old encoding; in a pipe it would be part of the first name.
  if (to === 'file') yield BYTE_ORDER_MARK;
  yield `${columns.map(({ name }) => name).join(delimiter)}\n`;
  for (const row of rows) yield `${cells.map((cellOf, index) => cellOf(row[index])).join(delimiter)}\n`;
}

// Most columns hold what they held in the row before: what the topic, the question or the speaker says.
function remembering(cellOf: (value: unknown) => string): (value: unknown) => string {
  let last: unknown;
  let written = '';
  return (value) => {
    if (value !== last) written = cellOf(value);
    last = value;
    return written;
  };
}

const BYTE_ORDER_MARK = '\ufeff';

function cell(text: string, breaks: RegExp): string {
  const shielded = IS_RUN.test(text) ? `'${text}` : text;
  return breaks.test(text) ? `"${shielded.replaceAll('"', '""')}"` : shielded;
}

/** What stands in quotation marks, by the delimiter. */
const BREAKS = { ',': /[",\n\r]/u, '\t': /["\t\n\r]/u };

/**
 * A spreadsheet runs a text that begins with `=`, `+`, `-` or `@`, behind blanks too, as a formula: a `'` goes before it.
 * It goes before a `'` in its place as well: so one before any of these is always ours, and can be taken away.
 */
const IS_RUN = /^(?:[\t\r\n]|'+[\t\r\n]|['\s]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u;

function textOf(value: unknown, { holds }: RowColumn): string {
  if (holds === 'text') return String(value);
  if (holds === 'list') return listText(value as readonly string[]);
  return holds === 'text-or-list' && typeof value === 'string' ? listText([value]) : JSON.stringify(value);
}

// A lone entry stands as it is, unless it could be taken for a list.
function listText(entries: readonly string[]): string {
  const [only = ''] = entries;
  return entries.length > 1 || only.startsWith('[') ? JSON.stringify(entries) : only;
}
