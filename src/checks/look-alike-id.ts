import type { Place } from '../place.ts';
import { codePointOf } from '../text.ts';
import type { Check, Found } from './check.ts';
import { keyAt, valueAt } from './places.ts';

/** Two ids that nobody can tell apart: a claim that names one of them may mean the other. */
export const lookAlikeId: Check = {
  code: 'look-alike-id',
  severity: 'warning',
  summary: 'An id looks like another one of its kind, but is written with other characters.',
  *find({ topic, claims }) {
    const written = [...topic.questions, ...claims].filter(({ idWritten }) => idWritten);
    yield* lookAlikes(written.map((entry) => ({ id: entry.id, place: () => valueAt(entry, 'id') })));
    for (const entries of [topic.speakers, topic.sources]) {
      const declared = entries.filter((entry) => entry.declared);
      yield* lookAlikes(declared.map((entry) => ({ id: entry.id, place: () => keyAt(entry) })));
    }
  },
};

interface Named {
  readonly id: string;
  readonly place: () => Place;
}

function* lookAlikes(named: readonly Named[]): Generator<Found> {
  const odd = named.filter(({ id }) => seen(id) !== id);
  if (odd.length === 0) return;
  const bySight = new Map(named.toReversed().map((one) => [seen(one.id), one]));
  const plain = new Map(named.filter(({ id }) => seen(id) === id).map((one) => [one.id, one]));
  for (const one of odd) {
    const other = plain.get(seen(one.id)) ?? bySight.get(seen(one.id));
    if (other === undefined || other.id === one.id) continue;
    yield {
      message: `the id \`${one.id}\` looks like \`${other.id}\`${butHas(one.id, other.id)}`,
      place: one.place(),
      hint: `if they are one, write \`${other.id}\`; if they are two, give this one an id that can be told apart`,
      related: [{ message: `\`${other.id}\` stands here`, place: other.place() }],
    };
  }
}

/** An id as it looks: composed, and with Latin letters in the place of those of other scripts that look the same. */
function seen(id: string): string {
  if (!/[^\0-\x7f]/u.test(id)) return id;
  return [...id.normalize('NFKC')].map((letter) => LOOKS_LIKE.get(letter) ?? letter).join('');
}

/** Cyrillic, Greek and Armenian letters that most typefaces draw as Latin ones; from Unicode's list of confusables. */
const LOOKS_LIKE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    A: 'АΑ',
    B: 'ВΒ',
    C: 'С',
    E: 'ЕΕ',
    H: 'НΗ',
    I: 'ІΙ',
    J: 'Ј',
    K: 'КΚ',
    M: 'МΜ',
    N: 'Ν',
    O: 'ОΟՕ',
    P: 'РΡ',
    S: 'ЅՏ',
    T: 'ТΤ',
    X: 'ХΧ',
    Y: 'ҮΥ',
    Z: 'Ζ',
    a: 'а',
    c: 'сϲ',
    d: 'ԁ',
    e: 'е',
    g: 'ց',
    h: 'һհ',
    i: 'і',
    j: 'јϳ',
    l: 'ӏ',
    n: 'ո',
    o: 'оοօ',
    p: 'рρ',
    q: 'ԛ',
    s: 'ѕ',
    u: 'ս',
    v: 'ѵν',
    w: 'ԝ',
    x: 'х',
    y: 'у',
  }).flatMap(([latin, others]) => [...others].map((letter) => [letter, latin] as const)),
);

/** Names a character that the other one has not: on the screen they are the same. */
function butHas(id: string, other: string): string {
  const own = [...id].find((character) => character > '\x7f' && !other.includes(character));
  return own === undefined ? '' : `, but has ${codePointOf(own)} in it`;
}
