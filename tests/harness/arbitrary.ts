import fc from 'fast-check';
import { isoDay } from '../../src/date.ts';
import type { Plain } from './topic.ts';

/** A map of a ledger's file as plain data. */
export type Entry = { readonly [key: string]: Plain };

/** Questions of every kind, time and scale, with claims of every form, and all that relates one claim to another. */
export interface AnyTopic {
  readonly questions: readonly { readonly question: Entry; readonly claims: readonly Entry[] }[];
  readonly loose: readonly Entry[];
}

export type Kind = 'number' | 'yes-no' | 'choice' | 'date';

const KINDS: readonly Kind[] = ['number', 'number', 'yes-no', 'choice', 'date'];
const OPTIONS = ['north', 'south', 'east', 'west', 'centre'];

const digits: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(
      0,
      1,
      2,
      9,
      18,
      19,
      20,
      39,
      40,
      41,
      42,
      53,
      100,
      250,
      300,
      1200,
      1300,
      52100,
      53000,
      54321,
      2000000,
    ),
    fc.boolean(),
  )
  .map(([n, grouped]) => (grouped ? String(n).replace(/\B(?=(?:\d{3})+$)/gu, ',') : String(n)));

const decimals: fc.Arbitrary<string> = fc.constantFrom('5.3', '5.30', '39.5', '40.0');
const multiplied: fc.Arbitrary<string> = fc.constantFrom(
  '53k',
  '0.053 million',
  '2 million',
  '2m',
  '1.2 million',
  '3bn',
);
const percentages: fc.Arbitrary<string> = fc.constantFrom('0%', '28%', '30%', '30.4%', '150%');

const BEFORE = ['exactly ', 'about ', '~', 'nearly ', 'more than ', 'at least ', 'fewer than ', 'up to '];
const AFTER = ['+', ' or more', ' confirmed', ' so far'];
const VAGUE = ['a few', 'several', 'dozens', 'hundreds', 'thousands', 'tens of thousands', 'millions', 'none', 'zero'];

/** A number as a speaker may put it, but for a bare one as `bareNumber` writes it. */
function numberWords(bare: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 3, arbitrary: bare },
    { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...BEFORE), bare).map((words) => words.join('')) },
    fc.tuple(bare, fc.constantFrom(...AFTER)).map((words) => words.join('')),
    fc.tuple(bare, bare).map(([low, high]) => `between ${low} and ${high}`),
    fc.constantFrom('2 to 3 million', '30-40%', '40–50', ...VAGUE),
  );
}

/** A number without any words about it. */
export function bareNumber(scale: 'count' | 'real'): fc.Arbitrary<string> {
  const plain = { weight: 4, arbitrary: fc.oneof({ weight: 3, arbitrary: digits }, multiplied) };
  return scale === 'real' ? fc.oneof(plain, decimals, percentages) : fc.oneof(plain, percentages);
}

const day: fc.Arbitrary<string> = fc.integer({ min: 20_211, max: 20_217 }).map((number) => isoDay(number));
const coarse: fc.Arbitrary<string> = fc.constantFrom('2025-05', '2025-04', '2025');
// The second and the third are one moment, which two zones write as two days.
const timed: fc.Arbitrary<string> = fc.constantFrom(
  '2025-05-05T10:00Z',
  '2025-05-05T23:30-05:00',
  '2025-05-06T04:30Z',
  '2025-05-06T01:00Z',
  '2025-05-07T00:10+14:00',
  '2025-05-06T10:10Z',
  '2025-05-05T22:10-12:00',
  '2025-05-06T23:10+13:00',
  '2025-05-06T12:10+02:00',
  '2025-05-08T13:00+14:00',
  '2025-05-06T23:00-00:00',
  '2025-05-07T00:30+01:30',
);
const exact: fc.Arbitrary<string> = fc.oneof({ weight: 4, arbitrary: day }, coarse, { weight: 3, arbitrary: timed });

/** A date without a hedge: a point, a period, an open period. */
export const plainDate: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: exact },
  fc.tuple(day, day).map((ends) => ends.sort().join('/')),
  exact.map((end) => `../${end}`),
  exact.map((start) => `${start}/..`),
  fc.constantFrom('2025/2025-05', '2025-05-06/2025-05', '2025-05/2025'),
);

const anyDate: fc.Arbitrary<string> = fc
  .tuple(plainDate, fc.constantFrom('', '', '', '', '~', '?', '%'))
  .map(([date, mark]) => (date.endsWith('..') ? date : `${date}${mark}`));

const open: fc.Arbitrary<string> = fc.constantFrom(
  'storm',
  'neglect',
  'Storm',
  'not storm',
  'not neglect',
  'tide',
  'ice',
  'not tide',
);
const listed: fc.Arbitrary<Plain> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...OPTIONS) },
  fc.constantFrom('not north', 'not  South', 'not east', 'not west'),
  fc.subarray(OPTIONS, { minLength: 1 }),
);

