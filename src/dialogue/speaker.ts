import type { Asker, Choice } from '../io.ts';
import { everyoneFor, type Known } from '../ledger/cast.ts';
import type { Tree } from '../ledger/reader/tree.ts';
import { holdingAll, matching } from '../nearest.ts';
import { NEW } from './choice.ts';

/** Who says it: somebody who is known, or whoever was typed, with role and side. */
export async function askSpeaker(ask: Asker, known: Known): Promise<Tree> {
  const named = everyoneFor(known).speakers.map(({ id, name, role, declared }) => ({
    id: declared ? id : name,
    name,
    role,
  }));
  // A topic's own entry counts before one of the same id that serves all topics, so that it is the last to be put in.
  const unique = [...new Map(named.toReversed().map((one) => [one.id, one])).values()].toReversed();
  const textOf = ({ id, name }: { readonly id: string; readonly name: string }): string => `${name} ${id}`;
  const choices = (typed: string): readonly Choice[] => {
    const found = matching(typed, unique, textOf);
    const isKnown = typed === '' || found.some(({ name }) => name.toLowerCase() === typed.toLowerCase());
    const all = found.map(({ id, name, role }) => ({
      value: `=${id}`,
      name,
      ...(role === undefined ? {} : { note: role }),
    }));
    const fresh = isKnown ? [] : [{ value: `${NEW}${typed}`, name: `${typed} (new)` }];
    // Who has a name that is only like it comes second, or Enter would make it that person's claim.
    const isGuess = holdingAll(typed, found, textOf).length === 0;
    return isGuess ? [...fresh, ...all] : [...all, ...fresh];
  };
  const picked = await ask.choose({ message: 'Who says it? (type a name)', choices });
  if (!picked.startsWith(NEW)) return picked.slice(1);
  const role = await ask.line({ message: 'Their role (leave empty if there is none)' });
  const party = await ask.line({ message: 'The side they speak for (in doubt leave it empty)' });
  const entry = [
    ['name', picked.slice(1)],
    ['role', role],
    ['party', party],
  ] as const;
  return new Map(entry.filter(([, value]) => value !== ''));
}
