import type { QuestionAnalysis, TopicAnalysis } from '../analysis/analyse.ts';
import type { Claim } from '../ledger/model.ts';
import type { View } from './block.ts';
import { claimData, sourceData, speakerData } from './data.ts';
import { each } from './lazy.ts';

/** Everything the ledger holds on topics, for programs. */
export function whole(analyses: Iterable<TopicAnalysis>): View {
  return { data: { topics: each(analyses, topicData) }, blocks: [] };
}

function topicData({ topic, questions, byClaim }: TopicAnalysis): object {
  const claimsData = (claims: readonly Claim[]): Iterable<object> =>
    each(claims, (claim) => claimData(claim, byClaim.get(claim.id) ?? []));
  const { id, title, summary, parties, note, speakers, sources, claims } = topic;
  return {
    id,
    title,
    summary,
    parties,
    note,
    speakers: speakers.map(speakerData),
    sources: sources.map(sourceData),
    questions: each(questions, (asked) => questionData(asked, claimsData)),
    claims: claimsData(claims),
  };
}

function questionData(
  { question, kind, status }: QuestionAnalysis,
  claimsData: (claims: readonly Claim[]) => Iterable<object>,
): object {
  const { topic: _topic, file: _file, path: _path, sound: _sound, idWritten: _written, claims, ...keys } = question;
  return { ...keys, kind, status, claims: claimsData(claims) };
}
