import { type Answer, type AnswerKind, answerReader, kindOf } from '../answers/read.ts';
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
export function askedIn(topic: Topic, claims: readonly Claim[] = claimsOf(topic)): readonly Asked[] {
  const implied = impliedIn(claims);
  return topic.questions.map((question) => {
    const others = (implied.get(question.id) ?? []).filter(({ claim }) => claim.question !== question.id);
    const kind = kindOf(question, showing(question, others));
    const reading: Reading = { question, kind, read: answerReader(kind, question) };
    const said = question.claims.map((claim) => saying(claim, claim.answer, reading));
    const following = others.map(({ claim, answer }) => ({ ...saying(claim, answer, reading), implied: true }));
    return { question, kind, said: [...said, ...following] };
  });
}

/** The answers that show the kind of a question. What only follows from others does where there is nothing else. */
function showing({ claims }: Question, others: readonly Implied[]): readonly (string | readonly string[])[] {
  const own: string[] = [];
  for (const { answer } of claims) {
    if (typeof answer === 'string') own.push(answer);
    else if (answer !== undefined) own.push(...answer);
  }
  return own.length > 0 ? own : others.map(({ answer }) => answer);
}

interface Implied {
  readonly claim: Claim;
  readonly answer: NonNullable<Claim['answer']>;
}

function impliedIn(claims: readonly Claim[]): ReadonlyMap<string, readonly Implied[]> {
  const implied = new Map<string, Implied[]>();
  for (const claim of claims) {
    if (claim.implies === undefined) continue;
    for (const [question, answer] of claim.implies) {
      const known = implied.get(question);
      if (known === undefined) implied.set(question, [{ claim, answer }]);
      else known.push({ claim, answer });
    }
  }
  return implied;
}

/** True if the claim gives an answer of its own, `no comment` aside. */
export function isAnswer(said: Said): boolean {
  return !said.implied && said.answer !== undefined && said.answer.form !== 'no comment';
}

/** A claim by itself, held against nothing. */
export function saidAlone(claim: Claim): Said {
  return {
    claim,
    words: claim.answer === undefined ? '' : answerWords(claim.answer),
    answer: undefined,
    implied: false,
  };
}

/** An answer in the words of the file. */
export function answerWords(answer: string | readonly string[]): string {
  return typeof answer === 'string' ? answer : answer.join(' or ');
}

interface Reading extends Pick<Asked, 'question' | 'kind'> {
  readonly read: ReturnType<typeof answerReader>;
}

function saying(claim: Claim, written: Claim['answer'], { question, kind, read: readAnswer }: Reading): Said {
  if (written === undefined) return { claim, words: '', answer: undefined, implied: false };
  const words = answerWords(written);
  const read = readAnswer(written);
  if ('fault' in read) return { claim, words, answer: undefined, unreadable: read, implied: false };
  const plain = kind === 'yes-no' && read.form === 'words' ? (read.any[0] ?? words) : words;
  return { claim, words: plain, answer: claim.sound && question.sound ? read : undefined, implied: false };
}
