/** A text file as it was read: its path as the user would type it, and its decoded text. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** Where a value stands in a file's tree: keys of maps and indexes of lists, outermost first. */
export type Path = readonly (string | number)[];

/** A stretch of a text in UTF-16 units, the end not included. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * What a finding points at. By path while nobody needs a position (finding one costs a second pass over the file),
 * by range where the reader stands on the text anyway, or at a file as a whole.
 */
export type Place =
  | { readonly file: string; readonly path: Path; readonly part: 'key' | 'value' }
  | { readonly file: string; readonly range: Range }
  | { readonly file: string };

/** A line and a column in a file, both from 1; a column counts UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The lines of a text, which is looked through once; they end at LF, CRLF or a lone CR, as YAML has it. */
export interface Lines {
  readonly positionOf: (offset: number) => Position;
  /** The text of a line (numbered from 1) without its line end. */
  readonly textOf: (line: number) => string;
}

export function linesOf(text: string): Lines {
  const starts = startsOf(text);
  return {
    positionOf: (offset) => {
      const line = lineOf(starts, offset);
      return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
    },
    textOf: (line) => {
      const start = starts[line - 1] ?? text.length;
      let end = starts[line] ?? text.length;
      if (end > start && text.charCodeAt(end - 1) === LF) end -= 1;
      if (end > start && text.charCodeAt(end - 1) === CR) end -= 1;
      return text.slice(start, end);
    },
  };
}

// A file may have millions of lines: they are counted first, so that no more is held than where each begins.
function startsOf(text: string): Uint32Array {
  const starts = new Uint32Array(1 + countLineEnds(text));
  let line = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!endsLine(text, at)) continue;
    line += 1;
    starts[line] = at + 1;
  }
  return starts;
}

function countLineEnds(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if (endsLine(text, at)) count += 1;
  return count;
}

function endsLine(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === LF || (code === CR && text.charCodeAt(at + 1) !== LF);
}

const LF = 10;
const CR = 13;

function lineOf(starts: Uint32Array, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
