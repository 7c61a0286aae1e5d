import type { Claim } from '../../ledger/model.ts';
import { fold } from '../../text.ts';

/** One thing before and after; only one of the two where it came or went. */
export type Match<T> =
  | { readonly before: T; readonly after: T }
  | { readonly before: T; readonly after?: undefined }
  | { readonly before?: undefined; readonly after: T };

/** What tells that two are the same thing; undefined where it does not apply. */
export type Key<T> = (one: T) => string | undefined;

/** How a claim is known again without regard to its question, the surest first. */
export const CLAIM_KEYS: readonly Key<Claim>[] = [
  ({ idWritten, id }) => (idWritten ? id : undefined),
  (claim) => list(fold(claim.speaker.name), claim.date?.text, wordsOf(claim), claim.question),
  (claim) => list(fold(claim.speaker.name), claim.date?.text, wordsOf(claim)),
];

/**
 * How a claim is known again by its question, as `questionOf` names it on both sides: by its words with another date or
 * under another name, or, where no id tells it apart, as what the speaker said there on that day.
 */
export function keysOnQuestion(questionOf: (claim: Claim) => string | undefined): readonly Key<Claim>[] {
  const on = (claim: Claim, ...parts: readonly (string | undefined)[]): string | undefined => {
    const question = questionOf(claim);
    return question === undefined ? undefined : list(question, ...parts);
  };
  return [
    (claim) => on(claim, fold(claim.speaker.name), wordsOf(claim)),
    (claim) => on(claim, claim.date?.text, wordsOf(claim)),
    (claim) => (claim.idWritten ? undefined : on(claim, fold(claim.speaker.name), claim.date?.text)),
  ];
}

/** Pairs what one key tells alike, key by key; each is paired once, and what several could be in the order they stand. */
export function paired<T>(
  before: readonly T[],
  after: readonly T[],
  keys: readonly Key<T>[],
  known: ReadonlyMap<T, T> = new Map(),
): ReadonlyMap<T, T> {
  const pairs = new Map(known);
  const taken = new Set(pairs.values());
  for (const key of keys) {
    const free = new Map<string, T[]>();
    for (const one of before) {
      const name = taken.has(one) ? undefined : key(one);
      if (name === undefined) continue;
      const same = free.get(name);
      if (same === undefined) free.set(name, [one]);
      else same.push(one);
    }
    for (const one of after) {
      const name = pairs.has(one) ? undefined : key(one);
      const first = name === undefined ? undefined : free.get(name)?.shift();
      if (first === undefined) continue;
      pairs.set(one, first);
      taken.add(first);
    }
  }
  return pairs;
}

/** All pairs, and what has no other side: in the order of what is there now, then of what went. */
export function matches<T>(before: readonly T[], after: readonly T[], pairs: ReadonlyMap<T, T>): readonly Match<T>[] {
  const kept = new Set(pairs.values());
  const now = after.map((one): Match<T> => {
    const earlier = pairs.get(one);
    return earlier === undefined ? { after: one } : { before: earlier, after: one };
  });
  return [...now, ...before.filter((one) => !kept.has(one)).map((one): Match<T> => ({ before: one }))];
}

function wordsOf({ says, quote }: Claim): string {
  return list(fold(says ?? ''), fold(quote ?? ''));
}

function list(...parts: readonly (string | undefined)[]): string {
  return JSON.stringify(parts);
}
