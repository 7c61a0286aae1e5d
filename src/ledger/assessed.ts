import type { Claim, Ledger } from './model.ts';

/** A ledger without the assessments that were published after a day, counted from 1970. */
export function assessedBy({ topics }: Ledger, day: number): Ledger {
  const known = (claim: Claim): Claim => withoutLater(claim, day);
  return {
    topics: topics.map((topic) => ({
      ...topic,
      questions: topic.questions.map((question) => ({ ...question, claims: question.claims.map(known) })),
      claims: topic.claims.map(known),
    })),
  };
}

function withoutLater(claim: Claim, day: number): Claim {
  const { assessment, ...others } = claim;
  return assessment?.on === undefined || assessment.on.last <= day ? claim : others;
}
