import type { Severity } from '../diagnostic.ts';

/** Who reports findings, and by which rules. */
export interface Report {
  readonly version: string;
  /** The rules of the findings, in the order of their codes. They are read when a format wants them. */
  readonly rules: Iterable<Rule>;
}

/** What a code stands for. */
export interface Rule {
  readonly code: string;
  readonly severity: Severity;
  /** One sentence. */
  readonly summary: string;
  /** Why it matters, an example, and how to mend it: Markdown without headings and links. */
  readonly explanation: string;
}
