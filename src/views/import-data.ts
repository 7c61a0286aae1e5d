import type { Sheet } from '../importers/sheet.ts';
import type { Draft } from '../intake/drafts.ts';
import type { Outcome } from '../intake/intake.ts';
import type { Plan } from '../intake/plan.ts';
import type { Asking } from '../intake/questions.ts';
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
  const { outcomes, kept, changes } = plan;
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
    topics: [...tallied(outcomes)].map(([draft, tally]) => topicData(draft, tally)),
    added: of('added').map(({ line, draft }) => ({ line, topic: draft.id })),
    there: of('there').map(({ line, draft, as }) => ({ line, topic: draft.id, as })),
    refused: of('refused').map(({ line, reasons }) => ({ line, reasons })),
    kept,
    files: changes.map(({ path, before }) => ({ path, new: before === undefined })),
  };
}

function topicData(draft: Draft, tally: ReadonlyMap<Asking | undefined, Tallied>): object {
  return {
    id: draft.id,
    title: draft.title,
    new: draft.topic === undefined,
    questions: [...tally].map(([asking, counts]) => ({
      ...defined({ id: asking?.question?.id, ask: asking?.ask }),
      new: asking !== undefined && asking.question === undefined,
      ...counts,
    })),
    speakers: [...draft.speakers.entries().keys()],
    sources: [...draft.sources.entries().keys()],
  };
}

/** How many rows of a question are added, and how many are there already. */
interface Tallied {
  added: number;
  there: number;
}

/** By topic and question; undefined for claims without a question. */
export type Tally = ReadonlyMap<Draft, ReadonlyMap<Asking | undefined, Readonly<Tallied>>>;

export function tallied(outcomes: readonly Outcome[]): Tally {
  const tally = new Map<Draft, Map<Asking | undefined, Tallied>>();
  for (const one of outcomes) {
    if (one.result === 'refused') continue;
    const own = tally.get(one.draft) ?? new Map<Asking | undefined, Tallied>();
    const counts = own.get(one.asking) ?? { added: 0, there: 0 };
    counts[one.result] += 1;
    tally.set(one.draft, own.set(one.asking, counts));
  }
  return tally;
}
