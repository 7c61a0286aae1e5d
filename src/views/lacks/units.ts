import type { Said } from '../../analysis/said.ts';
import type { Question } from '../../ledger/model.ts';
import { idsOf } from './few.ts';

/** Percentages and plain numbers side by side, which no rule holds against each other. */
export function unitLacks({ unit }: Question, answers: readonly Said[]): readonly string[] {
  const percentages = answers.filter(({ answer }) => answer?.form === 'amount' && answer.percent);
  const numbers = answers.filter(({ answer }) => answer?.form === 'amount' && !answer.percent);
  if (percentages.length === 0 || numbers.length === 0) return [];
  const given = percentages.length === 1 ? 'gives a percentage' : 'give percentages';
  const unsaid = unit === undefined ? ', and the question has no `unit`' : '';
  const number = numbers.length === 1 ? 'a number' : 'numbers';
  return [`${idsOf(percentages)} ${given} and ${idsOf(numbers)} ${number}${unsaid}: ask for all in one unit`];
}
