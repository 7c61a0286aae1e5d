import type { QuestionAnalysis, TopicAnalysis } from '../../analysis/analyse.ts';
import { type ClashChange, clashChanges } from '../../analysis/change/clash-changes.ts';
import type { Match } from '../../analysis/change/match-claims.ts';
import type { TopicMatch } from '../../analysis/change/match-topics.ts';
import type { Claim, Source, Speaker, Topic } from '../../ledger/model.ts';
import { sourceData, speakerData } from '../data.ts';
import { questionKeys } from '../row-columns.ts';
import { defined } from '../shown.ts';
import { type ClaimChange, claimChanges } from './claim-changes.ts';
import { type KeyChange, keyChanges } from './keys.ts';

/** All that a topic gained, lost and changed. */
export interface Gains {
  readonly match: TopicMatch;
  readonly change: 'new' | 'changed' | 'removed';
  /** The topic as it is now, or as it was where it is gone. */
  readonly analysis: TopicAnalysis;
  readonly keys: readonly KeyChange[];
  readonly clashes: readonly ClashChange[];
  readonly claims: readonly ClaimChange[];
  readonly questions: readonly EntityChange<QuestionAnalysis>[];
  /** Only of those who speak, or are cited, in claims on both sides. */
  readonly speakers: readonly EntityChange<Speaker>[];
  readonly sources: readonly EntityChange<Source>[];
}

/** A question, speaker or source that is new, changed or gone. */
export interface EntityChange<T> {
  readonly match: Match<T>;
  readonly change: 'new' | 'changed' | 'removed';
  readonly keys: readonly KeyChange[];
}

/** What a topic gained; undefined where it is as it was. */
export function gainsOf(match: TopicMatch): Gains | undefined {
  const { before, after } = match;
  const analysis = after ?? before;
  if (analysis === undefined) return undefined;
  const gains: Gains = {
    match,
    change: before === undefined ? 'new' : after === undefined ? 'removed' : 'changed',
    analysis,
    keys: before && after ? keyChanges(topicKeys(before.topic), topicKeys(after.topic)) : [],
    clashes: clashChanges(match),
    claims: claimChanges(match),
    questions: changed(match.questions, questionData),
    speakers: changed(
      castOf(match.claims, ({ speaker }) => [speaker]),
      speakerData,
    ),
    sources: changed(
      castOf(match.claims, ({ sources }) => sources),
      sourceData,
    ),
  };
  const { keys, clashes, claims, questions, speakers, sources } = gains;
  const parts = [keys, clashes, claims, questions, speakers, sources];
  return gains.change === 'changed' && parts.every(({ length }) => length === 0) ? undefined : gains;
}

/** What is new, gone or changed of some. */
function changed<T>(matches: readonly Match<T>[], data: (one: T) => object): readonly EntityChange<T>[] {
  return matches.flatMap((match): readonly EntityChange<T>[] => {
    if (match.before === undefined) return [{ match, change: 'new', keys: [] }];
    if (match.after === undefined) return [{ match, change: 'removed', keys: [] }];
    const keys = keyChanges(data(match.before), data(match.after));
    return keys.length === 0 ? [] : [{ match, change: 'changed', keys }];
  });
}

function topicKeys({ id, title, summary, parties, note }: Topic): object {
  return { id, title, ...defined({ summary, parties, note }) };
}

// An id that was made from `ask` changes with it.
function questionData({ question }: QuestionAnalysis): object {
  return { ...(question.idWritten ? { id: question.id } : {}), ask: question.ask, ...questionKeys(question) };
}

/** Those that claims name on both sides under one id, each once, in the order of the claims. */
function castOf<T extends { readonly id: string }>(
  claims: TopicMatch['claims'],
  of: (claim: Claim) => readonly T[],
): readonly Match<T>[] {
  const found = new Map<string, Match<T>>();
  for (const { before, after } of claims) {
    if (before === undefined || after === undefined) continue;
    for (const now of of(after)) {
      const then = of(before).find(({ id }) => id === now.id);
      if (then !== undefined && !found.has(now.id)) found.set(now.id, { before: then, after: now });
    }
  }
  return [...found.values()];
}
