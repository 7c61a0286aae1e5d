import type { Claim, Question, Topic } from '../ledger/model.ts';
import type { Place } from '../place.ts';
import { referenceAt, valueAt } from './places.ts';

/** A reference of one claim to another, by id. */
export interface Reference {
  readonly claim: Claim;
  readonly key: 'denies' | 'replaces' | 'with';
  readonly id: string;
  readonly place: Place;
}

/** Every reference of a topic's claims to claims, in the order of the file. */
export function referencesIn(claims: readonly Claim[]): readonly Reference[] {
  return claims.filter(refers).flatMap(referencesOf);
}

/** A reference and the claim that it leads to. */
export interface Referral extends Reference {
  readonly to: Claim;
}

/** Every reference of one key that leads to a claim of the same topic. */
export function referralsIn(claims: readonly Claim[], key: Reference['key']): readonly Referral[] {
  const references = referencesIn(claims).filter((reference) => reference.key === key);
  if (references.length === 0) return [];
  const byId = claimsById(claims);
  return references.flatMap((reference) => {
    const to = byId.get(reference.id);
    return to === undefined ? [] : [{ ...reference, to }];
  });
}

/** The claims of a topic by id; of two with one id, the first. */
export function claimsById(claims: readonly Claim[]): ReadonlyMap<string, Claim> {
  return firstById(claims);
}

/** The questions of a topic by id; of two with one id, the first. */
export function questionsById(topic: Topic): ReadonlyMap<string, Question> {
  return firstById(topic.questions);
}

function refers({ denies, replaces, reviewed }: Claim): boolean {
  return denies !== undefined || replaces !== undefined || reviewed !== undefined;
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
