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
        place: slip.place,
        hint: `if they are one party, write \`${of.name}\`; if they are two, list both under \`parties\``,
        related: [{ message: `\`${of.name}\` is here`, place: of.place }],
      };
    }
  },
};

interface Party extends Named {
  readonly place: Place;
}

/** Each party once, at its first place: those listed, those of speakers, those of claims. */
function partiesIn(topic: Topic, claims: readonly Claim[]): readonly Party[] {
  const listed = (topic.parties ?? []).map(
    (name, index): Party => ({ name, known: true, place: valueAt(topic, 'parties', index) }),
  );
  const used = [
    ...topic.speakers.flatMap((speaker): readonly Party[] => {
      return speaker.party === undefined
        ? []
        : [{ name: speaker.party, known: false, place: valueAt(speaker, 'party') }];
    }),
    ...claims.filter(hasOwnParty).map(ownParty),
  ];
  const first = new Map<string, Party>();
  for (const party of [...listed, ...used]) {
    const key = party.name.normalize('NFC').toLowerCase();
    if (!first.has(key)) first.set(key, party);
  }
  return [...first.values()];
}

function hasOwnParty({ hasParty, party, speaker }: Claim): boolean {
  return hasParty && party !== speaker.party;
}

function ownParty(claim: Claim): Party {
  return { name: claim.party, known: false, place: valueAt(claim, 'party') };
}
