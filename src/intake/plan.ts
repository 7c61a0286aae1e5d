import type { Row } from '../importers/sheet.ts';
import { changesOf, type FileChange } from './changes.ts';
import type { Base, Draft } from './drafts.ts';
import { type Intake, intake, type Outcome } from './intake.ts';

/** What a file of rows comes to, and the files of the ledger as they are to become. */
export interface Plan extends Intake {
  readonly changes: readonly FileChange[];
}

/** The files of a ledger: what stands at a path, and which of them serves all topics. */
export interface Files {
  readonly textOf: (path: string) => string | undefined;
  readonly shared: string;
}

/** Plans how rows are added to a ledger. Rows for a file that cannot be written to are refused. */
export function plan(rows: readonly Row[], base: Base, files: Files): Plan {
  const { outcomes, kept } = intake(rows, base);
  const { changes, left } = written(outcomes, new Set(), files);
  return { outcomes: left, kept, changes };
}

interface Written {
  readonly changes: readonly FileChange[];
  readonly left: readonly Outcome[];
}

/** `closed` are the topics that nothing can be put into. */
function written(outcomes: readonly Outcome[], closed: ReadonlySet<Draft>, files: Files): Written {
  const drafts = draftsIn(outcomes).filter((draft) => !closed.has(draft));
  const result = changesOf(drafts, files.textOf, files.shared);
  if ('changes' in result) return { changes: result.changes, left: outcomes };
  const { path, refused } = result;
  const more = drafts.filter((draft) => draft.path === path || path === files.shared);
  const reason = { message: `\`${path}\` ${refused}`, hint: 'nothing is added to that file' };
  const left = outcomes.map(
    (one): Outcome =>
      one.result === 'added' && more.includes(one.draft)
        ? { line: one.line, result: 'refused', reasons: [reason] }
        : one,
  );
  return written(left, new Set([...closed, ...more]), files);
}

/** A plan in which some files have changed meanwhile: what comes of the rows for those is what a later plan says. */
export function replanned(first: Plan, later: Plan, path: string): Plan {
  const now = new Map(later.outcomes.map((one) => [one.line, one]));
  const isOf = (one: Outcome): boolean => one.result !== 'refused' && one.draft.path === path;
  const outcomes = first.outcomes.map((one) => (isOf(one) ? (now.get(one.line) ?? one) : one));
  return { ...first, outcomes };
}

function draftsIn(outcomes: readonly Outcome[]): readonly Draft[] {
  return [...new Set(outcomes.flatMap((one) => (one.result === 'refused' ? [] : [one.draft])))];
}
