import type { Finding } from '../../../diagnostic.ts';
import type { Range } from '../../../place.ts';
import { MOST_ENTRIES, type ReadFile, type Target, type Tree } from '../tree.ts';
import { yamlReader } from '../yaml.ts';
import { readCollection } from './block.ts';
import { type Cursor, cursorOn, type Odd, type Spot, toContent } from './cursor.ts';

/**
 * Reads a text of plain YAML, as people and `claims fmt` write it. Undefined for any other: one with a fault, with a
 * structure that is not plain, or that is not YAML at all. Where there is an answer it is that of the whole reader, but
 * for a text with too many entries, which that would give up as well.
 */
export function plainValues(file: string, text: string): ReadFile | undefined {
  const cursor = cursorOn(text);
  const tree = readRoot(cursor);
  if (cursor.entries > MOST_ENTRIES) return { findings: [tooManyEntries(file, cursor.pos)], cuts: [] };
  if (tree === undefined) return undefined;
  const cuts = cursor.cuts.map(({ path, start, end }) => {
    return { path, touching: /^#\S/u.test(text.slice(start, end)), range: { start, end } };
  });
  return { tree, findings: [], cuts, marred: [] };
}

/** The places of keys and values in a text, as `Reader.locate` gives them; undefined for a text that is not plain. */
export function plainPlaces(text: string, targets: readonly Target[]): readonly Range[] | undefined {
  const spots = new Map<Tree, Map<string | number, Spot>>();
  const cursor = cursorOn(text, spots);
  const tree = readRoot(cursor);
  if (tree === undefined) return undefined;
  const root = { start: cursor.from, end: cursor.to, value: tree };
  const search: Search = { text, spots, shown: new Map() };
  const places = targets.map((target) => placeOf(search, root, target));
  const within = rangesWithin(places.filter((place) => 'odd' in place));
  return places.map((place) => ('odd' in place ? (within.get(place) ?? shown(search, root)) : place));
}

function tooManyEntries(file: string, at: number): Finding {
  return {
    code: 'refused',
    severity: 'error',
    message: 'a file is read up to here: it has at most 600,000 keys and items of lists',
    hint: 'divide the file into several topics',
    place: { file, range: { start: at, end: at + 1 } },
  };
}

interface Search {
  readonly text: string;
  readonly spots: NonNullable<Cursor['spots']>;
  /** What has been looked at, so that many targets in one long line stay linear. */
  readonly shown: Map<Spot, Range>;
}

function readRoot(cursor: Cursor): Tree | undefined {
  const { text } = cursor;
  // A mark may stand before everything.
  toContent(cursor, /^---\r?\n/u.test(text) ? 3 : 0);
  if (cursor.column < 0 || cursor.lost || text.includes('\uFEFF')) return undefined;
  const tree = readCollection(cursor);
  return cursor.lost || cursor.column >= 0 ? undefined : tree;
}

/** What is sought in a part that the whole reader has read. */
interface Within {
  readonly odd: Odd;
  readonly target: Target;
}

function placeOf(search: Search, root: Spot, { path, part }: Target): Range | Within {
  let spot = root;
  for (const [index, step] of path.entries()) {
    const next = search.spots.get(spot.value)?.get(step);
    if (next === undefined) return spot.key ?? shown(search, spot);
    if (next.odd !== undefined) return { odd: next.odd, target: { path: path.slice(index), part } };
    spot = next;
  }
  return part === 'key' && spot.key !== undefined ? spot.key : shown(search, spot);
}

// Each part is read once for all that is sought in it, since it may be nearly all of the text.
function rangesWithin(places: readonly Within[]): ReadonlyMap<Within, Range> {
  const byOdd = new Map<Odd, Within[]>();
  for (const place of places) {
    const others = byOdd.get(place.odd);
    if (others === undefined) byOdd.set(place.odd, [place]);
    else others.push(place);
  }
  return new Map(Array.from(byOdd, ([odd, sought]) => rangesIn(odd, sought)).flat());
}

function rangesIn({ text, shift }: Odd, sought: readonly Within[]): readonly (readonly [Within, Range])[] {
  const found = yamlReader.locate(text, sought.map(ownTarget));
  return sought.map((place, index) => {
    const { start, end } = found[index] ?? { start: 0, end: 0 };
    return [place, { start: start + shift, end: end + shift }] as const;
  });
}

// An item is the only one of its own text.
function ownTarget({ target }: Within): Target {
  const [first, ...rest] = target.path;
  return { path: [typeof first === 'string' ? first : 0, ...rest], part: target.part };
}

function shown({ text, shown: known }: Search, spot: Spot): Range {
  const range = known.get(spot) ?? shownAt(text, spot);
  known.set(spot, range);
  return range;
}

/** A value without the line end after it; of a list or map only the first line; of an empty value its key. */
function shownAt(text: string, { key, start, end, value }: Spot): Range {
  if (start === end) return key ?? { start, end };
  const written = typeof value === 'string' ? text.slice(start, end) : lineAt(text, start).slice(0, end - start);
  return { start, end: start + written.trimEnd().length };
}

function lineAt(text: string, start: number): string {
  const line = /[^\r\n]*/uy;
  line.lastIndex = start;
  return line.exec(text)?.[0] ?? '';
}
