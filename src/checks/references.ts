import { type Claim, claimsOf, type Question, type Topic } from '../ledger/model.ts';
import type { Place } from '../place.ts';
import type { Desk } from './check.ts';
import { referenceAt, valueAt } from './places.ts';

/** A reference of one claim to another, by id. */
export interface Reference {
  readonly claim: Claim;
  readonly key: 'denies' | 'replaces' | 'with';
  readonly id: string;
  readonly place: Place;
}

/** Every reference of a topic's claims to claims, in the order of the file. */
export function referencesIn(topic: Topic): readonly Reference[] {
  return claimsOf(topic).flatMap(referencesOf);
}

/** A reference and the claim that it leads to. */
export interface Referral extends Reference {
  readonly to: Claim;
}

/** Every reference of one key that leads to a claim of its topic, topic by topic. */
export function referralsIn({ topics }: Desk, key: Reference['key']): readonly Referral[] {
  return topics.flatMap(({ topic }) => {
    const claims = claimsById(topic);
    const references = referencesIn(topic).filter((reference) => reference.key === key);
    return references.flatMap((reference) => {
      const to = claims.get(reference.id);
      return to === undefined ? [] : [{ ...reference, to }];
    });
  });
}

/** The claims of a topic by id; of two with one id, the first. */
export function claimsById(topic: Topic): ReadonlyMap<string, Claim> {
  return firstById(claimsOf(topic));
}

/** The questions of a topic by id; of two with one id, the first. */
export function questionsById(topic: Topic): ReadonlyMap<string, Question> {
  return firstById(topic.questions);
}

function referencesOf(claim: Claim): readonly Reference[] {
  const { denies = [], replaces, reviewed = [] } = claim;
  const denied = denies.map((id, index): Reference => {
    return { claim, key: 'denies', id, place: referenceAt(claim, 'denies', index, denies.length) };
  });
  const replaced: readonly Reference[] =
    replaces === undefined ? [] : [{ claim, key: 'replaces', id: replaces, place: valueAt(claim, 'replaces') }];
  const looked = reviewed.map((review): Reference => {
    const place = valueAt({ file: claim.file, path: review.where.path }, 'with');
    return { claim, key: 'with', id: review.with, place };
  });
  return [...denied, ...replaced, ...looked];
}

function firstById<T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  const byId = new Map<string, T>();
  for (const entry of entries) {
    if (!byId.has(entry.id)) byId.set(entry.id, entry);
  }
  return byId;
}
