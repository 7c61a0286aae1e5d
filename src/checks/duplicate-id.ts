import type { Claim, Question, Topic } from '../ledger/model.ts';
import type { Check } from './check.ts';
import { valueAt } from './places.ts';

/** Questions and claims share one namespace in a topic. Ids that are made up never take one that is written. */
export const duplicateId: Check = {
  code: 'duplicate-id',
  severity: 'error',
  summary: 'An id is given to two questions or claims of a topic.',
  *find({ topic, claims }) {
    // What has an id that stands twice is never compared.
    if (topic.questions.every(({ sound }) => sound) && claims.every(({ sound }) => sound)) return;
    const first = new Map<string, Question | Claim>();
    for (const entry of inFileOrder(topic)) {
      const before = first.get(entry.id);
      if (before === undefined) first.set(entry.id, entry);
      else {
        yield {
          message: `the id \`${entry.id}\` is taken`,
          place: valueAt(entry, 'id'),
          hint: 'give each question and each claim of a topic an id of its own',
          related: [{ message: `\`${entry.id}\` stands here first`, place: valueAt(before, 'id') }],
        };
      }
    }
  },
};

function inFileOrder({ questions, claims }: Topic): readonly (Question | Claim)[] {
  return [...questions.flatMap((question) => [question, ...question.claims]), ...claims];
}
