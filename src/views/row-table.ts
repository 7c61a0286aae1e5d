/** A table for programs; its rows are maps by the names of the columns. */
export interface RowTable {
  readonly columns: readonly RowColumn[];
  readonly rows: Iterable<unknown>;
}

/** A column of a table for programs: a text, a list of texts, either of the two, or whatever JSON can write. */
export interface RowColumn {
  readonly name: string;
  readonly holds: 'text' | 'list' | 'text-or-list' | 'data';
}
