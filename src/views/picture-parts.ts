import type { ClashWord } from '../analysis/clash.ts';
import type { Sentence } from '../sentence.ts';

/** The days that something may fall on, as far as they are known. */
export interface Days {
  readonly first: number;
  readonly last: number;
  /** `about` for a date that its writer hedged; `by` and `from` for days that have no known beginning or end. */
  readonly known: 'exactly' | 'between' | 'about' | 'by' | 'from';
}

/** The claims of a topic by date and party, for a picture. Days are counted from 1 January 1970. */
export interface Picture {
  readonly first: number;
  readonly last: number;
  readonly lanes: readonly Lane[];
  /** How many claims have no day to stand on. */
  readonly undated: number;
}

/** The claims of one column, in the order of time. */
export interface Lane {
  readonly party: string;
  readonly dots: readonly Dot[];
  readonly moves: readonly Join[];
}

export interface Dot {
  readonly id: string;
  readonly who: string;
  /** The answer, or the words where there is none. */
  readonly what: string;
  readonly ask?: string;
  /** When it was said. */
  readonly days: Days;
  /** The same in words. */
  readonly day: string;
  readonly mark?: ClashWord;
}

/** A change of position from one claim to a later one. */
export interface Join {
  readonly from: string;
  readonly to: string;
  readonly word: ClashWord;
  /** `reversal: “yes” and “no” …`. */
  readonly why: Sentence;
}

/** A running total as its parties gave it. */
export interface Totals {
  readonly first: number;
  readonly last: number;
  readonly least: number;
  readonly most: number;
  readonly series: readonly Series[];
}

export interface Series {
  readonly who: string;
  readonly steps: readonly Step[];
}

/** One number of a running total, with its bounds; without `high` it has no upper one. */
export interface Step {
  readonly id: string;
  /** What it speaks about, else when it was said. */
  readonly days: Days;
  /** The same in words. */
  readonly day: string;
  readonly words: string;
  /** Where the line stands. */
  readonly level: number;
  readonly low: number;
  readonly high?: number;
  readonly mark?: ClashWord;
}
