import { replaceUnsafe } from '../text.ts';
import type { Renderer } from './renderer.ts';

/** The view's data as one indented document. An iterable in it is a list, whose entries leave as they are made. */
export const json: Renderer = function* ({ data }) {
  yield* pieces(Object(data), '', INDENTED);
  yield '\n';
};

/** One document a line for each of the view's rows, else for those of its table, or one for the whole. */
export const jsonl: Renderer = function* ({ rows, table, data }) {
  if (rows === undefined && table !== undefined) {
    const names = table.columns.map(({ name }) => name);
    for (const values of table.rows) yield `${mapDocument(names, values, IN_ONE_LINE)}\n`;
  } else for (const row of rows ?? [data]) yield `${document(row, IN_ONE_LINE)}\n`;
};

/** A JSON document safe to show: it leaves DEL, C1, bidi and invisible characters as they are. Line feeds are layout. */
export function escaped(document: string): string {
  return replaceUnsafe(document, (character) => (character === '\n' ? character : codes(character)));
}

/** How the entries of what stands at one depth are laid out. */
interface Level {
  /** What ends a line, and indents the next. */
  readonly lineEnd: string;
  /** What stands before the value of a key: a comma, a line end, the key. */
  readonly label: (key: string) => string;
  readonly inner: () => Level;
}

const IN_ONE_LINE: Level = levelOf('', ':', () => IN_ONE_LINE);

const INDENTED: Level = indented('\n');

function indented(lineEnd: string): Level {
  let inner: Level | undefined;
  return levelOf(lineEnd, ': ', () => {
    inner ??= indented(`${lineEnd}  `);
    return inner;
  });
}

function levelOf(lineEnd: string, colon: string, inner: () => Level): Level {
  // There are few keys, and each is written for every entry.
  const labels = new Map<string, string>();
  const label = (key: string): string => {
    const known = labels.get(key);
    if (known !== undefined) return known;
    const made = `,${lineEnd}${quoted(key)}${colon}`;
    labels.set(key, made);
    return made;
  };
  return { lineEnd, label, inner };
}

/** What holds a stream as a document behind what stands `before` it, in pieces. */
function* pieces(value: object, before: string, level: Level): Generator<string> {
  const inner = level.inner();
  const [start, end] = isList(value) ? '[]' : '{}';
  const entries = isList(value) ? [] : Object.entries(value).filter(([, part]) => part !== undefined);
  const labels = entries.map(([key]) => inner.label(key));
  const comma = `,${inner.lineEnd}`;
  let text = `${before}${start}`;
  let count = 0;
  for (const part of isList(value) ? value : entries.map(([, one]) => one)) {
    const label = labels[count] ?? comma;
    text += count === 0 ? label.slice(1) : label;
    count += 1;
    if (hasStream(part)) {
      yield* pieces(part, text, inner);
      text = '';
    } else text += document(part, inner);
    if (text !== '') yield text;
    text = '';
  }
  yield `${text}${count === 0 ? '' : level.lineEnd}${end}`;
}

// A list that is no array is made while it is gone through, and so is what holds one.
function hasStream(value: unknown): value is object {
  return isStream(value) || (isMap(value) && Object.values(value).some(isStream));
}

function isStream(value: unknown): boolean {
  return isMap(value) && !Array.isArray(value) && isList(value);
}

function isList(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value;
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** A value as `JSON.stringify` writes it, and safe to show: most texts need no escape of either kind, and one look tells. */
function document(value: unknown, level: Level): string {
  if (typeof value === 'string') return quoted(value);
  if (!isMap(value)) return JSON.stringify(value) ?? 'null';
  if (isList(value)) return listDocument(value, level);
  return mapDocument(Object.keys(value), Object.values(value), level);
}

function listDocument(values: Iterable<unknown>, level: Level): string {
  const inner = level.inner();
  let entries = '';
  for (const value of values) entries += `${entries === '' ? '' : ','}${inner.lineEnd}${document(value, inner)}`;
  return entries === '' ? '[]' : `[${entries}${level.lineEnd}]`;
}

function mapDocument(keys: readonly string[], values: readonly unknown[], level: Level): string {
  const inner = level.inner();
  let entries = '';
  for (let index = 0; index < keys.length; index += 1) {
    const value = values[index];
    if (value === undefined) continue;
    const label = inner.label(keys[index] ?? '');
    entries += entries === '' ? label.slice(1) : label;
    entries += typeof value === 'string' ? quoted(value) : document(value, inner);
  }
  return entries === '' ? '{}' : `{${entries}${level.lineEnd}}`;
}

function quoted(text: string): string {
  return NOT_PLAIN.test(text) ? escaped(JSON.stringify(text)) : `"${text}"`;
}

const NOT_PLAIN = /[^ !#-[\]-~]/u;

function codes(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
