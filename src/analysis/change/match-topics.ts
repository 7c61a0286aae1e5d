import { type Claim, claimsOf, type Question } from '../../ledger/model.ts';
import { fold } from '../../text.ts';
import type { QuestionAnalysis, TopicAnalysis } from '../analyse.ts';
import { CLAIM_KEYS, keysOnQuestion, type Match, matches, paired } from './match-claims.ts';

/** A topic before and after, its questions and claims matched. */
export interface TopicMatch {
  readonly before: TopicAnalysis | undefined;
  readonly after: TopicAnalysis | undefined;
  readonly questions: readonly Match<QuestionAnalysis>[];
  readonly claims: readonly Match<Claim>[];
}

/**
 * Matches topics by their ids. A topic whose id is new is one that went under another name where the two have the same
 * title, or share at least half of the claims of the smaller by their written ids or words.
 */
export function matchTopics(before: readonly TopicAnalysis[], after: readonly TopicAnalysis[]): readonly TopicMatch[] {
  const sameId = paired(before, after, [({ topic }) => topic.id]);
  const kept = new Set(sameId.values());
  const renamed = new Map(sameId);
  const gone = before.filter((one) => !kept.has(one));
  for (const one of after.filter((topic) => !sameId.has(topic))) {
    const former =
      gone.find(({ topic }) => fold(topic.title) === fold(one.topic.title)) ??
      gone.find((other) => sharesClaims(other, one));
    if (former === undefined) continue;
    renamed.set(one, former);
    gone.splice(gone.indexOf(former), 1);
  }
  return matches(before, after, renamed).map((match) => within(match.before, match.after));
}

function sharesClaims(before: TopicAnalysis, after: TopicAnalysis): boolean {
  const [old, now] = [claimsOf(before.topic), claimsOf(after.topic)];
  const smaller = Math.min(old.length, now.length);
  return smaller > 0 && 2 * paired(old, now, CLAIM_KEYS).size >= smaller;
}

// Claims are known again first, so that a question that was put anew is known by them, and further claims by it.
function within(before: TopicAnalysis | undefined, after: TopicAnalysis | undefined): TopicMatch {
  const [asked, asks] = [before?.questions ?? [], after?.questions ?? []];
  const [old, now] = [before && claimsOf(before.topic), after && claimsOf(after.topic)].map((claims) => claims ?? []);
  const surely = paired(old ?? [], now ?? [], CLAIM_KEYS);
  const questions = pairedQuestions(asked, asks, surely);
  const formerId = new Map([...questions].map(([later, earlier]) => [later.question.id, earlier.question.id]));
  const isNow = new Set(now);
  const keys = keysOnQuestion((claim) =>
    isNow.has(claim) ? claim.question && formerId.get(claim.question) : claim.question,
  );
  const claims = paired(old ?? [], now ?? [], keys, surely);
  return {
    before,
    after,
    questions: matches(asked, asks, questions),
    claims: matches(old ?? [], now ?? [], claims),
  };
}

/** By id, then by what is asked, then by the claims: at least half of the smaller's. */
function pairedQuestions(
  before: readonly QuestionAnalysis[],
  after: readonly QuestionAnalysis[],
  claims: ReadonlyMap<Claim, Claim>,
): ReadonlyMap<QuestionAnalysis, QuestionAnalysis> {
  const pairs = new Map(paired(before, after, [({ question }) => question.id, ({ question }) => fold(question.ask)]));
  const taken = new Set(pairs.values());
  for (const one of after.filter((asked) => !pairs.has(asked))) {
    const former = before.find((other) => !taken.has(other) && isPutAnew(other.question, one.question, claims));
    if (former === undefined) continue;
    pairs.set(one, former);
    taken.add(former);
  }
  return pairs;
}

function isPutAnew(before: Question, after: Question, claims: ReadonlyMap<Claim, Claim>): boolean {
  const shared = after.claims.filter((claim) => claims.get(claim)?.question === before.id).length;
  return shared > 0 && 2 * shared >= Math.min(before.claims.length, after.claims.length);
}
