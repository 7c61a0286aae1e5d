import { diffArrays } from 'diff';
import { tokensOf } from './tokens.ts';

/** A stretch of a text that changed: kept and old together are the old text, kept and new the new one. */
export interface DiffPiece {
  readonly mark: 'kept' | 'old' | 'new';
  readonly text: string;
}

/**
 * What changed between two texts, by words. What stands between two changes and is only blank goes with them, and where
 * little is kept, the texts stand whole: scraps of two sentences cannot be read.
 */
export function wordDiff(before: string, after: string): readonly DiffPiece[] {
  const spans = joined(spansBetween(tokensOf(before), tokensOf(after)));
  const kept = sizeOf(spans.filter(({ kept: isKept }) => isKept).map(({ old }) => old));
  const isTorn = kept * LEAST_KEPT < Math.min(sizeOf([before]), sizeOf([after]));
  return (isTorn ? [{ old: before, new: after, kept: false }] : spans).flatMap(bare).flatMap(piecesOf);
}

// Of the letters of the shorter text at least one in so many is kept.
const LEAST_KEPT = 3;

/** A stretch of both texts; where it is kept, the two are the same. */
interface Span {
  readonly old: string;
  readonly new: string;
  readonly kept: boolean;
}

function spansBetween(before: readonly string[], after: readonly string[]): readonly Span[] {
  const changes = diffArrays([...before], [...after], { maxEditLength: MOST_CHANGES });
  if (changes === undefined) return [{ old: before.join(''), new: after.join(''), kept: false }];
  return changes.map(({ value, added, removed }) => ({
    old: added ? '' : value.join(''),
    new: removed ? '' : value.join(''),
    kept: !added && !removed,
  }));
}

// The time grows with the square of the tokens that changed; texts that differ in more have little in common.
const MOST_CHANGES = 2000;

/** Changes that only blanks part are one. */
function joined(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const [index, span] of spans.entries()) {
    const isGap = span.kept && span.old.trim() === '' && index > 0 && index < spans.length - 1;
    const last = merged.at(-1);
    if (last !== undefined && !last.kept && (isGap || !span.kept)) {
      merged[merged.length - 1] = { old: last.old + span.old, new: last.new + span.new, kept: false };
    } else merged.push(span);
  }
  return merged;
}

/** A change without the blanks that both texts have at its ends. */
function bare(span: Span): readonly Span[] {
  if (span.kept) return [span];
  const [lead, trail] = [leadOf, trailOf].map((blanksOf) => {
    const [old, now] = [blanksOf(span.old), blanksOf(span.new)];
    return old === now && span.old.trim() !== '' && span.new.trim() !== '' ? old : '';
  });
  const inner = (text: string): string => text.slice(lead?.length, text.length - (trail?.length ?? 0));
  const blank = (text = ''): Span => ({ old: text, new: text, kept: true });
  const change: Span = { old: inner(span.old), new: inner(span.new), kept: false };
  return [blank(lead), change, blank(trail)].filter((one) => one.old !== '' || one.new !== '');
}

function leadOf(text: string): string {
  return text.slice(0, text.length - text.trimStart().length);
}

function trailOf(text: string): string {
  return text.slice(text.trimEnd().length);
}

function sizeOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.replace(/[^\p{L}\p{N}]/gu, '').length, 0);
}

function piecesOf(span: Span): readonly DiffPiece[] {
  if (span.kept) return [{ mark: 'kept', text: span.old }];
  const old: DiffPiece = { mark: 'old', text: span.old };
  return [old, { mark: 'new' as const, text: span.new }].filter(({ text }) => text !== '');
}
