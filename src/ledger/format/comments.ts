import type { Range } from '../../place.ts';
import type { Sheet } from './sheet.ts';

/** A comment of a text, and how it stands there. */
export interface Comment {
  readonly start: number;
  readonly words: string;
  readonly column: number;
  /** Blanks before it; undefined for one on a line of its own. */
  readonly gap: number | undefined;
  /** Whether it stands behind something in a column in which others do. */
  readonly aligned: boolean;
  /** Whether an empty line stands above it, where it has a line of its own. */
  readonly blank: boolean;
  /** Whether an empty line stands below it. */
  readonly blankBelow: boolean;
  /** One of some lines of comment right below something, with an empty line below them. */
  readonly closes: boolean;
}

/** The comments of a text, in its order. */
export function commentsIn(sheet: Sheet, ranges: readonly Range[]): readonly Comment[] {
  const own = ranges.filter(({ start }) => sheet.isFirstOnLine(start));
  const closing = new Set(
    groupsOf(sheet, own)
      .filter((group) => closes(sheet, group))
      .flat(),
  );
  const alone = new Set(own);
  const columns = ranges.filter((range) => !alone.has(range)).map(({ start }) => sheet.columnOf(start));
  const aligned = new Set(columns.filter((column, index) => columns.indexOf(column) !== index));
  return ranges.map((range) => {
    const { start } = range;
    const column = sheet.columnOf(start);
    const before = sheet.text.slice(start - column, start);
    return {
      start,
      words: sheet.slice(range),
      column,
      aligned: aligned.has(column),
      gap: alone.has(range) ? undefined : before.length - before.trimEnd().length,
      blank: alone.has(range) && sheet.isBelowBlank(start),
      blankBelow: sheet.isAboveBlank(start),
      closes: closing.has(range),
    };
  });
}

/** Lines of comment that follow each other. */
function groupsOf({ lineOf }: Sheet, own: readonly Range[]): readonly (readonly Range[])[] {
  const groups: Range[][] = [];
  for (const range of own) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && lineOf(last.start) + 1 === lineOf(range.start)) group.push(range);
    else groups.push([range]);
  }
  return groups;
}

function closes({ isAboveBlank, isBelowBlank }: Sheet, group: readonly Range[]): boolean {
  const [first, last] = [group[0], group.at(-1)];
  return first !== undefined && last !== undefined && !isBelowBlank(first.start) && isAboveBlank(last.start);
}
