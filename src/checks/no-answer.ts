import type { Check } from './check.ts';
import { valueAt } from './places.ts';

export const noAnswer: Check = {
  code: 'no-answer',
  severity: 'warning',
  summary: 'A claim stands under a question, but does not answer it.',
  *find({ claims }) {
    for (const claim of claims) {
      if (claim.question === undefined || claim.answer !== undefined || !claim.sound) continue;
      yield {
        message: `\`${claim.id}\` has no \`answer\`, so it is compared with nothing`,
        place: valueAt(claim),
        hint: 'write what the words answer, or `no comment`; what answers nothing goes under `claims` of the topic',
      };
    }
  },
};
