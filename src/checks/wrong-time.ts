import type { Asked } from '../analysis/said.ts';
import type { Check } from './check.ts';
import { valueAt } from './places.ts';

export const wrongTime: Check = {
  code: 'wrong-time',
  severity: 'error',
  summary: 'A question is `flow` or `cumulative`, but does not ask for a number.',
  *find({ questions }) {
    for (const asked of questions) {
      const { question, kind } = asked;
      if (question.time !== 'flow' && question.time !== 'cumulative') continue;
      if (kind === 'number' || !isKindKnown(asked)) continue;
      yield {
        message: `\`time: ${question.time}\` is for numbers, and this question is answered by ${ANSWERS[kind]}`,
        place: valueAt(question, 'time'),
        hint: 'write `kind: number` if the answers are numbers, else `time: state` or `time: fixed`',
      };
    }
  },
};

const ANSWERS = { 'yes-no': 'yes or no', choice: 'words', number: 'a number', date: 'a date' } as const;

// Of a question without an answer the kind is only a guess.
function isKindKnown({ question, said }: Asked): boolean {
  const isSaid = said.some(({ implied, words, answer }) => !implied && words !== '' && answer?.form !== 'no comment');
  return question.kind !== undefined || question.options !== undefined || isSaid;
}
