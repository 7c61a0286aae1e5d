import { neutralise, width } from '../../text.ts';
import { LONGEST } from '../write/emit.ts';
import type { Comment } from './comments.ts';
import { holdsEntities, inOrder } from './order.ts';
import type { Part } from './parts.ts';
import type { Sheet } from './sheet.ts';
import { blockText, isOneLine, keyWords, textWords, wordLines } from './words.ts';

/** How far what a key or a dash holds is indented below it. */
export const STEP = 2;

/** Whether a line is short enough to be read at a glance. */
export function fits(line: string): boolean {
  return width(neutralise(line)) <= LONGEST;
}

/** The lines of a key or a dash and its text. */
export function textLines(
  sheet: Sheet,
  part: Part,
  { head, column }: { readonly head: string; readonly column: number },
  comment: Comment | undefined,
): readonly string[] {
  const { value } = part;
  if (value.kind !== 'text' || value.style === 'empty') return [withComment(head, comment)];
  if (value.style === 'folded' || value.style === 'literal') {
    const { sign, lines } = blockText(sheet, part, column);
    return [withComment(`${head} ${sign}`, comment), ...lines];
  }
  const isOne = isOneLine(sheet, part);
  const words = isOne ? [textWords(sheet, part, comment ? 'comment' : 'block')] : wordLines(sheet, part);
  const [first = '', ...others] = words;
  const wasBelow = part.key !== undefined && sheet.lineOf(value.range.start) > sheet.lineOf(part.start);
  const isBelow = wasBelow && !(isOne && fits(`${head} ${first}`));
  const lines = [
    ...(isBelow ? [head, deeper(first, column)] : [`${head} ${first}`]),
    ...others.map((line) => deeper(line, column)),
  ];
  return [...lines.slice(0, -1), withComment(lines.at(-1) ?? '', comment)];
}

/** A list or map in brackets on one line, where it stands so and holds nothing that needs lines of its own. */
export function inBrackets(sheet: Sheet, part: Part): string | undefined {
  const { value } = part;
  if (value.kind === 'text' || value.layout === 'block') return undefined;
  const isSmall = part.parts.length === 0 || (isOneLine(sheet, part) && !needsLines(part));
  return isSmall ? flowWords(sheet, part) : undefined;
}

/** A line with a comment behind it: in the column that it shared with others, else after as many blanks as there were. */
export function withComment(line: string, comment: Comment | undefined): string {
  if (comment === undefined) return line;
  const { words, column, aligned, gap = 1 } = comment;
  const blanks = aligned ? Math.max(Math.min(gap, 2), column - line.length) : gap;
  return `${line}${' '.repeat(Math.max(blanks, 1))}${words}`;
}

function needsLines(part: Part): boolean {
  return holdsEntities(part) || part.parts.some(needsLines);
}

function flowWords(sheet: Sheet, part: Part): string {
  const { value } = part;
  if (value.kind === 'text') return value.style === 'empty' ? '' : textWords(sheet, part, 'flow');
  if (value.kind === 'list') return `[${part.parts.map((item) => flowWords(sheet, item)).join(', ')}]`;
  const pairs = inOrder(part).map((entry) => `${keyWords(sheet, entry)}: ${flowWords(sheet, entry)}`.trimEnd());
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

function deeper(line: string, column: number): string {
  return line === '' ? '' : `${' '.repeat(column + STEP)}${line}`;
}
