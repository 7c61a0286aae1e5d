import { meetAnswers, type Verdict } from '../answers/meet.ts';
import { meet } from '../date.ts';
import { type Claim, daysOf, type Review } from '../ledger/model.ts';
import type { Sentence } from '../sentence.ts';
import { byCodeUnit } from '../text.ts';
import { type Comparison, compare, comparePart, isRelayed, sameSpeaker } from './compare.ts';
import { explain, explainShift, type ShiftCause } from './explain.ts';
import { type ClashKind, KINDS, kindBetween, saidOnOtherDays, sameParty } from './kind.ts';
import type { Asked, Said } from './said.ts';

/** What a clash is called: by its verdict, by what its question is about, and whether it is a move of one side. */
export type ClashWord = (typeof CLASH_WORDS)[number];

/** In the order of their weight. */
export const CLASH_WORDS = ['contradiction', 'opposed', 'tension', 'shift'] as const;

/** Two claims that clash, or more that do so only together, as reported. */
export interface Clash {
  readonly asked: Asked;
  /** In the order in which they are told. */
  readonly sides: readonly [Said, Said, ...Said[]];
  /** `incomparable` for a shift. */
  readonly verdict: Exclude<Verdict, 'compatible'>;
  readonly word: ClashWord;
  readonly kind: ClashKind;
  readonly rule: string;
  /** One plain sentence without a full stop. */
  readonly reason: Sentence;
  /** How many clashing pairs it stands for, when more than itself. */
  readonly of?: number;
  /** Set when a person has looked at the clash and explains it: it is shown, but not open. */
  readonly reviewed?: Review;
}

/** The clash between two claims on one question, if there is one. */
export function clashOf(a: Said, b: Said, asked: Asked): Clash | undefined {
  const cause = shiftCause(a, b, asked);
  if (cause === undefined && isCalm(compare(a, b, asked.question))) return undefined;
  const sides = inSaidOrder(a, b);
  if (cause === 'replaced') return clash(sides, asked, shifted(sides, asked, cause));
  const comparison = compare(...sides, asked.question);
  const isMove = cause !== undefined && isShift(...sides, cause, comparison);
  return clash(sides, asked, isMove ? shifted(sides, asked, cause) : found(sides, asked, comparison));
}

/**
 * The clash between a claim on a part and a claim on its whole. It belongs to the part's question. One side's positions
 * on different days are no clash here either, but what changed stands on neither question alone.
 */
export function partClashOf(part: Said, whole: Said, asked: Asked, wholeAsked: Asked): Clash | undefined {
  const comparison = comparePart(part, whole, asked.question, wholeAsked.question);
  if (isCalm(comparison) || shiftCause(part, whole, asked) === 'position') return undefined;
  return clash(inSaidOrder(part, whole), asked, found([part, whole], asked, comparison));
}

function isCalm({ verdict }: Comparison): boolean {
  return verdict === 'compatible' || verdict === 'incomparable';
}

/** True for a clash that counts against its question: no shift, and nobody has explained it. */
export function isOpen(clash: Clash): boolean {
  return clash.word !== 'shift' && clash.reviewed === undefined;
}

/** True for a change: a shift, or one speaker against an earlier answer of its own. */
export function isMove({ word, kind }: Clash): boolean {
  return word === 'shift' || kind === 'reversal' || kind === 'revision';
}

/** Two claims in the order in which they are told. */
export function inSaidOrder(a: Said, b: Said): readonly [Said, Said] {
  return bySaidOrder(a, b) <= 0 ? [a, b] : [b, a];
}

/** By date, undated last, then by the topic's parties, then by id. */
export function bySaidOrder(a: Said, b: Said): number {
  return bySaidDay(a.claim, b.claim) || a.claim.partyRank - b.claim.partyRank || byCodeUnit(a.claim.id, b.claim.id);
}

/** By the day on which they were said, the undated last. */
export function bySaidDay(a: Claim, b: Claim): number {
  return saidDay(a) - saidDay(b);
}

/** Clashes as they are listed: strongest first, then by kind, then the newest. */
export function inListOrder(clashes: readonly Clash[]): readonly Clash[] {
  return clashes
    .map((clash, index) => ({ clash, index }))
    .sort((a, b) => byStrength(a.clash, b.clash) || byNewest(a.clash, b.clash) || a.index - b.index)
    .map(({ clash }) => clash);
}

