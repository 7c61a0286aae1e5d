import type { QuestionAnalysis, TopicAnalysis } from '../analysis/analyse.ts';
import { Failure, someOf } from '../failure.ts';
import { type Claim, claimsOf } from '../ledger/model.ts';
import { nearestBeginning } from '../nearest.ts';
import { withCommas } from '../text.ts';
import { type Desk, readTopics, topicAt, topicIds } from './verb.ts';

/** A claim or question that a word on the command line names, with its topic. */
export type Named =
  | { readonly analysis: TopicAnalysis; readonly claim: Claim }
  | { readonly analysis: TopicAnalysis; readonly asked: QuestionAnalysis };

/** The topic part of `topic#claim`, if there is one. */
export function topicPart(word: string): string | undefined {
  const hash = word.indexOf('#');
  return hash > 0 ? word.slice(0, hash) : undefined;
}

/** A word with the id of a topic in the place of the path of its file, which may stand alone or before `#`. */
export function withTopicId(desk: Desk, word: string): string {
  const path = topicPart(word) ?? word;
  const id = topicAt(desk, path);
  return id === undefined ? word : `${id}${word.slice(path.length)}`;
}

/** The one claim that a word names: its id, a beginning that only one has, or either after `topic#`. */
export function claimNamed(analyses: readonly TopicAnalysis[], word: string): Claim {
  return one(
    word,
    'claim',
    candidates(analyses, word).flatMap((named) => ('claim' in named ? [{ id: named.claim.id, item: named }] : [])),
  ).claim;
}

/** The one claim or question that a word names. */
export function claimOrQuestionNamed(analyses: readonly TopicAnalysis[], word: string): Named {
  const all = candidates(analyses, word).map((named) => ({
    id: 'claim' in named ? named.claim.id : named.asked.question.id,
    item: named,
  }));
  return one(word, 'claim or question', all);
}

/** The one question of a topic that a word names. */
export function questionNamed(analysis: TopicAnalysis, word: string): QuestionAnalysis {
  return one(
    word,
    'question',
    analysis.questions.map((asked) => ({ id: asked.question.id, item: asked })),
  );
}

/** The topic that is meant when none is named: the ledger's only one. */
export function onlyTopic(desk: Desk): string | undefined {
  const ids = topicIds(desk);
  return ids.length === 1 ? ids[0] : undefined;
}

/** Reads the topic that a word names. Without a word the request fails with the topics there are. */
export function oneTopic(desk: Desk, word: string | undefined, until?: number): TopicAnalysis {
  const ids = word === undefined ? topicIds(desk) : [];
  if (word === undefined) throw new Failure(`which topic? There are ${someOf(ids)}`);
  const [analysis] = readTopics(desk, { topics: [word], until });
  if (analysis === undefined) throw new Failure(`the topic \`${word}\` could not be read; \`claims check\` says why`);
  return analysis;
}

function candidates(analyses: readonly TopicAnalysis[], word: string): readonly Named[] {
  const topic = topicPart(word);
  const within =
    topic === undefined
      ? analyses
      : analyses.filter((analysis) => analysis.topic.id === topic || analysis.topic.id.startsWith(topic));
  return within.flatMap((analysis): readonly Named[] => [
    ...claimsOf(analysis.topic).map((claim) => ({ analysis, claim })),
    ...analysis.questions.map((asked) => ({ analysis, asked })),
  ]);
}

function one<T>(word: string, what: string, all: readonly { readonly id: string; readonly item: T }[]): T {
  const id = word.slice(word.indexOf('#') + 1);
  const exact = all.filter((candidate) => candidate.id === id);
  const found = exact.length > 0 ? exact : all.filter((candidate) => candidate.id.startsWith(id));
  if (found.length === 1 && found[0] !== undefined) return found[0].item;
  if (found.length > 1)
    throw new Failure(
      `\`${word}\` could be ${withCommas(found.length)} of them: ${several(found.map((candidate) => candidate.id))}`,
    );
  const near = nearestBeginning(
    id,
    all.map((candidate) => candidate.id),
  );
  throw new Failure(`there is no ${what} \`${word}\`${near === undefined ? '' : `; did you mean \`${near}\`?`}`);
}

function several(ids: readonly string[]): string {
  const unique = [...new Set(ids)].slice(0, 5).map((id) => `\`${id}\``);
  return `${unique.join(', ')}${unique.length === 1 ? ' stands in several topics; write it as topic#id' : ''}`;
}
