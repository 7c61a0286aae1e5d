import { isHedged, spokenDay } from '../date.ts';
import type { Claim } from '../ledger/model.ts';
import type { Check } from './check.ts';
import { valueAt } from './places.ts';

export const saidAfterPublished: Check = {
  code: 'said-after-published',
  severity: 'warning',
  summary: 'A claim is dated after the day on which its last source was published.',
  *find({ claims }) {
    for (const claim of claims) {
      if (claim.date === undefined) continue;
      const published = lastPublished(claim);
      if (published === undefined || claim.date.first <= published || isHedged(claim.date)) continue;
      const what = claim.sources.length === 1 ? 'its source was' : 'the last of its sources was';
      yield {
        message: `\`${claim.id}\` was said after ${what} published, on ${spokenDay(published)}`,
        place: valueAt(claim, 'date'),
        hint: 'correct the date that is wrong, or name the source in which it appeared',
        related: claim.sources.map((source) => ({
          message: `\`${source.id}\` has its date here`,
          place: valueAt(source, 'published'),
        })),
      };
    }
  },
};

/** Undefined where a source is missing, undated or of an uncertain day. */
function lastPublished({ sources, sourceIds }: Claim): number | undefined {
  if (sources.length === 0 || sources.length < sourceIds.length) return undefined;
  let last = Number.NEGATIVE_INFINITY;
  for (const { published } of sources) {
    if (published === undefined || isHedged(published)) return undefined;
    last = Math.max(last, published.last);
  }
  return Number.isFinite(last) ? last : undefined;
}
