import { structuredPatch } from 'diff';

/** What changes in a file: stretches of lines, each with some lines that stay around those that do not. */
export interface Patch {
  readonly file: string;
  readonly stretches: readonly Stretch[];
  /** How many lines the file will have that it had not, or the other way round where that is more. */
  readonly lines: number;
}

export interface Stretch {
  /** The line of the file as it is now at which the stretch begins, from 1. */
  readonly at: number;
  readonly lines: readonly ChangedLine[];
}

export interface ChangedLine {
  readonly sign: '-' | '+' | ' ';
  readonly text: string;
}

/** A file as it is and as it will be. */
export interface Rewriting {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** Compares two texts line by line. */
export function patchOf({ file, before, after }: Rewriting): Patch {
  const patch = structuredPatch('', '', before, after, '', '', { context: 2, maxEditLength: MOST_EDITS });
  const stretches = (patch?.hunks ?? whole(before, after)).map(({ oldStart, lines }): Stretch => {
    return { at: oldStart, lines: lines.flatMap(lineOf) };
  });
  const count = (sign: ChangedLine['sign']): number =>
    stretches.flatMap(({ lines }) => lines).filter((line) => line.sign === sign).length;
  return { file, stretches, lines: Math.max(count('-'), count('+')) };
}

/** Beyond so many the time, which grows with their square, is not worth it: nearly every line is another. */
const MOST_EDITS = 4000;

function whole(
  before: string,
  after: string,
): readonly { readonly oldStart: number; readonly lines: readonly string[] }[] {
  const lines = [...linesOf(before).map((line) => `-${line}`), ...linesOf(after).map((line) => `+${line}`)];
  return [{ oldStart: 1, lines }];
}

function linesOf(text: string): readonly string[] {
  return text.replace(/\r?\n$/u, '').split('\n');
}

// A line that begins with a backslash is a remark of the library: that no line end follows.
function lineOf(line: string): readonly ChangedLine[] {
  const sign = line.charAt(0);
  return sign === '-' || sign === '+' || sign === ' ' ? [{ sign, text: line.slice(1) }] : [];
}
