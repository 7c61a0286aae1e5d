import { neutralise, width as widthOf } from '../../text.ts';
import type { Line } from '../../views/line.ts';
import type { Column } from '../../views/table-column.ts';
import { indented, laid } from './layout.ts';
import { type Laid, layLine, type Paint, padLaid } from './paint.ts';

interface Rows {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Line[])[];
}

const GAP = 2;

// Narrower than this a column of prose breaks too often to be read.
const NARROWEST = 24;

/** Plain aligned lines under a header. Where prose gets too little room beside the rest, it goes below it. */
export function* table({ columns, rows }: Rows, width: number, paint: Paint): Iterable<string> {
  const widths = columnWidths({ columns, rows }, width);
  if (widths === undefined) {
    yield* below({ columns, rows }, width, paint);
    return;
  }
  const header = columns.map(({ title }): Line => [{ text: title, tone: 'faint' }]);
  for (const row of [header, ...rows]) yield rowLines(row, columns, widths, paint);
}

function* below({ columns, rows }: Rows, width: number, paint: Paint): Iterable<string> {
  const isShort = (_: unknown, index: number): boolean => columns[index]?.size !== 'fill';
  const short = { columns: columns.filter(isShort), rows: rows.map((row) => row.filter(isShort)) };
  const natural = columnWidths(short, width) ?? [];
  const widths = squeezed(natural, short.columns, width);
  const isWhole = short.columns.every(({ size }, index) => size !== 'id' || widths[index] === natural[index]);
  const header = short.columns.map(({ title }): Line => [{ text: title, tone: 'faint' }]);
  if (isWhole) yield rowLines(header, short.columns, widths, paint);
  for (const [index, row] of rows.entries()) {
    const cells = short.rows[index] ?? [];
    yield isWhole ? rowLines(cells, short.columns, widths, paint) : joined(short.columns, cells, width, paint);
    for (const line of row.filter((_, column) => columns[column]?.size === 'fill')) {
      yield indented(line, INDENT, width, paint);
    }
  }
}

/** A row without columns, for a screen on which not even the ids would stay whole; a number needs its title there. */
function joined(columns: readonly Column[], cells: readonly Line[], width: number, paint: Paint): string {
  const said = cells.flatMap((cell, index): readonly Line[] => {
    if (lineWidth(cell) === 0) return [];
    const { title = '', align } = columns[index] ?? {};
    return [align === 'right' ? [{ text: `${title} `, tone: 'faint' }, ...cell] : cell];
  });
  const line = said.flatMap((cell, index) => (index === 0 ? cell : [{ text: ' · ' }, ...cell]));
  return `${laid(line, width, paint)}\n`;
}

const INDENT = 4;

/** The widest columns give way until all fit; an id, which is there to be copied, only when nothing else can. */
function squeezed(widths: readonly number[], columns: readonly Column[], width: number): readonly number[] {
  const squeezing = [...widths];
  const room = Math.max(widths.length, width - GAP * (widths.length - 1));
  while (squeezing.reduce((sum, one) => sum + one, 0) > room) {
    const others = squeezing.map((one, index) => (columns[index]?.size === 'id' || one <= SMALLEST ? 0 : one));
    const from = Math.max(...others) > 0 ? others : squeezing;
    const widest = from.indexOf(Math.max(...from));
    squeezing[widest] = (squeezing[widest] ?? 1) - 1;
  }
  return squeezing;
}

// A date still fits.
const SMALLEST = 10;

function columnWidths({ columns, rows }: Rows, width: number): readonly number[] | undefined {
  const most = Math.max(NARROWEST, Math.floor(width / 3));
  const natural = columns.map(({ title }, index) => {
    return rows.reduce((widest, row) => Math.max(widest, lineWidth(row[index] ?? [])), widthOf(title));
  });
  const fitted = natural.map((columnWidth, index) =>
    columns[index]?.size === 'fill' ? 0 : Math.min(columnWidth, columns[index]?.size === 'id' ? 2 * most : most),
  );
  const left = width - fitted.reduce((sum, columnWidth) => sum + columnWidth, 0) - GAP * (columns.length - 1);
  const fills = columns.filter(({ size }) => size === 'fill').length;
  if (fills > 0 && left < NARROWEST * fills) return undefined;
  return natural.map((columnWidth, index) =>
    columns[index]?.size === 'fill'
      ? Math.min(columnWidth, Math.floor(left / Math.max(1, fills)))
      : (fitted[index] ?? 0),
  );
}

function rowLines(row: readonly Line[], columns: readonly Column[], widths: readonly number[], paint: Paint): string {
  const cells = widths.map((columnWidth, index) => layLine(row[index] ?? [], columnWidth, paint));
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  const lines = Array.from({ length: height }, (_, line) => {
    const padded = cells.map((laid, index) => padLaid(laid[line] ?? EMPTY, widths[index] ?? 0, columns[index]?.align));
    return padded.join(' '.repeat(GAP)).trimEnd();
  });
  return `${lines.join('\n')}\n`;
}

const EMPTY: Laid = { columns: 0, painted: '' };

function lineWidth(line: Line): number {
  return line.reduce((sum, { text }) => sum + widthOf(neutralise(text)), 0);
}
