import type { Said } from '../../analysis/said.ts';
import { count, joined } from '../words.ts';

/** A sentence on one or more claims, which it begins with; nothing where there are none. */
export function about(said: readonly Said[], one: string, many: string): readonly string[] {
  if (said.length === 0) return [];
  return [`${idsOf(said)} ${said.length === 1 ? one : many}`];
}

/** The ids of claims: all of a few, of more than that the first and how many there are besides. */
export function idsOf(said: readonly Said[]): string {
  return few(said.map(({ claim }) => `\`${claim.id}\``));
}

/** All of a few words, of more than that the first and how many there are besides. */
export function few(words: readonly string[], last = 'and'): string {
  if (words.length <= NAMED + 1) return joined(words, last);
  const rest = words.length - NAMED;
  return joined([...words.slice(0, NAMED), count(rest, 'more', 'more')], last);
}

// Whoever asks begins with some of them; the list of all is in the file.
const NAMED = 3;
