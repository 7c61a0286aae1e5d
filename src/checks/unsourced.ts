import type { Check } from './check.ts';
import { valueAt } from './places.ts';

/** A quote without a source has a code of its own. */
export const unsourced: Check = {
  code: 'unsourced',
  severity: 'warning',
  summary: 'A claim does not say where it appeared.',
  *find({ claims }) {
    for (const claim of claims) {
      if (claim.sourceIds.length > 0 || claim.quote !== undefined || !claim.sound) continue;
      yield {
        message: `\`${claim.id}\` has no \`source\``,
        place: valueAt(claim),
        hint: 'name the source in which it appeared, by its id or by its URL',
      };
    }
  },
};
