import { grouped } from '../analysis/grouped.ts';
import type { Fields } from '../importers/sheet.ts';
import type { Tree } from '../ledger/reader/tree.ts';
import { inKeyOrder } from '../ledger/write/draft.ts';
import { fold } from '../text.ts';
import type { Draft } from './drafts.ts';
import { type Parts, textAt } from './parts.ts';
import type { Cited } from './sources.ts';
import type { Met } from './speakers.ts';

/** A claim as the file is to hold it: without what its speaker's entry and the format's defaults say already. */
export function claimTree({ claim, isWhole }: Parts, met: Met, cited: readonly Cited[], id: string | undefined): Tree {
  const [party, role] = [textAt(claim, 'party'), textAt(claim, 'role')];
  const isSame = (one: string, other: string): boolean => (isWhole ? one === other : fold(one) === fold(other));
  const said = new Map(claim);
  if (isSame(party, met.party ?? met.name)) said.delete('party');
  if (isSame(role, met.role ?? '')) said.delete('role');
  if (said.get('certainty') === 'asserted') said.delete('certainty');
  const refs = cited.map(({ ref }) => ref);
  return inKeyOrder('claim', [
    ...said,
    ...(id === undefined ? [] : [['id', id] as const]),
    ['speaker', met.ref],
    ...(refs.length === 0 ? [] : [['source', refs.length === 1 ? (refs[0] ?? '') : refs] as const]),
  ]);
}

interface Speaking {
  readonly parts: Parts;
  readonly draft: Draft;
}

/**
 * What all rows of a speaker say alike of role and party, for the entry of one who is new. A row that says nothing of
 * it must not get it from the others.
 */
export function hoistedFor<T extends Speaking>(rows: readonly T[]): (row: T) => Fields {
  const places = new Map<Draft, number>();
  const nameOf = ({ draft, parts }: T): string => {
    const place = places.get(draft) ?? places.size;
    places.set(draft, place);
    return `${place} ${parts.speaker.id ?? fold(textAt(parts.speaker.keys, 'name'))}`;
  };
  const alike = new Map(
    grouped(rows, nameOf).flatMap((own) => (own[0] === undefined ? [] : [[nameOf(own[0]), common(own)] as const])),
  );
  return (row) => alike.get(nameOf(row)) ?? new Map();
}

function common(rows: readonly Speaking[]): Fields {
  const keys = ['role', 'party'].flatMap((key) => {
    const [first = '', ...others] = new Set(rows.map(({ parts }) => (parts.isWhole ? '' : textAt(parts.claim, key))));
    const isName = rows.some(({ parts }) => fold(textAt(parts.speaker.keys, 'name')) === fold(first));
    return first === '' || others.length > 0 || isName ? [] : [[key, first] as const];
  });
  return new Map(keys);
}
