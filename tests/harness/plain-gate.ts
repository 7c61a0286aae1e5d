import { isDeepStrictEqual } from 'node:util';
import type { ReadFile, Target, Tree } from '../../src/ledger/reader/tree.ts';
import { yamlReader } from '../../src/ledger/reader/yaml.ts';
import type { Path, Range } from '../../src/place.ts';

/** The reader under test: undefined for what it hands over. */
export interface PlainReader {
  readonly values: (file: string, text: string) => ReadFile | undefined;
  readonly places: (text: string, targets: readonly Target[]) => readonly Range[] | undefined;
}

/** What a plain reader makes of a text that `yaml` makes something else of. */
export interface Difference {
  readonly of: 'values' | 'places';
  readonly plain: unknown;
  readonly yaml: unknown;
}

/** Compares the values of a text, and its places if they are to be: finding both readers' places takes as long again. */
export function difference(reader: PlainReader, text: string, parts: 'values' | 'places too'): Difference | undefined {
  try {
    const read = reader.values('', text);
    const found = read && inValues(read, text);
    return found ?? (parts === 'values' ? undefined : inPlaces(reader, text, targetsIn(read?.tree ?? '')));
  } catch (error) {
    return { of: 'values', plain: error instanceof Error ? error.stack : error, yaml: 'does not throw' };
  }
}

function inValues(read: ReadFile, text: string): Difference | undefined {
  const [plain, yaml] = [comparable(read), comparable(yamlReader.values('', text))];
  return isDeepStrictEqual(plain, yaml) ? undefined : { of: 'values', plain, yaml };
}

function inPlaces(reader: PlainReader, text: string, targets: readonly Target[]): Difference | undefined {
  const plain = reader.places(text, targets);
  const yaml = plain && yamlReader.locate(text, targets);
  if (!yaml || isDeepStrictEqual(plain, yaml)) return undefined;
  const at = targets.findIndex((_, index) => !isDeepStrictEqual(plain[index], yaml[index]));
  return { of: 'places', plain: { ...targets[at], range: plain[at] }, yaml: yaml[at] };
}

/** Maps as lists of pairs, since their order counts; what is not marred may be left out. */
function comparable({ tree, findings, cuts, marred = [] }: ReadFile): unknown {
  return { tree: tree === undefined ? 'unreadable' : [pairs(tree)], findings, cuts, marred };
}

function pairs(tree: Tree): unknown {
  if (typeof tree === 'string') return tree;
  if (tree instanceof Map) return { map: [...tree].map(([key, value]) => [key, pairs(value)]) };
  return (tree as readonly Tree[]).map(pairs);
}

/** The key and the value at every path of a tree, and places beside them that are none. */
function targetsIn(tree: Tree): readonly Target[] {
  return pathsIn(tree, []).flatMap((path) => [{ path, part: 'key' } as const, { path, part: 'value' } as const]);
}

function pathsIn(tree: Tree, path: Path): readonly Path[] {
  if (typeof tree === 'string') return [path, [...path, 'below']];
  const [entries, strays] =
    tree instanceof Map
      ? [[...(tree as ReadonlyMap<string, Tree>)], [0, 'no such key']]
      : [[...(tree as readonly Tree[]).entries()], ['0', -1, 1_000]];
  const inner = entries.flatMap(([step, value]) => pathsIn(value, [...path, step]));
  return [path, ...strays.map((stray) => [...path, stray, 'x']), ...inner];
}
