import type { Speaker } from '../ledger/model.ts';
import { fold } from '../text.ts';
import type { Check, Found } from './check.ts';
import { keyAt, valueAt } from './places.ts';

/** A claim may name its speaker by an id, a name or an alias; the first speaker to have it is taken. */
export const sharedName: Check = {
  code: 'shared-name',
  severity: 'warning',
  summary: 'Two speakers have the same name or alias.',
  *find({ topic }) {
    const first = new Map<string, Speaker>();
    for (const speaker of topic.speakers.filter(({ declared }) => declared)) {
      const [shared] = [...sharedNames(speaker, first)];
      if (shared !== undefined) yield shared;
    }
  },
};

/** The names of a speaker that another one has already. `first` has all that are taken, and gets this speaker's. */
function* sharedNames(speaker: Speaker, first: Map<string, Speaker>): Generator<Found> {
  for (const { name, keys } of namesOf(speaker)) {
    const key = fold(name);
    const other = first.get(key) ?? speaker;
    first.set(key, other);
    if (other !== speaker) yield taken(name, speaker, other, keys);
  }
}

interface OwnName {
  readonly name: string;
  readonly keys: readonly (string | number)[];
}

function namesOf({ id, name, aliases = [] }: Speaker): readonly OwnName[] {
  const others = aliases.map((alias, index) => ({ name: alias, keys: ['aliases', index] }));
  return [{ name: id, keys: [] }, { name, keys: ['name'] }, ...others];
}

function taken(name: string, speaker: Speaker, other: Speaker, keys: OwnName['keys']): Found {
  return {
    message: `\`${name}\` stands for two speakers; in claims it means \`${other.id}\``,
    place: keys.length === 0 ? keyAt(speaker) : valueAt(speaker, ...keys),
    hint: 'name each speaker by its id in claims, and let no two share a name or an alias',
    related: [{ message: `\`${other.id}\` is here`, place: keyAt(other) }],
  };
}
