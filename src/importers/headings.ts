import { Failure } from '../failure.ts';
import { nearest } from '../nearest.ts';
import { fold } from '../text.ts';
import { isDerived, ROW_COLUMNS } from '../views/row-columns.ts';
import type { Heading } from './sheet.ts';

/** A column for a source in one cell: an id, a URL or who published it. */
const ANY_SOURCE = 'source';

/**
 * Finds the column of each name in a file: those that the command line gives, then those that are our own, then those
 * that other sheets use. A column is filled once; of several names the first counts. A name on the command line that is
 * not in the file, or a column that is none, fails.
 */
export function headingsOf(names: readonly string[], map: ReadonlyMap<string, string>): readonly Heading[] {
  const given = givenColumns(names, map);
  const taken = new Map<string, string>();
  const found = new Map<number, string>();
  const take = (columnOf: (name: string) => string | undefined): void => {
    for (const [index, name] of names.entries()) {
      const column = found.has(index) ? undefined : columnOf(name);
      if (column === undefined || taken.has(column)) continue;
      taken.set(column, name);
      found.set(index, column);
    }
  };
  take((name) => given.get(name));
  take((name) => (given.has(name) ? undefined : OWN.get(plainName(name))));
  take((name) => (given.has(name) ? undefined : OTHERS.get(plainName(name))));
  return names.map((name, index) => {
    const column = found.get(index);
    return column === undefined ? leftOut(name, taken) : { name, column };
  });
}

function leftOut(name: string, taken: ReadonlyMap<string, string>): Heading {
  if (WORKED_OUT.has(plainName(name))) return { name, reason: 'worked out anew' };
  const wanted = OWN.get(plainName(name)) ?? OTHERS.get(plainName(name));
  const other = wanted === undefined ? undefined : taken.get(wanted);
  if (other === undefined) return { name };
  return { name, reason: other === wanted ? `there is a \`${wanted}\`` : `\`${other}\` is \`${wanted}\`` };
}

function givenColumns(names: readonly string[], map: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  for (const [theirs, ours] of map) {
    const name = names.find((one) => one === theirs) ?? names.find((one) => plainName(one) === plainName(theirs));
    if (name === undefined) throw new Failure(`the file has no column \`${theirs}\`${near(theirs, names)}`);
    const column = OWN.get(plainName(ours));
    if (column === undefined) throw new Failure(`there is no column \`${ours}\` to map to${near(ours, OWN.values())}`);
    given.set(name, column);
  }
  return given;
}

function near(name: string, names: Iterable<string>): string {
  const one = nearest(name, names);
  return one === undefined ? '' : `; did you mean \`${one}\`?`;
}

/** Case, blanks and signs between words do not tell names apart. */
function plainName(name: string): string {
  return fold(name.normalize('NFKC')).replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
}

const OWN: ReadonlyMap<string, string> = new Map(
  [...ROW_COLUMNS.filter(({ name }) => !isDerived(name)).map(({ name }) => name), ANY_SOURCE].map((name) => [
    plainName(name),
    name,
  ]),
);

// JSON Lines of `claims list` have `clashes`.
const WORKED_OUT: ReadonlySet<string> = new Set(
  [...ROW_COLUMNS.map(({ name }) => name).filter(isDerived), 'clashes'].map(plainName),
);

/** What sheets of other desks call our columns. Names that could mean several, such as "title" or "time", are not here. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  topic: ['story', 'subject'],
  question: ['issue', 'ask', 'question asked'],
  party: ['side', 'country', 'camp', 'faction', 'affiliation', 'organisation', 'organization'],
  speaker: ['who', 'name', 'speaker name', 'person', 'said by', 'claimant'],
  role: ['job', 'job title', 'office', 'function'],
  date: ['day', 'when', 'date said', 'said on', 'claim date', 'date of claim'],
  says: ['claim', 'statement', 'text', 'assertion', 'paraphrase', 'claim text'],
  quote: ['quotation', 'exact words', 'verbatim'],
  answer: ['value', 'position', 'stance', 'response'],
  source_outlet: ['outlet', 'publisher', 'publication', 'newspaper', 'medium'],
  source_title: ['headline', 'article', 'article title'],
  source_url: ['url', 'link', 'web link', 'source link'],
  source_archive: ['archive', 'archive url', 'archived', 'archive link'],
  source_published: ['published', 'publication date', 'date published', 'published on'],
  source_byline: ['byline', 'reporter', 'journalist'],
  id: ['claim id'],
  lang: ['language'],
  at: ['page', 'timecode'],
  via: ['relayed by'],
  note: ['notes', 'comment', 'comments', 'remark', 'remarks'],
  question_options: ['options', 'possible answers'],
  question_unit: ['unit', 'units'],
  question_measure: ['measure'],
  question_scale: ['scale'],
  question_tolerance: ['tolerance'],
};

const OTHERS: ReadonlyMap<string, string> = new Map(
  Object.entries(OTHER_NAMES).flatMap(([column, names]) => names.map((name) => [plainName(name), column] as const)),
);
