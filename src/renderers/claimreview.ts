import type {
  Claim,
  ClaimReview,
  CreativeWork,
  Graph,
  Organization,
  Person,
  Quotation,
  Thing,
  WebPage,
} from 'schema-dts';
import type { LinkedAssessment, LinkedClaim, LinkedSource, LinkedTopic } from '../views/linked-data.ts';
import { escaped } from './json.ts';
import type { Renderer } from './renderer.ts';

/**
 * Topics as schema.org describes them, in JSON-LD: a page for each topic with a `Claim` for each of its claims, and a
 * `ClaimReview` for each assessment that somebody has published. Nothing of our own verdicts: schema.org has no words
 * for how two claims relate.
 */
export const claimreview: Renderer = ({ linked = [] }) => {
  const graph: Graph = { '@context': 'https://schema.org', '@graph': linked.flatMap(nodesOf) };
  // It stands inside a `script` element, which a `<` in a text could end.
  return [`${escaped(JSON.stringify(graph, null, 2)).replaceAll('<', '\\u003c')}\n`];
};

function nodesOf(topic: LinkedTopic): readonly Thing[] {
  const { id, title, summary, claims } = topic;
  const page: WebPage = {
    '@type': 'WebPage',
    '@id': address(id),
    name: title,
    ...(summary === undefined ? {} : { description: summary }),
    hasPart: claims.map((claim) => claimNode(claim, id)),
  };
  const reviews = claims.flatMap((claim) => claim.assessment && reviewNode(claim, claim.assessment, id));
  return [page, ...reviews.filter((review) => review !== undefined)];
}

function claimNode(claim: LinkedClaim, topic: string): Claim {
  const { ask, party, date, period, sources, first } = claim;
  return {
    '@type': 'Claim',
    '@id': address(topic, claim.id),
    ...wordsOf(claim),
    ...(ask === undefined ? {} : { about: { '@type': 'Question', name: ask } }),
    author: claimant(claim),
    ...(party === undefined ? {} : { sourceOrganization: organization(party) }),
    ...(date === undefined ? {} : { datePublished: date }),
    ...(period === undefined ? {} : { temporalCoverage: period }),
    ...(sources.length === 0 ? {} : { appearance: sources.map(workNode) }),
    ...(first === undefined ? {} : { firstAppearance: workNode(first) }),
  };
}

function reviewNode(claim: LinkedClaim, { rating, by, on, url }: LinkedAssessment, topic: string): ClaimReview {
  return {
    '@type': 'ClaimReview',
    claimReviewed: claim.says ?? claim.quote ?? '',
    itemReviewed: { '@id': address(topic, claim.id) },
    author: organization(by),
    ...(on === undefined ? {} : { datePublished: on }),
    ...(url === undefined ? {} : { url }),
    reviewRating: { '@type': 'Rating', alternateName: rating },
  };
}

// What the claim comes to, and the exact words that it is read from.
function wordsOf(claim: LinkedClaim): Pick<Claim, 'text' | 'inLanguage' | 'isBasedOn' | 'workTranslation'> {
  const { says, quote, lang } = claim;
  if (says !== undefined) return { text: says, ...(quote === undefined ? {} : { isBasedOn: quotation(quote, claim) }) };
  return {
    text: quote ?? '',
    ...(lang === undefined ? {} : { inLanguage: lang }),
    ...translated(claim),
  };
}

function quotation(text: string, claim: LinkedClaim): Quotation {
  const { lang } = claim;
  return {
    '@type': 'Quotation',
    text,
    ...(lang === undefined ? {} : { inLanguage: lang }),
    ...translated(claim),
  };
}

function translated({ translation, translator }: LinkedClaim): Pick<Quotation, 'workTranslation'> {
  if (translation === undefined) return {};
  const credit = translator === undefined ? {} : { creditText: translator };
  return { workTranslation: { '@type': 'Quotation', text: translation, ...credit } };
}

// schema.org wants a person or an organization. Where nobody says which, the type is left out, as JSON-LD allows and the
// typings do not: programs read the name alone, and either type would be a guess.
function claimant({ speaker: { name, is, role, url } }: LinkedClaim): Person | Organization {
  const more = url === undefined ? {} : { url };
  if (is === 'organization') return { ...organization(name), ...more };
  if (is === 'person') return { '@type': 'Person', name, ...(role === undefined ? {} : { jobTitle: role }), ...more };
  return { name, ...(role === undefined ? {} : { description: role }), ...more } as Person;
}

function organization(name: string): Exclude<Organization, string> {
  return { '@type': 'Organization', name };
}

function workNode({ outlet, title, byline, kind, url, archive, published, lang }: LinkedSource): CreativeWork {
  return {
    '@type': TYPES[kind ?? ''] ?? 'CreativeWork',
    ...(title === undefined ? {} : { name: title }),
    ...(kind === undefined ? {} : { genre: kind }),
    ...(outlet === undefined ? {} : { publisher: organization(outlet) }),
    ...(byline === undefined ? {} : { creditText: byline }),
    ...(published === undefined ? {} : { datePublished: published }),
    ...(lang === undefined ? {} : { inLanguage: lang }),
    ...(url === undefined ? {} : { url }),
    ...(archive === undefined ? {} : { archivedAt: archive }),
  };
}

const TYPES: Readonly<Record<string, 'Article' | 'SocialMediaPosting'>> = {
  article: 'Article',
  post: 'SocialMediaPosting',
};

/** `topic#claim`, as a ledger names a claim from outside, in the letters of a URL. */
function address(topic: string, claim?: string): string {
  const path = topic.split('/').map(encodeURIComponent).join('/');
  return claim === undefined ? path : `${path}#${encodeURIComponent(claim)}`;
}
