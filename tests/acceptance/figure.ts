import { cell, type Row } from './table.ts';

/** Who publishes figures, and the repository that their table was taken from. */
export interface Publisher {
  readonly id: string;
  readonly name: string;
  readonly repository: string;
}

/** One published figure: what a publisher gave as the total of a series by the end of a day. */
export interface Figure {
  readonly publisher: Publisher;
  readonly series: string;
  readonly day: string;
  /** In digits, as in the table. */
  readonly total: string;
  /** How the total is meant: `exactly`, `at least`, `about`, `more than`. */
  readonly word: string;
  /** Why the total lies below that of an earlier figure, where the publisher has said so. */
  readonly correction?: { readonly of: Figure; readonly reason: string };
}

/** Where the totals of a series stand, and how they are meant. */
export interface Column {
  readonly publisher: Publisher;
  readonly series: string;
  readonly column: string;
  readonly word: string | ((row: Row) => string);
}

/** The figures of a series in the order of the table, one for each row. An empty cell is no figure. */
export function figuresIn(rows: readonly Row[], { publisher, series, column, word }: Column): readonly Figure[] {
  return rows
    .filter((row) => cell(row, column) !== '')
    .map((row) => ({
      publisher,
      series,
      day: cell(row, 'date'),
      total: cell(row, column),
      word: typeof word === 'string' ? word : word(row),
    }));
}

/** The figures of one series without those that only repeat the figure before: they claim nothing new. */
export function changesOf(figures: readonly Figure[]): readonly Figure[] {
  return figures.filter((figure, at) => {
    const before = figures[at - 1];
    return before === undefined || before.total !== figure.total || before.word !== figure.word;
  });
}

/** The id of the claim that carries a figure. */
export function idOf({ publisher, series, day }: Figure): string {
  return `${publisher.id}-${slugOf(series)}-${day}`;
}

/** The id of the question that a series answers. */
export function slugOf(series: string): string {
  return series.toLowerCase().replaceAll(' ', '-');
}
