import { type Clash, isOpen } from './clash.ts';
import type { Replaced } from './clashes.ts';
import { compare } from './compare.ts';
import { partyKey } from './kind.ts';
import { type Asked, isAnswer, type Said } from './said.ts';

/** How a question stands: rule 3.8. */
export type Status = 'disputed' | 'contested' | 'agreed' | 'apart' | 'one-sided' | 'open';

export function statusOf(asked: Asked, clashes: readonly Clash[], replaced: Replaced): Status {
  const open = clashes.filter(isOpen);
  if (open.some((clash) => clash.kind === 'dispute' && clash.word !== 'tension')) return 'disputed';
  if (open.length > 0) return 'contested';
  const sides = sidesOf(asked.said.filter((said) => isAnswer(said) && !replaced.has(said.claim.id)));
  if (sides.length === 0) return 'open';
  if (sides.length === 1) return 'one-sided';
  return agree(sides, asked) ? 'agreed' : 'apart';
}

function sidesOf(answers: readonly Said[]): readonly (readonly Said[])[] {
  const sides = new Map<string, Said[]>();
  for (const said of answers) {
    const key = partyKey(said.claim);
    const side = sides.get(key);
    if (side === undefined) sides.set(key, [said]);
    else side.push(said);
  }
  return [...sides.values()];
}

function agree(sides: readonly (readonly Said[])[], asked: Asked): boolean {
  return sides.some((side, index) =>
    sides
      .slice(index + 1)
      .some((other) => side.some((a) => other.some((b) => compare(a, b, asked.question).verdict === 'compatible'))),
  );
}
