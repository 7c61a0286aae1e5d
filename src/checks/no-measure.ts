import { isOpen } from '../analysis/clash.ts';
import type { Check } from './check.ts';
import { valueAt } from './places.ts';

export const noMeasure: Check = {
  code: 'no-measure',
  severity: 'warning',
  summary: "The parties' numbers differ, and the question does not say what exactly is counted.",
  *find({ questions }) {
    for (const asked of questions) {
      const { question, kind } = asked;
      if (kind !== 'number' || question.measure !== undefined || !question.sound) continue;
      const clash = asked.clashes.find((one) => isOpen(one) && one.kind === 'dispute');
      if (clash === undefined) continue;
      yield {
        message: `numbers for \`${question.id}\` clash, and it has no \`measure\``,
        place: valueAt(question),
        hint: 'write one line that says what exactly is counted; two things counted are two questions',
        related: clash.sides.map(({ claim, words }) => ({
          message: `\`${claim.id}\` answers \`${words}\``,
          place: valueAt(claim, 'answer'),
        })),
      };
    }
  },
};
