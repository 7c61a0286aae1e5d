import { replaces } from '../analysis/clash.ts';
import type { Check } from './check.ts';
import { valueAt } from './places.ts';
import { referralsIn } from './references.ts';

/** One side could otherwise take back what another one said. */
export const strayReplacement: Check = {
  code: 'stray-replacement',
  severity: 'error',
  summary: 'A claim replaces a claim of another side.',
  *find({ claims }) {
    for (const { id, claim, to, place } of referralsIn(claims, 'replaces')) {
      if (!to.idWritten || to === claim || replaces(claim, to)) continue;
      yield {
        message: `\`${claim.id}\` replaces \`${id}\`, which is a claim of another side`,
        place,
        hint: 'write `denies` if it contradicts that claim; only what one said oneself can be taken back',
        related: [{ message: 'the other claim is here', place: valueAt(to) }],
      };
    }
  },
};
