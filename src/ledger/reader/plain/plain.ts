import type { Range } from '../../../place.ts';
import type { ReadFile, Target, Tree } from '../tree.ts';
import { yamlReader } from '../yaml.ts';
import { readCollection } from './block.ts';
import { type Cursor, cursorOn, type Spot, toContent } from './cursor.ts';

/**
 * Reads a text of plain YAML, as people and `claims fmt` write it. Undefined for any other: one with a fault, with a
 * structure that is not plain, or that is not YAML at all. Where there is an answer it is that of the whole reader.
 */
export function plainValues(text: string): ReadFile | undefined {
  const cursor = cursorOn(text);
  const tree = readRoot(cursor);
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
  return targets.map((target) => placeOf(text, spots, root, target));
}

function readRoot(cursor: Cursor): Tree | undefined {
  const { text } = cursor;
  // A mark may stand before everything.
  toContent(cursor, /^---\r?\n/u.test(text) ? 3 : 0);
  if (cursor.column < 0 || cursor.lost || text.startsWith('\uFEFF')) return undefined;
  const tree = readCollection(cursor);
  return cursor.lost || cursor.column >= 0 ? undefined : tree;
}

function placeOf(text: string, spots: NonNullable<Cursor['spots']>, root: Spot, { path, part }: Target): Range {
  let spot = root;
  for (const [index, step] of path.entries()) {
    const next = spots.get(spot.value)?.get(step);
    if (next === undefined) return spot.key ?? shown(text, spot);
    if (next.odd !== undefined) return placeWithin(next.odd, { path: path.slice(index), part });
    spot = next;
  }
  return part === 'key' && spot.key !== undefined ? spot.key : shown(text, spot);
}

function placeWithin({ text, shift }: NonNullable<Spot['odd']>, target: Target): Range {
  const [{ start, end } = { start: 0, end: 0 }] = yamlReader.locate(text, [target]);
  return { start: start + shift, end: end + shift };
}

/** A value without the line end after it; of a list or map only the first line; of an empty value its key. */
function shown(text: string, { key, start, end, value }: Spot): Range {
  if (start === end) return key ?? { start, end };
  const written = text.slice(start, end);
  const seen = typeof value === 'string' ? written : (written.split(/[\r\n]/u, 1)[0] ?? '');
  return { start, end: start + seen.trimEnd().length };
}
