import type { TopicAnalysis } from '../analysis/analyse.ts';
import { type Claim, claimsOf, type Question } from '../ledger/model.ts';
import type { View } from './block.ts';
import { sourceData, speakerData } from './data.ts';
import { type FilledColumn, questionKeys, ROW_COLUMNS, TOPIC_COLUMNS } from './row-columns.ts';
import type { RowTable } from './row-table.ts';
import { defined } from './shown.ts';

/**
 * One row for each claim, with all that the ledger holds on it, its question and its topic, so that a table of them can
 * be read back. `until` is set where the rows show the record of a day, and are no copy of the ledger.
 */
export function rows(analyses: readonly TopicAnalysis[], until?: number): View {
  const table = until === undefined ? tableOf(analyses, copied) : pickedRows(analyses, ({ topic }) => claimsOf(topic));
  return { data: {}, rows: table.rows, table, blocks: [] };
}

/** A row for each of the claims that `pick` gives of a topic, in its order: an extract, and no copy of the ledger. */
export function pickedRows(
  analyses: readonly TopicAnalysis[],
  pick: (analysis: TopicAnalysis) => readonly Claim[],
): RowTable {
  return tableOf(analyses, (analysis) => claimRows(analysis, pick(analysis)));
}

function tableOf(analyses: readonly TopicAnalysis[], rowsOf: (analysis: TopicAnalysis) => Iterable<object>): RowTable {
  // Made when it is asked for: a row leaves before the next one is made.
  function* all(): Generator<object> {
    for (const analysis of analyses) yield* rowsOf(analysis);
  }
  const columns = ROW_COLUMNS.map(({ name, holds }) => ({ name, holds }));
  return { columns, rows: { [Symbol.iterator]: all } };
}

// A topic without a claim has a row all the same: it would be lost.
function* copied(analysis: TopicAnalysis): Generator<object> {
  const { topic } = analysis;
  const claims = claimsOf(topic);
  const rest = restOf(analysis);
  if (claims.length === 0) yield record(TOPIC_COLUMNS, { topic, rest });
  yield* claimRows(analysis, claims, rest);
}

/** `rest` stands on the first of them. */
function* claimRows(
  { topic, byClaim }: TopicAnalysis,
  claims: readonly Claim[],
  rest?: object | undefined,
): Generator<object> {
  const byId = new Map(topic.questions.map((question) => [question.id, question]));
  const places = new Map(claimsOf(topic).map((claim, index) => [claim, index + 1]));
  for (const claim of claims) {
    yield record(ROW_COLUMNS, {
      topic,
      claim,
      question: byId.get(claim.question ?? ''),
      clashes: byClaim.get(claim.id) ?? [],
      place: places.get(claim),
      rest: claim === claims[0] ? rest : undefined,
    });
  }
}

function record<R>(columns: readonly FilledColumn<R>[], row: R): object {
  return defined(Object.fromEntries(columns.map(({ name, of }) => [name, of(row)])));
}

/** What no row tells of: questions that nobody has answered, and speakers and sources that no claim names. */
function restOf({ topic }: TopicAnalysis): object | undefined {
  const claims = claimsOf(topic);
  const speaking = new Set(claims.map(({ speaker }) => speaker));
  const cited = new Set(claims.flatMap(({ sources }) => sources));
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
