import type { QuestionAnalysis } from '../analysis/analyse.ts';
import { partyKey } from '../analysis/kind.ts';
import { isAnswer, type Said } from '../analysis/said.ts';
import type { Check } from './check.ts';
import { valueAt } from './places.ts';

export const oneSided: Check = {
  code: 'one-sided',
  severity: 'warning',
  summary: 'Only one party answers a question.',
  *find({ questions }) {
    for (const asked of questions) {
      const answering = asked.said.find(isAnswer);
      if (answering === undefined || othersAnswer(asked, answering) || asked.status !== 'one-sided') continue;
      yield {
        message: `only \`${answering.claim.party}\` answers \`${asked.question.id}\``,
        place: valueAt(asked.question),
        hint: 'ask the other parties, or write down their `no comment`',
      };
    }
  },
};

// What another party only implies, will not say or says in a way that cannot be read shows that the desk has asked.
function othersAnswer({ said }: QuestionAnalysis, { claim }: Said): boolean {
  const own = partyKey(claim);
  return said.some((other) => other.words !== '' && partyKey(other.claim) !== own);
}
