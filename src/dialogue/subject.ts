import type { SharedEntries } from '../ledger/cast.ts';
import type { Topic } from '../ledger/model.ts';

/** What the questions are asked about. */
export interface Subject {
  /** Undefined for a topic that is new. */
  readonly topic: Topic | undefined;
  readonly shared: SharedEntries;
}
