import { campsData } from './camps.ts';
import { byColumn } from './columns.ts';
import { claimData, clashData, sourceData } from './data.ts';
import { claimsShown, type Sheet, type ShownQuestion } from './diff-sheet.ts';

/** A side-by-side as JSON gives it. */
export function diffData(sheet: Sheet, questions: readonly ShownQuestion[]): object {
  const { analysis, options, columns } = sheet;
  const { topic, byClaim } = analysis;
  const claims = claimsShown(sheet, questions);
  const cited = new Set(claims.flatMap((claim) => claim.sources));
  const sources = topic.sources.filter((source) => cited.has(source));
  return {
    topic: { id: topic.id, title: topic.title },
    by: options.by,
    columns: columns.titles,
    questions: questions.map((question) => questionData(question, columns)),
    claims: claims.map((claim) => claimData(claim, byClaim.get(claim.id) ?? [])),
    sources: sources.map(sourceData),
  };
}

function questionData({ asked, said, clashes }: ShownQuestion, columns: Sheet['columns']): object {
  const { question, kind, status } = asked;
  const answered = said.filter(({ words }) => words !== '');
  const cells = byColumn(columns, answered, ({ claim }) => claim).map((own, index) => ({
    column: columns.titles[index],
    answers: own.map(({ claim, words, implied }) => ({
      claim: claim.id,
      answer: (implied ? claim.implies?.get(question.id) : claim.answer) ?? words,
      ...(implied ? { implied } : {}),
    })),
  }));
  const { id, ask, time = 'fixed', about = 'fact' } = question;
  return { id, ask, kind, time, about, status, cells, clashes: clashes.map(clashData), ...campsData(asked) };
}
