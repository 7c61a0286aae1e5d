import type { Asker, Choice } from '../io.ts';
import type { Tree } from '../ledger/reader/tree.ts';
import { matching } from '../nearest.ts';
import { NEW, NONE } from './choice.ts';
import { dateFault, needed, urlFault } from './fault.ts';
import type { Subject } from './subject.ts';

/** Where a claim appeared: a source that is known, an address, a new source, or none yet. */
export async function askSource(ask: Asker, { topic, shared }: Subject): Promise<Tree | undefined> {
  const known = [
    ...(topic?.sources ?? []).map(({ id, outlet = '', title = '', published }) => ({
      id,
      outlet,
      title,
      day: published?.text ?? '',
    })),
    ...[...(shared.entry?.sources ?? [])].map(([id, { outlet = '', title = '', published }]) => ({
      id,
      outlet,
      title,
      day: published?.text ?? '',
    })),
  ];
  const unique = [...new Map(known.map((one) => [one.id, one])).values()];
  const choices = (typed: string): readonly Choice[] => [
    ...matching(typed, unique, ({ id, outlet, title, day }) => `${outlet} ${title} ${day} ${id}`).map((one) => ({
      value: `=${one.id}`,
      name: [one.outlet, one.title, one.day].filter((part) => part !== '').join(', ') || one.id,
      note: one.id,
    })),
    ...(/^https?:\/\//u.test(typed) ? [{ value: `=${typed}`, name: `${typed} (new)` }] : []),
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
