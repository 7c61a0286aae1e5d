import { distance } from 'fastest-levenshtein';
import { latePattern } from './memo.ts';
import { fold } from './text.ts';

/** The candidate that `text` is most likely a slip of: at most a third of its letters off; the first of equals. */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
  const wanted = text.slice(0, LONGEST).toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const steps = distance(wanted, candidate.slice(0, LONGEST).toLowerCase());
    if (steps < least) {
      least = steps;
      best = candidate;
    }
  }
  return best;
}

/** As `nearest`, but a slip in the beginning of a longer id counts too: `gazza` for `gaza-talks`. */
export function nearestBeginning(text: string, candidates: readonly string[]): string | undefined {
  const whole = nearest(text, candidates);
  if (whole !== undefined || text.length < 3) return whole;
  const lengths = [text.length - 1, text.length, text.length + 1];
  const begun = nearest(
    text,
    candidates.flatMap((candidate) => lengths.map((length) => candidate.slice(0, length))),
  );
  return begun && candidates.find((candidate) => candidate.startsWith(begun));
}

/** The items of which every typed word is part, however it is written large or small. */
export function holdingAll<T>(typed: string, items: readonly T[], textOf: (item: T) => string): readonly T[] {
  const wanted = fold(typed).split(' ');
  return items.filter((item) => wanted.every((word) => fold(textOf(item)).includes(word)));
}

/** The same; where there is none, the one that is nearest. */
export function matching<T>(typed: string, items: readonly T[], textOf: (item: T) => string): readonly T[] {
  const found = holdingAll(typed, items, textOf);
  if (found.length > 0 || typed.length < 3) return found;
  const near = nearestBeginning(typed, items.map(textOf));
  return items.filter((item) => textOf(item) === near);
}

/**
 * The candidate that `text` can only be a slip of: one letter is off, or two have changed places, no digit is another,
 * and no other candidate is anywhere near. Capitals, and what stands between words, do not count.
 */
export function slipOf(text: string, candidates: Iterable<string>): string | undefined {
  const wanted = bare(text);
  const near = Array.from(candidates, (candidate) => ({ candidate, steps: lettersApart(wanted, bare(candidate)) }))
    .filter(({ steps }) => steps <= 2)
    .slice(0, 2);
  const [one, other] = near;
  return one !== undefined && other === undefined && isSlip(wanted, bare(one.candidate)) ? one.candidate : undefined;
}

/**
 * The one candidate that differs from `text` in its writing alone: in capitals, in what stands between words, or in two
 * letters that have changed places. For ids, of which `gazette-a` and `gazette-b` are two.
 */
export function respelled(text: string, candidates: Iterable<string>): string | undefined {
  const wanted = bare(text);
  const [one, other] = Array.from(candidates).filter((candidate) => {
    return bare(candidate) === wanted || isSwapped(wanted, bare(candidate));
  });
  return other === undefined ? one : undefined;
}

// In three letters one is too much: `as` is no slip of `at`.
function isSlip(one: string, other: string): boolean {
  const digits = (text: string): string => text.replace(NO_DIGITS(), '');
  const isLong = Math.max(one.length, other.length) >= 4;
  const isOff = lettersApart(one, other) === 1 || isSwapped(one, other);
  return one === other || (isLong && isOff && digits(one) === digits(other));
}

const NO_DIGITS = latePattern(String.raw`\P{Nd}`, 'gu');

/** Whether two letters side by side have changed places, and nothing else has. */
function isSwapped(one: string, other: string): boolean {
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  const swapped = `${one.slice(0, at)}${one[at + 1]}${one[at]}${one.slice(at + 2)}`;
  return at >= 0 && at + 1 < one.length && swapped === other;
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[\s_-]+/gu, '-');
}

/** How many letters must be changed, added or left out to make one word of another. */
export function lettersApart(one: string, other: string): number {
  return distance(one.slice(0, LONGEST), other.slice(0, LONGEST));
}

// The distance takes time with the product of both lengths, and no id or name is longer.
const LONGEST = 120;
