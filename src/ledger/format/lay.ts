import type { Comment } from './comments.ts';
import { fits, inBrackets, STEP, textLines, withComment } from './line.ts';
import { inOrder, isQuestions } from './order.ts';
import type { Part } from './parts.ts';
import type { Remarks } from './remarks.ts';
import type { Sheet } from './sheet.ts';
import { keyWords } from './words.ts';

/** A text whose parts are to be laid out anew, with the comments of each. */
export interface Layout {
  readonly sheet: Sheet;
  readonly remarks: (part: Part) => Remarks;
}

/** Lines, and what goes above them: comments, then perhaps an empty line. */
export interface Laid {
  readonly above: readonly Comment[];
  readonly blank: boolean;
  readonly lines: readonly string[];
}

/** All that a part holds, indented as far as told, with the comments at its end. */
export function inside(layout: Layout, part: Part, column: number): Laid {
  const lines: string[] = [];
  const [first, ...later] = inOrder(part).map((inner) => ({ inner, laid: laidOut(layout, inner, column) }));
  addLines(lines, first?.laid.lines ?? []);
  for (const { inner, laid } of later) {
    // Where the first of a list or map has come to stand elsewhere, the empty line above it has lost its reason.
    const blank = laid.blank && (inner !== part.parts[0] || laid.above.length > 0);
    addLaid(lines, { ...laid, blank }, column, isQuestions(part) ? 'apart' : 'close');
  }
  for (const comment of layout.remarks(part).tail) addComment(lines, comment, column);
  return { above: first?.laid.above ?? [], blank: first?.laid.blank ?? false, lines };
}

/** Adds lines and what goes above them. `apart`: after an empty line, whether one stood there or not. */
export function addLaid(
  lines: string[],
  { above, blank, lines: own }: Laid,
  column: number,
  by: 'apart' | 'close',
): void {
  if (by === 'apart') addBlank(lines);
  for (const comment of above) addComment(lines, comment, column);
  if (blank) addBlank(lines);
  addLines(lines, own);
}

/** Adds a comment on a line of its own. */
export function addComment(lines: string[], { words, blank }: Comment, column: number): void {
  if (blank) addBlank(lines);
  lines.push(indented(words, column));
}

function addBlank(lines: string[]): void {
  if (lines.length > 0 && lines.at(-1) !== '') lines.push('');
}

// Not all at once: a call takes no more than some hundred thousand arguments.
function addLines(lines: string[], more: readonly string[]): void {
  for (const line of more) lines.push(line);
}

function laidOut(layout: Layout, part: Part, column: number): Laid {
  const { above, between, within, below } = layout.remarks(part);
  const body = bodyOf(layout, part, column);
  const [first, ...others] = [...between, ...body.above];
  const lines = [...body.lines];
  for (const comment of within) addComment(lines, comment, column + STEP);
  for (const comment of below) addComment(lines, comment, column);
  if (first === undefined) return { above, blank: part.blank, lines };
  return { above: [...above, { ...first, blank: part.blank }, ...others], blank: body.blank, lines };
}

/** A part itself; `above` are the comments that have no place in it any more. */
function bodyOf(layout: Layout, part: Part, column: number): Laid {
  const { sheet, remarks } = layout;
  const { beside } = remarks(part);
  const head = `${' '.repeat(column)}${part.key === undefined ? '-' : `${keyWords(sheet, part)}:`}`;
  const last = beside.at(-1);
  const above = beside.slice(0, -1);
  if (part.value.kind === 'text') return { above, blank: false, lines: textLines(sheet, part, { head, column }, last) };
  const words = inBrackets(sheet, part);
  if (words !== undefined && fits(`${head} ${words}`)) {
    return { above, blank: false, lines: [withComment(`${head} ${words}`, last)] };
  }
  const inner = inside(layout, part, column + STEP);
  if (part.key === undefined) {
    const [line = '', ...others] = inner.lines;
    return {
      above: [...beside, ...inner.above],
      blank: inner.blank,
      lines: [`${head}${line.slice(head.length)}`, ...others],
    };
  }
  const lines = [withComment(head, last)];
  const [first, ...others] = inner.above;
  const top = first === undefined ? [] : [{ ...first, blank: false }, ...others];
  for (const comment of top) addComment(lines, comment, column + STEP);
  addLaid(lines, { ...inner, above: [], blank: inner.blank && top.length > 0 }, column + STEP, 'close');
  return { above, blank: false, lines };
}

function indented(words: string, column: number): string {
  return `${' '.repeat(column)}${words}`;
}
