/**
 * The file format, as one table: every key of every entity with its shape and its description, and what each word means
 * where there are only some. The types of entries are mapped from it, the validator reads it, and the JSON Schema is
 * printed from it, so that the three cannot disagree.
 */
export const FORMAT = {
  topic: {
    topic: { shape: 'prose', required: true, about: 'The title of the topic: a story or a subject.' },
    summary: { shape: 'prose', about: 'One or two sentences on what the topic covers.' },
    note: { shape: 'prose', about: 'A remark for those who keep the file.' },
    parties: {
      shape: 'lines',
      about: 'The sides, in the order of their columns. All others share a last column, Others.',
    },
    speakers: { shape: 'map', of: 'speaker', about: 'The people and bodies who say things, by a short id.' },
    sources: { shape: 'map', of: 'source', about: 'The documents in which claims appeared, by a short id.' },
    questions: { shape: 'list', of: 'question', about: 'The questions on which parties answer.' },
    claims: {
      shape: 'list',
      of: 'claim',
      about: 'Said, but answering no question yet: listed and exported, never compared.',
    },
  },
  shared: {
    note: { shape: 'prose', about: 'A remark for those who keep the file.' },
    speakers: { shape: 'map', of: 'speaker', about: 'Speakers that every topic of the ledger may name.' },
    sources: { shape: 'map', of: 'source', about: 'Sources that every topic of the ledger may name.' },
  },
  speaker: {
    name: { shape: 'line', required: true, about: 'The name as it is printed.' },
    role: { shape: 'line', about: 'The office or function, as it is printed after the name.' },
    party: { shape: 'line', about: 'The side the speaker speaks for. In doubt leave it out.' },
    aliases: { shape: 'lines', about: 'Other names by which a claim may refer to the speaker.' },
    url: { shape: 'url', about: 'A page about the speaker.' },
    note: { shape: 'prose', about: 'A remark for those who keep the file.' },
  },
  source: {
    outlet: { shape: 'line', about: 'Who published the document.' },
    title: { shape: 'prose', about: 'The title of the document.' },
    byline: { shape: 'line', about: 'Who wrote it.' },
    kind: {
      shape: 'one-of',
      values: {
        article: 'A report in a newspaper, by an agency, on a site.',
        release: 'A statement that its speaker has published.',
        interview: 'An interview, printed or broadcast.',
        broadcast: 'Radio, television or video.',
        post: 'A post on a social network or a channel.',
        document: 'A report, a letter, minutes, a law, a table.',
        'press conference': 'Said to reporters in public.',
      },
      about: 'What kind of document it is.',
    },
    url: { shape: 'url', about: 'Where it can be read.' },
    archive: { shape: 'url', about: 'Where a copy is kept.' },
    published: { shape: 'date', about: 'The day it was published.' },
    lang: { shape: 'line', about: 'The language of the document, as BCP 47 writes it: en, he, ar, zh-Hans.' },
    note: { shape: 'prose', about: 'A remark for those who keep the file.' },
  },
  question: {
    id: { shape: 'id', about: 'A short id. Without it, one is made from `ask`.' },
    ask: { shape: 'prose', required: true, about: 'The question: short and positive, with its conditions and times.' },
    kind: {
      shape: 'one-of',
      values: {
        'yes-no': 'An answer is yes or no.',
        choice: 'An answer is one of several words: one of the options, where these are listed.',
        number: 'An answer is a number as it was put: 53,000, more than 40, about 1.2 million, dozens.',
        date: 'An answer is a date or a period.',
      },
      about: 'What an answer is. Without it: choice if there are options, else as the answers read. Dates need it.',
    },
    options: {
      shape: 'lines',
      about: 'The closed list of answers to a choice. Only with it can two different choices contradict.',
    },
    unit: { shape: 'line', about: 'What a number counts: people, km, %.' },
    measure: { shape: 'prose', about: 'One line on what exactly is counted or meant.' },
    scale: {
      shape: 'one-of',
      values: {
        count: 'Numbers are whole. This is the default.',
        real: 'Numbers may have decimals, such as 5.3.',
      },
      about: 'Whether numbers are whole (count, the default) or may have decimals (real).',
    },
    about: {
      shape: 'one-of',
      values: {
        fact: 'What is or was the case. This is the default.',
        position: 'What should or shall be done: a demand, a refusal, a promise. Those that clash are called opposed.',
      },
      about: 'Whether answers state a fact (the default) or a position: a demand, a refusal, a promise.',
    },
    time: {
      shape: 'one-of',
      values: {
        fixed: 'One answer for good: when it was given does not matter.',
        state: 'True on a day, and perhaps not on another: are talks under way?',
        flow: 'A number over a period, which as_of names: killed in March.',
        cumulative: 'A number so far, which never falls: the toll up to the day that as_of names.',
      },
      about:
        'How the answer depends on time: fixed (one answer for good), state (true on a day), flow (over a period), cumulative (so far, never falls).',
    },
    window: {
      shape: 'days',
      about: 'For a state: how many days apart two answers still meet as a tension. 7 without it.',
    },
    tolerance: { shape: 'share', about: 'How far "about" reaches, as a percentage of the number. 10% without it.' },
    part_of: { shape: 'reference', about: 'The id of the question whose number this one is part of.' },
    note: { shape: 'prose', about: 'A remark for those who keep the file.' },
    claims: { shape: 'list', of: 'claim', about: 'The claims that answer the question.' },
  },
  claim: {
    id: { shape: 'id', about: 'A short id, needed where another claim refers to this one.' },
    speaker: { shape: 'line', required: true, about: 'Who says it: a speaker id, a name or an alias.' },
    party: { shape: 'line', about: 'The side spoken for in this claim, where it is not the speaker’s own.' },
    role: { shape: 'line', about: 'The role in which this was said, where it is not the speaker’s own.' },
    via: { shape: 'lines', about: 'Who passed the words on, nearest the speaker first.' },
    anonymous: { shape: 'prose', about: 'Why the name is withheld. There is no key for a real name.' },
    date: { shape: 'date', about: 'When it was said.' },
    as_of: { shape: 'date', about: 'The day or period it speaks about.' },
    verb: { shape: 'line', about: 'The verb as reported: said, denied, demanded. Printed in brackets.' },
    certainty: {
      shape: 'one-of',
      values: {
        asserted: 'The words commit the speaker. This is the default.',
        likely: 'The words call it likely: a clash is at most a tension.',
        possible: 'The words call it possible and no more: the claim clashes with no other.',
      },
      about: 'How far the words as reported commit the speaker. Asserted without it.',
    },
    says: { shape: 'prose', about: 'What the speaker asserts, in your words: true if the speaker is right.' },
    quote: { shape: 'prose', about: 'The exact words.' },
    lang: { shape: 'line', about: 'The language of the quote, as BCP 47 writes it: en, he, ar, zh-Hans.' },
    translation: { shape: 'prose', about: 'The quote in the language of the ledger.' },
    translator: { shape: 'line', about: 'Who translated the quote.' },
    answer: {
      shape: 'answer',
      about: 'The coded answer to the question: a value, a list of choices, or `no comment`.',
    },
    denies: { shape: 'references', about: 'The claim or claims on the same question that this one denies.' },
    replaces: { shape: 'reference', about: 'The earlier claim that this one corrects, updates or withdraws.' },
    implies: { shape: 'answers', about: 'What follows for other questions: question id to answer.' },
    source: { shape: 'references', about: 'The source id or ids, or a URL.' },
    at: { shape: 'line', about: 'Where in the source: page, paragraph, timecode.' },
    reviewed: { shape: 'list', of: 'review', about: 'Clashes that a person has looked at and explains.' },
    assessment: {
      shape: 'entry',
      of: 'assessment',
      about: 'What somebody else has published on whether the claim is true. It bears on no verdict.',
    },
    note: { shape: 'prose', about: 'A remark for those who keep the file.' },
  },
  review: {
    with: { shape: 'reference', required: true, about: 'The id of the other claim.' },
    reason: { shape: 'prose', required: true, about: 'Why the two do not really clash, or why both stand.' },
    by: { shape: 'line', about: 'Who looked.' },
    on: { shape: 'date', about: 'When.' },
  },
  assessment: {
    rating: { shape: 'line', required: true, about: 'The judgement in the words in which it was published.' },
    by: { shape: 'line', required: true, about: 'Who published it.' },
    on: { shape: 'date', about: 'When it was published.' },
    url: { shape: 'url', about: 'Where it can be read.' },
    note: { shape: 'prose', about: 'A remark for those who keep the file.' },
  },
} as const;

