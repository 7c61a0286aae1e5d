import type { Check } from './check.ts';
import { valueAt } from './places.ts';

export const unreadableAnswer: Check = {
  code: 'unreadable-answer',
  severity: 'error',
  summary: 'An answer does not fit its question.',
  *find({ questions }) {
    for (const { said, question } of questions) {
      for (const { claim, implied, unreadable } of said) {
        if (unreadable === undefined) continue;
        const place = implied ? valueAt(claim, 'implies', question.id) : valueAt(claim, 'answer');
        const { fault: message, hint } = unreadable;
        yield hint === undefined ? { message, place } : { message, place, hint };
      }
    }
  },
};
