import type { Place, Position } from './place.ts';
import { byCodeUnit } from './text.ts';

export type Severity = 'error' | 'warning';

/** A fault in the ledger's files, pointing at its place by path or range. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong: lower case, no full stop, names in backticks. */
  readonly message: string;
  readonly place: Place;
  /** What to do about it. */
  readonly hint?: string;
  /** What is to stand in its place, where only one thing can be meant: the key or the text, without quotes. */
  readonly fix?: string;
  /** Where else to look. */
  readonly related?: readonly { readonly message: string; readonly place: Place }[];
}

/** A line of a file, or of a long one what stands around a place in it: a thousand faults may be in one line. */
export interface Excerpt {
  readonly text: string;
  /** How many UTF-16 units of the line stand before it. */
  readonly from: number;
}

/** A finding whose place has been looked up in the text. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
  /** The line that `start` is on, when the file could be read. */
  readonly excerpt?: Excerpt;
  readonly hint?: string;
  readonly fix?: string;
  readonly related?: readonly { readonly message: string; readonly file: string; readonly start: Position }[];
}

/** By file, then place, then code and message: the same faults always come in the same order. */
export function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      byCodeUnit(a.file, b.file) ||
      a.start.line - b.start.line ||
      a.start.column - b.start.column ||
      byCodeUnit(a.code, b.code) ||
      byCodeUnit(a.message, b.message),
  );
}
