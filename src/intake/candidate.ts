import type { Entry } from '../ledger/entry.ts';
import type { Draft } from './drafts.ts';
import type { Parts } from './parts.ts';
import type { Asking } from './questions.ts';

/** A row that the format takes, with where it belongs. */
export interface Candidate {
  readonly line: number;
  readonly parts: Parts;
  readonly claim: Entry<'claim'>;
  readonly question: Entry<'question'> | undefined;
  readonly draft: Draft;
  readonly asking: Asking | undefined;
}
