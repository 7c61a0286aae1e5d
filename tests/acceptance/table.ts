import { readFileSync } from 'node:fs';

/** A row of a table: its cells by the names of their columns. */
export type Row = ReadonlyMap<string, string>;

/** The rows of a table in `data/`. */
export function readTable(name: string): readonly Row[] {
  return parseTable(readFileSync(`${import.meta.dirname}/data/${name}.csv`, 'utf8'));
}

/** Reads CSV of the plainest kind. No table here holds a quote, so every comma parts two cells; anything else throws. */
export function parseTable(text: string): readonly Row[] {
  if (text.includes('\r')) throw new Error('the line ends are those of another system');
  if (text.includes('"')) throw new Error('a table with quotes needs a reader that knows them');
  const [header = [], ...rows] = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  return rows.map((cells) => rowOf(header, cells));
}

/** What stands in a column: nothing, where nothing was published. A column that the table does not have throws. */
export function cell(row: Row, column: string): string {
  const text = row.get(column);
  if (text === undefined) throw new Error(`the table has no column \`${column}\``);
  return text;
}

function rowOf(header: readonly string[], cells: readonly string[]): Row {
  if (cells.length !== header.length) throw new Error(`not ${header.length} cells: ${cells.join(',')}`);
  return new Map(header.map((column, at) => [column, cells[at] ?? '']));
}
