import type { ClashWord } from '../analysis/clash.ts';
import type { Status } from '../analysis/status.ts';
import { type Counts, sizeOf } from '../analysis/tally.ts';

/** How a question stands, as the side-by-side sorts and marks it. */
export interface QuestionState {
  readonly status: Status;
  /** The word of its strongest clash. */
  readonly mark?: ClashWord;
  /** All its clashes have been looked at and explained. */
  readonly reviewed?: true;
}

/** With those that the reasons of a question stand for, these make the counts of the topic. */
export interface Untold {
  readonly pairs: number;
  /** Of the question, told or not. */
  readonly all: number;
  /** Counting stopped: there are more. */
  readonly more: boolean;
}

/** What the counts of a question hold beyond what its reasons stand for. */
export function untoldOf(counts: Counts, reasons: readonly { readonly more: number }[]): Untold {
  const all = sizeOf(counts);
  const told = reasons.reduce((sum, { more }) => sum + 1 + more, 0);
  return { pairs: all - told, all, more: counts.more === true };
}
