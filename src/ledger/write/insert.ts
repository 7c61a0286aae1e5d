import type { Path } from '../../place.ts';
import type { Outline, OutlineEntry, OutlineList, OutlineMap, Tree } from '../reader/tree.ts';
import { intoBrackets } from './brackets.ts';
import { entryLines, flow, flowEntry, itemLines, type Steps } from './emit.ts';
import { type Comment, columnOf, endOf, endWithComments, lineEndOf } from './lines.ts';
import { type Edit, putIn } from './splice.ts';

/** What is to be put into a text: items at the end of the list at a path, or entries into the map at a path. */
export type Addition =
  | { readonly path: Path; readonly items: readonly Tree[] }
  | { readonly path: Path; readonly entries: ReadonlyMap<string, Tree> };

/** What is known of the text that is written into. */
export interface Page {
  readonly text: string;
  readonly root: Outline;
  /** The keys that a map at a path may have, in the order in which they are written. */
  readonly keysAt: (path: Path) => readonly string[];
}

/** The edits that make additions. They only put text in. A list or map that is not there yet is made. */
export function insertions(page: Page, additions: readonly Addition[]): readonly Edit[] {
  const pieces = additions.flatMap((addition) => piecesOf(page, addition));
  return pieces.sort(inOrder).flatMap((piece) => ('items' in piece ? intoList(page, piece) : intoMap(page, piece)));
}

/** What goes into one list or map that is there. */
type Piece = ListPiece | MapPiece;

interface ListPiece {
  readonly path: Path;
  readonly list: OutlineList;
  readonly items: readonly Tree[];
}

interface MapPiece {
  readonly path: Path;
  /** Undefined for a text without any entry. */
  readonly map: OutlineMap | undefined;
  readonly key: string;
  readonly value: Tree;
  /** The place of the key in the order of the format. */
  readonly rank: number;
}

function piecesOf(page: Page, addition: Addition): readonly Piece[] {
  const { path } = addition;
  const target = path.reduce<Outline | undefined>(within, page.root);
  if ('items' in addition && target?.kind === 'list') return [{ path, list: target, items: addition.items }];
  const isEmpty = target === undefined || (target.kind === 'text' && target.style === 'empty');
  if ('entries' in addition && (target?.kind === 'map' || (isEmpty && path.length === 0))) {
    const map = target?.kind === 'map' ? target : undefined;
    return [...addition.entries].map(([key, value]) => {
      return { path, map, key, value, rank: page.keysAt(path).indexOf(key) };
    });
  }
  if (!isEmpty || path.length === 0) return [];
  const value = 'items' in addition ? addition.items : addition.entries;
  return piecesOf(page, { path: path.slice(0, -1), entries: new Map([[String(path.at(-1)), value]]) });
}

// Several may go in at one place: the end of a topic is that of its last question, and of the last claim on it.
function inOrder(a: Piece, b: Piece): number {
  return b.path.length - a.path.length || ('rank' in a && 'rank' in b ? a.rank - b.rank : 0);
}

/** The value at a key of a map or at an index of a list. */
export function within(outline: Outline | undefined, step: string | number): Outline | undefined {
  if (outline?.kind === 'map') return outline.entries.find(({ key }) => key === step)?.value;
  return outline?.kind === 'list' ? outline.items[Number(step)]?.value : undefined;
}

function intoMap(page: Page, piece: MapPiece): readonly Edit[] {
  const { map, key, value } = piece;
  if (map === undefined) return atEnd(page, entryLines(key, value, USUAL));
  const bare = map.entries.find((entry) => entry.key === key);
  if (bare !== undefined) return afterKey(page, map, bare, value);
  if (map.layout === 'flow') return intoBrackets(page.text, map, [flowEntry(key, value)]);
  return afterEntry(page, piece, map.entries);
}

// The key stands already: its value goes behind the colon where it is short or lines mean nothing, else below.
function afterKey(page: Page, parent: OutlineMap, { at, key }: OutlineEntry, value: Tree): readonly Edit[] {
  const { text } = page;
  const colon = text.indexOf(':', at.end);
  const [, ...lines] = entryLines(key, value, stepsOf(page.root, text));
  if (parent.layout === 'flow' || lines.length === 0) return colon < 0 ? [] : [putIn(colon + 1, ` ${flow(value)}`)];
  const column = columnOf(text, at.start);
  return [
    putIn(
      endWithComments(text, colon, (comment) => comment.column > column),
      onLines(text, lines, column),
    ),
  ];
}

