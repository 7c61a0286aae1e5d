import { spokenDay } from '../date.ts';
import type { Check } from './check.ts';
import { valueAt } from './places.ts';

export const undated: Check = {
  code: 'undated',
  severity: 'warning',
  summary: 'A claim does not say when it was said.',
  *find({ claims }) {
    for (const claim of claims) {
      if (claim.date !== undefined || !claim.sound) continue;
      const bound =
        claim.saidBy === undefined ? '' : `; its source only shows that it was said by ${spokenDay(claim.saidBy)}`;
      yield {
        message: `\`${claim.id}\` has no \`date\`${bound}`,
        place: valueAt(claim),
        hint: 'write the day on which it was said; a month, or a span such as 2025-05-10/2025-05-17, will do',
      };
    }
  },
};
