import type { Said } from '../analysis/said.ts';
import type { Claim } from '../ledger/model.ts';
import type { Check, Found } from './check.ts';
import { valueAt } from './places.ts';

/** Rule 3.4: what a number over a period, or a total so far, costs without the days it speaks about. */
export const noAsOf: Check = {
  code: 'no-as-of',
  severity: 'warning',
  summary: 'A number on a `flow` or `cumulative` question does not say which days it speaks about.',
  *find({ questions }) {
    for (const { question, said } of questions) {
      if (question.time !== 'flow' && question.time !== 'cumulative') continue;
      for (const one of said) if (lacksDays(one)) yield found(one.claim, question.time);
    }
  },
};

function lacksDays({ claim, answer, implied }: Said): boolean {
  return !implied && answer?.form === 'amount' && claim.as_of === undefined;
}

function found(claim: Claim, time: 'flow' | 'cumulative'): Found {
  const lost = `\`${claim.id}\` has no \`as_of\`, so that its`;
  const place = valueAt(claim);
  if (time === 'flow') return { message: `${lost} number is compared with no other`, place, hint: PERIOD };
  if (claim.saidBy === undefined) return { message: `${lost} total is compared with no other`, place, hint: DAY };
  return { message: `${lost} total is held only against later ones, and a fall to it goes unseen`, place, hint: DAY };
}

const PERIOD = 'write `as_of` with the period that the number covers, such as 2025-03 or 2025-03-01/2025-03-14';
const DAY = 'write `as_of` with the day up to which it counts';
