import fc from 'fast-check';
import { type AnyTopic, anyTopic, type Entry, fileOf } from './arbitrary.ts';
import type { Plain } from './topic.ts';

// What a terminal obeys or nobody sees, how that is shown, and what could be taken for it.
const UNSEEN = ['\u001b', '\u001b[31m', '\u0007', '\b', '\r', '\t', '\n', '\0', '\u007f', '\u0085', '\u009b', '\u202e'];
const SHOWN = ['\u241b', '\u2407', '\u2421', '<U+202E>', '<U+', '<U+003C>', '>', '<', 'U+202E>', '\u200b', '\ufeff'];
const MARKUP = [
  '<b>',
  '</p>',
  '<script>',
  '-->',
  '&amp;',
  '&#x41;',
  ']]>',
  '[a](b)',
  '![',
  '**',
  '__',
  '~~',
  '`',
  '``',
];
const BEGUN = ['# ', '- ', '1. ', '> ', '| ', '---', '=', '+', '@', "'", '[^1]', '::error::', '{0}', '%0A', '\\', '…'];
const WORDS = [
  'the talks',
  'no',
  '40',
  '53,000',
  'www.a.example',
  'https://a.example/b_c',
  'a@b.example',
  '$',
  '“',
  '”',
];
const SCRIPTS = [
  'שלום',
  'مرحبا',
  '政府発表',
  'नमस्ते',
  'Zürich',
  'e\u0301',
  '👩‍👩‍👧',
  '🇮🇱',
  '\u00a0',
  '\u3000',
  '\u00ad',
  '\u200f',
];
const KNOWN = [...UNSEEN, ...SHOWN, ...MARKUP, ...BEGUN, ...WORDS, ...SCRIPTS, ' ', ' ', ' ', '.', ','];

const piece = fc.oneof(
  { weight: 16, arbitrary: fc.constantFrom(...KNOWN) },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom('long', '漢字', '👩‍👩‍👧', '\u3164').map((word) => word.repeat(25)) },
);

/**
 * Words of any script, with all that could be more than words to a terminal, a browser or a reader of Markdown. Blanks
 * around a text or one of its lines are not part of it.
 */
export const anyWords: fc.Arbitrary<string> = fc
  .array(piece, { minLength: 1, maxLength: 6 })
  .map((pieces) =>
    pieces
      .join('')
      .replace(/\s*([\r\n])\s*/gu, '$1')
      .trim(),
  )
  .filter((text) => text !== '');

const URLS = [
  'https://example.org/a',
  `https://example.org/${'long-'.repeat(20)}`,
  'http://example.org/?a="b"&c=<d>\'*_`[x](y)',
  'https://пример.example/путь',
];

const IN_CLAIMS = ['quote', 'lang', 'translation', 'translator', 'verb', 'role', 'at', 'note', 'anonymous', 'via'];

/** Keys that a claim may do without, on which no verdict hangs. */
interface Extras {
  readonly keys: readonly string[];
  readonly sources: readonly string[];
  readonly isAssessed: boolean;
}

const extras: fc.Arbitrary<Extras> = fc.record({
  keys: fc.subarray(IN_CLAIMS, { maxLength: 4 }),
  sources: fc.subarray(['paper', 'radio', ...URLS.slice(0, 2)], { maxLength: 2 }),
  isAssessed: fc.integer({ min: 0, max: 5 }).map((number) => number === 0),
});

/** A ledger of one topic: its claims stand in any relation to each other, and its texts are any words. */
export interface AnyLedger {
  readonly file: Plain;
  /** The same with a harmless word in the place of each text. */
  readonly twin: Plain;
  /** Each of these words, and the text in whose place it stands. */
  readonly texts: ReadonlyMap<string, string>;
}

export const anyLedger: fc.Arbitrary<AnyLedger> = fc
  .record({
    topic: anyTopic(4),
    extras: fc.array(extras, { minLength: 6, maxLength: 6 }),
    url: fc.constantFrom(...URLS),
    isOrdered: fc.boolean(),
    words: fc.array(anyWords, { minLength: 30, maxLength: 30 }),
  })
  .map(({ words, ...parts }) => {
    const texts = new Map<string, string>();
    const twin = ledgerOf(parts, (finish) => {
      const word = placeholder(texts.size);
      texts.set(word, finish(words[texts.size % words.length] ?? ''));
      return word;
    });
    return { file: inPlace(twin, (word) => texts.get(word) ?? word), twin, texts };
  });

/** The same data with other texts in it. */
export function inPlace(data: Plain, textOf: (text: string) => string): Plain {
  if (typeof data === 'string') return textOf(data);
  if (Array.isArray(data)) return (data as readonly Plain[]).map((one) => inPlace(one, textOf));
  return Object.fromEntries(Object.entries(data).map(([key, one]) => [key, inPlace(one, textOf)]));
}

/** A word that is like no other, and that no rule of the format reads anything into. */
export function placeholder(number: number): string {
  const digits = [...number.toString(26).padStart(4, '0')];
  return `zq${digits.map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join('')}qz`;
}

export const PLACEHOLDER: RegExp = /zq[a-z]{4}qz/gu;

interface Parts {
  readonly topic: AnyTopic;
  readonly extras: readonly Extras[];
  readonly url: string;
  readonly isOrdered: boolean;
}

/** A text as its place needs it. */
type Finish = (words: string) => string;

const asItIs: Finish = (words) => words;
// What is alike would be one speaker, one party, one question.
const endingIn =
  (end: string): Finish =>
  (words) =>
    `${words}${end}`;
// A brief leaves out an answer whose figure stands in the words.
const withoutFigures: Finish = (words) => words.replace(/\p{Nd}/gu, 'n');

/** The topic with a text of `text` wherever any may stand. */
function ledgerOf({ topic, extras, url, isOrdered }: Parts, text: (finish: Finish) => string): Plain {
  const [red, blue] = [text(endingIn('r')), text(endingIn('b'))];
  const party = ({ party: name }: Entry): Entry => (name === undefined ? {} : { party: name === 'Red' ? red : blue });
  let claims = 0;
  const claimOf = (claim: Entry): Entry => {
    const more = extras[claims++ % extras.length];
    const words = (key: string): Plain =>
      key === 'via' ? [text(asItIs)] : text(key === 'anonymous' ? endingIn('a') : asItIs);
    return {
      ...claim,
      ...Object.fromEntries((more?.keys ?? []).map((key) => [key, words(key)])),
      ...(more?.sources.length ? { source: more.sources } : {}),
      ...(more?.isAssessed ? { assessment: { rating: text(asItIs), by: text(asItIs), url, note: text(asItIs) } } : {}),
      ...party(claim),
      speaker: String(claim.speaker).toLowerCase(),
      says: text(withoutFigures),
    };
  };
  const speakers = Object.entries(fileOf(topic).speakers as Readonly<Record<string, Entry>>);
  return {
    topic: text(endingIn('t')),
    summary: text(asItIs),
    ...(isOrdered ? { parties: [blue, red] } : {}),
    speakers: {
      red: { name: red },
      ...Object.fromEntries(speakers.map(([id, one]) => [id, { name: text(endingIn(id)), ...party(one) }])),
    },
    sources: {
      paper: { outlet: text(asItIs), title: text(asItIs), url, archive: url },
      radio: { outlet: text(asItIs), byline: text(asItIs), published: '2025-05-02' },
    },
    questions: topic.questions.map(({ question, claims: all }) => ({
      ...question,
      ask: text(endingIn(String(question.id))),
      measure: text(asItIs),
      claims: all.map(claimOf),
    })),
    claims: topic.loose.map(claimOf),
  };
}
