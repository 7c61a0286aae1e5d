import { sameSpeaker } from '../analysis/compare.ts';
import type { Check } from './check.ts';
import { valueAt } from './places.ts';
import { referralsIn } from './references.ts';

export const ownDenial: Check = {
  code: 'own-denial',
  severity: 'error',
  summary: 'A claim denies a claim of the same speaker.',
  *find({ claims }) {
    for (const { id, claim, to, place } of referralsIn(claims, 'denies')) {
      if (!sameSpeaker(claim, to)) continue;
      yield {
        message: `\`${claim.id}\` denies a claim of its own speaker, \`${id}\``,
        place,
        hint: 'write `replaces` if the speaker takes the earlier claim back; a clash is found without either',
        related: [{ message: 'the denied claim is here', place: valueAt(to) }],
      };
    }
  },
};
