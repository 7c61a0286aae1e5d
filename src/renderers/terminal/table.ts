import { neutralise, width as widthOf } from '../../text.ts';
import type { Line } from '../../views/line.ts';
import type { Column } from '../../views/table-column.ts';
import { EMPTY } from './frame.ts';
import { indented, laid } from './layout.ts';
import { type Laid, layLine, type Paint } from './paint.ts';

interface Rows {
  readonly columns: readonly Column[];
  readonly rows: Iterable<readonly Line[]>;
}

const GAP = 2;

// Narrower than this a column of prose breaks too often to be read.
const NARROWEST = 24;

/**
 * Plain aligned lines under a header. Where prose gets too little room beside the rest, it goes below it. The rows are
 * gone through twice: all are measured, which needs no look at most prose, then each is laid out when it leaves.
 */
export function* table({ columns, rows }: Rows, width: number, paint: Paint): Iterable<string> {
  const widths = columnWidths({ columns, rows }, width);
  if (widths === undefined) {
    yield* below({ columns, rows }, width, paint);
    return;
  }
  yield rowLines(headerOf(columns), columns, widths, paint);
  for (const row of rows) yield rowLines(row, columns, widths, paint);
}

function headerOf(columns: readonly Column[]): readonly Line[] {
  return columns.map(({ title }): Line => [{ text: title, tone: 'faint' }]);
}

function* below({ columns, rows }: Rows, width: number, paint: Paint): Iterable<string> {
  const isShort = (_: unknown, index: number): boolean => columns[index]?.size !== 'fill';
  const short = columns.filter(isShort);
  const natural = fittedWidths({ columns, rows }, width).filter(isShort);
  const widths = squeezed(natural, short, width);
  const isWhole = short.every(({ size }, index) => size !== 'id' || widths[index] === natural[index]);
  if (isWhole) yield rowLines(headerOf(short), short, widths, paint);
  for (const row of rows) {
    const cells = row.filter(isShort);
    yield isWhole ? rowLines(cells, short, widths, paint) : joined(short, cells, width, paint);
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

/** The columns that each column gets; undefined where those of prose get too few. */
function columnWidths({ columns, rows }: Rows, width: number): readonly number[] | undefined {
  const fitted = fittedWidths({ columns, rows }, width);
  const left = width - fitted.reduce((sum, one) => sum + one, 0) - GAP * (columns.length - 1);
  const fills = columns.filter(({ size }) => size === 'fill').length;
  if (fills > 0 && left < NARROWEST * fills) return undefined;
  const room = Math.floor(left / Math.max(1, fills));
  return columns.map((column, index) =>
    column.size === 'fill' ? proseWidth(column, index, rows, room) : (fitted[index] ?? 0),
  );
}

/** The width of each column that is as wide as its longest cell, but for very long ones; 0 for the others. */
function fittedWidths({ columns, rows }: Rows, width: number): readonly number[] {
  const most = Math.max(NARROWEST, Math.floor(width / 3));
  const widths = columns.map(({ title, size }) => (size === 'fill' ? 0 : widthOf(title)));
  for (const row of rows) {
    for (let index = 0; index < columns.length; index += 1) {
      if (columns[index]?.size !== 'fill') widths[index] = Math.max(widths[index] ?? 0, lineWidth(row[index] ?? []));
    }
  }
  return widths.map((one, index) => Math.min(one, columns[index]?.size === 'id' ? 2 * most : most));
}

// Prose is as a rule longer than the room there is for it, which the first rows show.
function proseWidth({ title }: Column, index: number, rows: Rows['rows'], room: number): number {
  let widest = widthOf(title);
  for (const row of rows) {
    if (widest >= room) return room;
    widest = Math.max(widest, lineWidth(row[index] ?? []));
  }
  return Math.min(widest, room);
}

function rowLines(row: readonly Line[], columns: readonly Column[], widths: readonly number[], paint: Paint): string {
  const cells = columns.map((_, index) => layLine(row[index] ?? [], widths[index] ?? 0, paint));
  const height = Math.max(...cells.map((lines) => lines.length));
  let text = '';
  for (let line = 0; line < height; line += 1) text += `${lineOf(cells, line, columns, widths)}\n`;
  return text;
}

/** A line of a row, without the blanks at its end. */
function lineOf(
  cells: readonly (readonly Laid[])[],
  line: number,
  columns: readonly Column[],
  widths: readonly number[],
): string {
  let text = '';
  let blanks = 0;
  for (let index = 0; index < cells.length; index += 1) {
    const { columns: takes, text: cell } = cells[index]?.[line] ?? EMPTY;
    const rest = Math.max(0, (widths[index] ?? 0) - takes);
    const isRight = columns[index]?.align === 'right';
    if (cell !== '') text += ' '.repeat(isRight ? blanks + rest : blanks) + cell;
    blanks = GAP + (cell === '' ? blanks + rest : isRight ? 0 : rest);
  }
  return text.trimEnd();
}

function lineWidth(line: Line): number {
  return line.reduce((sum, { text }) => sum + widthOf(neutralise(text)), 0);
}
