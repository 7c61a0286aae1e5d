import type { TopicAnalysis } from '../analysis/analyse.ts';
import { claimsOf, type Question } from '../ledger/model.ts';
import type { View } from './block.ts';
import { sourceData, speakerData } from './data.ts';
import { questionKeys, ROW_COLUMNS, type Row } from './row-columns.ts';
import { defined } from './shown.ts';

/**
 * One row for each claim, with all that the ledger holds on it, its question and its topic, so that a table of them can
 * be read back. `until` is set where the rows show the record of a day, and are no copy of the ledger.
 */
export function rows(analyses: readonly TopicAnalysis[], until?: number): View {
  const all = { [Symbol.iterator]: () => rowsOf(analyses, until === undefined ? 'copy' : 'record') };
  const columns = ROW_COLUMNS.map(({ name, holds }) => ({ name, holds }));
  return { data: {}, rows: all, columns, blocks: [] };
}

// Made when it is asked for: a row leaves before the next one is made.
function* rowsOf(analyses: readonly TopicAnalysis[], purpose: 'copy' | 'record'): Generator<object> {
  for (const analysis of analyses) {
    const { topic, byClaim } = analysis;
    const byId = new Map(topic.questions.map((question) => [question.id, question]));
    for (const [index, claim] of claimsOf(topic).entries()) {
      yield record({
        topic,
        claim,
        question: claim.question === undefined ? undefined : byId.get(claim.question),
        clashes: byClaim.get(claim.id) ?? [],
        place: index + 1,
        rest: index === 0 && purpose === 'copy' ? restOf(analysis) : undefined,
      });
    }
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
