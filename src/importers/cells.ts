import { readJson } from '../ledger/reader/json.ts';
import type { Tree } from '../ledger/reader/tree.ts';
import { ROW_COLUMNS } from '../views/row-columns.ts';

/** Whose sheet it is: one that `claims export` wrote, which is taken back exactly, or another. */
export type Origin = 'own' | 'other';

/**
 * What the text of a cell stands for in a column of `claims export`, as the renderer of CSV writes it. In the sheets of
 * others a list has `;`, `|` or line breaks between its entries, and blanks around a text mean nothing. Undefined for a
 * cell that is to be JSON and is not.
 */
export function cellValue(column: string, cell: string, origin: Origin): Tree | undefined {
  const text = origin === 'own' ? cell.replace(DISARMED, '') : cell.trim();
  const holds = HOLDS.get(column) ?? 'list';
  if (text.trim() === '' || holds === 'text') return text.trim() === '' ? '' : text;
  const list = text.startsWith('[') ? textList(text) : undefined;
  if (holds === 'data') return jsonIn(text);
  if (holds === 'list') return list ?? (origin === 'own' ? [text] : split(text));
  const [only = ''] = list ?? [];
  // A text that begins as a list does is written as a list of one.
  return list?.length === 1 && only.startsWith('[') ? only : (list ?? text);
}

/** The `'` that keeps a spreadsheet from running a text; docs/exports.md gives the rule. */
const DISARMED = /^'(?=['\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]|'*[\t\r\n])/u;

const HOLDS: ReadonlyMap<string, string> = new Map(ROW_COLUMNS.map(({ name, holds }) => [name, holds]));

function textList(text: string): readonly string[] | undefined {
  const tree = jsonIn(text);
  const isList = Array.isArray(tree) && tree.length > 0 && tree.every((entry) => typeof entry === 'string');
  return isList ? (tree as readonly string[]) : undefined;
}

function jsonIn(text: string): Tree | undefined {
  const read = readJson(text);
  return 'tree' in read ? read.tree : undefined;
}

// A URL may hold these signs itself.
function split(text: string): readonly string[] {
  const separator = text.includes('://') ? /\n|;\s/u : /[;|\n]/u;
  return text
    .split(separator)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
