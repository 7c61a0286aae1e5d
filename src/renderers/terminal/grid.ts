import type { GridRow, Reason, ShownClaim } from '../../views/block.ts';
import type { Line } from '../../views/line.ts';
import { count, SIGNS, untoldWords } from '../../views/words.ts';
import { cellLines } from './claim.ts';
import { acrossAll, BORDER, EMPTY, type FrameRow, frame } from './frame.ts';
import { type Laid, layLine, type Paint } from './paint.ts';

interface Sheet {
  readonly columns: readonly string[];
  readonly rows: readonly GridRow[];
}

/** Below this width a cell of the side-by-side is too narrow to read, in columns of text. */
const NARROWEST = 21;

/** Below this width there is no side by side: parties stand one under the other. */
const STACKED = 60;

/** The side-by-side: framed, party beside party; where they do not fit, in bands; on a narrow screen one by one. */
export function grid(sheet: Sheet, width: number, paint: Paint): Iterable<string> {
  if (width < STACKED) return stacked(sheet, width, paint);
  const across = Math.min(sheet.columns.length, Math.floor((width - 1) / (NARROWEST + BORDER)));
  return framed(sheet, { across, cell: cellWidth(width, across), paint });
}

interface Layout {
  /** Cells side by side. */
  readonly across: number;
  /** Columns of text in a cell. */
  readonly cell: number;
  readonly paint: Paint;
}

// No line of prose reads well much longer than this.
const WIDEST = 60;

function cellWidth(width: number, across: number): number {
  return Math.min(WIDEST, Math.floor((width - 1) / across) - BORDER);
}

function framed(sheet: Sheet, { across, cell, paint }: Layout): Iterable<string> {
  const fits = across === sheet.columns.length;
  const header = sheet.columns.map((name) => layLine([{ text: name, tone: 'strong' }], cell, paint));
  const rows = sheet.rows.flatMap((row): readonly FrameRow[] => [
    [questionLines(row, acrossAll(across, cell), paint)],
    ...bandsOf(row, sheet, { across, cell, paint }),
  ]);
  return frame(fits ? [header, ...rows] : rows, across, cell);
}

/** The cells of a question in rows of `across`; with fewer places than parties, only those that say something. */
function bandsOf(row: GridRow, { columns }: Sheet, { across, cell, paint }: Layout): readonly FrameRow[] {
  if (across === columns.length)
    return [row.cells.map((claims, index) => cellOf(claims, row.earlier[index] ?? 0, { cell, paint }))];
  const named = row.cells.flatMap((claims, index) => {
    const title: Line = [{ text: columns[index] ?? '', tone: 'strong' }];
    return claims.length === 0
      ? []
      : [[...layLine(title, cell, paint), ...cellOf(claims, row.earlier[index] ?? 0, { cell, paint })]];
  });
  const bands: FrameRow[] = [];
  for (let from = 0; from < named.length; from += across) {
    const band = named.slice(from, from + across);
    bands.push([...band, ...Array.from({ length: across - band.length }, () => [])]);
  }
  return bands;
}

function cellOf(
  claims: readonly ShownClaim[],
  earlier: number,
  { cell, paint }: Pick<Layout, 'cell' | 'paint'>,
): readonly Laid[] {
  const blocks = claims.map((claim) => cellLines(claim).flatMap((line) => layLine(line, cell, paint)));
  const note: Line = [{ text: `and ${count(earlier, 'more claim')}`, tone: 'faint' }];
  const all = earlier === 0 ? blocks : [...blocks, layLine(note, cell, paint)];
  return all.flatMap((lines, index) => (index === 0 ? lines : [EMPTY, ...lines]));
}

function questionLines(row: GridRow, columns: number, paint: Paint): readonly Laid[] {
  const lines: readonly Line[] = [
    [...stateMark(row), { text: row.ask, tone: 'strong' }],
    ...row.camps.map((camp): Line => [{ text: '- ' }, ...camp]),
    ...row.reasons.map(reasonLine),
    ...untoldLine(row),
  ];
  return lines.flatMap((line) => layLine(line, columns, paint));
}

function stateMark({ state: { mark, status, reviewed } }: GridRow): Line {
  if (mark !== undefined)
    return [{ text: `${SIGNS[mark]} ${mark}`, tone: mark }, { text: reviewed ? ', reviewed · ' : ' · ' }];
  return [{ text: status === 'agreed' ? '= agreed · ' : '· not comparable · ' }];
}

function untoldLine({ untold }: GridRow): readonly Line[] {
  const words = untoldWords(untold);
  return words === '' ? [] : [[{ text: `${words}; claims contradictions --pairs lists all` }]];
}

function reasonLine({ word, between, reason, more, reviewed }: Reason): Line {
  const rest = more > 0 ? ` (and ${count(more, 'more pair')})` : '';
  const review = reviewed === undefined ? '' : ` (reviewed: ${reviewed})`;
  return [{ text: `${SIGNS[word]} `, tone: word }, ...between, { text: ': ' }, ...reason, { text: `${rest}${review}` }];
}

function* stacked({ columns, rows }: Sheet, width: number, paint: Paint): Iterable<string> {
  for (const [at, row] of rows.entries()) {
    if (at > 0) yield '\n';
    yield `${questionLines(row, width, paint)
      .map(({ text }) => text)
      .join('\n')}\n`;
    for (const [index, claims] of row.cells.entries()) {
      if (claims.length === 0) continue;
      yield `\n  ${layLine([{ text: columns[index] ?? '', tone: 'strong' }], width - 2, paint)
        .map(({ text }) => text)
        .join('\n  ')}\n`;
      const lines = cellOf(claims, row.earlier[index] ?? 0, { cell: width - 4, paint }).map(({ text }) =>
        text === '' ? '' : `    ${text}`,
      );
      yield `${lines.join('\n')}\n`;
    }
  }
}
