import fc from 'fast-check';
import type { Plain } from './topic.ts';

const PIECES = ['"', '""', ',', ';', '\t', '\n', '\r\n', '\r', ' ', "'", "''", '[', ']', '{', '\\', '\ufeff', '\u2028'];
const SIGNS = ['=', '+', '-', '@', '＝', '＋', '－', '＠', "'=", "''@", ' =', '\t=', "'\t", '=HYPERLINK("x")', '[1]'];
const WORDS = ['no', '7', '0123', '53,000', 'שלום', 'مرحبا', '你好', '👩‍👩‍👧', '\u001b[31m'];

const piece = fc.oneof(fc.constantFrom(...PIECES, ...SIGNS, ...WORDS), fc.string({ unit: 'binary', maxLength: 3 }));
const words: fc.Arbitrary<string> = fc
  .array(piece, { minLength: 1, maxLength: 6 })
  .map((pieces) => pieces.join(''))
  .filter((text) => text.trim() !== '');
const several: fc.Arbitrary<string[]> = fc.array(words, { minLength: 1, maxLength: 3 });

/** Keys with any words for them, each of which may be left out. */
function some(keys: Readonly<Record<string, fc.Arbitrary<Plain>>>): fc.Arbitrary<Readonly<Record<string, Plain>>> {
  return fc.record(keys, { requiredKeys: [] }) as never;
}

const speaker = some({ role: words, party: words, aliases: several, url: link(), note: words });
const source = some({
  outlet: words,
  title: words,
  byline: words,
  kind: fc.constantFrom('post', 'press conference'),
  url: link(),
  archive: link(),
  published: fc.constantFrom('2024-03', '../2024-03-12', '2024-03-12~'),
  lang: words,
  note: words,
});
const question = some({
  id: fc.constant('asked'),
  options: several,
  unit: words,
  measure: words,
  scale: fc.constantFrom('real', 'count'),
  about: fc.constantFrom('fact', 'position'),
  time: fc.constantFrom('fixed', 'state'),
  window: fc.constant('3'),
  tolerance: fc.constant('2.5%'),
  part_of: words,
  note: words,
});
const claim = some({
  speaker: fc.constantFrom('ann', '=b, "n"'),
  party: words,
  role: words,
  date: fc.constantFrom('2024', '2024-03-12T10:00Z', '2024-03-01/..', '2024-03-12?'),
  as_of: fc.constant('2024-03-12'),
  quote: words,
  lang: words,
  translation: words,
  translator: words,
  answer: fc.oneof(
    words,
    several.filter(([only = '']) => !only.trim().startsWith('[')),
  ),
  certainty: fc.constantFrom('likely', 'possible'),
  verb: words,
  source: fc.subarray(['paper', 'radio', 'https://example.org/a;b?c=[d]', 'https://example.org/x', '[=1]'], {
    minLength: 1,
  }),
  at: words,
  via: several,
  anonymous: words,
  denies: several,
  replaces: words,
  implies: fc.dictionary(words, fc.oneof(words, several), { minKeys: 1, noNullPrototype: true }),
  reviewed: fc.array(fc.record({ with: words, reason: words, by: words, on: fc.constant('2024') }), { maxLength: 2 }),
  assessment: fc.record({ rating: words, by: words, on: fc.constant('2024-03-15'), url: link(), note: words }),
  note: words,
});
const wordsOf = fc.tuple(words, claim).map(([says, keys]) => ({ speaker: 'A passer-by', says, ...keys }));

/** The file of a topic with any words in every key of the format. */
export const anyFile: fc.Arbitrary<Plain> = fc
  .record({
    top: some({ summary: words, parties: several, note: words }),
    title: words,
    speakers: fc.record({ ann: speaker, ben: speaker, cleo: speaker }),
    sources: fc.record({ paper: source, radio: source, address: source, odd: source }),
    asked: fc.tuple(words, question, fc.array(wordsOf, { maxLength: 3 })),
    open: fc.tuple(words, question),
    loose: fc.array(wordsOf, { minLength: 1, maxLength: 3 }),
  })
  .map(({ top, title, speakers, sources, asked: [ask, keys, claims], open: [openAsk, openKeys], loose }) => ({
    ...top,
    topic: title,
    speakers: {
      ann: { name: 'Ann', ...speakers.ann },
      '=b, "n"': { name: '=Ben', ...speakers.ben },
      cleo: { name: 'Cleo', ...speakers.cleo },
    },
    sources: {
      paper: { outlet: 'Paper', ...sources.paper },
      radio: { outlet: 'Radio', ...sources.radio },
      'https://example.org/x': sources.address,
      '[=1]': { note: 'odd', ...sources.odd },
    },
    questions: [
      { ...openKeys, ask: openAsk, id: 'open' },
      { ...keys, ask, claims },
    ],
    claims: loose,
  }));

function link(): fc.Arbitrary<string> {
  return fc.constantFrom('https://example.org/a,b', 'https://example.org/?q="x"');
}
