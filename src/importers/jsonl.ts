import type { Tree } from '../ledger/reader/tree.ts';
import { datesRead } from './dated.ts';
import { headingsOf } from './headings.ts';
import { isObject, type JsonObject, treeOfJson } from './json.ts';
import type { Heading, Reason, Row, Sheet, SheetOptions } from './sheet.ts';

/** An object on each line: rows of `claims export`, claims of `claims list`, or claims with the keys of a file. */
export function jsonl(text: string, options: SheetOptions): Sheet {
  const lines = text.split(/\r\n|\n|\r/u).map((line, index) => ({ line: index + 1, read: parsed(line) }));
  const given = lines.filter(({ read }) => read !== undefined);
  const names = new Set(given.flatMap(({ read }) => (isObject(read) ? Object.keys(read) : [])));
  const headings = headingsOf([...names], options.map);
  const columns = new Map(headings.map((heading) => [heading.name, heading]));
  const rows = given.map(({ line, read }) =>
    isObject(read) ? datesRead(rowOf(line, read, columns), options.dates) : unreadable(line, read),
  );
  return { format: 'JSON Lines', counted: 'line', headings, rows };
}

/** What stands on a line; undefined for an empty one, a text for what is not JSON. */
function parsed(line: string): unknown {
  if (line.trim() === '') return undefined;
  try {
    return JSON.parse(line);
  } catch {
    return 'is not JSON';
  }
}

function unreadable(line: number, read: unknown): Row {
  const message = read === 'is not JSON' ? 'is not JSON' : 'is not a JSON object';
  return { line, fields: new Map(), faults: [{ message, hint: 'each line is one claim, as an object' }] };
}

function rowOf(line: number, object: JsonObject, columns: ReadonlyMap<string, Heading>): Row {
  const fields = new Map<string, Tree>();
  const faults: Reason[] = [];
  for (const [name, value] of Object.entries(object)) {
    const column = columns.get(name)?.column;
    if (column === undefined) continue;
    try {
      fields.set(column, treeOfJson(value));
    } catch {
      faults.push({ column, message: 'holds lists or maps that are nested too deep' });
    }
  }
  return { line, fields, faults };
}
