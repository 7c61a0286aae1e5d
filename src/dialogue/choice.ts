import type { Choice } from '../io.ts';
import { matching } from '../nearest.ts';

/** The values of a choice that are no id. Ids are told with a `=` before them. */
export const NEW = '+';
export const NONE = '-';

/** A few choices, narrowed by what is typed. */
export function among(choices: readonly Choice[]): (typed: string) => readonly Choice[] {
  return (typed) => matching(typed, choices, ({ name }) => name);
}
