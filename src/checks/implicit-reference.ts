import type { Check } from './check.ts';
import { valueAt } from './places.ts';
import { claimsById, referencesIn } from './references.ts';

/** An id that was only made up changes when a claim is put before the one that has it. */
export const implicitReference: Check = {
  code: 'implicit-reference',
  severity: 'error',
  summary: 'A claim refers to another one whose id is not written.',
  *find({ claims }) {
    const references = referencesIn(claims);
    if (references.length === 0) return;
    const byId = claimsById(claims);
    for (const { id, place } of references) {
      const claim = byId.get(id);
      if (claim === undefined || claim.idWritten) continue;
      yield {
        message: `no claim has the id \`${id}\` written; it is only shown under that id`,
        place,
        hint: `write \`id: ${id}\`, or a better one, into that claim`,
        related: [{ message: 'that claim is here', place: valueAt(claim) }],
      };
    }
  },
};
