import { type JsonRead, readJson } from '../ledger/reader/json.ts';
import type { Tree } from '../ledger/reader/tree.ts';
import { datesRead } from './dated.ts';
import { headingsOf } from './headings.ts';
import { isObject } from './json.ts';
import type { Heading, Reason, Row, Sheet, SheetOptions } from './sheet.ts';

/** An object on each line: rows of `claims export`, claims of `claims list`, or claims with the keys of a file. */
export function jsonl(text: string, options: SheetOptions): Sheet {
  const lines = text.split(/\r\n|\n|\r/u).map((line, index) => ({ line: index + 1, text: line }));
  const given = lines.filter((one) => one.text.trim() !== '').map((one) => ({ ...one, read: readJson(one.text) }));
  const headings = headingsOf([...new Set(given.flatMap(({ read }) => namesIn(read)))], options.map);
  const columns = new Map(headings.map((heading) => [heading.name, heading]));
  const rows = given.map(({ line, read }) => datesRead(rowOf(line, read, columns), options.dates));
  return { format: 'JSON Lines', counted: 'line', headings, rows };
}

// Those too that have nothing on any line, which may be mapped all the same.
function namesIn(read: JsonRead): readonly string[] {
  return 'value' in read && isObject(read.value) ? Object.keys(read.value) : [];
}

function rowOf(line: number, read: JsonRead, columns: ReadonlyMap<string, Heading>): Row {
  if ('fault' in read) return refused(line, { message: read.fault, hint: read.hint ?? ONE_EACH });
  if (!(read.tree instanceof Map)) return refused(line, { message: 'is not a JSON object', hint: ONE_EACH });
  const fields = [...(read.tree as ReadonlyMap<string, Tree>)].flatMap(([name, value]) => {
    const column = columns.get(name)?.column;
    return column === undefined ? [] : [[column, value] as const];
  });
  return { line, fields: new Map(fields), faults: [] };
}

const ONE_EACH = 'each line is one claim, as an object';

function refused(line: number, reason: Reason): Row {
  return { line, fields: new Map(), faults: [reason] };
}