export type Entity = keyof typeof FORMAT;

/** The shapes a value can have in a file. */
export type Shape =
  | 'prose'
  | 'line'
  | 'lines'
  | 'id'
  | 'reference'
  | 'references'
  | 'url'
  | 'date'
  | 'days'
  | 'share'
  | 'answer'
  | 'answers'
  | 'one-of'
  | 'entry'
  | 'map'
  | 'list';

/** One key of an entity, as the validator sees it. `values` are the words it takes, each with what it means. */
export interface Field {
  readonly shape: Shape;
  readonly about: string;
  readonly required?: true;
  readonly values?: Readonly<Record<string, string>>;
  readonly of?: Entity;
}

/** The keys of an entity with their fields. */
export function fieldsOf(entity: Entity): ReadonlyMap<string, Field> {
  return FIELDS[entity];
}

/** The keys that an entity must have. */
export function requiredOf(entity: Entity): readonly string[] {
  return REQUIRED[entity];
}

const FIELDS = perEntity((fields) => new Map<string, Field>(Object.entries(fields)));

const REQUIRED = perEntity((fields: Readonly<Record<string, Field>>) =>
  Object.keys(fields).filter((key) => fields[key]?.required === true),
);

// Made once of each entity's fields, since every entry of every file is held against them.
function perEntity<T>(make: (fields: Readonly<Record<string, Field>>) => T): Readonly<Record<Entity, T>> {
  return Object.fromEntries(Object.entries(FORMAT).map(([entity, fields]) => [entity, make(fields)])) as Record<
    Entity,
    T
  >;
}
