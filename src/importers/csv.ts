import { CsvError, parse } from 'csv-parse/sync';
import { Failure } from '../failure.ts';
import type { Tree } from '../ledger/reader/tree.ts';
import { cellValue, type Origin } from './cells.ts';
import { datesRead } from './dated.ts';
import { headingsOf } from './headings.ts';
import type { Heading, Reason, Row, Sheet, SheetOptions } from './sheet.ts';

/** Rows below their names, with commas, semicolons or tabs between the values. */
export function csv(text: string, options: SheetOptions): Sheet {
  const { delimiter, body, skipped } = delimited(text);
  const [names, ...records] = recordsOf(body, delimiter);
  if (names === undefined) throw new Failure('the file has no rows');
  const headings = headingsOf(
    names.cells.map((name) => name.trim()),
    options.map,
  );
  seeThatItHasClaims(headings.filter(isNamed));
  const origin: Origin = names.cells.some((name) => ONLY_OURS.has(name)) ? 'own' : 'other';
  const rows = records
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ line, cells }) => datesRead(rowOf(line + skipped, cells, headings, origin), options.dates));
  return { format: FORMATS[delimiter] ?? 'CSV', counted: 'line', headings: headings.filter(isNamed), rows };
}

// Names that no other sheet has by chance.
const ONLY_OURS: ReadonlySet<string> = new Set(['topic_id', 'question_id', 'speaker_id', 'made_up', 'clash_with']);

const FORMATS: Readonly<Record<string, string>> = { ',': 'CSV', ';': 'CSV with semicolons', '\t': 'TSV' };

// Every row would be refused for one and the same reason.
function seeThatItHasClaims(headings: readonly Heading[]): void {
  const has = (...columns: readonly string[]): boolean => headings.some(({ column = '' }) => columns.includes(column));
  const missing = [
    ...(has('speaker', 'speaker_id') ? [] : ['`speaker`']),
    ...(has('says', 'quote') ? [] : ['`says` or `quote`']),
  ];
  if (missing.length === 0) return;
  const names = headings.map(({ name }) => `\`${name}\``).slice(0, MOST_NAMES);
  const more = headings.length > names.length ? ' …' : '';
  throw new Failure(
    `no column is known for ${missing.join(' and for ')} among ${names.join(', ')}${more}; --map "Their column=speaker" says which it is`,
  );
}

const MOST_NAMES = 12;

// A column without a name and without a value is what spreadsheets leave behind.
function isNamed({ name }: Heading): boolean {
  return name !== '';
}

/** The delimiter: the one that Excel's first line names, else the one that stands most often between the names. */
function delimited(text: string): { readonly delimiter: string; readonly body: string; readonly skipped: number } {
  const [line = '', named] = /^sep=([,;\t])(?:\r\n|\n|\r)/u.exec(text) ?? [];
  if (named !== undefined) return { delimiter: named, body: text.slice(line.length), skipped: 1 };
  const [header = ''] = /^[^\r\n]*/u.exec(text.trimStart().replace(/"[^"]*"/gu, '')) ?? [];
  const [delimiter = ','] = [',', '\t', ';'].sort((a, b) => header.split(b).length - header.split(a).length);
  return { delimiter, body: text, skipped: 0 };
}

interface RawRow {
  readonly line: number;
  readonly cells: readonly string[];
}

function recordsOf(text: string, delimiter: string): readonly RawRow[] {
  const rows: RawRow[] = [];
  let next = 1;
  // The package counts a CRLF inside a cell as two line ends.
  let counted = 0;
  const take = (cells: readonly string[], { lines }: { readonly lines: number }): null => {
    const breaks = cells.join('').match(/\r\n|\n|\r/gu) ?? [];
    counted += breaks.filter((lineEnd) => lineEnd.length === 2).length;
    const last = lines - counted;
    rows.push({ line: last - breaks.length, cells });
    next = last + 1;
    return null;
  };
  try {
    parse(text, { ...READING, delimiter, on_record: take as never });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Failure(
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? `a quotation mark that is opened at line ${next} or below is never closed`
        : `line ${next} or below cannot be read: ${error.message}`,
    );
  }
  return rows;
}

// A quotation mark within a text that does not begin with one is part of the text, as spreadsheets have it.
const READING = {
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
  record_delimiter: ['\r\n', '\n', '\r'],
};

function rowOf(line: number, cells: readonly string[], headings: readonly Heading[], origin: Origin): Row {
  const fields = new Map<string, Tree>();
  const faults: Reason[] = cells.slice(headings.length).some((cell) => cell.trim() !== '') ? [TOO_MANY] : [];
  for (const [index, { name, column }] of headings.entries()) {
    const cell = cells[index] ?? '';
    if (name === '' && cell.trim() !== '') faults.push(NAMELESS);
    if (column === undefined) continue;
    const value = cellValue(column, cell, origin);
    if (value === undefined)
      faults.push({ column, message: 'is not JSON', hint: 'docs/exports.md shows what stands there' });
    else fields.set(column, value);
  }
  return { line, fields, faults };
}

const TOO_MANY: Reason = {
  message: 'has more cells than there are names',
  hint: 'a text with the delimiter in it stands in quotation marks',
};
const NAMELESS: Reason = { message: 'has a value in a column without a name', hint: 'give the column a name' };
