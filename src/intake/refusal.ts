/** Why a row is refused. */
export interface Reason {
  /** The column of `claims export` that it is about. */
  readonly column?: string;
  /** What is wrong: lower case, no full stop, names in backticks. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
}
