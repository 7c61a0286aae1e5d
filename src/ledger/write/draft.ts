import { Failure } from '../../failure.ts';
import { nearestBeginning } from '../../nearest.ts';
import type { Path } from '../../place.ts';
import { fold } from '../../text.ts';
import { madeId } from '../build.ts';
import { everyoneFor, type Known } from '../cast.ts';
import { freeIds, idFrom } from '../id.ts';
import { claimsOf, type Question, type Source, type Topic } from '../model.ts';
import type { Tree } from '../reader/tree.ts';
import { type Entity, fieldsOf } from '../schema.ts';
import type { Addition } from './insert.ts';

/**
 * A claim as somebody asks for it to be added: the keys of a claim, with `question` as an id, as the words of a question
 * or as a map that asks a new one, and with `speaker` and `source` also as maps of what is new.
 */
export type Wanted = ReadonlyMap<string, Tree>;

/** What is to be put into a topic for a claim, and where the claim will stand. */
export interface Drafted {
  readonly additions: readonly Addition[];
  /** The list at whose end the claim will stand, or the question that has it. */
  readonly list: Path;
  /** Where in that last item the claim is. */
  readonly within: Path;
}

/** Finds or makes the question, speaker and sources that a claim names. What is not known and not described fails. */
export function drafted(wanted: Wanted, known: Known): Drafted {
  const { topic } = known;
  const sources = sourcesOf(wanted.get('source'), known);
  const speaker = speakerOf(wanted, known);
  const own = [...wanted].filter(([key]) => !['topic', 'title', 'question', 'speaker', 'source'].includes(key));
  const claim = inKeyOrder('claim', [
    ...idOf(wanted, speaker, topic),
    ['speaker', speaker.named],
    ...own.filter(([key]) => speaker.entry?.has(key) !== true || !(OF_SPEAKER as readonly string[]).includes(key)),
    ...(sources.ids.length === 0 ? [] : [['source', only(sources.ids)] as const]),
  ]);
  const { addition, within } = placed(claim, wanted.get('question'), topic);
  const title = topic === undefined ? wanted.get('title') : undefined;
  return {
    list: addition.path,
    within,
    additions: [
      ...(title === undefined ? [] : [{ path: [], entries: new Map([['topic', title]]) }]),
      ...(speaker.entry === undefined ? [] : [under('speakers', speaker.named, 'speaker', speaker.entry)]),
      ...sources.made.map(([id, entry]) => under('sources', id, 'source', entry)),
      addition,
    ],
  };
}

// An id that is made up is that of the first to have it: without one of its own a new claim could take it from another.
function idOf(
  wanted: Wanted,
  { named, entry }: Speaking,
  topic: Topic | undefined,
): readonly (readonly [string, Tree])[] {
  if (topic === undefined || wanted.has('id')) return [];
  const known = topic.speakers.find(({ id, name }) => id === named || name === named);
  const speaker = known?.id ?? (entry === undefined ? idFrom(named) || 'speaker' : named);
  const date = wanted.get('date');
  const made = madeId(speaker, typeof date === 'string' ? date : undefined);
  const free = freeIds([...topic.questions.map(({ id }) => id), ...claimsOf(topic).map(({ id }) => id)])(made);
  return free === made ? [] : [['id', free]];
}

/** Keys of a claim that belong to a speaker who is new. */
const OF_SPEAKER = ['role', 'party'] as const;

type Entries = ReadonlyMap<string, Tree>;

function under(key: string, id: string, entity: Entity, entry: Entries): Addition {
  const values = inKeyOrder(
    entity,
    [...entry].filter(([name]) => name !== 'id'),
  );
  return { path: [key], entries: new Map([[id, values]]) };
}

/** A map with the keys that the format names first, in its order. */
export function inKeyOrder(entity: Entity, entries: Iterable<readonly [string, Tree]>): Entries {
  const order = [...fieldsOf(entity).keys()];
  const rank = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  return new Map([...entries].toSorted(([a], [b]) => rank(a) - rank(b)));
}

interface Placed {
  readonly addition: Addition;
  readonly within: Path;
}

function placed(claim: Entries, question: Tree | undefined, topic: Topic | undefined): Placed {
  if (question === undefined || question === '') return { addition: { path: ['claims'], items: [claim] }, within: [] };
  const isNew = question instanceof Map;
  const known = isNew ? askedAlready(question as Entries, topic) : questionNamed(String(question), topic);
  if (known !== undefined) return { addition: { path: [...known.path, 'claims'], items: [claim] }, within: [] };
  const asked = inKeyOrder('question', [...(question as Entries), ['claims', [claim]]]);
  return { addition: { path: ['questions'], items: [asked] }, within: ['claims', 0] };
}

