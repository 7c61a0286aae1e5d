import type { Asker, Choice } from '../io.ts';
import type { Tree } from '../ledger/reader/tree.ts';
import { matching } from '../nearest.ts';
import { NEW } from './choice.ts';
import type { Subject } from './subject.ts';

/** Who says it: somebody who is known, or whoever was typed, with role and side. */
export async function askSpeaker(ask: Asker, { topic, shared }: Subject): Promise<Tree> {
  const known = [
    ...(topic?.speakers ?? []).map(({ id, name, role, declared }) => ({ id: declared ? id : name, name, role })),
    ...[...(shared.entry?.speakers ?? [])].map(([id, { name, role }]) => ({ id, name, role })),
  ];
  const unique = [...new Map(known.map((one) => [one.id, one])).values()];
  const choices = (typed: string): readonly Choice[] => {
    const found = matching(typed, unique, ({ id, name }) => `${name} ${id}`);
    const isKnown = typed === '' || found.some(({ name }) => name.toLowerCase() === typed.toLowerCase());
    return [
      ...found.map(({ id, name, role }) => ({ value: `=${id}`, name, ...(role === undefined ? {} : { note: role }) })),
      ...(isKnown ? [] : [{ value: `${NEW}${typed}`, name: `${typed} (new)` }]),
    ];
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
