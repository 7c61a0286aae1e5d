/** A column of a table that is laid out for a reader. */
export interface Column {
  readonly title: string;
  /** `fit` columns are as wide as their longest cell, `id` columns too and give way last; `fill` columns get the rest. */
  readonly size: 'fit' | 'id' | 'fill';
  readonly align?: 'right';
}
