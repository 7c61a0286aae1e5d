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
  const starts = [0];
  const ends: number[] = [];
  for (const { 0: lineEnd, index } of text.matchAll(/\r\n|\n|\r/gu)) {
    ends.push(index);
    starts.push(index + lineEnd.length);
  }
  return {
    positionOf: (offset) => {
      const line = lineOf(starts, offset);
      return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
    },
    textOf: (line) => text.slice(starts[line - 1] ?? text.length, ends[line - 1] ?? text.length),
  };
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
