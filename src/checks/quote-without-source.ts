import type { Check } from './check.ts';
import { valueAt } from './places.ts';

export const quoteWithoutSource: Check = {
  code: 'quote-without-source',
  severity: 'warning',
  summary: 'A claim quotes exact words, but does not say where they appeared.',
  *find({ claims }) {
    for (const claim of claims) {
      if (claim.quote === undefined || claim.sourceIds.length > 0 || !claim.sound) continue;
      yield {
        message: `\`${claim.id}\` quotes exact words, but has no \`source\``,
        place: valueAt(claim, 'quote'),
        hint: 'name the source that has these words, by its id or by its URL',
      };
    }
  },
};
