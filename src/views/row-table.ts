/** A table for programs; its rows have a value for each column, in the order of the columns, undefined for none. */
export interface RowTable {
  readonly columns: readonly RowColumn[];
  readonly rows: Iterable<readonly unknown[]>;
}

/** A column of a table for programs: a text, a list of texts, either of the two, or whatever JSON can write. */
export interface RowColumn {
  readonly name: string;
  readonly holds: 'text' | 'list' | 'text-or-list' | 'data';
}
