import type { EdtfDate } from '../date.ts';
import type { Path } from '../place.ts';
import type { Values, WrittenAnswer } from './entry.ts';

/** The whole ledger in memory, topics in the order of their ids. Everything in it is read-only. */
export interface Ledger {
  readonly topics: readonly Topic[];
}

/** Where an entity is written, for findings that point at it. */
interface Written {
  readonly file: string;
  readonly path: Path;
}

export interface Topic extends Written, Pick<Values<'topic'>, 'summary' | 'note' | 'parties'> {
  /** The file's path in the ledger without its extension. */
  readonly id: string;
  readonly title: string;
  readonly speakers: readonly Speaker[];
  readonly sources: readonly Source[];
  readonly questions: readonly Question[];
  /** Claims that answer no question. */
  readonly claims: readonly Claim[];
  /** Speakers and sources of the topic's own that the shared file has too: the topic's own count. */
  readonly shadowing: readonly Path[];
}

export interface Speaker extends Written, Values<'speaker'> {
  readonly id: string;
  /** False for a speaker who is only named in a claim. */
  readonly declared: boolean;
  /** False when a key of the speaker could not be read: claims of this speaker are never compared. */
  readonly sound: boolean;
}

export interface Source extends Written, Values<'source'> {
  /** The URL itself for a source that a claim gives as a URL. */
  readonly id: string;
  readonly declared: boolean;
  /** False when a key of the source could not be read: claims from this source are never compared. */
  readonly sound: boolean;
}

export interface Question extends Written, Omit<Values<'question'>, 'id' | 'claims'> {
  readonly topic: string;
  readonly id: string;
  /** False for an id that was made up because none is written. */
  readonly idWritten: boolean;
  readonly claims: readonly Claim[];
  /** False when a key of the question could not be read: its claims are listed, never compared. */
  readonly sound: boolean;
}

/** A clash that a person has looked at and explains. */
export type Review = Values<'review'>;

/** What somebody else has published on whether a claim is true. */
export type Assessment = Values<'assessment'>;

export type Certainty = 'asserted' | 'likely' | 'possible';

export interface Claim extends Written, Omit<Values<'claim'>, 'source' | 'speaker' | 'party' | 'answer'> {
  readonly topic: string;
  readonly question: string | undefined;
  readonly id: string;
  /** False for an id that was made up because none is written; no claim may refer to it. */
  readonly idWritten: boolean;
  readonly speaker: Speaker;
  /** The side spoken for; the speaker's own name where no party is given. */
  readonly party: string;
  /** False where the speaker speaks for nobody else. */
  readonly hasParty: boolean;
  /** The place of the party among the topic's `parties`; after the last where it is none of them. */
  readonly partyRank: number;
  readonly answer: WrittenAnswer | undefined;
  readonly certainty: Certainty;
  /** The sources that were found; `sourceIds` has all that are written. */
  readonly sources: readonly Source[];
  readonly sourceIds: readonly string[];
  /** The last day on which it can have been said: its date's, else the day its earliest source was published; finite. */
  readonly saidBy: number | undefined;
  /** False when a key of the claim, its speaker or a source could not be read: it is listed, never compared. */
  readonly sound: boolean;
}

/** All claims of a topic: those of its questions in order, then those without a question. */
export function claimsOf(topic: Topic): readonly Claim[] {
  return [...topic.questions.flatMap(({ claims }) => claims), ...topic.claims];
}

/** The day or period a claim speaks about, else the one it was said on. */
export function daysOf(claim: Claim): EdtfDate | undefined {
  return claim.as_of ?? claim.date;
}

/** The day by which claims are put in order: the first one spoken about, else said. Finite, so that days subtract. */
export function chainDay(claim: Claim): number {
  return Math.max(daysOf(claim)?.first ?? claim.saidBy ?? Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER);
}
