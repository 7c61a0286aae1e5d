import type { TopicAnalysis } from '../analysis/analyse.ts';
import type { Claim, Question, Source, Speaker, Topic } from '../ledger/model.ts';
import type { View } from './block.ts';
import { sourceData, speakerData } from './data.ts';
import { each, lazy } from './lazy.ts';
import { claimCells, firstSource, questionKeys, ROW_COLUMNS, strongestFirst, topicCells } from './row-columns.ts';
import type { RowTable } from './row-table.ts';

/**
 * One row for each claim, with all that the ledger holds on it, its question and its topic, so that a table of them can
 * be read back. `until` is set where the rows show the record of a day, and are no copy of the ledger.
 */
export function rows(analyses: Iterable<TopicAnalysis>, until?: number): View {
  const table = until === undefined ? tableOf(analyses, copied) : pickedRows(analyses, ({ claims }) => claims);
  return { data: {}, table, blocks: [] };
}

/** A row for each of the claims that `pick` gives of a topic, in its order: an extract, and no copy of the ledger. */
export function pickedRows(
  analyses: Iterable<TopicAnalysis>,
  pick: (analysis: TopicAnalysis) => readonly Claim[],
): RowTable {
  return tableOf(analyses, (analysis) => claimRows(analysis, pick(analysis)));
}

function tableOf(analyses: Iterable<TopicAnalysis>, rowsOf: (analysis: TopicAnalysis) => Iterable<Cells>): RowTable {
  const rows = lazy(function* () {
    for (const analysis of analyses) yield* rowsOf(analysis);
  });
  return { columns: ROW_COLUMNS.map(({ name, holds }) => ({ name, holds })), rows };
}

type Cells = readonly unknown[];

// A topic without a claim has a row all the same: it would be lost.
function copied(analysis: TopicAnalysis): Iterable<Cells> {
  const { topic, claims } = analysis;
  const rest = restOf(topic, claims);
  return claims.length === 0 ? [topicCells({ topic, rest })] : claimRows(analysis, claims, rest);
}

/** `rest` stands on the first of them. */
function claimRows(analysis: TopicAnalysis, claims: readonly Claim[], rest?: object): Iterable<Cells> {
  const { topic, byClaim } = analysis;
  const byId = new Map(topic.questions.map((question) => [question.id, question]));
  const places = new Map(analysis.claims.map((claim, index) => [claim, index + 1]));
  return each(claims, (claim) =>
    claimCells({
      topic,
      rest: claim === claims[0] ? rest : undefined,
      claim,
      question: byId.get(claim.question ?? ''),
      source: firstSource(claim),
      clashes: strongestFirst(byClaim.get(claim.id) ?? []),
      place: places.get(claim),
    }),
  );
}

/** What no row tells of: questions that nobody has answered, and speakers and sources that no claim names. */
function restOf(topic: Topic, claims: readonly Claim[]): object | undefined {
  const speaking = new Set<Speaker>();
  const cited = new Set<Source>();
  for (const { speaker, sources } of claims) {
    speaking.add(speaker);
    for (const source of sources) cited.add(source);
  }
  const rest = {
    questions: unanswered(topic.questions),
    speakers: topic.speakers.filter((speaker) => !speaking.has(speaker)).map(speakerData),
    sources: topic.sources.filter((source) => !cited.has(source)).map(sourceData),
  };
  const given = Object.entries(rest).filter(([, entries]) => entries.length > 0);
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

// Their place among the topic's questions is told, since no row shows it.
function unanswered(questions: readonly Question[]): readonly object[] {
  return questions.flatMap((question, index) => {
    const { id, idWritten, ask, claims } = question;
    return claims.length > 0
      ? []
      : [{ place: index + 1, ...(idWritten ? { id } : {}), ask, ...questionKeys(question) }];
  });
}
