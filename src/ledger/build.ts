import { isHedged } from '../date.ts';
import type { Path } from '../place.ts';
import { freeIds, slug } from './id.ts';
import type { Claim, Question, Source, Speaker, Topic } from './model.ts';
import type { Entry } from './schema.ts';

/** What a topic's file and the ledger's shared file hold, and where they stand. */
export interface TopicFiles {
  readonly id: string;
  readonly file: string;
  readonly topic: Entry<'topic'>;
  readonly shared: SharedEntries;
}

/** The speakers and sources that serve all topics. */
export interface SharedEntries {
  readonly file: string;
  readonly entry: Entry<'shared'> | undefined;
}

/** Builds a topic from its entries: ids made up where none are written, speakers and sources found for each claim. */
export function buildTopic(files: TopicFiles): Topic {
  const { id, file, topic } = files;
  const speakers = speakersOf(files);
  const cast: Cast = {
    files,
    speakers,
    sources: sourcesOf(files),
    byName: new Map(),
    freeSpeakerId: freeIds(speakers.keys()),
  };
  for (const speaker of cast.speakers.values()) rememberNames(cast, speaker);
  const freeId = freeIds(writtenIds(topic));
  const questions = questionsOf(files, cast, freeId);
  const claims = (topic.claims ?? []).map((claim) => buildClaim(claim, undefined, cast, freeId));
  const used = new Set(
    [...questions.flatMap((question) => question.claims), ...claims].flatMap((claim) => claim.sources),
  );
  const sources = [...cast.sources.values()].filter((source) => source.file === file || used.has(source));
  return {
    ...withoutUndefined({ summary: topic.summary, note: topic.note, parties: topic.parties }),
    id,
    file,
    path: [],
    title: topic.topic,
    speakers: [...cast.speakers.values()].filter((speaker) => isOf(speaker, file, questions, claims)),
    sources,
    questions,
    claims,
    shadowing: [...shadowing(files, 'speakers'), ...shadowing(files, 'sources')],
  };
}

function shadowing({ topic, shared }: TopicFiles, key: 'speakers' | 'sources'): readonly Path[] {
  return [...(topic[key]?.keys() ?? [])].filter((id) => shared.entry?.[key]?.has(id)).map((id) => [key, id]);
}

interface Cast {
  readonly files: TopicFiles;
  readonly speakers: Map<string, Speaker>;
  readonly sources: Map<string, Source>;
  /** Folded names, aliases and ids to speakers; the first to take a name keeps it. */
  readonly byName: Map<string, Speaker>;
  readonly freeSpeakerId: FreeId;
}

// Questions and claims share one namespace.
function writtenIds({ questions = [], claims = [] }: Entry<'topic'>): readonly string[] {
  const entries = [...questions, ...questions.flatMap((question) => question.claims ?? []), ...claims];
  return entries.flatMap((entry) => entry.id ?? []);
}

type FreeId = (wanted: string) => string;

function questionsOf({ id: topicId, file, topic }: TopicFiles, cast: Cast, freeId: FreeId): readonly Question[] {
  return (topic.questions ?? []).map((entry, index) => {
    const id = entry.id ?? freeId(slug(entry.ask) || `question-${index + 1}`);
    const { where, claims = [], ...values } = entry;
    const built = claims.map((claim) => buildClaim(claim, id, cast, freeId));
    return { ...values, topic: topicId, id, file, path: where.path, sound: where.sound, claims: built };
  });
}

