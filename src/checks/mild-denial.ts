import type { QuestionAnalysis } from '../analysis/analyse.ts';
import { compare, sameSpeaker } from '../analysis/compare.ts';
import type { Said } from '../analysis/said.ts';
import type { Check, Found } from './check.ts';
import { valueAt } from './places.ts';

/** A denial is a contradiction by declaration: where the answers agree, one of the two is likely a slip. */
export const mildDenial: Check = {
  code: 'mild-denial',
  severity: 'warning',
  summary: 'A claim denies another one, though their answers can both be true.',
  *find({ questions }) {
    for (const asked of questions) {
      if (asked.said.some(({ claim }) => claim.denies !== undefined)) yield* denialsOn(asked);
    }
  },
};

function* denialsOn({ question, said }: QuestionAnalysis): Generator<Found> {
  const own = said.filter(({ implied }) => !implied);
  const byId = new Map(own.map((one) => [one.claim.id, one]));
  for (const one of own) {
    for (const id of one.claim.denies ?? []) {
      const denied = byId.get(id);
      if (denied === undefined || sameSpeaker(one.claim, denied.claim)) continue;
      if (compare(one, denied, question).meeting.verdict === 'compatible') yield mild(one, denied);
    }
  }
}

function mild({ claim, words }: Said, denied: Said): Found {
  return {
    message: `\`${claim.id}\` denies \`${denied.claim.id}\`, but \`${words}\` and \`${denied.words}\` can both be true`,
    place: valueAt(claim, 'denies'),
    hint: 'if it is denied, let the answers say so; if not, take `denies` out, since it makes a contradiction',
    related: [{ message: 'the denied claim is here', place: valueAt(denied.claim) }],
  };
}