interface Found {
  readonly verdict: Verdict;
  readonly word: ClashWord;
  readonly rule: string;
  readonly tell: () => Sentence;
}

function clash(sides: readonly [Said, Said], asked: Asked, result: Found | undefined): Clash | undefined {
  if (result === undefined || result.verdict === 'compatible') return undefined;
  const { verdict, word, rule, tell } = result;
  const [a, b] = [sides[0].claim, sides[1].claim];
  const reviewed = reviewOf(a, b) ?? reviewOf(b, a);
  const kind = kindBetween(a, b, asked.kind);
  return {
    asked,
    sides,
    verdict,
    word,
    kind,
    rule,
    // Told when asked for: of a crowded question most pairs are only counted.
    get reason() {
      return tell();
    },
    ...(reviewed === undefined ? {} : { reviewed }),
  };
}

function found(sides: readonly [Said, Said], asked: Asked, comparison: Comparison): Found | undefined {
  const { verdict, rule } = comparison;
  if (isCalm(comparison)) return undefined;
  const isPosition = asked.question.about === 'position';
  const word = verdict === 'tension' ? 'tension' : isPosition ? 'opposed' : 'contradiction';
  return { verdict, word, rule, tell: () => explain(sides[0], sides[1], comparison, asked.question.about) };
}

function shifted(sides: readonly [Said, Said], asked: Asked, cause: ShiftCause): Found {
  const rule = cause === 'state' ? '3.6 state' : cause === 'position' ? '3.6 position' : '3.6 replaces';
  return { verdict: 'incomparable', word: 'shift', rule, tell: () => explainShift(sides[0], sides[1], asked, cause) };
}

function shiftCause(a: Said, b: Said, asked: Asked): ShiftCause | undefined {
  if (replaces(a.claim, b.claim) || replaces(b.claim, a.claim)) return 'replaced';
  if (asked.question.time === 'state' && onOtherDays(a.claim, b.claim)) {
    if (sameSpeaker(a.claim, b.claim) && !isRelayed(a.claim, b.claim)) return 'state';
  }
  if (asked.question.about !== 'position' || !saidOnOtherDays(a.claim, b.claim)) return undefined;
  return sameParty(a.claim, b.claim) || sameSpeaker(a.claim, b.claim) ? 'position' : undefined;
}

// Answers to a state on other days are held against each other as if for one day: a changed state is what they show.
function isShift(a: Said, b: Said, cause: ShiftCause, comparison: Comparison): boolean {
  const verdict = cause === 'state' ? timeless(a, b) : comparison.verdict;
  return verdict === 'contradiction' || verdict === 'tension';
}

function timeless(a: Said, b: Said): Verdict {
  const isPossible = [a, b].some(({ claim }) => claim.certainty === 'possible');
  return a.answer === undefined || b.answer === undefined || isPossible
    ? 'compatible'
    : meetAnswers(a.answer, b.answer).verdict;
}

/** True if a claim corrects, updates or withdraws another: only one's own, and only one whose id is written. */
export function replaces(newer: Claim, older: Claim): boolean {
  if (newer === older || newer.replaces !== older.id || newer.topic !== older.topic || !older.idWritten) return false;
  return newer.speaker === older.speaker || sameParty(newer, older);
}

function onOtherDays(a: Claim, b: Claim): boolean {
  const [from, to] = [daysOf(a), daysOf(b)];
  return from !== undefined && to !== undefined && !meet(from, to);
}

function reviewOf(claim: Claim, other: Claim): Review | undefined {
  return other.idWritten ? claim.reviewed?.find((review) => review.with === other.id) : undefined;
}

// An open beginning is as early as can be; infinities would not subtract.
function saidDay(claim: Claim): number {
  return Math.max(claim.date?.first ?? Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER);
}

/** The stronger word first. */
export function byWord(a: Clash, b: Clash): number {
  return CLASH_WORDS.indexOf(a.word) - CLASH_WORDS.indexOf(b.word);
}

function byStrength(a: Clash, b: Clash): number {
  return byWord(a, b) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind);
}

function byNewest(a: Clash, b: Clash): number {
  return newest(b) - newest(a);
}

function newest(clash: Clash): number {
  return Math.max(...clash.sides.map(({ claim }) => claim.saidBy ?? Number.MIN_SAFE_INTEGER));
}
