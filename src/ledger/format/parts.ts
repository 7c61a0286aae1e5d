import type { Path, Range } from '../../place.ts';
import type { Outline, Tree } from '../reader/tree.ts';
import type { Sheet } from './sheet.ts';

/** What a key or a dash begins, as it stands in a text; the whole text is one part without either. */
export interface Part {
  readonly path: Path;
  /** Where the key stands; undefined for an item of a list and for the whole text. */
  readonly key: Range | undefined;
  /** Where it begins: its key, its dash, in brackets its value. */
  readonly start: number;
  readonly column: number;
  readonly value: Outline;
  readonly tree: Tree;
  readonly parent: Part | undefined;
  /** What it holds, in the order of the text. */
  readonly parts: readonly Part[];
  /** Whether an empty line stands above it. */
  readonly blank: boolean;
}

/** A text as parts. */
export function partsOf(sheet: Sheet, tree: Tree, value: Outline): Part {
  return part(sheet, { path: [], key: undefined, start: value.range.start, parent: undefined, value, tree });
}

/** A part and all that it holds, in the order of the text. */
export function everyPart(part: Part): readonly Part[] {
  return [part, ...part.parts.flatMap(everyPart)];
}

type Begun = Omit<Part, 'column' | 'parts' | 'blank'>;

function part(sheet: Sheet, begun: Begun): Part {
  const { start } = begun;
  const blank = sheet.isFirstOnLine(start) && sheet.isBelowBlank(start);
  const parts: Part[] = [];
  const whole: Part = { ...begun, column: sheet.columnOf(start), blank, parts };
  for (const inner of begunIn(whole)) parts.push(part(sheet, inner));
  return whole;
}

function begunIn(parent: Part): readonly Begun[] {
  const { path, value, tree } = parent;
  if (value.kind === 'map') {
    const values = tree as ReadonlyMap<string, Tree>;
    return value.entries.map(({ key, at, value: inner }) => {
      return { path: [...path, key], key: at, start: at.start, value: inner, tree: values.get(key) ?? '', parent };
    });
  }
  if (value.kind === 'text') return [];
  const items = tree as readonly Tree[];
  return value.items.map(({ at, value: inner }, index) => {
    return { path: [...path, index], key: undefined, start: at, value: inner, tree: items[index] ?? '', parent };
  });
}
