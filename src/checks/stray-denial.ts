import { sameSpeaker } from '../analysis/compare.ts';
import type { Check } from './check.ts';
import { valueAt } from './places.ts';
import { referralsIn } from './references.ts';

/** Claims compare only within one question, so that such a denial would be passed over in silence. */
export const strayDenial: Check = {
  code: 'stray-denial',
  severity: 'error',
  summary: 'A claim denies a claim that answers another question, or none.',
  *find({ claims }) {
    for (const { id, claim, to, place } of referralsIn(claims, 'denies')) {
      const isShared = claim.question !== undefined && claim.question === to.question;
      if (isShared || sameSpeaker(claim, to)) continue;
      yield {
        message: `\`${claim.id}\` denies \`${id}\`, which does not stand under the same question`,
        place,
        hint: 'put both claims under one question',
        related: [{ message: 'the denied claim is here', place: valueAt(to) }],
      };
    }
  },
};
