import { isHedged } from '../date.ts';
import { once, perText } from '../memo.ts';
import type { Path } from '../place.ts';
import { fold } from '../text.ts';
import { type Cast, castOf, type SharedEntries, shadowing } from './cast.ts';
import type { Entry } from './entry.ts';
import { freeIds, idFrom } from './id.ts';
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
  const building: Building = { id, file, rankOf: ranksIn(topic.parties ?? []), cast, ids: idsOf(topic) };
  const questions = (topic.questions ?? []).map((entry, index) => buildQuestion(entry, index, building));
  const claims = (topic.claims ?? []).map((entry) => buildClaim(entry, undefined, building));
  return {
    id,
    file,
    path: [],
    title: topic.topic,
    summary: topic.summary,
    note: topic.note,
    parties: topic.parties,
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
  /** The place of a party among those of the topic; after the last where it is none of them. */
  readonly rankOf: (party: string) => number;
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
  const written = new Set<string>();
  const twice = new Set<string>();
  const take = ({ id }: { readonly id?: string | undefined }): void => {
    if (id === undefined) return;
    if (written.has(id)) twice.add(id);
    written.add(id);
  };
  for (const question of questions) {
    take(question);
    for (const claim of question.claims ?? []) take(claim);
  }
  for (const claim of claims) take(claim);
  const ids = once(() => freeIds(written));
  return { free: (wanted) => ids()(wanted), isTwice: (id) => id !== undefined && twice.has(id) };
}

function buildQuestion(entry: Entry<'question'>, index: number, building: Building): Question {
  const { where, claims = [], ...values } = entry;
  const { file, ids } = building;
  const id = entry.id ?? ids.free(idFrom(entry.ask) || `question-${index + 1}`);
  const built = claims.map((claim) => buildClaim(claim, id, building));
  const sound = where.sound && !ids.isTwice(entry.id);
  // What is written comes last, in the order of the file: an object is slow to add to once another was spread into it.
  return {
    topic: building.id,
    idWritten: entry.id !== undefined,
    file,
    path: where.path,
    sound,
    claims: built,
    ...values,
    id,
  };
}

// Every key is named, so that all claims are objects of one form: what goes through many of them is several times as
// fast, and to copy a rest of keys takes longer than to read them all.
function buildClaim(entry: Entry<'claim'>, question: string | undefined, building: Building): Required<Claim> {
  const { where, source: sourceIds = [] } = entry;
  const { cast, ids, file } = building;
  const speaker = cast.speaker(entry.speaker, where.path);
  const sources = sourcesOf(sourceIds, where.path, cast);
  const side = entry.party ?? speaker.party;
  const isKnown = speaker.sound && sources.length === sourceIds.length && sources.every((source) => source.sound);
  return {
    topic: building.id,
    question,
    id: entry.id ?? ids.free(madeId(speaker.id, entry.date?.text)),
    idWritten: entry.id !== undefined,
    speaker,
    role: entry.role ?? speaker.role,
    party: side ?? speaker.name,
    hasParty: side !== undefined,
    partyRank: building.rankOf(side ?? speaker.name),
    via: entry.via,
    anonymous: entry.anonymous,
    date: entry.date,
    as_of: entry.as_of,
    saidBy: saidBy(entry, sources),
    verb: entry.verb,
    certainty: entry.certainty ?? 'asserted',
    says: entry.says,
    quote: entry.quote,
    lang: entry.lang,
    translation: entry.translation,
    translator: entry.translator,
    answer: entry.answer,
    denies: entry.denies,
    replaces: entry.replaces,
    implies: entry.implies,
    sources,
    sourceIds,
    at: entry.at,
    reviewed: entry.reviewed,
    assessment: entry.assessment,
    note: entry.note,
    sound: where.sound && isKnown && !ids.isTwice(entry.id),
    file,
    path: where.path,
  };
}

function sourcesOf(ids: readonly string[], path: Path, cast: Cast): readonly Source[] {
  const found = ids.map((id) => cast.source(id, path));
  return found.every((source) => source !== undefined) ? found : found.filter((source) => source !== undefined);
}

/** The id of a claim that has none, as long as it is free. */
export function madeId(speaker: string, date: string | undefined): string {
  return date === undefined ? speaker : `${speaker}-${date.replaceAll('/', '-')}`;
}

function ranksIn(parties: readonly string[]): (party: string) => number {
  const folded = parties.map(fold);
  return perText((party) => {
    const rank = folded.indexOf(fold(party));
    return rank < 0 ? folded.length : rank;
  });
}

// A day of publication that is itself uncertain bounds nothing, and neither does a period without an end.
function saidBy({ date }: Entry<'claim'>, sources: readonly Source[]): number | undefined {
  if (date !== undefined) return Number.isFinite(date.last) ? date.last : undefined;
  const published = sources.flatMap((source) => source.published ?? []).filter((day) => !isHedged(day));
  const bounds = published.map(({ last }) => last).filter(Number.isFinite);
  return bounds.length === 0 ? undefined : bounds.reduce((earliest, day) => Math.min(earliest, day));
}
