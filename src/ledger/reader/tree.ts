import type { Finding } from '../../diagnostic.ts';
import type { Path, Range } from '../../place.ts';

/**
 * What a reader makes of a text: every scalar as the text that was written, lists, and maps in the order of the file.
 * An empty value is an empty text.
 */
export type Tree = string | readonly Tree[] | ReadonlyMap<string, Tree>;

/** From so many UTF-16 units on (1 Mi) a text is refused: no field could hold it, and its lines alone fill the memory. */
export const BOUNDLESS_FROM: number = 2 ** 20;

/**
 * The most tokens of a text that has a fault or is not plain throughout: about 15,000 claims in blocks. The `yaml`
 * package takes up to 10 µs and 500 bytes for each, and a file may have millions of them.
 */
export const MOST_TOKENS = 500_000;

/**
 * The most entries of maps and items of lists in a text that is plain: about 50,000 claims. With what is made of it each
 * takes up to 700 bytes, and a file may have millions of them.
 */
export const MOST_ENTRIES = 600_000;

/** A plain scalar that ended at a comment on its line. `touching` when `#` stands before a word without a blank. */
export interface Cut {
  readonly path: Path;
  readonly touching: boolean;
  readonly range: Range;
}

/** What was read of one file. `tree` is absent when the text cannot be read at all. */
export interface ReadFile {
  readonly tree?: Tree;
  readonly findings: readonly Finding[];
  readonly cuts: readonly Cut[];
  /** Paths of the maps in which a fault leaves it open what is meant, such as a key that stands twice. */
  readonly marred?: readonly Path[];
}

/** Something to look up in a text: the key or the value at a path. */
export interface Target {
  readonly path: Path;
  readonly part: 'key' | 'value';
}

/** Where the parts of a text stand, without their values. Offsets are those of the text as written. */
export type Outline = OutlineMap | OutlineList | OutlineText;

/** How a map or list is written: on lines of its own, or in brackets. */
export type Layout = 'block' | 'flow';

/** In brackets `range` includes them; otherwise its end may lie behind the last value. */
export interface OutlineMap {
  readonly kind: 'map';
  readonly layout: Layout;
  readonly range: Range;
  readonly entries: readonly OutlineEntry[];
}

export interface OutlineEntry {
  readonly key: string;
  /** Where the key stands. */
  readonly at: Range;
  readonly value: Outline;
}

export interface OutlineList {
  readonly kind: 'list';
  readonly layout: Layout;
  readonly range: Range;
  readonly items: readonly OutlineItem[];
}

export interface OutlineItem {
  /** Where the item begins: its dash, in brackets its value. */
  readonly at: number;
  readonly value: Outline;
}

/** A folded or literal text ends with its last word, unless it keeps the line ends after it. */
export interface OutlineText {
  readonly kind: 'text';
  readonly style: 'plain' | 'single' | 'double' | 'folded' | 'literal' | 'empty';
  readonly range: Range;
}

/**
 * A reader of YAML texts. `values` reads a whole file; `locate` finds where things stand in it, all at once, and is
 * only asked when a finding points there. A target that is not in the text gives the nearest place that is. `outline`
 * finds where everything stands, for those who write into a text: one that has been read, and in which no fault was found.
 * `comments` finds the comments of such a text, from the `#` to the end of the line.
 */
export interface Reader {
  values(file: string, text: string): ReadFile;
  locate(text: string, targets: readonly Target[]): readonly Range[];
  outline(text: string): Outline | undefined;
  comments(text: string): readonly Range[];
}
