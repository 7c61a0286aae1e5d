import { type Laid, padLaid } from './paint.ts';

/** A row of a frame: a cell for each column, or a single cell across all of them; a cell is its lines. */
export type FrameRow = readonly (readonly Laid[])[];

/** Columns that a border and the blanks beside it add to each cell; the last border adds one more. */
export const BORDER = 3;

/** Columns of text in a cell that goes across all columns. */
export function acrossAll(columns: number, cell: number): number {
  return columns * (cell + BORDER) - BORDER;
}

/** Rows in a frame of `columns` cells of equal width, line by line. */
export function* frame(rows: readonly FrameRow[], columns: number, cell: number): Iterable<string> {
  let above: FrameRow | undefined;
  for (const row of rows) {
    yield border(above, row, columns, cell);
    yield rowLines(row, row.length === 1 ? acrossAll(columns, cell) : cell);
    above = row;
  }
  if (above !== undefined) yield border(above, undefined, columns, cell);
}

function rowLines(cells: FrameRow, width: number): string {
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const padded = cells.map((lines) => padLaid(lines[line] ?? EMPTY, width));
    return `│ ${padded.join(' │ ')} │\n`;
  }).join('');
}

export const EMPTY: Laid = { columns: 0, text: '' };

/** The line between two rows, or above the first and below the last. */
function border(above: FrameRow | undefined, below: FrameRow | undefined, columns: number, cell: number): string {
  const [left, right] = above === undefined ? '┌┐' : below === undefined ? '└┘' : '├┤';
  const meets = (row: FrameRow | undefined): boolean => row !== undefined && row.length > 1;
  const inner = meets(above) ? (meets(below) ? '┼' : '┴') : meets(below) ? '┬' : '─';
  const stretch = '─'.repeat(cell + BORDER - 1);
  return `${left}${Array.from({ length: columns }, () => stretch).join(inner)}${right}\n`;
}
