import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import type { Range } from '../../place.ts';
import { type Composed, composed } from './compose.ts';
import type { Target } from './tree.ts';
import { entriesOf, keyOf, rangeOf } from './walk.ts';

/** The places of keys and values in a text, which is read once for all of them. */
export function located(text: string, targets: readonly Target[]): readonly Range[] {
  if (targets.length === 0) return [];
  const search: Search = { text, composed: composed('', text), children: new Map() };
  return targets.map((target) => placeOf(search, target));
}

interface Search {
  readonly text: string;
  readonly composed: Composed;
  /** What has been looked into, so that many targets in one long map stay linear. */
  readonly children: Map<unknown, ReadonlyMap<string | number, Spot>>;
}

/** A node, the range of its key if it has one, and where its value ends if commas have cut it. */
interface Spot {
  readonly node: unknown;
  readonly key?: Range;
  readonly cutTo?: number;
}

function placeOf(search: Search, { path, part }: Target): Range {
  let spot: Spot = { node: search.composed.root };
  for (const step of path) {
    const next = childrenOf(search, spot.node).get(step);
    if (!next) return spot.key ?? valueRange(search.text, spot);
    spot = next;
  }
  return part === 'key' && spot.key ? spot.key : valueRange(search.text, spot);
}

function childrenOf(search: Search, node: unknown): ReadonlyMap<string | number, Spot> {
  const known = search.children.get(node);
  if (known) return known;
  const children = new Map<string | number, Spot>();
  if (isMap(node)) pairsInto(children, search, node);
  if (isSeq(node)) {
    for (const [index, entry] of entriesOf(search.text, node).entries()) children.set(index, spot(entry, entry.item));
  }
  search.children.set(node, children);
  return children;
}

function pairsInto(children: Map<string | number, Spot>, search: Search, map: YAMLMap): void {
  for (const entry of entriesOf(search.text, map)) {
    const key = keyOf(search.composed, entry.item.key);
    if (key === undefined || children.has(key)) continue;
    children.set(key, { ...spot(entry, entry.item.value), key: rangeOf(entry.item.key) });
  }
}

function spot({ cutTo }: { readonly cutTo?: number }, node: unknown): Spot {
  return cutTo === undefined ? { node } : { node, cutTo };
}

/** A value without the line end after it; of a list or map only the first line; of an empty value its key. */
function valueRange(text: string, { node, key, cutTo }: Spot): Range {
  const { start, end } = rangeOf(node);
  const until = cutTo ?? end;
  if (start === until) return key ?? { start, end: until };
  const value = text.slice(start, until);
  const shown = isScalar(node) ? value : (value.split(/[\r\n]/u, 1)[0] ?? '');
  return { start, end: start + shown.trimEnd().length };
}
