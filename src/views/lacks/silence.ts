import { partyKey } from '../../analysis/kind.ts';
import { isAnswer, type Said } from '../../analysis/said.ts';
import type { Topic } from '../../ledger/model.ts';
import { fold } from '../../text.ts';
import { about, few } from './few.ts';

/** Who has not answered. */
export function silence({ parties = [] }: Topic, said: readonly Said[]): readonly string[] {
  const answers = said.filter(isAnswer);
  const answering = new Set(answers.map(({ claim }) => fold(claim.party)));
  const silent = parties.filter((party) => !answering.has(fold(party)));
  if (silent.length > 0) return [`no answer by ${few(silent, 'or')}`];
  const sides = new Map(answers.map(({ claim }) => [partyKey(claim), claim.party]));
  if (sides.size > 1) return [];
  return [['no answer by anyone', ...sides.values()].join(' but ')];
}

/** Which claims give no answer that could be compared. */
export function answerLacks(said: readonly Said[]): readonly string[] {
  const answering = new Set(said.filter(isAnswer).map(({ claim }) => partyKey(claim)));
  const declining = said.filter(({ answer, claim }) => isNoComment(answer) && !answering.has(partyKey(claim)));
  const unanswered = said.filter(({ words, claim }) => words === '' && claim.sound && claim.replaces === undefined);
  return [
    ...about(declining, 'is “no comment”: ask again', 'are “no comment”: ask again'),
    ...about(
      unanswered,
      'gives no `answer`: code what it says, or ask',
      'give no `answer`: code what they say, or ask',
    ),
    ...about(
      said.filter(({ unreadable }) => unreadable !== undefined),
      'gives an answer that cannot be read: see `claims check`',
      'give answers that cannot be read: see `claims check`',
    ),
    ...about(
      said.filter(({ claim, unreadable }) => !claim.sound && unreadable === undefined),
      'is compared with nothing, as a key cannot be read: see `claims check`',
      'are compared with nothing, as a key cannot be read: see `claims check`',
    ),
  ];
}

function isNoComment(answer: Said['answer']): boolean {
  return answer?.form === 'no comment';
}
