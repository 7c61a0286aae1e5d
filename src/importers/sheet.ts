import type { Tree } from '../ledger/reader/tree.ts';

/** What was read of a file of claims, whatever its format. */
export interface Sheet {
  /** What the file is, in words: `CSV, with ; between the values`. */
  readonly format: string;
  /** What a row is counted by: its line, or its place among the reviews of a document. */
  readonly counted: 'line' | 'review';
  /** The names that stand in the file, and what each becomes. */
  readonly headings: readonly Heading[];
  readonly rows: readonly Row[];
}

/** A name of the file, and the column of `claims export` that its values belong to. */
export interface Heading {
  readonly name: string;
  readonly column?: string;
  /** Why it is not taken, where it might have been. */
  readonly reason?: string;
}

/** One claim in the tool's terms. */
export interface Row {
  /** From 1; where the row begins. */
  readonly line: number;
  /** By column of `claims export`, those too that are empty in the file. */
  readonly fields: Fields;
  /** What of it cannot be read. */
  readonly faults: readonly Reason[];
}

/** By column of `claims export`. */
export type Fields = ReadonlyMap<string, Tree>;

/** Why a row is refused. */
export interface Reason {
  /** The column of `claims export` that it is about. */
  readonly column?: string;
  /** Lower case, no full stop, names in backticks. */
  readonly message: string;
  readonly hint?: string;
}

/** What the command line says about how to read a file. */
export interface SheetOptions {
  /** Columns by the names in the file, where the names do not say it. */
  readonly map: ReadonlyMap<string, string>;
  /** How dates in figures are written that could be read in two ways. */
  readonly dates?: DateOrder | undefined;
}

export type DateOrder = 'day-first' | 'month-first';