function buildClaim(entry: Entry<'claim'>, question: string | undefined, cast: Cast, freeId: FreeId): Claim {
  const { where, source: sourceIds = [], speaker: named, party, answer, certainty, ...values } = entry;
  const speaker = speakerNamed(named, where.path, cast);
  const sources = sourceIds.flatMap((id) => sourceWith(id, where.path, cast) ?? []);
  const side = party ?? speaker.party;
  return {
    ...values,
    ...withoutUndefined({ role: entry.role ?? speaker.role }),
    topic: cast.files.id,
    question,
    id:
      entry.id ??
      freeId(entry.date === undefined ? speaker.id : `${speaker.id}-${entry.date.text.replaceAll('/', '-')}`),
    idWritten: entry.id !== undefined,
    speaker,
    party: side ?? speaker.name,
    hasParty: side !== undefined,
    partyRank: rankOf(side ?? speaker.name, cast.files.topic.parties ?? []),
    answer,
    certainty: certainty ?? 'asserted',
    sources,
    sourceIds,
    saidBy: entry.date?.last ?? earliest(sources),
    sound: where.sound,
    file: cast.files.file,
    path: where.path,
  };
}

function rankOf(party: string, parties: readonly string[]): number {
  const rank = parties.findIndex((name) => foldName(name) === foldName(party));
  return rank < 0 ? parties.length : rank;
}

// A day of publication that is itself uncertain bounds nothing.
function earliest(sources: readonly Source[]): number | undefined {
  const days = sources.flatMap(({ published }) =>
    published === undefined || isHedged(published) ? [] : published.last,
  );
  return days.length === 0 ? undefined : Math.min(...days);
}

function speakersOf({ file, topic, shared }: TopicFiles): Map<string, Speaker> {
  const speakers = new Map<string, Speaker>();
  const take = (from: string, entries: ReadonlyMap<string, Entry<'speaker'>> | undefined): void => {
    for (const [id, { where, ...values }] of entries ?? []) {
      if (!speakers.has(id)) speakers.set(id, { ...values, id, declared: true, file: from, path: where.path });
    }
  };
  take(file, topic.speakers);
  take(shared.file, shared.entry?.speakers);
  return speakers;
}

function sourcesOf({ file, topic, shared }: TopicFiles): Map<string, Source> {
  const sources = new Map<string, Source>();
  const take = (from: string, entries: ReadonlyMap<string, Entry<'source'>> | undefined): void => {
    for (const [id, { where, ...values }] of entries ?? []) {
      if (!sources.has(id)) sources.set(id, { ...values, id, declared: true, file: from, path: where.path });
    }
  };
  take(file, topic.sources);
  take(shared.file, shared.entry?.sources);
  return sources;
}

function rememberNames(cast: Cast, speaker: Speaker): void {
  for (const name of [speaker.id, speaker.name, ...(speaker.aliases ?? [])]) {
    const folded = foldName(name);
    if (!cast.byName.has(folded)) cast.byName.set(folded, speaker);
  }
}

function speakerNamed(named: string, path: Claim['path'], cast: Cast): Speaker {
  const known = cast.speakers.get(named) ?? cast.byName.get(foldName(named));
  if (known !== undefined) return known;
  const made = cast.freeSpeakerId(slug(named) || 'speaker');
  const speaker: Speaker = {
    id: made,
    name: named,
    declared: false,
    file: cast.files.file,
    path: [...path, 'speaker'],
  };
  cast.speakers.set(made, speaker);
  rememberNames(cast, speaker);
  return speaker;
}

function sourceWith(id: string, path: Claim['path'], cast: Cast): Source | undefined {
  const known = cast.sources.get(id);
  if (known !== undefined || !/^https?:\/\//u.test(id)) return known;
  const source: Source = { id, url: id, declared: false, file: cast.files.file, path: [...path, 'source'] };
  cast.sources.set(id, source);
  return source;
}

// A topic lists its own speakers and those of the shared file that it uses.
function isOf(speaker: Speaker, file: string, questions: readonly Question[], claims: readonly Claim[]): boolean {
  const speaks = (claim: Claim): boolean => claim.speaker === speaker;
  return speaker.file === file || claims.some(speaks) || questions.some((question) => question.claims.some(speaks));
}

// Names are compared after NFC, without regard to case and runs of spaces.
function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase().trim().replace(/\s+/gu, ' ');
}

function withoutUndefined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
