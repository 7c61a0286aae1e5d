import { analyseTopic } from '../../src/analysis/analyse.ts';
import type { Clash } from '../../src/analysis/clash.ts';
import { compare, comparePart } from '../../src/analysis/compare.ts';
import { type Asked, askedIn, type Said } from '../../src/analysis/said.ts';
import type { Status } from '../../src/analysis/status.ts';
import type { Verdict } from '../../src/answers/meet.ts';
import { type AnyTopic, fileOf } from './arbitrary.ts';
import { topicFrom, topicOf } from './topic.ts';

export interface Pair {
  readonly a: Said;
  readonly b: Said;
  readonly asked: Asked;
  readonly found: Verdict;
}

/** Every two claims on one question. */
export function pairsIn(any: AnyTopic): readonly Pair[] {
  return askedIn(topicOf(fileOf(any))).flatMap((asked) =>
    asked.said.flatMap((a, index) =>
      asked.said.slice(index + 1).map((b) => ({ a, b, asked, found: compare(a, b, asked.question).verdict })),
    ),
  );
}

export interface PartPair {
  readonly part: Said;
  readonly whole: Said;
  readonly verdict: (part: Said, whole: Said) => Verdict;
  readonly found: Verdict;
}

/** Every claim on a part with every claim on its whole. */
export function partPairsIn(any: AnyTopic): readonly PartPair[] {
  const [part, whole] = askedIn(topicOf(fileOf(any)));
  if (part === undefined || whole === undefined || part.question.part_of === undefined) return [];
  const verdict = (a: Said, b: Said): Verdict => comparePart(a, b, part.question, whole.question).verdict;
  return part.said.flatMap((a) => whole.said.map((b) => ({ part: a, whole: b, verdict, found: verdict(a, b) })));
}

/** The verdicts on the first claim against the others as it is answered one way, and another. */
export function reworded(
  any: AnyTopic,
  before: string,
  after: string,
): readonly { readonly before: Verdict; readonly after: Verdict }[] {
  const [first] = any.questions;
  if (first === undefined) return [];
  const verdicts = (answer: string): readonly Verdict[] => {
    const claims = first.claims.map((claim, index) => (index === 0 ? { ...claim, answer } : claim));
    const [asked] = askedIn(topicFrom(first.question, claims));
    const [one, ...others] = asked?.said ?? [];
    return asked && one ? others.map((other) => compare(one, other, asked.question).verdict) : [];
  };
  const then = verdicts(after);
  return verdicts(before).map((verdict, index) => ({ before: verdict, after: then[index] ?? 'contradiction' }));
}

/** The same topic with another `time` on all its questions. */
export function timed(any: AnyTopic, time: string): AnyTopic {
  return { ...any, questions: any.questions.map((one) => ({ ...one, question: { ...one.question, time } })) };
}

export interface Listings {
  readonly told: readonly Clash[];
  readonly all: readonly Clash[];
  /** The question's status as it follows from either. */
  readonly statuses: readonly (Status | undefined)[];
  /** Each speaker's claims with an answer, by id, in the order of their days. */
  readonly chains: readonly (readonly string[])[];
}

/** What is listed of each question's clashes, and all of them. */
export function listings(any: AnyTopic): readonly Listings[] {
  const topic = topicOf(fileOf(any));
  const all = analyseTopic(topic, 'pairs').questions;
  const { questions, replaced } = analyseTopic(topic);
  const inView = ({ claim }: Said): boolean => !replaced.has(claim);
  return questions.map(({ said, clashes, status }, index) => ({
    told: clashes,
    all: all[index]?.clashes ?? [],
    statuses: [status, all[index]?.status],
    chains: ['ann', 'ben', 'cleo', 'dan', 'eve'].map((speaker) => chainOf(said.filter(inView), speaker)),
  }));
}

function chainOf(said: readonly Said[], speaker: string): readonly string[] {
  const day = ({ claim }: Said): number => (claim.as_of ?? claim.date)?.first ?? Number.MAX_SAFE_INTEGER;
  const isAnswered = ({ answer }: Said): boolean => answer !== undefined && answer.form !== 'no comment';
  const isOwn = ({ claim }: Said): boolean => claim.speaker.id === speaker && !claim.via && !claim.anonymous;
  const own = said.filter((one) => isAnswered(one) && isOwn(one));
  const order = (a: Said, b: Said): number => day(a) - day(b) || (a.claim.id < b.claim.id ? -1 : 1);
  return own.sort(order).map(({ claim }) => claim.id);
}
