import type { Sheet } from '../importers/sheet.ts';
import type { Draft } from '../intake/drafts.ts';
import type { Outcome } from '../intake/intake.ts';
import type { Plan } from '../intake/plan.ts';
import { defined } from './shown.ts';

/** A file of claims, what of it goes into the ledger, and whether it has been written. */
export interface Imported {
  readonly file: string;
  readonly sheet: Sheet;
  readonly plan: Plan;
  readonly done: 'planned' | 'written';
}

/** What comes of every row, for programs: rows are the sum of those added, those already there and those refused. */
export function importData({ file, sheet, plan, done }: Imported): object {
  const { outcomes, drafts, kept, changes } = plan;
  const of = <R extends Outcome['result']>(result: R): readonly Extract<Outcome, { result: R }>[] =>
    outcomes.filter((one): one is Extract<Outcome, { result: R }> => one.result === result);
  return {
    file,
    format: sheet.format,
    counted: sheet.counted,
    written: done === 'written',
    columns: sheet.headings.map(({ name, column, reason }) => ({ name, ...defined({ becomes: column, reason }) })),
    counts: {
      rows: outcomes.length,
      added: of('added').length,
      there: of('there').length,
      refused: of('refused').length,
    },
    topics: drafts.map((draft) => topicData(draft, outcomes)),
    added: of('added').map(({ line, draft }) => ({ line, topic: draft.id })),
    there: of('there').map(({ line, draft, as }) => ({ line, topic: draft.id, as })),
    refused: of('refused').map(({ line, reasons }) => ({ line, reasons })),
    kept,
    files: changes.map(({ path, before }) => ({ path, new: before === undefined })),
  };
}

function topicData(draft: Draft, outcomes: readonly Outcome[]): object {
  const own = outcomes.filter((one) => one.result !== 'refused' && one.draft === draft);
  const askings = new Set(own.flatMap((one) => (one.result === 'refused' ? [] : [one.asking])));
  return {
    id: draft.id,
    title: draft.title,
    new: draft.topic === undefined,
    questions: [...askings].map((asking) => ({
      ...defined({ id: asking?.question?.id, ask: asking?.ask }),
      new: asking !== undefined && asking.question === undefined,
      added: own.filter((one) => one.result === 'added' && one.asking === asking).length,
      there: own.filter((one) => one.result === 'there' && one.asking === asking).length,
    })),
    speakers: [...draft.speakers.entries().keys()],
    sources: [...draft.sources.entries().keys()],
  };
}
