import { CLASH_WORDS, type Clash, type ClashWord } from './clash.ts';

export interface Pairs {
  readonly contradiction: number;
  readonly opposed: number;
  readonly tension: number;
  /** Counting stopped at so many: there are more. */
  readonly more?: true;
}

/** How many clashes there are of each word; the reviewed are counted apart. */
export interface Counts extends Pairs {
  readonly shift: number;
  readonly reviewed: number;
}

/** Which clashes are listed: a telling selection, or every pair. */
export type Listing = 'told' | 'pairs';

/** Counts added up. */
export function sumOf(all: readonly Counts[]): Counts {
  const sum = noCounts();
  for (const one of all) for (const word of WORDS) sum[word] += one[word];
  return all.some(({ more }) => more) ? { ...sum, more: true } : sum;
}

/** The counts of clashes that are listed one by one. */
export function countsOf(clashes: readonly Clash[]): Counts {
  const counts = noCounts();
  for (const clash of clashes) counts[countedAs(clash)] += 1;
  return counts;
}

/** What a clash counts as: its word, unless it is explained. */
export function countedAs({ word, reviewed }: Clash): ClashWord | 'reviewed' {
  return word === 'shift' || reviewed === undefined ? word : 'reviewed';
}

/** True for what makes a question disputed: beyond excuse, and between parties. */
export function isDispute({ kind, word }: Clash): boolean {
  return kind === 'dispute' && (word === 'contradiction' || word === 'opposed');
}

/** How many clashes there are of every word. */
export function sizeOf(counts: Counting | undefined): number {
  return counts === undefined ? 0 : WORDS.reduce((sum, word) => sum + counts[word], 0);
}

export type Counting = { -readonly [K in keyof Omit<Counts, 'more'>]: number };

export function noCounts(): Counting {
  return { contradiction: 0, opposed: 0, tension: 0, shift: 0, reviewed: 0 };
}

const WORDS = [...CLASH_WORDS, 'reviewed'] as const;
