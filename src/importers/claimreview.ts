import type { Tree } from '../ledger/reader/tree.ts';
import { claimFields, hasRating, reviewFields } from './claimreview-fields.ts';
import { isObject, type JsonObject } from './json.ts';
import { id, isType, list, text } from './linked.ts';
import type { Fields, Heading, Reason, Row, Sheet } from './sheet.ts';

/** Whether a JSON document is JSON-LD, rather than claims of our own. */
export function isLinked(document: unknown): boolean {
  const marks = ['@context', '@type', '@graph', 'dataFeedElement'];
  return list(document).some((one) => isObject(one) && marks.some((mark) => mark in one));
}

/**
 * The reviews of a JSON-LD document, wherever they stand in it: alone, in an array, in a `@graph` or a data feed. Each
 * is a row: what was claimed, by whom, and the assessment of who reviewed it. Claims that nobody has reviewed, as
 * `claims export` writes them, are rows too.
 */
export function claimreview(document: unknown): Sheet {
  const nodes = nodesIn(document);
  const claims = new Map(nodes.filter(isClaim).flatMap((found) => idOf(found).map((known) => [known, found] as const)));
  const reviews = nodes.filter(({ node }) => isType(node, 'ClaimReview'));
  const reviewed = new Set(reviews.flatMap(({ node }) => list(node.itemReviewed)).flatMap((item) => id(item) ?? []));
  const others = [...claims.values()].filter((found) => idOf(found).every((known) => !reviewed.has(known)));
  const all = [
    ...reviews.map(({ node, topic }) => reviewRow(node, claims, topic)),
    ...others.map(({ node, topic }) => ({ ...claimFields(node), topic })),
  ];
  const rows = all.map(({ fields, faults, topic }, index): Row => {
    return { line: index + 1, fields: new Map([...topicFields(topic), ...fields]), faults };
  });
  return { format: 'ClaimReview in JSON-LD', counted: 'review', headings: leftOut(reviews), rows };
}

/** A node, and the page that it is a part of, which is a topic of ours. */
interface Found {
  readonly node: JsonObject;
  readonly topic: JsonObject | undefined;
}

interface Read {
  readonly fields: Fields;
  readonly faults: readonly Reason[];
  readonly topic: JsonObject | undefined;
}

function reviewRow(review: JsonObject, claims: ReadonlyMap<string, Found>, topic: JsonObject | undefined): Read {
  const [item, ...more] = list(review.itemReviewed);
  const known = claims.get(id(item) ?? '');
  const claim = known?.node ?? (isObject(item) ? item : {});
  const { fields, faults } = claimFields(claim);
  const several: readonly Reason[] =
    more.length === 0 ? [] : [{ message: 'reviews several claims', hint: 'give each claim a review of its own' }];
  const says: readonly [string, Tree][] =
    fields.has('says') || fields.has('quote') ? [] : [['says', text(review.claimReviewed) ?? '']];
  return {
    fields: new Map([...fields, ...says, ...reviewFields(review)]),
    faults: [...faults, ...several, ...(hasRating(review) ? [] : [NO_RATING])],
    topic: known?.topic ?? topic,
  };
}

const NO_RATING: Reason = {
  column: 'assessment',
  message: 'has no rating in words',
  hint: 'it stands in `reviewRating.alternateName`',
};

// Deep enough for a feed of lists of pages of reviews.
const DEEPEST = 8;

/** The keys under which nodes hold other nodes that are rows. */
const HOLDERS = ['@graph', 'dataFeedElement', 'item', 'itemListElement', 'hasPart', 'mainEntity', 'review'];

function nodesIn(value: unknown, topic?: JsonObject, depth: number = 0): readonly Found[] {
  if (depth > DEEPEST) return [];
  return list(value)
    .filter(isObject)
    .flatMap((node) => {
      const page = isType(node, 'WebPage') ? node : topic;
      return [{ node, topic: page }, ...HOLDERS.flatMap((key) => nodesIn(node[key], page, depth + 1))];
    });
}

function isClaim({ node }: Found): boolean {
  return isType(node, 'Claim');
}

function idOf({ node }: Found): readonly string[] {
  return id(node) === undefined ? [] : [id(node) ?? ''];
}

function topicFields(page: JsonObject | undefined): Fields {
  const title = text(page?.name);
  const known = page === undefined ? undefined : id(page);
  if (title === undefined || known === undefined || /^[a-z]+:/u.test(known)) return new Map();
  const summary = text(page?.description);
  return new Map([
    ['topic', title],
    ['topic_id', decoded(known)],
    ...(summary === undefined ? [] : [['topic_summary', summary] as const]),
  ]);
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** What of a review has no place in a ledger. */
function leftOut(reviews: readonly Found[]): readonly Heading[] {
  const names = new Set(reviews.flatMap(({ node }) => Object.keys(node)));
  return [...names].filter((name) => !TAKEN.has(name)).map((name) => ({ name }));
}

const TAKEN: ReadonlySet<string> = new Set([
  '@context',
  '@type',
  '@id',
  'claimReviewed',
  'itemReviewed',
  'author',
  'datePublished',
  'url',
  'reviewRating',
]);
