import { Failure } from '../failure.ts';
import { type Claim, claimsOf, type Topic } from '../ledger/model.ts';
import { nearest } from '../nearest.ts';
import { fold } from '../text.ts';

export type ColumnBy = 'party' | 'speaker';

/** The columns of a side-by-side, and which of them a claim stands in. */
export interface Columns {
  readonly titles: readonly string[];
  /** Undefined for a claim whose column is not shown. */
  readonly indexOf: (claim: Claim) => number | undefined;
}

/** The last column, of all who speak for none of the topic's sides. */
export const OTHERS = 'Others';

/** Parties in the order of the file, then all others; or speakers; or only those asked for, in that order. */
export function columnsOf(
  topic: Topic,
  options: { readonly by: ColumnBy; readonly parties?: readonly string[] },
): Columns {
  const claims = claimsOf(topic);
  const nameOf = (claim: Claim): string => (options.by === 'speaker' ? claim.speaker.name : claim.party);
  const appearing = [...new Set(claims.map(nameOf))];
  if (options.parties !== undefined)
    return columnsNamed(options.parties, [...appearing, ...(topic.parties ?? [])], nameOf);
  const sides = options.by === 'party' ? topic.parties : undefined;
  if (sides === undefined) return columns(appearing, nameOf);
  const known = new Set(sides.map(fold));
  const others = appearing.some((name) => !known.has(fold(name))) ? [OTHERS] : [];
  const columnName = (claim: Claim): string => (known.has(fold(nameOf(claim))) ? nameOf(claim) : OTHERS);
  return columns([...sides, ...others], columnName);
}

/** What is said by each claim, under the column in which the claim stands; the order stays. */
export function byColumn<T>(
  { titles, indexOf }: Columns,
  all: readonly T[],
  claimOf: (one: T) => Claim,
): readonly (readonly T[])[] {
  const own: T[][] = titles.map(() => []);
  for (const one of all) {
    const index = indexOf(claimOf(one));
    if (index !== undefined) own[index]?.push(one);
  }
  return own;
}

function columnsNamed(wanted: readonly string[], known: readonly string[], nameOf: (claim: Claim) => string): Columns {
  const titles = wanted.map((name) => {
    const found = known.find((one) => sameName(one, name));
    if (found !== undefined) return found;
    const near = nearest(name, known);
    throw new Failure(`nobody in this topic is \`${name}\`${near === undefined ? '' : `; did you mean \`${near}\`?`}`);
  });
  return columns([...new Set(titles)], nameOf);
}

function columns(titles: readonly string[], nameOf: (claim: Claim) => string): Columns {
  const indexes = new Map(titles.map((title, index) => [fold(title), index]));
  return { titles, indexOf: (claim) => indexes.get(fold(nameOf(claim))) };
}

function sameName(a: string, b: string): boolean {
  return fold(a) === fold(b);
}
