import type { Said } from '../analysis/said.ts';
import type { Check, Found } from './check.ts';
import { valueAt } from './places.ts';

export const unreadableAnswer: Check = {
  code: 'unreadable-answer',
  severity: 'error',
  summary: 'An answer does not fit its question.',
  *find({ topics }) {
    for (const { questions } of topics) {
      for (const { said, question } of questions) {
        for (const one of said) yield* unread(one, question.id);
      }
    }
  },
};

function* unread({ claim, implied, unreadable }: Said, question: string): Generator<Found> {
  if (unreadable === undefined) return;
  const place = implied ? valueAt(claim, 'implies', question) : valueAt(claim, 'answer');
  const { fault: message, hint } = unreadable;
  yield hint === undefined ? { message, place } : { message, place, hint };
}
