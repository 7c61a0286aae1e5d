import { spokenAnswer } from '../analysis/explain.ts';
import { kindOf, readAnswer } from '../answers/read.ts';
import type { Asker } from '../io.ts';
import type { Question, Topic } from '../ledger/model.ts';
import type { Tree } from '../ledger/reader/tree.ts';

/** What an answer must fit: what its question tells, and how others have answered. */
export type Rules = Partial<Pick<Question, 'kind' | 'options' | 'unit' | 'scale' | 'tolerance'>> & {
  readonly answers: readonly (string | readonly string[])[];
};

/** The coded answer, said back as it is understood while it is typed. */
export function askAnswer(ask: Asker, { answers, ...rules }: Rules): Promise<string> {
  const read = (text: string) => readAnswer(text, kindOf(rules, [...answers, text]), rules);
  const hint = rules.options === undefined ? '' : ` (${rules.options.join(' / ')})`;
  return ask.line({
    message: `The answer, coded${hint}`,
    check: (text) => {
      const answer = text === '' ? undefined : read(text);
      if (answer === undefined || !('fault' in answer)) return undefined;
      return answer.hint === undefined ? answer.fault : `${answer.fault}; ${answer.hint}`;
    },
    echo: (text) => {
      const answer = text === '' ? undefined : read(text);
      return answer === undefined || 'fault' in answer ? undefined : spokenAnswer(answer);
    },
  });
}

/** The rules of the question that was picked or described. */
export function rulesOf(question: Tree | undefined, topic: Topic | undefined): Rules | undefined {
  if (question === undefined) return undefined;
  if (question instanceof Map) return { ...(Object.fromEntries(question) as object), answers: [] };
  const found = topic?.questions.find(({ id, ask }) => id === question || ask === question);
  if (found === undefined) return undefined;
  return { ...found, answers: found.claims.flatMap(({ answer }) => answer ?? []) };
}