function intoList({ text, root }: Page, { path, list, items }: ListPiece): readonly Edit[] {
  if (list.layout === 'flow') return intoBrackets(text, list, items.map(flow));
  const [first, last] = [list.items[0], list.items.at(-1)];
  if (first === undefined || last === undefined) return [];
  const column = columnOf(text, first.at);
  const parent = keyColumn(text, path, root);
  const isOwn = (comment: Comment): boolean =>
    comment.column > column || (comment.column === column && column > parent && !comment.apart);
  const between = isSpaced(text, list) ? [''] : [];
  const lines = items.flatMap((item) => [...between, ...itemLines(item, stepsOf(root, text), gapAfter(text, last))]);
  return [putIn(endWithComments(text, endOf(list), isOwn), onLines(text, lines, column))];
}

/** How far the key of a list is indented. */
function keyColumn(text: string, path: Path, root: Outline): number {
  const parent = path.slice(0, -1).reduce<Outline | undefined>(within, root);
  const entry = parent?.kind === 'map' ? parent.entries.find(({ key }) => key === path.at(-1)) : undefined;
  return entry === undefined ? 0 : columnOf(text, entry.at.start);
}

// The dash and the first word of an item of ours stand as far apart as those of the last one.
function gapAfter(text: string, { at, value }: OutlineList['items'][number]): number {
  const start = value.kind === 'map' ? (value.entries[0]?.at.start ?? value.range.start) : value.range.start;
  const between = text.slice(at + 1, start);
  return /^[ ]{1,4}$/u.test(between) ? between.length : 1;
}

/** Whether an empty line stands between the last two items; a question that is alone is set apart from the next too. */
function isSpaced(text: string, { items }: OutlineList): boolean {
  const [before, last] = [items.at(-2), items.at(-1)];
  if (last === undefined) return false;
  if (before === undefined) return last.value.kind === 'map' && last.value.entries.some(({ key }) => key === 'claims');
  return /(?:\r\n|\n|\r)[ \t]*(?:\r|\n)/u.test(text.slice(endOf(before.value), last.at));
}

/** After the last of the entries that stand before the key in the format, else after all. */
function afterEntry(
  page: Page,
  { path, key, value, rank }: MapPiece,
  entries: readonly OutlineEntry[],
): readonly Edit[] {
  const { text, root } = page;
  const order = page.keysAt(path);
  const earlier = entries.filter((entry) => order.indexOf(entry.key) < rank);
  const before = (earlier.length > 0 ? earlier : entries).at(-1);
  if (before === undefined) return [];
  const column = columnOf(text, before.at.start);
  const end = Math.max(before.at.end, endOf(before.value));
  const offset = endWithComments(text, end, (comment) => comment.column > column);
  const isSection = path.length === 0 && typeof value !== 'string';
  const lines = [...(isSection ? [''] : []), ...entryLines(key, value, stepsOf(root, text))];
  return [putIn(offset, onLines(text, lines, column))];
}

// A text without any entry yet, which may have comments.
function atEnd({ text }: Page, lines: readonly string[]): readonly Edit[] {
  const isOpen = /[^\r\n]$/u.test(text);
  const words = lines.map((line) => `${line}${lineEndOf(text)}`).join('');
  return [putIn(text.length, isOpen ? `${lineEndOf(text)}${words}` : words)];
}

const USUAL: Steps = { list: 2, map: 2 };

/** How far the file itself indents below a key, by the first place that shows it. */
function stepsOf(root: Outline, text: string): Steps {
  const found: { list?: number; map?: number } = {};
  const look = (outline: Outline): void => {
    if (outline.kind === 'list') for (const { value } of outline.items) look(value);
    if (outline.kind !== 'map' || outline.layout === 'flow') return;
    for (const { at, value } of outline.entries) {
      if (value.kind === 'text') continue;
      const first = value.kind === 'map' ? value.entries[0]?.at.start : value.items[0]?.at;
      if (value.layout === 'block' && first !== undefined) {
        found[value.kind] ??= columnOf(text, first) - columnOf(text, at.start);
      }
      look(value);
    }
  };
  look(root);
  return { ...USUAL, ...found };
}

// Each line after a line end, so that a file that does not end in one needs no care.
function onLines(text: string, lines: readonly string[], column: number): string {
  const pad = ' '.repeat(column);
  return lines.map((line) => `${lineEndOf(text)}${line === '' ? '' : pad}${line}`).join('');
}