function askedAlready(question: Entries, topic: Topic | undefined): Question | undefined {
  const [id, ask] = [question.get('id'), question.get('ask')];
  if (typeof ask !== 'string' || ask.trim() === '') throw new Failure('a new question needs `ask`: what it asks');
  const found = topic?.questions.find((one) => (id === undefined ? fold(one.ask) === fold(ask) : one.id === id));
  if (found !== undefined && fold(found.ask) !== fold(ask)) {
    throw new Failure(`the id \`${found.id}\` is that of another question: ${found.ask}`);
  }
  return found;
}

function questionNamed(word: string, topic: Topic | undefined): Question {
  const all = topic?.questions ?? [];
  const exact = all.find(({ id }) => id === word) ?? all.find(({ ask }) => fold(ask) === fold(word));
  if (exact !== undefined) return exact;
  const begun = all.filter(({ id }) => id.startsWith(word));
  if (begun.length === 1 && begun[0] !== undefined) return begun[0];
  const ids = all.map(({ id }) => id);
  const near = nearestBeginning(word, ids);
  const hint = near === undefined ? '' : `; did you mean \`${near}\`?`;
  throw new Failure(`there is no question \`${word}\`${hint || '; --ask makes a new one'}`);
}

interface Speaking {
  /** As the claim is to name the speaker. */
  readonly named: string;
  /** Of a speaker who is new and of whom more than the name is known. */
  readonly entry?: Entries;
}

function speakerOf(wanted: Wanted, known: Known): Speaking {
  const given = wanted.get('speaker');
  if (given === undefined || given === '' || Array.isArray(given))
    throw new Failure('a claim needs `speaker`: who says it');
  const described = given instanceof Map ? (given as Entries) : new Map<string, Tree>([['name', given as string]]);
  const name = String(described.get('name') ?? '');
  if (name === '') throw new Failure('a new speaker needs `name`');
  const found = speakersOf(known).find((one) => one.names.some((each) => fold(each) === fold(name)));
  if (found !== undefined) return { named: found.id };
  const extra = given instanceof Map ? [] : OF_SPEAKER.flatMap((key) => keyOf(wanted, key));
  const entry = new Map([...described, ...extra]);
  if (entry.size === 1) return { named: name };
  const taken = speakersOf(known).map((one) => one.id);
  const id = String(described.get('id') ?? freeIds(taken)(idFrom(name) || 'speaker'));
  return { named: id, entry };
}

/** A speaker under what a claim may call it, and under what it is called best: one who is not declared has a name only. */
interface Named {
  readonly id: string;
  readonly names: readonly string[];
}

function speakersOf(known: Known): readonly Named[] {
  return everyoneFor(known).speakers.map(({ id, name, aliases = [], declared }) =>
    declared ? { id, names: [id, name, ...aliases] } : { id: name, names: [name] },
  );
}

function keyOf(wanted: Wanted, key: string): readonly (readonly [string, Tree])[] {
  const value = wanted.get(key);
  return value === undefined ? [] : [[key, value]];
}

interface Sourcing {
  readonly ids: readonly string[];
  readonly made: readonly (readonly [string, Entries])[];
}

function sourcesOf(given: Tree | undefined, known: Known): Sourcing {
  const all: readonly Tree[] = given === undefined || given === '' ? [] : Array.isArray(given) ? given : [given];
  const there = everyoneFor(known).sources;
  const free = freeIds(there.map(({ id }) => id));
  const made = new Map<string, Entries>();
  const ids = all.map((one) => {
    if (!(one instanceof Map)) return String(one);
    const entry = one as Entries;
    const known = there.find((source) => isSameSource(source, entry));
    if (known !== undefined) return sameSource(known, entry);
    const id = String(entry.get('id') ?? free(sourceId(entry)));
    made.set(id, entry);
    return id;
  });
  return { ids, made: [...made] };
}

// What is given for a source that is there may not get lost: it is the same, or it is another source.
function sameSource(known: Source, entry: Entries): string {
  const own = { ...known, published: known.published?.text };
  const other = (['outlet', 'title', 'url', 'published'] as const).find(
    (key) => entry.has(key) && entry.get(key) !== own[key],
  );
  if (other === undefined) return known.id;
  throw new Failure(
    `the source \`${known.id}\` is there already, with another \`${other}\`; give the new one an id of its own`,
  );
}

function isSameSource({ id, url, outlet, title, published }: Source, entry: Entries): boolean {
  if (entry.has('id')) return entry.get('id') === id;
  if (entry.has('url')) return entry.get('url') === url;
  return entry.get('outlet') === outlet && entry.get('title') === title && entry.get('published') === published?.text;
}

/** The id of a new source, unless it is taken. */
export function sourceId(entry: Entries): string {
  const words = [entry.get('outlet') ?? entry.get('title') ?? '', entry.get('published') ?? ''];
  return idFrom(words.map(String).join(' '), LONGEST_ID) || 'source';
}

const LONGEST_ID = 60;

function only(ids: readonly string[]): Tree {
  const [first = '', ...rest] = ids;
  return rest.length === 0 ? first : ids;
}
