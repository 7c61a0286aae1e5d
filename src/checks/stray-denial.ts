import { sameSpeaker } from '../analysis/compare.ts';
import type { Check } from './check.ts';
import { valueAt } from './places.ts';
import { claimsById, referencesIn } from './references.ts';

/** Claims compare only within one question, so that such a denial would be passed over in silence. */
export const strayDenial: Check = {
  code: 'stray-denial',
  severity: 'error',
  summary: 'A claim denies a claim that answers another question, or none.',
  *find({ topics }) {
    for (const { topic } of topics) {
      const claims = claimsById(topic);
      for (const { key, id, claim, place } of referencesIn(topic)) {
        const denied = claims.get(id);
        if (key !== 'denies' || denied === undefined || sameSpeaker(claim, denied)) continue;
        if (claim.question !== undefined && claim.question === denied.question) continue;
        yield {
          message: `\`${claim.id}\` denies \`${id}\`, which does not stand under the same question`,
          place,
          hint: 'put both claims under one question',
          related: [{ message: 'the denied claim is here', place: valueAt(denied) }],
        };
      }
    }
  },
};
