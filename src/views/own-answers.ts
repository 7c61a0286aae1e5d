import type { TopicAnalysis } from '../analysis/analyse.ts';
import { type Said, saidAlone } from '../analysis/said.ts';
import type { Claim } from '../ledger/model.ts';

/** How any claim of a topic stands on its own question, or, without one, by itself. */
export function ownAnswers(analysis: TopicAnalysis): (claim: Claim) => Said {
  const all = analysis.questions.flatMap(({ said }) => said.filter(({ implied }) => !implied));
  const own = new Map(all.map((said) => [said.claim, said]));
  return (claim) => own.get(claim) ?? saidAlone(claim);
}
