import { sameSpeaker } from '../analysis/compare.ts';
import type { Check } from './check.ts';
import { valueAt } from './places.ts';
import { claimsById, referencesIn } from './references.ts';

export const ownDenial: Check = {
  code: 'own-denial',
  severity: 'error',
  summary: 'A claim denies a claim of the same speaker.',
  *find({ topics }) {
    for (const { topic } of topics) {
      const claims = claimsById(topic);
      for (const { key, id, claim, place } of referencesIn(topic)) {
        const denied = claims.get(id);
        if (key !== 'denies' || denied === undefined || !sameSpeaker(claim, denied)) continue;
        yield {
          message: `\`${claim.id}\` denies a claim of its own speaker, \`${id}\``,
          place,
          hint: 'write `replaces` if the speaker takes the earlier claim back; a clash is found without either',
          related: [{ message: 'the denied claim is here', place: valueAt(denied) }],
        };
      }
    }
  },
};
