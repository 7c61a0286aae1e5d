import type { Fields, Reason, Row } from '../importers/sheet.ts';
import { unreadAnswers } from './answers.ts';
import type { Candidate } from './candidate.ts';
import { type Base, type Draft, draftsOf } from './drafts.ts';
import { claimTree, hoistedFor } from './entries.ts';
import { type Kept, keptBy } from './kept.ts';
import { type Parts, partsOf } from './parts.ts';
import type { Asking } from './questions.ts';
import type { Met } from './speakers.ts';
import { validated } from './validated.ts';

/** What comes of one row. Every row comes to exactly one of the three. */
export type Outcome =
  | { readonly line: number; readonly result: 'added'; readonly draft: Draft; readonly asking: Asking | undefined }
  | {
      readonly line: number;
      readonly result: 'there';
      readonly draft: Draft;
      readonly asking: Asking | undefined;
      /** The claim in the ledger, or the row of the file, that it is. */
      readonly as: string;
    }
  | { readonly line: number; readonly result: 'refused'; readonly reasons: readonly Reason[] };

/** What a file of rows comes to in a ledger. */
export interface Intake {
  /** By line. */
  readonly outcomes: readonly Outcome[];
  /** What rows say of things that are in the ledger already and stay as they are there. */
  readonly kept: readonly Kept[];
}

/**
 * Holds rows against a ledger: where each belongs, whether it is there already, and what of it the format or its
 * question refuses. Nothing that stands in the ledger is changed; a row is added whole or not at all.
 */
export function intake(rows: readonly Row[], base: Base): Intake {
  const drafts = draftsOf(base);
  const placed = rows
    .map((row) => ({ row, parts: partsOf(row.fields) }))
    .sort((a, b) => placeOf(a.parts) - placeOf(b.parts));
  const outcomes: Outcome[] = [];
  const candidates: Candidate[] = [];
  const refuse = (line: number, reasons: readonly Reason[]): void =>
    void outcomes.push({ line, result: 'refused', reasons });
  for (const { row, parts } of placed) {
    const { line, faults } = row;
    const { claim, question, reasons } = validated(parts);
    const faulty = new Set(faults.map(({ column }) => column));
    const all = [
      ...faults,
      ...reasons.filter(({ column }) => (column === undefined ? faults.length === 0 : !faulty.has(column))),
    ];
    const draft = all.length > 0 ? undefined : drafts.find(parts);
    if (draft === undefined) refuse(line, all);
    else if ('message' in draft) refuse(line, [draft]);
    else if (parts.isSilent) outcomes.push(silent(line, draft, parts));
    else {
      const asking = draft.questions.find(parts);
      if (asking !== undefined && 'message' in asking) refuse(line, [asking]);
      else if (claim !== undefined) candidates.push({ line, parts, claim, question, draft, asking });
      if (parts.rest.size > 0) draft.rest.push(parts.rest);
    }
  }
  const unread = unreadIn(candidates);
  const hoisted = hoistedFor(candidates.filter((one) => !unread.has(one)));
  const kept = keptBy();
  for (const one of candidates) {
    const reason = unread.get(one);
    outcomes.push(
      reason === undefined
        ? enter(one, hoisted(one), kept.look)
        : { line: one.line, result: 'refused', reasons: [reason] },
    );
  }
  return { outcomes: outcomes.sort((a, b) => a.line - b.line), kept: kept.all() };
}

// Rows of an export stand in the order of the ledger, however its sheet was sorted.
function placeOf({ place }: Parts): number {
  return place ?? Number.MAX_SAFE_INTEGER;
}

function silent(line: number, draft: Draft, { rest }: Parts): Outcome {
  const isThere = draft.topic !== undefined || draft.rest.length > 0;
  draft.rest.push(rest);
  const outcome = { line, draft, asking: undefined };
  return isThere ? { ...outcome, result: 'there', as: draft.id } : { ...outcome, result: 'added' };
}

function unreadIn(candidates: readonly Candidate[]): ReadonlyMap<Candidate, Reason> {
  const byQuestion = new Map<Asking, Candidate[]>();
  for (const one of candidates) {
    if (one.asking === undefined) continue;
    const own = byQuestion.get(one.asking);
    if (own === undefined) byQuestion.set(one.asking, [one]);
    else own.push(one);
  }
  const unread = new Map<Candidate, Reason>();
  for (const [asking, all] of byQuestion) {
    const reasons = unreadAnswers(
      asking,
      all[0]?.question ?? {},
      all.map(({ claim }) => claim.answer),
    );
    for (const [index, reason] of reasons.entries()) {
      const one = all[index];
      if (one !== undefined && reason !== undefined) unread.set(one, reason);
    }
  }
  return unread;
}

function enter(candidate: Candidate, hoisted: Fields, look: (candidate: Candidate, met: Met) => void): Outcome {
  const { line, parts, claim, draft, asking } = candidate;
  const met = draft.speakers.find(parts, hoisted);
  if ('message' in met) return { line, result: 'refused', reasons: [met] };
  const cited = draft.sources.find(parts);
  if ('message' in cited) return { line, result: 'refused', reasons: [cited] };
  const said = { line, parts, claim, question: asking?.question?.id ?? asking?.ask ?? '', met, cited };
  const standing = draft.known.look(said);
  if (standing !== 'new' && 'message' in standing) return { line, result: 'refused', reasons: [standing] };
  look(candidate, met);
  if (standing !== 'new') return { line, result: 'there', draft, asking, as: standing.there };
  const id = draft.known.take(said);
  draft.speakers.take(met);
  for (const one of cited) draft.sources.take(one);
  for (const id of parts.shared.speakers) draft.shared.speakers.add(id);
  for (const id of parts.shared.sources) draft.shared.sources.add(id);
  (asking?.claims ?? draft.claims).push(claimTree(parts, met, cited, id));
  return { line, result: 'added', draft, asking };
}
