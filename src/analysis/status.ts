import type { Clashes, Replaced } from './clashes.ts';
import { agree } from './crowd/agreement.ts';
import { grouped } from './grouped.ts';
import { partyKey } from './kind.ts';
import { type Asked, isAnswer } from './said.ts';

/** How a question stands: rule 3.8. */
export type Status = 'disputed' | 'contested' | 'agreed' | 'apart' | 'one-sided' | 'open';

/** `open` is the weightiest open clash of the question. */
export function statusOf(asked: Asked, open: Clashes['open'], replaced: Replaced): Status {
  if (open !== 'none') return open;
  const answers = asked.said.filter((said) => isAnswer(said) && !replaced.has(said.claim));
  const sides = grouped(answers, ({ claim }) => partyKey(claim));
  if (sides.length === 0) return 'open';
  if (sides.length === 1) return 'one-sided';
  return agree(sides, asked) ? 'agreed' : 'apart';
}
