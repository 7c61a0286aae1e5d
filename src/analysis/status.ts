import type { Clashes, Replaced } from './clashes.ts';
import { compare } from './compare.ts';
import { partyKey } from './kind.ts';
import { type Asked, isAnswer, type Said } from './said.ts';

/** How a question stands: rule 3.8. */
export type Status = 'disputed' | 'contested' | 'agreed' | 'apart' | 'one-sided' | 'open';

/** `open` is the weightiest open clash of the question. */
export function statusOf(asked: Asked, open: Clashes['open'], replaced: Replaced): Status {
  if (open !== 'none') return open;
  const answers = asked.said.filter((said) => isAnswer(said) && !replaced.has(said.claim));
  const sides = sidesBy(answers, ({ claim }) => partyKey(claim));
  if (sides.length === 0) return 'open';
  if (sides.length === 1) return 'one-sided';
  return agree(sides, asked) ? 'agreed' : 'apart';
}

/** Answers by who gives them. */
export function sidesBy(answers: readonly Said[], sideOf: (said: Said) => string): readonly (readonly Said[])[] {
  const sides = new Map<string, Said[]>();
  for (const said of answers) {
    const key = sideOf(said);
    const side = sides.get(key);
    if (side === undefined) sides.set(key, [said]);
    else side.push(said);
  }
  return [...sides.values()];
}

/** True if an answer of one side is compatible with one of another, and not only because one is said to be possible. */
export function agree(sides: readonly (readonly Said[])[], asked: Asked): boolean {
  const fits = (a: Said, b: Said): boolean => {
    const { verdict, limits } = compare(a, b, asked.question);
    return verdict === 'compatible' && limits.length === 0;
  };
  return sides.some((side, index) =>
    sides.slice(index + 1).some((other) => side.some((a) => other.some((b) => fits(a, b)))),
  );
}
