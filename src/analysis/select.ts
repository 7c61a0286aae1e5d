import type { EdtfDate } from '../date.ts';
import { type Claim, claimsOf, daysOf, type Ledger, type Topic } from '../ledger/model.ts';

/** Which claims to show. Names match an id, a name or a part of a name, without regard to case. */
export interface Filter {
  readonly speaker?: string;
  readonly party?: string;
  readonly question?: string;
  readonly source?: string;
  /** The first day, counted from 1970. */
  readonly since?: number;
  readonly text?: string;
}

/** The ledger as it was on record at the end of a day: what was certainly said, reviewed and assessed by then. */
export function onRecord(ledger: Ledger, until: number | undefined): Ledger {
  if (until === undefined) return ledger;
  const said = keep(ledger, ({ saidBy }) => saidBy !== undefined && saidBy <= until);
  return { topics: said.topics.map((topic) => withClaims(topic, (claim) => knownBy(claim, until))) };
}

// What others wrote on a claim is on record from the day it was written; without a day it always was.
function knownBy({ reviewed, assessment, ...claim }: Claim, until: number): Claim {
  const wasWritten = ({ on }: { readonly on?: EdtfDate | undefined }): boolean => on === undefined || on.last <= until;
  return {
    ...claim,
    ...(reviewed && { reviewed: reviewed.filter(wasWritten) }),
    ...(assessment && wasWritten(assessment) && { assessment }),
  };
}

/** Claims that may have been said on or after a day. */
export function saidSince(claim: Claim, since: number | undefined): boolean {
  return since === undefined || (claim.saidBy !== undefined && claim.saidBy >= since);
}

// Questions stay, even without a claim.
function keep(ledger: Ledger, passes: (claim: Claim) => boolean): Ledger {
  return { topics: ledger.topics.map((topic) => keepInTopic(topic, passes)) };
}

/** A topic with only the claims that pass. */
export function keepInTopic(topic: Topic, passes: (claim: Claim) => boolean): Topic {
  const questions = topic.questions.map((question) => ({ ...question, claims: question.claims.filter(passes) }));
  return { ...topic, questions, claims: topic.claims.filter(passes) };
}

function withClaims(topic: Topic, change: (claim: Claim) => Claim): Topic {
  const questions = topic.questions.map((question) => ({ ...question, claims: question.claims.map(change) }));
  return { ...topic, questions, claims: topic.claims.map(change) };
}

export function matches(claim: Claim, filter: Filter): boolean {
  return (
    (filter.speaker === undefined ||
      names(filter.speaker, claim.speaker.id, claim.speaker.name, ...(claim.speaker.aliases ?? []))) &&
    (filter.party === undefined || names(filter.party, claim.party)) &&
    (filter.question === undefined || names(filter.question, claim.question ?? '')) &&
    (filter.source === undefined ||
      claim.sources.some((source) => names(filter.source ?? '', source.id, source.outlet ?? '', source.title ?? ''))) &&
    saidSince(claim, filter.since) &&
    (filter.text === undefined || names(filter.text, claim.says ?? '', claim.quote ?? '', claim.translation ?? ''))
  );
}

/** The day of a topic's last claim, undefined when none is dated. */
export function lastDay(topic: Topic): number | undefined {
  const days = claimsOf(topic).flatMap((claim) => claim.saidBy ?? []);
  return days.length === 0 ? undefined : days.reduce((latest, day) => Math.max(latest, day));
}

/** What a list by time is sorted by: the day said, else the day spoken about; those without come last. */
export function timeOf(claim: Claim): number {
  return claim.date?.first ?? claim.saidBy ?? daysOf(claim)?.first ?? Number.MAX_SAFE_INTEGER;
}

function names(wanted: string, ...texts: readonly string[]): boolean {
  const sought = wanted.normalize('NFC').toLowerCase();
  return texts.some((text) => text.normalize('NFC').toLowerCase().includes(sought));
}
