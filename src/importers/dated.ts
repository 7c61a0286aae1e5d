import type { Tree } from '../ledger/reader/tree.ts';
import { fieldsOf } from '../ledger/schema.ts';
import { readDate } from './dates.ts';
import type { DateOrder, Reason, Row } from './sheet.ts';

/** A row with its dates as the format writes them. One that may mean two days is a fault. */
export function datesRead(row: Row, order: DateOrder | undefined): Row {
  const fields = new Map<string, Tree>(row.fields);
  const faults: Reason[] = [];
  for (const column of DATES) {
    const written = fields.get(column);
    if (typeof written !== 'string' || written === '') continue;
    const read = readDate(written, order);
    if ('date' in read) fields.set(column, read.date);
    else faults.push({ column, ...read });
  }
  return faults.length === 0 ? { ...row, fields } : { ...row, fields, faults: [...row.faults, ...faults] };
}

const DATES: readonly string[] = [...datesOf('claim', ''), ...datesOf('source', 'source_')];

function datesOf(entity: 'claim' | 'source', prefix: string): readonly string[] {
  return [...fieldsOf(entity)].filter(([, { shape }]) => shape === 'date').map(([key]) => `${prefix}${key}`);
}
