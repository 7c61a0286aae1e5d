import { isMap, isPair, isScalar, isSeq, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { type Counted, counted, MOST_TOLD } from '../../counted.ts';
import type { Finding } from '../../diagnostic.ts';
import type { Path, Range } from '../../place.ts';
import type { Composed } from './compose.ts';
import { cutAt, numberCut, type Piece, pieces, repeatedKey } from './cuts.ts';
import { syntaxFault } from './faults.ts';
import type { Cut, Tree } from './tree.ts';

export interface Walked {
  readonly tree: Tree;
  readonly findings: readonly Finding[];
  readonly cuts: readonly Cut[];
  readonly marred: readonly Path[];
}

/** The values of the nodes, with the faults that a sound YAML text can still have. The first of repeated keys stays. */
export function walked(file: string, text: string, composed: Composed): Walked {
  const walk: Walk = { file, text, composed, path: [], map: { depth: 0, marred: false }, ...nothingFound() };
  return { tree: treeOf(walk, composed.root), findings: walk.faults.findings(), cuts: walk.cuts, marred: walk.marred };
}

/** The pairs of a map or the items of a list, as they count in a path. */
export function entriesOf<T>(text: string, { flow, items }: { flow?: boolean; items: T[] }): readonly Piece<T>[] {
  return flow ? pieces(text, items) : items.map((item) => ({ item }));
}

/** The text of a key, if it is one. */
export function keyOf(composed: Composed, key: unknown): string | undefined {
  if (!isScalar(key) || typeof key.value !== 'string') return undefined;
  return key.range && key.range[0] === key.range[1] ? undefined : composed.uncovered(key.value);
}

interface Walk {
  readonly file: string;
  readonly text: string;
  readonly composed: Composed;
  /** Where the walk stands. It is copied when something points there. */
  readonly path: (string | number)[];
  readonly faults: Counted;
  readonly cuts: Cut[];
  readonly marred: Path[];
  /** The map that the walk is in: the length of its path, and whether it is known to be marred. */
  map: { readonly depth: number; marred: boolean };
}

const nothingFound = (): Pick<Walk, 'faults' | 'cuts' | 'marred'> => ({
  faults: counted(MOST_TOLD),
  cuts: [],
  marred: [],
});

function mar({ map, marred, path }: Walk): void {
  if (!map.marred) marred.push(path.slice(0, map.depth));
  map.marred = true;
}

function treeOf(walk: Walk, node: unknown): Tree {
  if (isMap(node)) return overrun(walk, node) ?? mapOf(walk, node);
  if (isSeq(node)) return overrun(walk, node) ?? listOf(walk, node);
  if (!isScalar(node)) return '';
  const cut = cutAt(walk.text, node, walk.path);
  if (cut) walk.cuts.push({ ...cut, path: [...walk.path] });
  const value = typeof node.value === 'string' ? node.value : '';
  const meant = overrun(walk, node) ?? walk.composed.uncovered(value);
  if (meant !== value) mar(walk);
  return meant;
}

function overrun(walk: Walk, { range }: Scalar | YAMLMap | YAMLSeq): string | undefined {
  const { composed, text } = walk;
  const rest = range ? composed.overruns.get(range[1]) : undefined;
  if (!range || rest === undefined) return undefined;
  mar(walk);
  return text.slice(range[0], range[1]) + rest;
}

function listOf(walk: Walk, list: YAMLSeq): Tree {
  return entriesOf(walk.text, list).map((entry, index) => {
    walk.path.push(index);
    const value = wholeOf(walk, entry, entry.item);
    walk.path.pop();
    return value;
  });
}

function mapOf(walk: Walk, map: YAMLMap): Tree {
  const values = new Map<string, Tree>();
  const places = new Map<string, Range>();
  const outer = walk.map;
  walk.map = { depth: walk.path.length, marred: false };
  for (const entry of entriesOf(walk.text, map)) {
    const { item } = entry;
    const key = keyOf(walk.composed, item.key);
    if (key === undefined) {
      walk.faults.add('syntax', () => syntaxFault(walk.file, noText(walk.text, item)));
      mar(walk);
      continue;
    }
    walk.path.push(key);
    const value = wholeOf(walk, entry, item.value ?? undefined);
    walk.path.pop();
    const place = rangeOf(item.key);
    const first = places.get(key);
    if (first) {
      walk.faults.add('repeated-key', () => repeatedKey(walk.file, key, place, first));
      mar(walk);
    } else {
      places.set(key, place);
      values.set(key, value);
    }
  }
  walk.map = outer;
  return values;
}

/** The value of an entry. A number that commas have cut is put together again: its first piece would be another. */
function wholeOf(walk: Walk, { item, cutTo }: Piece<unknown>, node: unknown): Tree {
  if (cutTo === undefined) return treeOf(walk, node);
  const scalar = isScalar(node) ? node : isPair(item) ? item.key : node;
  const { start } = rangeOf(scalar);
  mar(walk);
  walk.faults.add('number-cut', () => numberCut(walk.file, walk.text, { start, end: cutTo }));
  return isScalar(node) ? walk.text.slice(start, cutTo) : treeOf(walk, node);
}

function noText(text: string, { key, value }: Pair): { range: Range; message: string; hint: string } {
  const { start, end } = rangeOf(key ?? value);
  const line = text.slice(start, end).split(/[\r\n]/u, 1)[0] ?? '';
  return {
    range: { start, end: start + line.length },
    message: isScalar(key) || !key ? 'there is no key before the colon' : 'a key is a list or a map',
    hint: 'write a key of plain words, or put the text in quotes',
  };
}

export function rangeOf(node: unknown): Range {
  const range = isScalar(node) || isMap(node) || isSeq(node) ? node.range : undefined;
  return { start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}
