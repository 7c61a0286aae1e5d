import type { Speaker, Topic } from '../ledger/model.ts';
import type { Check, Found } from './check.ts';
import { keyAt, valueAt } from './places.ts';
import { bareName, type Named, slipsIn } from './similar.ts';
import { spellingKey } from './spelling.ts';

export const similarSpeaker: Check = {
  code: 'similar-speaker',
  severity: 'warning',
  summary: 'A speaker who is not listed has almost the name of another one.',
  *find({ topic }) {
    if (topic.speakers.every(({ declared }) => declared)) return;
    const seen = new Set<Speaker>();
    for (const { slip, of } of slipsIn(topic.speakers.flatMap(namesOf))) {
      if (slip.speaker === of.speaker || seen.has(slip.speaker)) continue;
      seen.add(slip.speaker);
      yield found(slip.speaker, of.name, of.speaker);
    }
    yield* bySurname(topic, seen);
  },
};

interface SpeakerName extends Named {
  readonly speaker: Speaker;
}

function namesOf(speaker: Speaker): readonly SpeakerName[] {
  const { id, name, aliases = [], declared } = speaker;
  return [...new Set([name, ...aliases, ...(declared ? [id] : [])])].map((one) => ({
    name: one,
    known: declared,
    speaker,
  }));
}

/** A speaker named by the last word of just one listed name: "Katz" beside "Israel Katz". */
function* bySurname({ speakers }: Topic, seen: ReadonlySet<Speaker>): Generator<Found> {
  const byLast = new Map<string, Speaker[]>();
  for (const speaker of speakers.filter(({ declared }) => declared)) {
    const words = bareName(speaker.name).split(' ');
    const last = spellingKey(words.at(-1) ?? '');
    if (words.length > 1) byLast.set(last, [...(byLast.get(last) ?? []), speaker]);
  }
  for (const speaker of speakers) {
    const [only, ...others] = byLast.get(spellingKey(bareName(speaker.name))) ?? [];
    if (speaker.declared || seen.has(speaker) || only === undefined || others.length > 0) continue;
    yield found(speaker, only.name, only);
  }
}

function found(speaker: Speaker, name: string, meant: Speaker): Found {
  const list = `if they are one speaker, write \`${meant.declared ? meant.id : meant.name}\``;
  return {
    message: `\`${speaker.name}\` is not listed, but much like \`${name}\``,
    place: valueAt(speaker),
    hint: `${list}; if they are two, list this one under \`speakers\``,
    related: [{ message: `\`${name}\` is here`, place: meant.declared ? keyAt(meant) : valueAt(meant) }],
  };
}
