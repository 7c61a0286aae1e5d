import type { Line, Piece } from '../line.ts';
import { type KeyChange, valueWords } from './keys.ts';
import { wordDiff } from './word-diff.ts';

/** A change of a key as a paragraph: prose by its words, all else from the one value to the other. */
export function changeLine(change: KeyChange): Line {
  const { key, before, after } = change;
  const name: Piece = { text: `${key.replaceAll('_', ' ')}: `, tone: 'faint' };
  if (isProse(change)) return [name, ...diffPieces(change.before ?? '', change.after ?? '')];
  if (before === undefined) return [name, { text: `${quoted(after)}, which was not given before` }];
  if (after === undefined) return [name, { text: `not given any more; it was ${quoted(before)}` }];
  return [name, { text: `from ${quoted(before)} to ${quoted(after)}` }];
}

/** True for texts that are told word by word. */
export function isProse(
  change: KeyChange,
): change is KeyChange & { readonly before?: string; readonly after?: string } {
  return PROSE.has(change.key);
}

const PROSE: ReadonlySet<string> = new Set([
  'says',
  'quote',
  'translation',
  'anonymous',
  'note',
  'ask',
  'measure',
  'title',
  'summary',
]);

/** What was taken out and put in, marked by signs that need no colour: `[-old-]{+new+}`. */
function diffPieces(before: string, after: string): Line {
  return wordDiff(before, after).map(({ mark, text }): Piece => {
    if (mark === 'kept') return { text };
    return mark === 'old' ? { text: `[-${text}-]`, tone: 'old' } : { text: `{+${text}+}`, tone: 'new' };
  });
}

function quoted(value: unknown): string {
  return `“${valueWords(value)}”`;
}
