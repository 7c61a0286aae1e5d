import { spokenDate } from '../date.ts';
import type { Assessment } from '../ledger/model.ts';

/** What somebody else has published on whether a claim is true, in their words. */
export interface ShownAssessment {
  readonly rating: string;
  readonly by: string;
  readonly on?: string | undefined;
  readonly url?: string | undefined;
  readonly note?: string | undefined;
}

export function shownAssessment({ rating, by, on, url, note }: Assessment): ShownAssessment {
  return { rating, by, on: on && spokenDate(on), url, note };
}

/** Whose judgement it is stands with it: it is told as others' words, like a claim. */
export function assessedWords({ rating, by, on }: ShownAssessment): string {
  return `Assessed “${rating}” by ${by}${on === undefined ? '' : `, ${on}`}`;
}
