import Table from 'cli-table3';
import type { GridRow, Line, Reason, ShownClaim } from '../../views/block.ts';
import { count, SIGNS } from '../../views/words.ts';
import { cellLines } from './claim.ts';
import { type Laid, layLine, type Paint, padLaid } from './paint.ts';

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
  const across = Math.min(sheet.columns.length, Math.floor((width - 1) / (NARROWEST + FRAME)));
  return framed(sheet, { across, cell: cellWidth(width, across), paint });
}

interface Layout {
  /** Cells side by side. */
  readonly across: number;
  /** Columns of text in a cell. */
  readonly cell: number;
  readonly paint: Paint;
}

// A border and a blank on each side.
const FRAME = 3;

// No line of prose reads well much longer than this.
const WIDEST = 60;

function cellWidth(width: number, across: number): number {
  return Math.min(WIDEST, Math.floor((width - 1) / across) - FRAME);
}

/**
 * cli-table3 draws the frame round stand-ins, one private-use character a column, and the words are put in afterwards:
 * it measures many scripts wrongly and would break words and links by its own rules.
 */
function framed(sheet: Sheet, layout: Layout): Iterable<string> {
  const { across, cell } = layout;
  const fits = across === sheet.columns.length;
  const bands = sheet.rows.map((row) => ({
    head: questionLines(row, across * (cell + FRAME) - FRAME, layout.paint),
    bands: bandsOf(row, sheet, layout),
  }));
  const header = fits
    ? [sheet.columns.map((name) => layLine([{ text: name, tone: 'strong' }], cell, layout.paint))]
    : [];
  const table = new Table({ style: { head: [], border: [] } });
  const words: string[] = [];
  const addCells = (cells: readonly (readonly Laid[])[]): void => {
    table.push(cells.map((lines) => ({ content: standIn(Math.max(1, lines.length), cell) })));
    const height = Math.max(1, ...cells.map((lines) => lines.length));
    for (let line = 0; line < height; line += 1) {
      for (const lines of cells) if (line < Math.max(1, lines.length)) words.push(padLaid(lines[line] ?? EMPTY, cell));
    }
  };
  for (const cells of header) addCells(cells);
  for (const { head, bands: cellRows } of bands) {
    const span = across * (cell + FRAME) - FRAME;
    table.push([{ colSpan: across, content: standIn(head.length, span) }]);
    words.push(...head.map((line) => padLaid(line, span)));
    for (const cells of cellRows) addCells(cells);
  }
  return [`${filledIn(table.toString(), words)}\n`];
}

const EMPTY: Laid = { columns: 0, painted: '' };

const STAND_IN = '\ue000';

function standIn(lines: number, columns: number): string {
  return Array.from({ length: lines }, () => STAND_IN.repeat(columns)).join('\n');
}

function filledIn(frame: string, words: readonly string[]): string {
  let next = 0;
  return frame.replace(/\ue000+/gu, () => words[next++] ?? '');
}

/** The cells of a question in rows of `across`; with fewer places than parties, only those that say something. */
function bandsOf(
  row: GridRow,
  { columns }: Sheet,
  { across, cell, paint }: Layout,
): readonly (readonly (readonly Laid[])[])[] {
  if (across === columns.length) return [row.cells.map((claims) => cellOf(claims, cell, paint))];
  const named = row.cells.flatMap((claims, index) => {
    const title: Line = [{ text: columns[index] ?? '', tone: 'strong' }];
    return claims.length === 0 ? [] : [[...layLine(title, cell, paint), ...cellOf(claims, cell, paint)]];
  });
  const bands: (readonly (readonly Laid[])[])[] = [];
  for (let from = 0; from < named.length; from += across) {
    const band = named.slice(from, from + across);
    bands.push([...band, ...Array.from({ length: across - band.length }, () => [])]);
  }
  return bands;
}

function cellOf(claims: readonly ShownClaim[], columns: number, paint: Paint): readonly Laid[] {
  return claims.flatMap((claim, index) => {
    const lines = cellLines(claim).flatMap((line) => layLine(line, columns, paint));
    return index === 0 ? lines : [EMPTY, ...lines];
  });
}

function questionLines(row: GridRow, columns: number, paint: Paint): readonly Laid[] {
  const lines: readonly Line[] = [
    [...stateMark(row), { text: row.ask, tone: 'strong' }],
    ...row.reasons.map(reasonLine),
    ...unlistedLine(row),
  ];
  return lines.flatMap((line) => layLine(line, columns, paint));
}

function stateMark({ state: { mark, status, reviewed } }: GridRow): Line {
  if (mark !== undefined)
    return [{ text: `${SIGNS[mark]} ${mark}`, tone: mark }, { text: reviewed ? ', reviewed · ' : ' · ' }];
  return [{ text: status === 'agreed' ? '= agreed · ' : '· not comparable · ' }];
}

function unlistedLine({ unlisted }: GridRow): readonly Line[] {
  if (unlisted === 0) return [];
  return [[{ text: `and ${count(unlisted, 'more pair')}; claims contradictions --pairs lists all` }]];
}

function reasonLine({ word, between, reason, more, reviewed }: Reason): Line {
  const rest = more > 0 ? ` (and ${more} more)` : '';
  const review = reviewed === undefined ? '' : ` (reviewed: ${reviewed})`;
  return [{ text: `${SIGNS[word]} `, tone: word }, { text: `${between}: ${reason}${rest}${review}` }];
}

function* stacked({ columns, rows }: Sheet, width: number, paint: Paint): Iterable<string> {
  for (const [at, row] of rows.entries()) {
    if (at > 0) yield '\n';
    yield `${questionLines(row, width, paint)
      .map(({ painted }) => painted)
      .join('\n')}\n`;
    for (const [index, claims] of row.cells.entries()) {
      if (claims.length === 0) continue;
      yield `\n  ${layLine([{ text: columns[index] ?? '', tone: 'strong' }], width - 2, paint)
        .map(({ painted }) => painted)
        .join('\n  ')}\n`;
      const lines = cellOf(claims, width - 4, paint).map(({ painted }) => (painted === '' ? '' : `    ${painted}`));
      yield `${lines.join('\n')}\n`;
    }
  }
}
