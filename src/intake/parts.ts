import type { Fields } from '../importers/sheet.ts';
import type { Tree } from '../ledger/reader/tree.ts';
import { type Entity, fieldsOf } from '../ledger/schema.ts';

/** What a row says of something that has an id: the id, unless it was made up, and its keys in the order of the format. */
export interface Part {
  readonly id: string | undefined;
  readonly keys: Fields;
}

/** A question of a row. `group` is its id in the file that the row is from, made up or not. */
export interface AskedPart extends Part {
  readonly group: string;
}

/** A source of a row. `isName`: what names it may be its publisher or title rather than its id. */
export interface CitedPart extends Part {
  readonly isName: boolean;
}

/** A row taken apart into the entities of the format. */
export interface Parts {
  /** The row is a topic in which nobody has said anything. */
  readonly isSilent: boolean;
  /** It comes from `claims export`, which writes all there is: what is empty is absent in the ledger too. */
  readonly isWhole: boolean;
  /** Its place in its topic; undefined for a row that is a topic without claims, or one of no export. */
  readonly place: number | undefined;
  readonly topic: Part;
  /** What no claim of the topic tells of. */
  readonly rest: Fields;
  readonly question: AskedPart | undefined;
  readonly speaker: Part;
  /** The speaker stands by name alone, as in the ledger that the row is from. */
  readonly byName: boolean;
  readonly sources: readonly CitedPart[];
  /** The keys of the claim, but for its speaker and its sources. */
  readonly claim: Fields;
  /** Ids of speakers and sources that stand in the shared file. */
  readonly shared: { readonly speakers: readonly string[]; readonly sources: readonly string[] };
}

export function partsOf(fields: Fields): Parts {
  const place = Number(textAt(fields, 'place'));
  const madeUp = textsAt(fields, 'made_up');
  const idAt = (column: string): string | undefined =>
    madeUp.includes(column) ? undefined : textAt(fields, column) || undefined;
  const ask = textAt(fields, 'question');
  const shared = mapAt(fields, 'shared');
  const question = {
    id: idAt('question_id'),
    group: textAt(fields, 'question_id'),
    keys: keysOf(fields, 'question', 'question_', { ask: 'question' }),
  };
  const topicId = textAt(fields, 'topic_id') || undefined;
  return {
    isSilent:
      topicId !== undefined &&
      textAt(fields, 'topic') !== '' &&
      SPOKEN.every((column) => textAt(fields, column) === ''),
    isWhole: place > 0,
    place: place > 0 ? place : undefined,
    topic: { id: topicId, keys: keysOf(fields, 'topic', 'topic_', { topic: 'topic' }) },
    rest: mapAt(fields, 'topic_rest'),
    question: ask === '' && question.id === undefined ? undefined : question,
    speaker: { id: idAt('speaker_id'), keys: keysOf(fields, 'speaker', 'speaker_', { name: 'speaker' }) },
    byName: madeUp.includes('speaker_id'),
    sources: sourcesIn(fields),
    claim: claimKeys(fields, idAt('id')),
    shared: { speakers: textsAt(shared, 'speakers'), sources: textsAt(shared, 'sources') },
  };
}

const SPOKEN = ['speaker', 'says', 'quote', 'date', 'answer', 'question', 'place'];

/** Keys of an entity from the columns that have its prefix, or another name. */
function keysOf(fields: Fields, entity: Entity, prefix: string, names: Readonly<Record<string, string>>): Fields {
  const keys = [...fieldsOf(entity)].filter(([key, { shape }]) => key !== 'id' && shape !== 'list' && shape !== 'map');
  return given(keys.map(([key]) => [key, fields.get(names[key] ?? `${prefix}${key}`)]));
}

function claimKeys(fields: Fields, id: string | undefined): Fields {
  const keys = [...fieldsOf('claim').keys()].filter((key) => key !== 'speaker' && key !== 'source');
  return given(keys.map((key) => [key, key === 'id' ? id : fields.get(key)]));
}

// The columns of a source describe the first; where it has no id, it is the one that they describe.
function sourcesIn(fields: Fields): readonly CitedPart[] {
  const ids = textsAt(fields, 'sources').map((id) => ({ id, isName: false }));
  const all = [...ids, ...textsAt(fields, 'source').map((id) => ({ id, isName: true }))];
  const others = listAt(fields, 'other_sources').filter((one): one is Fields => one instanceof Map);
  const keys = keysOf(fields, 'source', 'source_', {});
  const [named = { id: undefined, isName: false }, ...more] = all;
  const first: readonly CitedPart[] = named.id !== undefined || keys.size > 0 ? [{ ...named, keys }] : [];
  const byId = more.map((one) => ({ ...one, keys: sourceKeys(others.find((other) => other.get('id') === one.id)) }));
  const nameless = others.filter((one) => !one.has('id'));
  return [...first, ...byId, ...nameless.map((one) => ({ id: undefined, isName: false, keys: sourceKeys(one) }))];
}

function sourceKeys(entry: Fields | undefined): Fields {
  return given([...fieldsOf('source').keys()].map((key) => [key, entry?.get(key)]));
}

/** Without the keys that have no value. */
function given(entries: Iterable<readonly [string, Tree | undefined]>): Fields {
  return new Map([...entries].flatMap(([key, value]) => (isEmpty(value) ? [] : [[key, value] as const])));
}

function isEmpty(value: Tree | undefined): value is undefined {
  return (
    value === undefined ||
    (typeof value === 'string'
      ? value.trim() === ''
      : value instanceof Map
        ? value.size === 0
        : (value as readonly Tree[]).length === 0)
  );
}

/** The text of a field; nothing where it has none. */
export function textAt(fields: Fields, key: string): string {
  const value = fields.get(key);
  return typeof value === 'string' ? value : '';
}

function listAt(fields: Fields, key: string): readonly Tree[] {
  const value = fields.get(key) ?? '';
  if (typeof value === 'string') return value === '' ? [] : [value];
  return value instanceof Map ? [] : (value as readonly Tree[]);
}

function textsAt(fields: Fields, key: string): readonly string[] {
  return listAt(fields, key).filter((one) => typeof one === 'string');
}

function mapAt(fields: Fields, key: string): Fields {
  const value = fields.get(key);
  return value instanceof Map ? value : new Map();
}
