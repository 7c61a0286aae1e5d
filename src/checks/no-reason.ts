import { yesOrNo } from '../answers/choice.ts';
import type { Check } from './check.ts';
import { valueAt } from './places.ts';

export const noReason: Check = {
  code: 'no-reason',
  severity: 'warning',
  summary: '`anonymous` does not say why the name is withheld.',
  *find({ claims }) {
    for (const claim of claims) {
      const bare = claim.anonymous === undefined ? undefined : yesOrNo(claim.anonymous);
      if (bare === undefined) continue;
      yield {
        message: `\`anonymous\` of \`${claim.id}\` says ${bare}, not why the name is withheld`,
        place: valueAt(claim, 'anonymous'),
        hint:
          bare === 'yes'
            ? 'write the reason that the source gives, such as: Not authorised to speak'
            : 'leave `anonymous` out where the name is known: as it stands the speaker still counts as one nobody named',
      };
    }
  },
};
