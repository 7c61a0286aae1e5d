import type { Words } from '../../answers/choice.ts';
import type { Days } from '../../answers/day.ts';
import { chainDay, daysOf, type Question } from '../../ledger/model.ts';
import { byCodeUnit } from '../../text.ts';
import { grouped } from '../grouped.ts';
import { partyKey } from '../kind.ts';
import type { Asked, Said } from '../said.ts';
import { instantOf, isHedgedDay } from '../shared-days.ts';
import { isInTime, knownDays } from '../time.ts';
import { endsOf, type Line, lineOfAmounts, lineOfDays } from './line.ts';
import { type Group, type Ranges, rangesOf } from './ranges.ts';

/** The claims of a question whose answers can clash, each known by its place. */
export interface Crowd {
  readonly asked: Asked;
  /** In the order of the days they speak about, then of their ids. */
  readonly said: readonly Said[];
  /** The answer that the same speaker gave just before, even one that cannot clash. */
  readonly before: ReadonlyMap<Said, Said>;
  readonly answers: Answers;
  /** The days that each speaks about, as far as they bear on the verdict. */
  readonly days: Ranges;
  /** How many days apart one moment may be written. */
  readonly zones: number;
  /** 1 for the items that nothing about them weakens. */
  readonly firm: Uint8Array;
  readonly sides: Sides;
  /** The same number for items of one chain; every other item has a number of its own. */
  readonly chainOf: Float64Array;
}

/** All answers of a crowd, which are of one form, and where they lie. */
export type Answers =
  | { readonly form: 'amount'; readonly line: Line }
  | {
      readonly form: 'days';
      readonly days: readonly Days[];
      readonly line: Line;
      readonly ends: readonly [Ranges, Ranges];
    }
  | { readonly form: 'words'; readonly words: readonly Words[] };

export function crowdOf(asked: Asked, said: readonly Said[]): Crowd {
  const answered = inTurn(said.filter(({ answer }) => answer !== undefined && answer.form !== 'no comment'));
  const able = answered.filter((one) => canClash(one, asked));
  const firm = Uint8Array.from(able, (one) => Number(isFirm(one, asked)));
  const sides = sidesOf(able);
  return {
    asked,
    said: able,
    before: beforeIn(answered),
    answers: answersOf(able),
    days: daysAbout(able, asked.question.time),
    zones: zonesIn(able),
    firm,
    sides,
    chainOf: chainNumbers(able, sides),
  };
}

/** For a running total the days by the end of which it was reached, else those it speaks about. */
export function daysAbout(said: readonly Said[], time: Question['time']): Ranges {
  return rangesOf(said, ({ claim }) => (time === 'cumulative' ? knownDays(claim) : daysOf(claim)));
}

/** Two zones on either side of the date line write one moment as days that are two apart. */
export function zonesIn(said: readonly Said[]): number {
  return said.some(({ claim }) => instantOf(claim) !== undefined) ? 2 : 0;
}

function inTurn(said: readonly Said[]): readonly Said[] {
  return said
    .map((one) => ({ one, day: chainDay(one.claim) }))
    .sort((a, b) => a.day - b.day || byCodeUnit(a.one.claim.id, b.one.claim.id))
    .map(({ one }) => one);
}

function answersOf(said: readonly Said[]): Answers {
  const amounts = said.flatMap(({ answer }) => (answer?.form === 'amount' ? [answer] : []));
  if (amounts.length > 0) return { form: 'amount', line: lineOfAmounts(amounts) };
  const days = said.flatMap(({ answer }) => (answer?.form === 'days' ? [answer] : []));
  if (days.length > 0) return { form: 'days', days, line: lineOfDays(days), ends: endsOf(days) };
  return { form: 'words', words: said.flatMap(({ answer }) => (answer?.form === 'words' ? [answer] : [])) };
}

/** True for an answer that is held against others and can clash: what is only possible never does. */
function canClash(said: Said, { question }: Asked): boolean {
  return said.claim.certainty !== 'possible' && isInTime(said, question.time);
}

/** True if nothing about the claim itself makes all its clashes at most tensions. */
function isFirm({ claim, answer, implied }: Said, { question }: Asked): boolean {
  const isInDays = question.time !== undefined && question.time !== 'fixed';
  return (
    claim.certainty === 'asserted' &&
    !implied &&
    !(answer?.form === 'days' && answer.uncertain) &&
    !(isInDays && isHedgedDay(claim))
  );
}

/** The items of a crowd by who speaks: those without a name are nobody's. */
export interface Sides {
  readonly all: Group;
  readonly speakers: readonly Group[];
  /** A speaker's own words, without those that others passed on. */
  readonly chains: readonly Group[];
  readonly parties: readonly Group[];
  /** A speaker's claims for one party. */
  readonly both: readonly Group[];
}

/** A speaker's own words belong to one chain; those passed on by others, and those of the unnamed, to none. */
function chainKey({ claim }: Said): string | undefined {
  return claim.anonymous === undefined && claim.via === undefined ? claim.speaker.id : undefined;
}

function beforeIn(answered: readonly Said[]): ReadonlyMap<Said, Said> {
  const [before, latest] = [new Map<Said, Said>(), new Map<string, Said>()];
  for (const said of answered) {
    const key = chainKey(said);
    const last = key === undefined ? undefined : latest.get(key);
    if (last !== undefined) before.set(said, last);
    if (key !== undefined) latest.set(key, said);
  }
  return before;
}

function chainNumbers(said: readonly Said[], { chains }: Sides): Float64Array {
  const numbers = Float64Array.from(said, (_, item) => -1 - item);
  for (const [number, chain] of chains.entries()) for (const item of chain) numbers[item] = number;
  return numbers;
}

function sidesOf(said: readonly Said[]): Sides {
  const all = said.map((_, place) => place);
  const speakers = said.map(({ claim }) => (claim.anonymous === undefined ? claim.speaker.id : undefined));
  const parties = said.map(({ claim }) => partyKey(claim));
  return {
    all,
    speakers: grouped(all, (item) => speakers[item]),
    chains: grouped(all, (item) => said[item] && chainKey(said[item])),
    parties: grouped(all, (item) => parties[item]),
    both: grouped(all, (item) => speakers[item] && `${speakers[item]}\n${parties[item]}`),
  };
}
