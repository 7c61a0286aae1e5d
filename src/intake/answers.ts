import type { AnswerRules } from '../answers/read.ts';
import { kindOf, readAnswer } from '../answers/read.ts';
import type { Reason } from '../importers/sheet.ts';
import type { Entry, WrittenAnswer } from '../ledger/entry.ts';
import type { Asking } from './questions.ts';

/**
 * Reads the answers that rows give to a question, which are those to refuse and why. What kind of answer a question
 * takes is told by itself, else by the answers in the ledger, which no row may turn into another kind, else by those
 * of the rows together.
 */
export function unreadAnswers(
  { question }: Asking,
  rules: AnswerRules | Entry<'question'>,
  answers: readonly (WrittenAnswer | undefined)[],
): readonly (Reason | undefined)[] {
  const own: AnswerRules = question ?? rules;
  const before = (question?.claims ?? []).flatMap(({ answer }) => answer ?? []);
  const given = answers.filter((answer) => answer !== undefined);
  const kind = kindOf(own, before.length > 0 ? before : given);
  const isOpen = kind === 'choice' && own.kind === undefined && own.options === undefined && before.length > 0;
  return answers.map((answer): Reason | undefined => {
    if (answer === undefined) return undefined;
    const read = readAnswer(answer, kind, own);
    if ('fault' in read) {
      const told = own.kind === undefined && own.options === undefined ? `, and the question takes ${WORDS[kind]}` : '';
      return {
        column: 'answer',
        message: `${read.fault}${told}`,
        ...(read.hint === undefined ? {} : { hint: read.hint }),
      };
    }
    const other = isOpen ? kindOf(own, [answer]) : kind;
    if (other === kind) return undefined;
    return {
      column: 'answer',
      message: `the answers in the ledger are words, and \`${answer}\` would make all of them be read as ${WORDS[other]}`,
      hint: 'write the `kind` of the question into the ledger',
    };
  });
}

const WORDS = { 'yes-no': 'yes or no', number: 'numbers', choice: 'words', date: 'dates' } as const;
