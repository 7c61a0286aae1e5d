import type { TopicAnalysis } from '../analysis/analyse.ts';
import type { Claim } from '../ledger/model.ts';
import type { View } from './block.ts';
import { claimData, sourceData, speakerData } from './data.ts';
import { defined } from './shown.ts';

/** Everything the ledger holds on topics, for programs. */
export function whole(analyses: readonly TopicAnalysis[]): View {
  const topics = analyses.map(topicData);
  return { data: { topics }, rows: topics, blocks: [] };
}

function topicData({ topic, questions, byClaim }: TopicAnalysis): object {
  const claimsData = (claims: readonly Claim[]): readonly object[] =>
    claims.map((claim) => claimData(claim, byClaim.get(claim.id) ?? []));
  const { id, title, summary, parties, note, speakers, sources, claims } = topic;
  return {
    id,
    title,
    ...defined({ summary, parties, note }),
    speakers: speakers.map(speakerData),
    sources: sources.map(sourceData),
    questions: questions.map(({ question, kind, status }) => {
      const {
        topic: _topic,
        file: _file,
        path: _path,
        sound: _sound,
        idWritten: _written,
        claims: own,
        ...keys
      } = question;
      return { ...keys, kind, status, claims: claimsData(own) };
    }),
    claims: claimsData(claims),
  };
}
