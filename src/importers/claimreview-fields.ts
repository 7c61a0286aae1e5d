import type { Tree } from '../ledger/reader/tree.ts';
import { fieldsOf } from '../ledger/schema.ts';
import { isObject, type JsonObject } from './json.ts';
import { address, day, id, isType, list, text } from './linked.ts';
import type { Fields, Reason } from './sheet.ts';

/** A claim of schema.org, or the work that an older review takes for one, by the columns of `claims export`. */
export function claimFields(claim: JsonObject): { readonly fields: Fields; readonly faults: readonly Reason[] } {
  const [author, ...more] = list(claim.author);
  const [about] = list(claim.about).filter((one) => isObject(one) && isType(one, 'Question'));
  const faults: Reason[] =
    more.length === 0 ? [] : [{ column: 'speaker', message: 'names several authors', hint: ONE }];
  if (text(author) === undefined)
    faults.push({ column: 'speaker', message: 'does not say whose claim it is', hint: WHO });
  const fields = given({
    id: claimId(claim),
    question: text(about),
    ...words(claim),
    speaker: text(author),
    role: isObject(author) ? (text(author.jobTitle) ?? untyped(author)) : undefined,
    speaker_url: isObject(author) ? address(author.url, author.sameAs) : undefined,
    party: text(claim.sourceOrganization),
    date: day(claim.datePublished),
    as_of: text(claim.temporalCoverage),
    ...sources(claim),
  });
  return { fields, faults };
}

const ONE = 'a claim has one speaker; give each a review of its own';
const WHO = 'the name stands in `itemReviewed.author`; who wrote the review has not made the claim';

/** Whether a review says in words what it comes to; a number means something else with each reviewer. */
export function hasRating(review: JsonObject): boolean {
  return ratingOf(review) !== undefined;
}

function ratingOf({ reviewRating }: JsonObject): string | undefined {
  const [rating] = list(reviewRating);
  return isObject(rating) ? text(rating.alternateName) : undefined;
}

/** What a review says of the claim. */
export function reviewFields(review: JsonObject): Fields {
  const keys = {
    rating: ratingOf(review),
    by: text(review.author) ?? text(review.publisher),
    on: day(review.datePublished),
    url: address(review.url),
  };
  return new Map([['assessment', given(keys)]]);
}

// The address of a claim of ours ends in its id.
function claimId(claim: JsonObject): string | undefined {
  const [, own] = /^(?![a-z]+:)[^#]*#(.+)$/u.exec(id(claim) ?? '') ?? [];
  try {
    return own === undefined ? undefined : decodeURIComponent(own);
  } catch {
    return own;
  }
}

// The words of a claim are a paraphrase, unless they have the marks of a quotation.
function words(claim: JsonObject): Readonly<Record<string, string | undefined>> {
  const [basis] = list(claim.isBasedOn).filter((one) => isObject(one) && isType(one, 'Quotation'));
  if (isObject(basis)) return { says: text(claim.text), ...quotation(basis) };
  const isQuote = claim.inLanguage !== undefined || claim.workTranslation !== undefined;
  return isQuote ? quotation(claim) : { says: text(claim.text) };
}

function quotation(node: JsonObject): Readonly<Record<string, string | undefined>> {
  const [translation] = list(node.workTranslation);
  return {
    quote: text(node.text),
    lang: text(node.inLanguage),
    translation: isObject(translation) ? text(translation.text) : undefined,
    translator: isObject(translation) ? text(translation.creditText) : undefined,
  };
}

// We write a role so where it is not known whether a person has it.
function untyped(author: JsonObject): string | undefined {
  return author['@type'] === undefined ? text(author.description) : undefined;
}

/** Where the claim appeared: the first work by the columns of a source, the rest as `other_sources`. */
function sources(claim: JsonObject): Readonly<Record<string, Tree | undefined>> {
  const isWork = !isType(claim, 'Claim') && address(claim.url, claim.sameAs) !== undefined;
  const appeared = [...list(claim.appearance), ...(isWork ? [claim] : [])].map(workKeys);
  const earliest = list(claim.firstAppearance).map(workKeys);
  const [first, ...others] = [...earliest.filter((one) => !appeared.some((other) => isAlike(one, other))), ...appeared];
  const own = [...(first ?? [])].map(([key, value]) => [`source_${key}`, value]);
  return { ...Object.fromEntries(own), other_sources: others.length === 0 ? undefined : others };
}

function isAlike(one: Fields, other: Fields): boolean {
  return JSON.stringify([...one]) === JSON.stringify([...other]);
}

function workKeys(work: unknown): Fields {
  if (!isObject(work)) return given({ url: address(work) });
  return given({
    outlet: text(work.publisher),
    title: text(work.headline) ?? text(work.name),
    byline: text(work.creditText),
    kind: kindOf(work),
    url: address(work.url, work.sameAs, work['@id']),
    archive: address(work.archivedAt),
    published: day(work.datePublished),
    lang: text(work.inLanguage),
  });
}

function kindOf(work: JsonObject): string | undefined {
  const genre = text(work.genre);
  if (genre !== undefined && Object.hasOwn(fieldsOf('source').get('kind')?.values ?? {}, genre)) return genre;
  if (isType(work, 'SocialMediaPosting')) return 'post';
  return isType(work, 'Article') || isType(work, 'NewsArticle') ? 'article' : undefined;
}

function given(values: Readonly<Record<string, Tree | undefined>>): Fields {
  return new Map(
    Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
  );
}
