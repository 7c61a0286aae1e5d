import { isHedged } from '../date.ts';
import { fold } from '../text.ts';
import { type Cast, castOf, type SharedEntries, shadowing } from './cast.ts';
import type { Entry } from './entry.ts';
import { freeIds, slug } from './id.ts';
import type { Claim, Question, Source, Topic } from './model.ts';

/** What a topic's file and the ledger's shared file hold, and where they stand. */
export interface TopicFiles {
  readonly id: string;
  readonly file: string;
  readonly topic: Entry<'topic'>;
  readonly shared: SharedEntries;
}

/** Builds a topic from its entries: ids made up where none are written, speakers and sources found for each claim. */
export function buildTopic({ id, file, topic, shared }: TopicFiles): Topic {
  const cast = castOf(file, topic, shared);
  const building: Building = { id, file, parties: (topic.parties ?? []).map(fold), cast, ids: idsOf(topic) };
  const questions = (topic.questions ?? []).map((entry, index) => buildQuestion(entry, index, building));
  const claims = (topic.claims ?? []).map((entry) => buildClaim(entry, undefined, building));
  const { summary, note, parties } = topic;
  return {
    ...(summary === undefined ? {} : { summary }),
    ...(note === undefined ? {} : { note }),
    ...(parties === undefined ? {} : { parties }),
    id,
    file,
    path: [],
    title: topic.topic,
    speakers: cast.speakers(),
    sources: cast.sources(),
    questions,
    claims,
    shadowing: shadowing(topic, shared),
  };
}

interface Building {
  readonly id: string;
  readonly file: string;
  /** Folded, in the order of the file. */
  readonly parties: readonly string[];
  readonly cast: Cast;
  readonly ids: Ids;
}

interface Ids {
  /** Hands out an id that is not taken. */
  readonly free: (wanted: string) => string;
  /** True for a written id that stands twice: what refers to it, or which of the two is meant, is not known. */
  readonly isTwice: (id: string | undefined) => boolean;
}

// Questions and claims share one namespace.
function idsOf({ questions = [], claims = [] }: Entry<'topic'>): Ids {
  const entries = [...questions, ...questions.flatMap((question) => question.claims ?? []), ...claims];
  const written = new Set<string>();
  const twice = new Set<string>();
  for (const { id } of entries) {
    if (id === undefined) continue;
    if (written.has(id)) twice.add(id);
    written.add(id);
  }
  return { free: freeIds(written), isTwice: (id) => id !== undefined && twice.has(id) };
}

function buildQuestion(entry: Entry<'question'>, index: number, building: Building): Question {
  const { where, claims = [], ...values } = entry;
  const { file, ids } = building;
  const id = entry.id ?? ids.free(slug(entry.ask) || `question-${index + 1}`);
  const built = claims.map((claim) => buildClaim(claim, id, building));
  const sound = where.sound && !ids.isTwice(entry.id);
  const idWritten = entry.id !== undefined;
  return { ...values, topic: building.id, id, idWritten, file, path: where.path, sound, claims: built };
}

function buildClaim(entry: Entry<'claim'>, question: string | undefined, building: Building): Claim {
  const { where, source: sourceIds = [], speaker: named, party, answer, certainty, ...values } = entry;
  const { cast, ids, file, parties } = building;
  const speaker = cast.speaker(named, where.path);
  const sources = sourceIds.flatMap((id) => cast.source(id, where.path) ?? []);
  const side = party ?? speaker.party;
  const role = entry.role ?? speaker.role;
  const isKnown = speaker.sound && sources.length === sourceIds.length && sources.every((source) => source.sound);
  return {
    ...values,
    ...(role === undefined ? {} : { role }),
    topic: building.id,
    question,
    id: entry.id ?? ids.free(madeId(speaker.id, entry.date?.text)),
    idWritten: entry.id !== undefined,
    speaker,
    party: side ?? speaker.name,
    hasParty: side !== undefined,
    partyRank: rankOf(side ?? speaker.name, parties),
    answer,
    certainty: certainty ?? 'asserted',
    sources,
    sourceIds,
    saidBy: saidBy(entry, sources),
    sound: where.sound && isKnown && !ids.isTwice(entry.id),
    file,
    path: where.path,
  };
}

/** The id of a claim that has none, as long as it is free. */
export function madeId(speaker: string, date: string | undefined): string {
  return date === undefined ? speaker : `${speaker}-${date.replaceAll('/', '-')}`;
}

function rankOf(party: string, parties: readonly string[]): number {
  const rank = parties.indexOf(fold(party));
  return rank < 0 ? parties.length : rank;
}

// A day of publication that is itself uncertain bounds nothing, and neither does a period without an end.
function saidBy({ date }: Entry<'claim'>, sources: readonly Source[]): number | undefined {
  const published = sources.flatMap((source) => source.published ?? []).filter((day) => !isHedged(day));
  const days = date === undefined ? published.map(({ last }) => last) : [date.last];
  const bounds = days.filter(Number.isFinite);
  return bounds.length === 0 ? undefined : bounds.reduce((earliest, day) => Math.min(earliest, day));
}
