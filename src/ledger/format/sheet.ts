import { linesOf, type Range } from '../../place.ts';

/** A text that is looked at line by line. */
export interface Sheet {
  readonly text: string;
  readonly slice: (range: Range) => string;
  /** How many characters stand before an offset on its line. */
  readonly columnOf: (offset: number) => number;
  readonly isFirstOnLine: (offset: number) => boolean;
  readonly isBelowBlank: (offset: number) => boolean;
  readonly isAboveBlank: (offset: number) => boolean;
  readonly lineOf: (offset: number) => number;
}

/** A text, whose lines are found once. */
export function sheetOf(text: string): Sheet {
  const { positionOf, textOf } = linesOf(text);
  const lineOf = (offset: number): number => positionOf(offset).line;
  const columnOf = (offset: number): number => positionOf(offset).column - 1;
  return {
    text,
    slice: ({ start, end }) => text.slice(start, end),
    columnOf,
    lineOf,
    isFirstOnLine: (offset) => text.slice(offset - columnOf(offset), offset).trim() === '',
    isBelowBlank: (offset) => lineOf(offset) > 1 && textOf(lineOf(offset) - 1).trim() === '',
    isAboveBlank: (offset) => textOf(lineOf(offset) + 1).trim() === '',
  };
}
