import type { Asker, Choice } from '../io.ts';
import { everyoneFor, type Known } from '../ledger/cast.ts';
import type { Source } from '../ledger/model.ts';
import type { Tree } from '../ledger/reader/tree.ts';
import { matching } from '../nearest.ts';
import { NEW, NONE } from './choice.ts';
import { dateFault, needed, urlFault } from './fault.ts';

/** Where a claim appeared: a source that is known, an address, a new source, or none yet. */
export async function askSource(ask: Asker, known: Known): Promise<Tree | undefined> {
  // A topic's own entry counts before one of the same id that serves all topics, so that it is the last to be put in.
  const unique = [
    ...new Map(
      everyoneFor(known)
        .sources.toReversed()
        .map((one) => [one.id, one]),
    ).values(),
  ].toReversed();
  const isNew = (typed: string): boolean =>
    typed !== '' && urlFault(typed) === undefined && unique.every(({ id }) => id !== typed);
  const choices = (typed: string): readonly Choice[] => [
    // An address names nothing but itself, however much another one is like it.
    ...(isNew(typed) ? [{ value: `=${typed}`, name: `${typed} (new)` }] : []),
    ...matching(typed, unique, (one) => `${partsOf(one).join(' ')} ${one.id}`).map((one) => ({
      value: `=${one.id}`,
      name: partsOf(one).join(', ') || one.id,
      note: one.id,
    })),
    { value: NEW, name: 'A new source' },
    { value: NONE, name: 'None yet' },
  ];
  const picked = await ask.choose({ message: 'Where did it appear? (type an outlet, or a URL)', choices });
  if (picked === NONE) return undefined;
  if (picked !== NEW) return picked.slice(1);
  const outlet = await ask.line({ message: 'Who published it?', check: needed });
  const title = await ask.line({ message: 'Its title (may be left empty)' });
  const url = await ask.line({ message: 'Its address (https://…, may be left empty)', check: urlFault });
  const published = await ask.line({
    message: 'When was it published? (2025-05-17; may be left empty)',
    check: dateFault,
  });
  const entry = [
    ['outlet', outlet],
    ['title', title],
    ['url', url],
    ['published', published],
  ] as const;
  return new Map(entry.filter(([, value]) => value !== ''));
}

function partsOf({ outlet, title, published }: Source): readonly string[] {
  return [outlet, title, published?.text].filter((part) => part !== undefined);
}