/** An answer to a question, most often one that can be read. */
function answerTo(question: Entry): fc.Arbitrary<Plain> {
  const scale = question.scale === 'real' ? 'real' : 'count';
  const arbitraries: Readonly<Record<string, fc.Arbitrary<Plain>>> = {
    number: numberWords(bareNumber(scale)),
    'yes-no': fc.constantFrom('yes', 'no', 'true', 'No'),
    choice:
      question.options === undefined
        ? fc.oneof(open, fc.subarray(['storm', 'tide', 'ice', 'Storm', 'neglect'], { minLength: 1 }))
        : listed,
    date: anyDate,
  };
  const own = arbitraries[String(question.kind)] ?? fc.constant('yes');
  return fc.oneof({ weight: 24, arbitrary: own }, fc.constant('no comment'));
}

/** Some of the keys, each with a value of its arbitrary. */
function some(keys: Readonly<Record<string, fc.Arbitrary<Plain>>>): fc.Arbitrary<Entry> {
  return fc.record(keys, { requiredKeys: [] }) as fc.Arbitrary<Entry>;
}

export const anyQuestion: fc.Arbitrary<Entry> = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    closed: fc.boolean(),
    more: some({
      time: fc.constantFrom('fixed', 'state', 'flow', 'cumulative'),
      scale: fc.constantFrom('count', 'real'),
      unit: fc.constantFrom('people', '%'),
      about: fc.constantFrom('fact', 'position'),
      window: fc.constantFrom('0', '1', '2', '3'),
      tolerance: fc.constantFrom('0%', '10%', '25%'),
    }),
  })
  .map(({ kind, closed, more }) => ({
    ask: 'What is it?',
    kind,
    ...more,
    ...(kind === 'choice' && closed ? { options: OPTIONS } : {}),
  }));

const SPEAKERS = ['ann', 'ann', 'ben', 'cleo', 'dan', 'eve', 'Red'];

function claim(id: string, ids: readonly string[], question: Entry, implied: Entry): fc.Arbitrary<Entry> {
  const other = fc.constantFrom(...ids.filter((one) => one !== id));
  const seldom = fc.integer({ min: 0, max: 9 }).map((number) => number === 9);
  return fc
    .record({
      speaker: fc.constantFrom(...SPEAKERS),
      answer: answerTo(question),
      date: anyDate,
      asOf: anyDate,
      kept: some({ date: fc.constant(''), asOf: fc.constant('') }),
      more: some({ certainty: fc.constantFrom('asserted', 'asserted', 'asserted', 'asserted', 'likely', 'possible') }),
      rare: fc.record({
        via: seldom,
        anonymous: seldom,
        denies: seldom,
        replaces: seldom,
        implies: seldom,
        party: seldom,
        reviewed: seldom,
        also: seldom,
      }),
      third: fc.constantFrom(...ids.filter((one) => one !== id)),
      other,
      implied: answerTo(implied),
    })
    .map(({ speaker, answer, date, asOf, kept, more, rare, other, third, implied: follows }) => ({
      id,
      speaker,
      says: 'something',
      answer,
      ...more,
      ...('date' in kept ? { date } : {}),
      ...('asOf' in kept ? { as_of: asOf } : {}),
      ...(rare.via ? { via: ['a paper'] } : {}),
      ...(rare.anonymous ? { anonymous: 'not named' } : {}),
      ...(rare.party ? { party: 'Blue' } : {}),
      ...(rare.denies ? { denies: rare.also && third !== other ? [other, third] : [other] } : {}),
      ...(rare.reviewed ? { reviewed: [{ with: third, reason: 'so' }] } : {}),
      ...(rare.replaces ? { replaces: other } : {}),
      ...(rare.implies ? { implies: { [String(implied.id)]: follows } } : {}),
    }));
}

/** Two questions, of which one may be part of the other, with at most so many claims each. */
export function anyTopic(most: number, question: fc.Arbitrary<Entry> = anyQuestion): fc.Arbitrary<AnyTopic> {
  return fc
    .tuple(question, question, fc.boolean(), fc.nat(most - 2), fc.nat(most - 2))
    .chain(([first, second, isPart, m, n]) => {
      const whole: Entry = { ...second, id: 'whole' };
      const part: Entry = isPart ? { ...second, id: 'part', part_of: 'whole' } : { ...first, id: 'part' };
      const ids = (prefix: string, count: number) =>
        Array.from({ length: count + 2 }, (_, index) => `${prefix}${index}`);
      const [own, others] = [ids('p', m), ids('w', n)];
      const claims = (of: readonly string[], on: Entry, implied: Entry) =>
        fc.tuple(...of.map((id) => claim(id, of, on, implied)));
      return fc.record({
        questions: fc.tuple(claims(own, part, whole), claims(others, whole, part)).map(([a, b]) => [
          { question: part, claims: a },
          { question: whole, claims: b },
        ]),
        loose: fc.constant([{ id: 'loose', speaker: 'ann', says: 'something else', implies: { whole: 'yes' } }]),
      });
    });
}

/** A topic as a file would hold it. */
export function fileOf({ questions, loose }: AnyTopic): Entry {
  return {
    topic: 'A topic',
    speakers: {
      ann: { name: 'Ann', party: 'Red' },
      ben: { name: 'Ben', party: 'Red' },
      cleo: { name: 'Cleo', party: 'Blue' },
      dan: { name: 'Dan' },
      eve: { name: 'Eve' },
    },
    questions: questions.map(({ question, claims }) => ({ ...question, claims })),
    claims: loose,
  };
}
