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
 * The names that are probably slips: the same letters but for accents, marks, case and "the", or one letter off in a
 * word of some length. Each name is filed under what is left of it when a letter is taken out, so that many names are
 * not held against each other one by one. Of two names that are both only used, the second is the slip.
 */
export function slipsIn<T extends Named>(names: readonly T[]): readonly Slip<T>[] {
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

function bareName(name: string): string {
  const letters = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return letters
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /u, '')
    .slice(0, LONGEST);
}

// Longer names are not held against each other letter by letter.
const LONGEST = 60;

/** The name, and what is left of it when a letter that may be wrong is taken out. */
function signaturesOf(name: string): readonly string[] {
  const shorter = [...name.matchAll(FALLIBLE)].flatMap(({ 0: word, index }) =>
    Array.from({ length: word.length - 1 }, (_, at) => name.slice(0, index + at + 1) + name.slice(index + at + 2)),
  );
  return [...new Set([name, ...shorter])];
}

const FALLIBLE = /(?<![\p{L}\p{N}])\p{L}{4,}(?![\p{L}\p{N}])/gu;

/** True for names that are equal, or alike but for one letter in a single word. */
function isSlip(a: string, b: string): boolean {
  if (a === b) return true;
  const [words, others] = [a.split(' '), b.split(' ')];
  if (words.length !== others.length) return false;
  const differing = words.flatMap((word, index) =>
    word === others[index] ? [] : [[word, others[index] ?? ''] as const],
  );
  const [pair] = differing;
  return differing.length === 1 && pair !== undefined && isWordSlip(...pair);
}

// Numbers, initials and first letters tell names apart on purpose, and so does any one sign of a Chinese name.
function isWordSlip(a: string, b: string): boolean {
  if (/\p{N}|\p{Script=Han}|\p{Script=Hangul}/u.test(a + b) || a.charAt(0) !== b.charAt(0)) return false;
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  const at = [...longer].findIndex((_, index) => longer.charAt(index) !== shorter.charAt(index));
  if (shorter.length < longer.length) return shorter.length >= 4 && longer.slice(at + 1) === shorter.slice(at);
  if (shorter.slice(at + 1) === longer.slice(at + 1)) return shorter.length >= 5;
  const swapped = longer.charAt(at + 1) + longer.charAt(at) + longer.slice(at + 2);
  return shorter.length >= 4 && shorter.slice(at) === swapped;
}
