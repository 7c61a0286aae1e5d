import { type Claim, chainDay } from '../ledger/model.ts';
import { byCodeUnit } from '../text.ts';
import { byWord, type Clash, isOpen } from './clash.ts';

/** Every clash of a question: those listed, and how many there are in all. */
export interface Tallied {
  /** A change told once, and at most `LISTED` pairs between speakers unless all were asked for. */
  readonly listed: readonly Clash[];
  /** A change counted once, and every pair between speakers. */
  readonly counts: Counts;
  /** Exact numbers of open clashing pairs, changes in every pair that shows them. */
  readonly pairs: Pairs;
  /** The weightiest open clash of all: between parties, another one, or none. */
  readonly open: 'disputed' | 'contested' | 'none';
}

export interface Pairs {
  readonly contradiction: number;
  readonly opposed: number;
  readonly tension: number;
}

/** How many clashes there are of each word; the reviewed are counted apart. */
export interface Counts extends Pairs {
  readonly shift: number;
  readonly reviewed: number;
}

/** Which clashes are listed: a telling selection, or every pair. */
export type Listing = 'told' | 'pairs';

/** Takes clashes one by one and keeps of a crowd only the numbers and a witness for each claim. */
export interface Tally {
  readonly chained: (clash: Clash, telling: 'told' | 'untold') => void;
  readonly between: (clash: Clash) => void;
  readonly result: () => Tallied;
}

// Beyond so many pairs between speakers a list says less than one witness for each claim.
const LISTED = 20;

export function tally(listing: Listing): Tally {
  const [counts, pairs] = [noCounts(), noCounts()];
  const told: Clash[] = [];
  const few: Clash[] = [];
  const witnesses = new Map<Claim, Witness>();
  let open: Tallied['open'] = 'none';
  let between = 0;
  const take = (clash: Clash): void => {
    counted(pairs, clash);
    if (isOpen(clash) && open !== 'disputed') open = isDispute(clash) ? 'disputed' : 'contested';
  };
  return {
    chained: (clash, telling) => {
      take(clash);
      if (telling === 'told') counted(counts, clash);
      if (telling === 'told' || listing === 'pairs') told.push(clash);
    },
    between: (clash) => {
      take(clash);
      counted(counts, clash);
      between += 1;
      if (between <= LISTED || listing === 'pairs') few.push(clash);
      for (const { claim } of clash.sides) witness(witnesses, claim, clash);
    },
    result: () => {
      const isCrowd = between > LISTED && listing === 'told';
      const { contradiction, opposed, tension } = pairs;
      const listed = [...told, ...(isCrowd ? witnessed(witnesses) : few)];
      return { listed, counts, pairs: { contradiction, opposed, tension }, open };
    },
  };
}

/** Counts added up. */
export function sumOf(all: readonly Counts[]): Counts {
  const sum = noCounts();
  for (const one of all) for (const word of WORDS) sum[word] += one[word];
  return sum;
}

/** The counts of clashes that are listed one by one. */
export function countsOf(clashes: readonly Clash[]): Counts {
  const counts = noCounts();
  for (const clash of clashes) counted(counts, clash);
  return counts;
}

const WORDS = ['contradiction', 'opposed', 'tension', 'shift', 'reviewed'] as const;

type Counting = { -readonly [K in keyof Counts]: number };

function noCounts(): Counting {
  return { contradiction: 0, opposed: 0, tension: 0, shift: 0, reviewed: 0 };
}

function counted(counts: Counting, clash: Clash): void {
  counts[clash.word === 'shift' || clash.reviewed === undefined ? clash.word : 'reviewed'] += 1;
}

function isDispute({ kind, word }: Clash): boolean {
  return kind === 'dispute' && word !== 'tension';
}

interface Witness {
  readonly best: Clash;
  /** How many clashes the claim is in. */
  readonly of: number;
}

function witness(witnesses: Map<Claim, Witness>, claim: Claim, clash: Clash): void {
  const known = witnesses.get(claim);
  if (known === undefined) witnesses.set(claim, { best: clash, of: 1 });
  else witnesses.set(claim, { best: isBetterWitness(clash, known.best) ? clash : known.best, of: known.of + 1 });
}

/** Each witness once, with the number of clashes that the busier of its two claims is in. */
function witnessed(witnesses: ReadonlyMap<Claim, Witness>): readonly Clash[] {
  const of = new Map<Clash, number>();
  for (const known of witnesses.values()) of.set(known.best, Math.max(known.of, of.get(known.best) ?? 0));
  return [...of].map(([clash, number]) => (number > 1 ? { ...clash, of: number } : clash));
}

// An open contradiction may not hide behind a weaker clash that lies nearer. Ties go by the ids, not by the file.
function isBetterWitness(clash: Clash, best: Clash): boolean {
  const order =
    Number(isOpen(best)) - Number(isOpen(clash)) || byWord(clash, best) || daysApart(clash) - daysApart(best);
  return (order || byCodeUnit(idsOf(clash), idsOf(best))) < 0;
}

function daysApart({ sides }: Clash): number {
  return Math.abs(chainDay(sides[0].claim) - chainDay(sides[1].claim));
}

function idsOf({ sides }: Clash): string {
  return sides.map(({ claim }) => claim.id).join(' ');
}
