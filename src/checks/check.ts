import type { TopicAnalysis } from '../analysis/analyse.ts';
import type { Finding, Severity } from '../diagnostic.ts';

/** What a check looks at. */
export interface Desk {
  readonly topics: readonly TopicAnalysis[];
  /** The day that is today in UTC+14, counted from 1970. */
  readonly today: number;
}

/** A finding of one check; code and severity are the check's own. */
export type Found = Omit<Finding, 'code' | 'severity'>;

/** One rule about the ledger's files. */
export interface Check {
  readonly code: string;
  readonly severity: Severity;
  /** One sentence for the list of all codes. */
  readonly summary: string;
  readonly find: (desk: Desk) => Iterable<Found>;
}
