import { latePattern } from '../memo.ts';
import { lettersApart } from '../nearest.ts';
import { spellingKey } from './spelling.ts';

/** A name as it is listed, or as it is only used. */
export interface Named {
  readonly name: string;
  /** False for a name that is only used, and may therefore be a slip of one that is known. */
  readonly known: boolean;
}

/** A name that is probably a slip of another one. */
export interface Slip<T> {
  readonly slip: T;
  readonly of: T;
}

/**
 * The names that are probably slips: the same letters but for accents, marks, case and "the", other spellings of one
 * sound, or a letter off in a word of some length, two in a long one. Each name is filed under what is left of it when
 * a letter or a long word is taken out, so that many names are not held against each other one by one. Of two names that are both only used, the second is the slip.
 */
export function slipsIn<T extends Named>(names: readonly T[]): readonly Slip<T>[] {
  if (names.every(({ known }) => known)) return [];
  const filed = new Map<string, Filed<T>[]>();
  const slips: Slip<T>[] = [];
  for (const named of [...names].sort((a, b) => Number(b.known) - Number(a.known))) {
    const bare = bareName(named.name);
    const signatures = signaturesOf(bare);
    const candidates = named.known ? [] : signatures.flatMap((signature) => filed.get(signature) ?? []);
    const of = candidates.find((other) => isSlip(bare, other.bare));
    if (of !== undefined) slips.push({ slip: named, of: of.named });
    for (const signature of signatures) file(filed, signature, { named, bare });
  }
  return slips;
}

interface Filed<T> {
  readonly named: T;
  readonly bare: string;
}

function file<T>(filed: Map<string, Filed<T>[]>, signature: string, entry: Filed<T>): void {
  const entries = filed.get(signature);
  if (entries === undefined) filed.set(signature, [entry]);
  else if (entries.length < MOST) entries.push(entry);
}

// More names that differ in one and the same letter are numbered or lettered, not misspelled.
const MOST = 8;

/** A name without accents, marks, case and "the". */
export function bareName(name: string): string {
  const letters = name.normalize('NFKD').replace(MARKS(), '').toLowerCase();
  return letters.replace(BETWEEN_WORDS(), ' ').trim().replace(/^the /u, '').slice(0, LONGEST);
}

const MARKS = latePattern(String.raw`\p{M}+`, 'gu');
const BETWEEN_WORDS = latePattern(String.raw`[^\p{L}\p{N}]+`, 'gu');

// Longer names are not held against each other letter by letter.
const LONGEST = 60;

/** The name, its sound, and what is left of it when a letter, or more of a long word, that may be wrong is taken out. */
function signaturesOf(name: string): readonly string[] {
  const shorter = [...name.matchAll(FALLIBLE())].flatMap(({ 0: word, index }) =>
    Array.from({ length: word.length - 1 }, (_, at) => name.slice(0, index + at + 1) + name.slice(index + at + 2)),
  );
  const words = name.split(' ');
  const blanked = words.flatMap((word, at) => (isLong(word) ? [words.with(at, `${word.charAt(0)}…`).join(' ')] : []));
  return [...new Set([name, ...shorter, ...(words.length > 1 ? blanked : []), `~${spellingKey(name)}`])];
}

const FALLIBLE = latePattern(String.raw`(?<![\p{L}\p{N}])\p{L}{4,}(?![\p{L}\p{N}])`, 'gu');

/** True for names that are equal, sound alike, or are alike but for a letter or two in a single word. */
function isSlip(a: string, b: string): boolean {
  if (a === b || spellingKey(a) === spellingKey(b)) return true;
  const [words, others] = [a.split(' '), b.split(' ')];
  if (words.length !== others.length) return false;
  const differing = words.flatMap((word, index) =>
    word === others[index] ? [] : [[word, others[index] ?? ''] as const],
  );
  const [pair] = differing;
  if (differing.length !== 1 || pair === undefined) return false;
  return isWordSlip(...pair) || (words.length > 1 && isLongSlip(...pair));
}

// Numbers, initials and first letters tell names apart on purpose, and so does any one sign of a Chinese name.
function isWordSlip(a: string, b: string): boolean {
  if (TOLD_BY_A_SIGN().test(a + b) || a.charAt(0) !== b.charAt(0)) return false;
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  const at = [...longer].findIndex((_, index) => longer.charAt(index) !== shorter.charAt(index));
  if (shorter.length < longer.length) return shorter.length >= 4 && longer.slice(at + 1) === shorter.slice(at);
  if (shorter.slice(at + 1) === longer.slice(at + 1)) return shorter.length >= 5;
  const swapped = longer.charAt(at + 1) + longer.charAt(at) + longer.slice(at + 2);
  return shorter.length >= 4 && shorter.slice(at) === swapped;
}

const TOLD_BY_A_SIGN = latePattern(String.raw`\p{N}|\p{Script=Han}|\p{Script=Hangul}`, 'u');

// Where the other words of a name are the same, a long word may be off by two letters.
function isLongSlip(a: string, b: string): boolean {
  return isLong(a) && isLong(b) && a.charAt(0) === b.charAt(0) && lettersApart(a, b) <= 2;
}

function isLong(word: string): boolean {
  return LONG_WORD().test(word) && !TOLD_APART.test(word);
}

const LONG_WORD = latePattern(String.raw`^\p{L}{8,}$`, 'u');

// "Southeast" and "southwest", "spokesman" and "spokeswoman" are not slips of each other.
const TOLD_APART = /^(?:north|south)(?:east|west)|(?:man|men)$/u;
