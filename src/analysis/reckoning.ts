import type { Claim } from '../ledger/model.ts';
import { type Clash, isOpen } from './clash.ts';
import { type Census, censusOf } from './crowd/census.ts';
import type { Crowd } from './crowd/crowd.ts';
import { clashesBetween, clashesIn } from './crowd/pairs.ts';
import type { Declared } from './declared.ts';
import { type Counting, countedAs, isDispute, noCounts } from './tally.ts';

/** Every clashing pair of a question, counted; exact unless there are `more`. */
export interface Reckoning {
  /** Pairs between speakers. */
  readonly between: Counting;
  /** All pairs, those of a speaker with itself too. */
  readonly pairs: Counting;
  /** Those that are open, beyond excuse and between parties. */
  readonly disputes: number;
  /** The pairs between speakers that each claim is in. */
  readonly byClaim: ReadonlyMap<Claim, Counting>;
  /** Those of them that a search among the undeclared pairs of the question finds. */
  readonly findable: ReadonlyMap<Claim, Counting>;
  /** True if counting stopped. */
  readonly more: boolean;
}

/**
 * Counts the pairs of a crowd, and `others` between speakers that it does not know of: those with a whole. The pairs of
 * `few` claims are looked at one by one, which is sooner done than to sort them.
 */
export function reckon(crowd: Crowd, declared: Declared, others: Iterable<Clash>, few: number = FEW): Reckoning {
  const sheet: Sheet = {
    between: noCounts(),
    pairs: noCounts(),
    disputes: 0,
    byClaim: new Map(),
    findable: new Map(),
    more: false,
  };
  const census = crowd.said.length > few ? censusOf(crowd) : undefined;
  if (census === undefined) enterEach(sheet, undeclaredPairs(crowd, declared));
  else enterCensus(sheet, census, crowd);
  // A dispute may not hide behind what was counted before it.
  if (sheet.more && sheet.disputes === 0) sheet.disputes = Number(hasDispute(crowd, declared));
  for (const { sides, pair, plain } of declared.pairs) {
    if (plain !== undefined && census !== undefined) enter(sheet, { clash: plain, sides, pair }, -1);
  }
  for (const [claim, counts] of sheet.byClaim) sheet.findable.set(claim, { ...counts });
  for (const { sides, pair, clash } of declared.pairs) if (clash !== undefined) enter(sheet, { clash, sides, pair }, 1);
  enterEach(sheet, entries(others, 'between'));
  return sheet;
}

const FEW = 24;

// Pairs that must be looked at one by one are counted up to here.
const MOST = 1_000_000;

type Sheet = { -readonly [K in keyof Reckoning]: Reckoning[K] } & {
  readonly byClaim: Map<Claim, Counting>;
  readonly findable: Map<Claim, Counting>;
};

interface Entry {
  readonly clash: Clash;
  readonly sides: Clash['sides'];
  readonly pair: 'own' | 'between';
}

function enterEach(sheet: Sheet, all: Iterable<Entry>): void {
  let seen = 0;
  for (const each of all) {
    if (seen === MOST) {
      sheet.more = true;
      return;
    }
    // A move of a speaker is told, not counted in pairs.
    if (each.pair === 'between' || each.clash.word !== 'shift') enter(sheet, each, 1);
    seen += 1;
  }
}

function hasDispute(crowd: Crowd, declared: Declared): boolean {
  let seen = 0;
  for (const clash of clashesBetween(crowd, 'firm')) {
    if (isDispute(clash) && isOpen(clash) && !declared.has(clash.sides[0], clash.sides[1])) return true;
    seen += 1;
    if (seen === MOST) return false;
  }
  return false;
}

function enter(sheet: Sheet, { clash, sides, pair }: Entry, sign: 1 | -1): void {
  const word = countedAs(clash);
  sheet.pairs[word] += sign;
  if (isDispute(clash) && isOpen(clash)) sheet.disputes += sign;
  if (pair === 'own') return;
  sheet.between[word] += sign;
  for (const { claim } of sides) countsFor(sheet, claim)[word] += sign;
}

function countsFor({ byClaim }: Sheet, claim: Claim): Counting {
  const known = byClaim.get(claim) ?? noCounts();
  byClaim.set(claim, known);
  return known;
}

function enterCensus(sheet: Sheet, census: Census, { said, asked }: Crowd): void {
  const strong = asked.question.about === 'position' ? 'opposed' : 'contradiction';
  sheet.pairs[strong] += census.pairs.strong;
  sheet.pairs.tension += census.pairs.weak;
  sheet.disputes += census.disputes;
  for (const [item, { claim }] of said.entries()) {
    for (const [word, tallies] of [
      [strong, census.between.strong],
      ['tension', census.between.weak],
      ['shift', census.between.shift],
    ] as const) {
      const tally = tallies[item] ?? 0;
      if (tally > 0) countsFor(sheet, claim)[word] += tally;
      sheet.between[word] += tally / 2;
    }
  }
}

/** Each pair that is held together in time, but for those of which one claim says something about the other. */
function* undeclaredPairs(crowd: Crowd, declared: Declared): Generator<Entry> {
  for (const entry of everyPair(crowd)) if (!declared.has(entry.sides[0], entry.sides[1])) yield entry;
}

function* everyPair(crowd: Crowd): Generator<Entry> {
  for (const chain of crowd.sides.chains) yield* entries(clashesIn(crowd, chain, 'held'), 'own');
  yield* entries(clashesBetween(crowd), 'between');
}

function* entries(clashes: Iterable<Clash>, pair: Entry['pair']): Generator<Entry> {
  for (const clash of clashes) yield { clash, sides: clash.sides, pair };
}
