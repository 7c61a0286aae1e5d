import { answerKey } from '../../answers/choice.ts';
import { lie, overlap } from '../../answers/interval.ts';
import type { Answer } from '../../answers/read.ts';
import type { Said } from '../said.ts';

/**
 * True where one look at each answer shows that no two are apart: then no pair clashes by its answers, whatever was
 * said when, and by whom. False where it would take more than that.
 */
export function isCalm(said: readonly Said[]): boolean {
  const answers = said.flatMap(({ answer }) => (answer === undefined || answer.form === 'no comment' ? [] : [answer]));
  const [first, ...others] = answers;
  if (first === undefined || others.length === 0) return true;
  if (first.form === 'words') return others.every((one) => one.form === 'words' && answerKey(one) === answerKey(first));
  return first.form === 'amount' && haveOneInCommon(first, others);
}

// Sets without gaps of which any two meet have a number in common.
function haveOneInCommon(first: Amount, others: readonly Answer[]): boolean {
  let common = first.core;
  for (const one of others) {
    if (one.form !== 'amount' || one.percent !== first.percent || lie(common, one.core) !== 'meet') return false;
    common = overlap(common, one.core);
  }
  return true;
}

type Amount = Extract<Answer, { readonly form: 'amount' }>;
