import { type Claim, claimsOf, type Ledger, type Topic } from '../ledger/model.ts';
import type { Camp } from './camps.ts';
import { type Clash, inListOrder } from './clash.ts';
import { type Clashes, clashesOn, type Replaced, replacedIn } from './clashes.ts';
import { wholeOf } from './compare.ts';
import { late } from './late.ts';
import { type Asked, askedIn, type Said, saidAlone } from './said.ts';
import { type Status, statusOf } from './status.ts';
import type { Counts, Listing, Pairs } from './tally.ts';

/** A question with everything that can be derived about it. */
export interface QuestionAnalysis extends Asked, Derived {}

interface Derived {
  /** Those that are listed. */
  readonly clashes: readonly Clash[];
  readonly counts: Counts;
  readonly pairs: Pairs;
  readonly status: Status;
  /** True where the pairs between speakers are too many to be listed one by one. */
  readonly isCrowded: boolean;
  /** Of a crowded question: who gives which answer, the largest camp first. */
  readonly camps: readonly Camp[];
}

export interface TopicAnalysis {
  readonly topic: Topic;
  /** All its claims: those of its questions in order, then those without a question. */
  readonly claims: readonly Claim[];
  readonly questions: readonly QuestionAnalysis[];
  /** The clashes that each claim takes part in, by claim id. */
  readonly byClaim: ReadonlyMap<string, readonly Clash[]>;
  /** Claims that a newer one in view replaces. */
  readonly replaced: Replaced;
}

/** Reads every answer, topic by topic. Clashes are derived when they are asked for. */
export function analyse(ledger: Ledger, listing: Listing = 'told'): readonly TopicAnalysis[] {
  return ledger.topics.map((topic) => analyseTopic(topic, listing));
}

/** Reads one topic. What is replaced may be known from more claims than the topic has, where some are left out. */
export function analyseTopic(topic: Topic, listing: Listing = 'told', known?: Replaced): TopicAnalysis {
  const claims = claimsOf(topic);
  const replaced = known ?? replacedIn(claims);
  const asked = askedIn(topic, claims);
  const byId = new Map(asked.map((one) => [one.question.id, one]));
  const questions = asked.map((one) => {
    const { question, kind, said } = one;
    return questionAnalysis({
      question,
      kind,
      said,
      find: () => clashesOn(one, wholeOf(one, byId), replaced, listing),
      replaced,
    });
  });
  return topicAnalysis({ topic, claims, questions, replaced });
}

const topicAnalysis = late<Omit<TopicAnalysis, 'byClaim'>, Pick<TopicAnalysis, 'byClaim'>>({
  byClaim: ({ questions }) => clashesByClaim(questions),
});

interface Findable extends Asked {
  readonly find: () => Clashes;
  readonly replaced: Replaced;
}

interface Found extends Derived {
  readonly found: Clashes;
}

const questionAnalysis = late<Findable, Found>({
  found: ({ find }) => find(),
  clashes: ({ found }) => found.listed,
  counts: ({ found }) => found.counts,
  pairs: ({ found }) => found.pairs,
  isCrowded: ({ found }) => found.isCrowded,
  camps: ({ found }) => found.camps,
  status: (asked) => statusOf(asked, asked.found.open, asked.replaced),
});

/** All clashes of topics, as they are listed. */
export function allClashes(topics: readonly TopicAnalysis[]): readonly Clash[] {
  return inListOrder(topics.flatMap(({ questions }) => questions.flatMap(({ clashes }) => clashes)));
}

/** A claim as it stands on its own question, or, without one, by itself. */
export function saidBy({ questions }: TopicAnalysis, claim: Claim): Said {
  const own = questions.find(({ question }) => question.id === claim.question);
  return own?.said.find((one) => one.claim === claim && !one.implied) ?? saidAlone(claim);
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
