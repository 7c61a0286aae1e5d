import { replaces } from '../analysis/clash.ts';
import type { Check } from './check.ts';
import { valueAt } from './places.ts';
import { claimsById, referencesIn } from './references.ts';

/** One side could otherwise take back what another one said. */
export const strayReplacement: Check = {
  code: 'stray-replacement',
  severity: 'error',
  summary: 'A claim replaces a claim of another side.',
  *find({ topics }) {
    for (const { topic } of topics) {
      const claims = claimsById(topic);
      for (const { key, id, claim, place } of referencesIn(topic)) {
        const replaced = claims.get(id);
        if (key !== 'replaces' || replaced === undefined || !replaced.idWritten || replaced === claim) continue;
        if (replaces(claim, replaced)) continue;
        yield {
          message: `\`${claim.id}\` replaces \`${id}\`, which is a claim of another side`,
          place,
          hint: 'write `denies` if it contradicts that claim; only what one said oneself can be taken back',
          related: [{ message: 'the other claim is here', place: valueAt(replaced) }],
        };
      }
    }
  },
};
