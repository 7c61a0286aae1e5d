import type { TopicAnalysis } from '../analysis/analyse.ts';
import type { Finding, Severity } from '../diagnostic.ts';

/** What a check knows beside its topic. */
export interface Desk {
  /** The day that is today in UTC+14, counted from 1970. */
  readonly today: number;
}

/** A finding of one check; code and severity are the check's own. */
export type Found = Omit<Finding, 'code' | 'severity'>;

/** What a finding can be called. */
export interface Code {
  readonly code: string;
  readonly severity: Severity;
  /** One sentence for the list of all codes. */
  readonly summary: string;
}

/** One rule about the ledger's files, which looks at one topic at a time. */
export interface Check extends Code {
  readonly find: (topic: TopicAnalysis, desk: Desk) => Iterable<Found>;
}
