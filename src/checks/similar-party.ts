import type { Claim, Topic } from '../ledger/model.ts';
import type { Place } from '../place.ts';
import type { Check } from './check.ts';
import { valueAt } from './places.ts';
import { type Named, slipsIn } from './similar.ts';

/** A slip in the name of a party makes a second party, and a split within one looks like a dispute. */
export const similarParty: Check = {
  code: 'similar-party',
  severity: 'warning',
  summary: 'A party has almost the name of another one.',
  *find({ topic, claims }) {
    for (const { slip, of } of slipsIn(partiesIn(topic, claims))) {
      yield {
        message: `the party \`${slip.name}\` is much like \`${of.name}\``,
        place: slip.place(),
        hint: `if they are one party, write \`${of.name}\`; if they are two, list both under \`parties\``,
        related: [{ message: `\`${of.name}\` is here`, place: of.place() }],
      };
    }
  },
};

interface Party extends Named {
  readonly place: () => Place;
}

/** Each party once, at its first place: those listed, those of speakers, those of claims. */
function partiesIn(topic: Topic, claims: readonly Claim[]): readonly Party[] {
  const first = new Map<string, Party>();
  const add = (party: Party): void => {
    const key = party.name.normalize('NFC').toLowerCase();
    if (!first.has(key)) first.set(key, party);
  };
  for (const [index, name] of (topic.parties ?? []).entries()) {
    add({ name, known: true, place: () => valueAt(topic, 'parties', index) });
  }
  for (const speaker of topic.speakers) {
    if (speaker.party !== undefined) add({ name: speaker.party, known: false, place: () => valueAt(speaker, 'party') });
  }
  for (const claim of claims) {
    const isOwn = claim.hasParty && claim.party !== claim.speaker.party;
    if (isOwn) add({ name: claim.party, known: false, place: () => valueAt(claim, 'party') });
  }
  return [...first.values()];
}
