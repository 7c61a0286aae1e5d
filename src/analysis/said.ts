import { type Answer, type AnswerKind, kindOf, readAnswer } from '../answers/read.ts';
import type { Unreadable } from '../answers/unreadable.ts';
import { type Claim, claimsOf, type Question, type Topic } from '../ledger/model.ts';

/** One claim as it stands on one question: by its own answer, or by one that it implies. */
export interface Said {
  readonly claim: Claim;
  /** The answer in the words of the file; `yes` and `no` for whatever means them. */
  readonly words: string;
  /** Undefined where there is none that can be compared. */
  readonly answer: Answer | undefined;
  /** Why an answer that is written could not be read. */
  readonly unreadable?: Unreadable;
  readonly implied: boolean;
}

/** A question with the kind of its answers and every answer to it read, once for checks and analysis alike. */
export interface Asked {
  readonly question: Question;
  readonly kind: AnswerKind;
  readonly said: readonly Said[];
}

/** Reads all answers of a topic, in the order of the file; what is implied follows what is said. */
export function askedIn(topic: Topic): readonly Asked[] {
  const implying = claimsOf(topic).filter((claim) => claim.implies !== undefined);
  return topic.questions.map((question) => {
    const kind = kindOf(
      question,
      question.claims.flatMap((claim) => claim.answer ?? []),
    );
    const own = question.claims.map((claim) => saying(claim, claim.answer, question, kind));
    const implied = implying.flatMap((claim) => {
      const answer = claim.implies?.get(question.id);
      return answer === undefined || claim.question === question.id
        ? []
        : [{ ...saying(claim, answer, question, kind), implied: true }];
    });
    return { question, kind, said: [...own, ...implied] };
  });
}

/** True if the claim gives an answer of its own, `no comment` aside. */
export function isAnswer(said: Said): boolean {
  return !said.implied && said.answer !== undefined && said.answer.form !== 'no comment';
}

/** An answer in the words of the file. */
export function answerWords(answer: string | readonly string[]): string {
  return typeof answer === 'string' ? answer : answer.join(' or ');
}

function saying(claim: Claim, written: Claim['answer'], question: Question, kind: AnswerKind): Said {
  if (written === undefined) return { claim, words: '', answer: undefined, implied: false };
  const words = answerWords(written);
  const read = readAnswer(written, kind, question);
  if ('fault' in read) return { claim, words, answer: undefined, unreadable: read, implied: false };
  const plain = kind === 'yes-no' && read.form === 'words' ? (read.any[0] ?? words) : words;
  return { claim, words: plain, answer: claim.sound && question.sound ? read : undefined, implied: false };
}
