import type { Tree } from '../reader/tree.ts';
import { literal, scalar } from './scalar.ts';

/** How far a file indents a list or a map below its key. */
export interface Steps {
  readonly list: number;
  readonly map: number;
}

/** The longest line that a small map or list is written on, in brackets. */
export const LONGEST = 110;

/** The lines of `key: value`, not indented. */
export function entryLines(key: string, value: Tree, steps: Steps): readonly string[] {
  const head = `${scalar(key, 'flow')}:`;
  if (typeof value === 'string') return textLines(head, value, steps);
  const inline = `${head} ${flow(value)}`;
  if (isSmall(value) && inline.length <= LONGEST) return [inline];
  if (value instanceof Map) return [head, ...indented(mapLines(value, steps), steps.map)];
  return [head, ...indented(listLines(value as readonly Tree[], steps), steps.list)];
}

/** The lines of `- item`, the rest of which stands under its first word. `gap` is what stands after the dash. */
export function itemLines(item: Tree, steps: Steps, gap: number = 1): readonly string[] {
  const lines = item instanceof Map && item.size > 0 ? mapLines(item, steps) : [flow(item)];
  return lines.map((line, index) => (index === 0 ? `-${' '.repeat(gap)}${line}` : indentedLine(line, gap + 1)));
}

/** A value in brackets, on one line. */
export function flow(value: Tree): string {
  if (typeof value === 'string') return scalar(value, 'flow');
  if (value instanceof Map) {
    const pairs = [...(value as ReadonlyMap<string, Tree>)].map((pair) => flowEntry(...pair));
    return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
  }
  return `[${(value as readonly Tree[]).map(flow).join(', ')}]`;
}

/** `key: value` within brackets. */
export function flowEntry(key: string, value: Tree): string {
  return `${scalar(key, 'flow')}: ${flow(value)}`;
}

function mapLines(map: ReadonlyMap<string, Tree>, steps: Steps): readonly string[] {
  return [...map].flatMap(([key, value]) => entryLines(key, value, steps));
}

function listLines(list: readonly Tree[], steps: Steps): readonly string[] {
  const between = list.some((item) => item instanceof Map && item.has('claims')) ? [''] : [];
  return list.flatMap((item, index) => [...(index === 0 ? [] : between), ...itemLines(item, steps)]);
}

function textLines(head: string, text: string, steps: Steps): readonly string[] {
  const [sign, ...lines] = literal(text) ?? [];
  return sign === undefined ? [`${head} ${scalar(text, 'block')}`] : [`${head} ${sign}`, ...indented(lines, steps.map)];
}

// Lists of maps, and what holds several lines, are easier to read and to compare on lines of their own.
function isSmall(value: Tree): boolean {
  const inner: readonly Tree[] = value instanceof Map ? [...value.values()] : (value as readonly Tree[]);
  return inner.every((each) =>
    typeof each === 'string' ? !each.includes('\n') : Array.isArray(each) && isSmall(each),
  );
}

function indented(lines: readonly string[], by: number): readonly string[] {
  return lines.map((line) => indentedLine(line, by));
}

function indentedLine(line: string, by: number): string {
  return line === '' ? '' : ' '.repeat(by) + line;
}
