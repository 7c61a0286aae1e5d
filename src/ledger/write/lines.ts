import type { Outline } from '../reader/tree.ts';

/** The offset at which the last word of a value ends, without blanks, comments and line ends behind it. */
export function endOf(outline: Outline): number {
  if (outline.kind === 'text' || outline.layout === 'flow') return outline.range.end;
  if (outline.kind === 'map') {
    const last = outline.entries.at(-1);
    return last === undefined ? outline.range.end : Math.max(last.at.end, endOf(last.value));
  }
  const last = outline.items.at(-1);
  return last === undefined ? outline.range.end : Math.max(last.at + 1, endOf(last.value));
}

/** The end of the line that an offset is on, its line end not included. */
export function lineEnd(text: string, offset: number): number {
  const found = /[\r\n]/u.exec(text.slice(offset));
  return found === null ? text.length : offset + found.index;
}

/** How many characters stand before an offset on its line. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** The first of the line ends of a text, which those that are put in follow. */
export function lineEndOf(text: string): string {
  return /\r\n|\n|\r/u.exec(text)?.[0] ?? '\n';
}

/** The end of the line on which what stands before `offset` ends, with the comments below that belong to it. */
export function endWithComments(text: string, offset: number, isOwn: (comment: Comment) => boolean): number {
  let end = lineEnd(text, offset);
  let apart = false;
  for (const { line, from } of linesAfter(text, end)) {
    const indent = /^[ ]*/u.exec(line)?.[0].length ?? 0;
    if (line.trim() === '') apart = true;
    else if (line.charAt(indent) === '#' && isOwn({ column: indent, apart })) end = from + line.length;
    else break;
  }
  return end;
}

/** A line of comment: how far it is indented, and whether an empty line is between it and what stands above. */
export interface Comment {
  readonly column: number;
  readonly apart: boolean;
}

function* linesAfter(text: string, end: number): Generator<{ readonly line: string; readonly from: number }> {
  for (let at = end; at < text.length; ) {
    const from = at + (text.startsWith('\r\n', at) ? 2 : 1);
    at = lineEnd(text, from);
    yield { line: text.slice(from, at), from };
  }
}

function lineStart(text: string, offset: number): number {
  const before = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1));
  return offset === 0 ? 0 : before + 1;
}
