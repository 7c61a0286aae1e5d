import { saidBy, type TopicAnalysis } from '../analysis/analyse.ts';
import type { Said } from '../analysis/said.ts';
import type { Claim } from '../ledger/model.ts';

/** How any claim of a topic stands on its own question, or, without one, by itself. */
export function ownAnswers(analysis: TopicAnalysis): (claim: Claim) => Said {
  const all = analysis.questions.flatMap(({ said }) => said.filter(({ implied }) => !implied));
  const own = new Map(all.map((said) => [said.claim, said]));
  // What is not among them stands on no question, so that there is none to look through.
  const unasked = { ...analysis, questions: [] };
  return (claim) => own.get(claim) ?? saidBy(unasked, claim);
}
