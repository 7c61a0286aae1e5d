import { distance } from 'fastest-levenshtein';

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

// The distance takes time with the product of both lengths, and no id or name is longer.
const LONGEST = 120;
