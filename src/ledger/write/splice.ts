import type { Range } from '../../place.ts';

/** What takes the place of a stretch of a text; of an empty stretch, what is put in there. */
export interface Edit extends Range {
  readonly text: string;
}

/** The edit that puts a text in and takes nothing out. */
export function putIn(offset: number, text: string): Edit {
  return { start: offset, end: offset, text };
}

/** A text with edits made in it, which do not overlap. Those at one place stand in the order given. */
export function spliced(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, text: put } of edits.toSorted((a, b) => a.start - b.start)) {
    parts.push(text.slice(from, start), put);
    from = end;
  }
  return [...parts, text.slice(from)].join('');
}
