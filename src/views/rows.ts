import type { TopicAnalysis } from '../analysis/analyse.ts';
import { type Claim, claimsOf, type Question } from '../ledger/model.ts';
import type { RowTable, View } from './block.ts';
import { sourceData, speakerData } from './data.ts';
import { questionKeys, ROW_COLUMNS, type Row } from './row-columns.ts';
import { defined } from './shown.ts';

/** A copy is made to be read back, and tells all; an extract shows some claims, or the record of a day. */
type Purpose = 'copy' | 'extract';

/**
 * One row for each claim, with all that the ledger holds on it, its question and its topic, so that a table of them can
 * be read back. `until` is set where the rows show the record of a day, and are no copy of the ledger.
 */
export function rows(analyses: readonly TopicAnalysis[], until?: number): View {
  const table = tableOf(analyses, ({ topic }) => claimsOf(topic), until === undefined ? 'copy' : 'extract');
  return { data: {}, rows: table.rows, table, blocks: [] };
}

/** A row for each of the claims that `pick` gives of a topic, in its order. */
export function tableOf(
  analyses: readonly TopicAnalysis[],
  pick: (analysis: TopicAnalysis) => readonly Claim[],
  purpose: Purpose = 'extract',
): RowTable {
  // Made when it is asked for: a row leaves before the next one is made.
  function* all(): Generator<object> {
    for (const analysis of analyses) yield* rowsOf(analysis, pick(analysis), purpose);
  }
  const columns = ROW_COLUMNS.map(({ name, holds }) => ({ name, holds }));
  return { columns, rows: { [Symbol.iterator]: all } };
}

function* rowsOf(analysis: TopicAnalysis, claims: readonly Claim[], purpose: Purpose): Generator<object> {
  const { topic, byClaim } = analysis;
  const byId = new Map(topic.questions.map((question) => [question.id, question]));
  const places = new Map(claimsOf(topic).map((claim, index) => [claim, index + 1]));
  for (const claim of claims) {
    const place = places.get(claim) ?? 0;
    yield record({
      topic,
      claim,
      question: byId.get(claim.question ?? ''),
      clashes: byClaim.get(claim.id) ?? [],
      place,
      rest: place === 1 && purpose === 'copy' ? restOf(analysis) : undefined,
    });
  }
}

function record(row: Row): object {
  return defined(Object.fromEntries(ROW_COLUMNS.map(({ name, of }) => [name, of(row)])));
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
