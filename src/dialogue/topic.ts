import type { Asker, Choice } from '../io.ts';
import type { Wanted } from '../ledger/write/draft.ts';
import { matching } from '../nearest.ts';
import { NEW } from './choice.ts';
import { needed } from './fault.ts';

/** Which topic of a ledger: one that is there, or a new one, whose id and title are asked for. */
export async function askTopic(ask: Asker, ids: readonly string[]): Promise<Wanted> {
  const choices = (typed: string): readonly Choice[] => [
    ...matching(typed, ids, (id) => id).map((id) => ({ value: `=${id}`, name: id })),
    { value: NEW, name: 'A new topic' },
  ];
  const picked = ids.length === 0 ? NEW : await ask.choose({ message: 'Which topic?', choices });
  if (picked !== NEW) return new Map([['topic', picked.slice(1)]]);
  const topic = await ask.line({ message: 'Its file name, without .yaml (bridge-closure)', check: needed });
  return new Map([
    ['topic', topic],
    ['title', await ask.line({ message: 'Its title', check: needed })],
  ]);
}
