import type { Claim, Ledger, Topic } from '../ledger/model.ts';
import { type Clash, inListOrder, isOpen } from './clash.ts';
import { clashesOn, type Listing, type Pairs, type Replaced, replacedIn } from './clashes.ts';
import { type Asked, answerWords, askedIn, type Said } from './said.ts';
import { type Status, statusOf } from './status.ts';

/** A question with everything that was derived about it. */
export interface QuestionAnalysis extends Asked {
  readonly clashes: readonly Clash[];
  readonly pairs: Pairs;
  readonly status: Status;
}

export interface TopicAnalysis {
  readonly topic: Topic;
  readonly questions: readonly QuestionAnalysis[];
  /** The clashes that each claim takes part in, by claim id. */
  readonly byClaim: ReadonlyMap<string, readonly Clash[]>;
  /** Claims that a newer one in view replaces. */
  readonly replaced: Replaced;
}

/** Reads every answer and derives every clash, topic by topic. */
export function analyse(ledger: Ledger, listing: Listing = 'told'): readonly TopicAnalysis[] {
  return ledger.topics.map((topic) => analyseTopic(topic, listing));
}

export function analyseTopic(topic: Topic, listing: Listing = 'told'): TopicAnalysis {
  const replaced = replacedIn(topic);
  const asked = askedIn(topic);
  const questions = asked.map((one) => {
    const { listed, every, pairs } = clashesOn(one, asked, replaced, listing);
    return { ...one, clashes: listed, pairs, status: statusOf(one, every, replaced) };
  });
  return { topic, questions, byClaim: clashesByClaim(questions), replaced };
}

/** All clashes of topics, as they are listed. */
export function allClashes(topics: readonly TopicAnalysis[]): readonly Clash[] {
  return inListOrder(topics.flatMap(({ questions }) => questions.flatMap(({ clashes }) => clashes)));
}

/** How many clashes there are of each word; the reviewed are counted apart. */
export interface Counts {
  readonly contradiction: number;
  readonly opposed: number;
  readonly tension: number;
  readonly shift: number;
  readonly reviewed: number;
}

export function countsOf(clashes: readonly Clash[]): Counts {
  const open = clashes.filter(isOpen);
  const count = (word: Clash['word']): number => open.filter((clash) => clash.word === word).length;
  return {
    contradiction: count('contradiction'),
    opposed: count('opposed'),
    tension: count('tension'),
    shift: clashes.filter((clash) => clash.word === 'shift').length,
    reviewed: clashes.filter((clash) => clash.reviewed !== undefined && clash.word !== 'shift').length,
  };
}

/** A claim as it stands on its own question, or, without one, by itself. */
export function saidBy({ questions }: TopicAnalysis, claim: Claim): Said {
  const own = questions.find(({ question }) => question.id === claim.question);
  const said = own?.said.find((one) => one.claim === claim && !one.implied);
  return (
    said ?? {
      claim,
      words: claim.answer === undefined ? '' : answerWords(claim.answer),
      answer: undefined,
      implied: false,
    }
  );
}

function clashesByClaim(questions: readonly QuestionAnalysis[]): ReadonlyMap<string, readonly Clash[]> {
  const byClaim = new Map<string, Clash[]>();
  for (const clash of questions.flatMap((question) => question.clashes)) {
    for (const { claim } of clash.sides) {
      const own = byClaim.get(claim.id);
      if (own === undefined) byClaim.set(claim.id, [clash]);
      else own.push(clash);
    }
  }
  return byClaim;
}
