import { once } from '../memo.ts';
import type { Path } from '../place.ts';
import { fold } from '../text.ts';
import type { Entry } from './entry.ts';
import { freeIds, idFrom } from './id.ts';
import type { Source, Speaker, Topic } from './model.ts';

/** The speakers and sources that serve all topics, and the file they stand in. */
export interface SharedEntries {
  readonly file: string;
  readonly entry: Entry<'shared'> | undefined;
  /** True when there is such a file but it cannot be read: what it would say of anybody is not known. */
  readonly broken: boolean;
}

/** Who speaks in a topic and where it is written: found by what claims name, remembered in the order of naming. */
export interface Cast {
  /** By id, else by name or alias; a name that nobody has makes a new speaker. */
  readonly speaker: (named: string, path: Path) => Speaker;
  /** By id; a URL makes a source of its own. */
  readonly source: (id: string, path: Path) => Source | undefined;
  /** The topic's own and those that were named. */
  readonly speakers: () => readonly Speaker[];
  readonly sources: () => readonly Source[];
}

export function castOf(file: string, topic: Entry<'topic'>, shared: SharedEntries): Cast {
  const speakers = new Map<string, Speaker>();
  for (const [id, entry] of topic.speakers ?? []) speakers.set(id, declaredSpeaker(id, entry, file));
  const sources = new Map<string, Source>();
  for (const [id, entry] of topic.sources ?? []) sources.set(id, declaredSource(id, entry, file));
  const made = new Map<string, Speaker>();
  const ownNames = once(() => namesOf(topic.speakers));
  const freeId = once(() => freeIds([...speakers.keys(), ...(shared.entry?.speakers?.keys() ?? [])]));

  const declared = (id: string | undefined): Speaker | undefined => {
    const known = id === undefined ? undefined : speakers.get(id);
    if (known !== undefined || id === undefined) return known;
    const entry = shared.entry?.speakers?.get(id);
    return entry && remember(speakers, declaredSpeaker(id, entry, shared.file));
  };
  const byName = (name: string): Speaker | undefined => {
    const folded = fold(name);
    return declared(ownNames().get(folded) ?? sharedNames(shared).get(folded)) ?? made.get(folded);
  };
  const newSpeaker = (name: string, path: Path): Speaker => {
    const id = freeId()(idFrom(name) || 'speaker');
    const entry = { name, where: { path: [...path, 'speaker'], sound: !shared.broken } };
    const speaker = { ...declaredSpeaker(id, entry, file), declared: false };
    // Its id was made up here: nobody wrote it, so nobody can mean it, and it is found by its name alone.
    made.set(fold(name), speaker);
    return speaker;
  };

  return {
    speaker: (named, path) => declared(named) ?? byName(named) ?? newSpeaker(named, path),
    source: (id, path) => {
      const known = sources.get(id);
      if (known !== undefined) return known;
      const entry = shared.entry?.sources?.get(id);
      if (entry !== undefined) return remember(sources, declaredSource(id, entry, shared.file));
      if (!/^https?:\/\//u.test(id)) return undefined;
      const made = { url: id, where: { path: [...path, 'source'], sound: true } };
      return remember(sources, { ...declaredSource(id, made, file), declared: false });
    },
    speakers: () => [...speakers.values(), ...made.values()],
    sources: () => [...sources.values()],
  };
}

/** Who and what a claim may name: the topic that it goes into, if there is one yet, and what serves all topics. */
export interface Known {
  readonly topic: Topic | undefined;
  readonly shared: SharedEntries;
}

/** All speakers and sources that a claim may name, those of the topic first. */
export function everyoneFor({ topic, shared }: Known): ReturnType<typeof everyoneIn> {
  const all = everyoneIn(shared);
  return {
    speakers: [...(topic?.speakers ?? []), ...all.speakers],
    sources: [...(topic?.sources ?? []), ...all.sources],
  };
}

/** All speakers and sources of the shared file, whether a topic names them or not. */
export function everyoneIn({ file, entry }: SharedEntries): {
  speakers: readonly Speaker[];
  sources: readonly Source[];
} {
  return {
    speakers: entriesOf(entry?.speakers).map(([id, one]) => declaredSpeaker(id, one, file)),
    sources: entriesOf(entry?.sources).map(([id, one]) => declaredSource(id, one, file)),
  };
}

/** Speakers and sources of the topic's own that the shared file has too. */
export function shadowing(topic: Entry<'topic'>, shared: SharedEntries): readonly Path[] {
  return (['speakers', 'sources'] as const).flatMap((key) =>
    [...(topic[key]?.keys() ?? [])].filter((id) => shared.entry?.[key]?.has(id)).map((id) => [key, id]),
  );
}

type Entries<E extends 'speaker' | 'source'> = ReadonlyMap<string, Entry<E>> | undefined;

function entriesOf<E extends 'speaker' | 'source'>(entries: Entries<E>): readonly (readonly [string, Entry<E>])[] {
  return [...(entries ?? [])];
}

function declaredSpeaker(id: string, entry: Entry<'speaker'>, file: string): Required<Speaker> {
  const { name, role, party, aliases, url, note, where } = entry;
  return { id, name, role, party, aliases, url, note, declared: true, sound: where.sound, file, path: where.path };
}

function declaredSource(id: string, entry: Entry<'source'>, file: string): Required<Source> {
  const { outlet, title, byline, kind, url, archive, published, lang, note, where } = entry;
  const { sound, path } = where;
  return { id, outlet, title, byline, kind, url, archive, published, lang, note, declared: true, sound, file, path };
}

function remember<T extends { readonly id: string }>(known: Map<string, T>, one: T): T {
  known.set(one.id, one);
  return one;
}

/** Folded names and aliases to ids; the first to take a name keeps it. */
function namesOf(entries: Entries<'speaker'>): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [id, { name, aliases = [] }] of entries ?? []) {
    for (const one of [id, name, ...aliases].map(fold)) if (!names.has(one)) names.set(one, id);
  }
  return names;
}

// The names of the shared file serve every topic; they are gathered once for as long as its entries are kept.
const namesOfShared = new WeakMap<SharedEntries, ReadonlyMap<string, string>>();

function sharedNames(shared: SharedEntries): ReadonlyMap<string, string> {
  const known = namesOfShared.get(shared) ?? namesOf(shared.entry?.speakers);
  namesOfShared.set(shared, known);
  return known;
}
