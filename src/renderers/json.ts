import { replaceUnsafe } from '../text.ts';
import type { Renderer } from './renderer.ts';

/** The view's data as one indented document. An iterable in it is a list, whose entries leave as they are made. */
export const json: Renderer = function* ({ data }) {
  yield* pieces(data, '', '\n');
  yield '\n';
};

/** One document a line for each of the view's rows, else for those of its table, or one for the whole. */
export const jsonl: Renderer = function* ({ rows, table, data }) {
  if (rows === undefined && table !== undefined) {
    const names = table.columns.map(({ name }) => name);
    for (const values of table.rows) yield `${mapDocument(names, values, '')}\n`;
  } else for (const row of rows ?? [data]) yield `${document(row, '')}\n`;
};

/** A JSON document safe to show: it leaves DEL, C1, bidi and invisible characters as they are. Line feeds are layout. */
export function escaped(document: string): string {
  return replaceUnsafe(document, (character) => (character === '\n' ? character : codes(character)));
}

/** An indented document behind what stands `before` it. `lineEnd` is the end of a line and what indents the next. */
function* pieces(value: unknown, before: string, lineEnd: string): Generator<string> {
  if (!hasStream(value)) yield `${before}${document(value, lineEnd)}`;
  else if (isList(value)) yield* listPieces(value, before, lineEnd);
  else yield* mapPieces(value, before, lineEnd);
}

function* listPieces(values: Iterable<unknown>, before: string, lineEnd: string): Generator<string> {
  const inner = `${lineEnd}  `;
  let text = `${before}[`;
  let isEmpty = true;
  for (const value of values) {
    text += isEmpty ? inner : `,${inner}`;
    isEmpty = false;
    if (hasStream(value)) {
      yield* pieces(value, text, inner);
      text = '';
    } else text += document(value, inner);
    if (text.length < ENOUGH) continue;
    yield text;
    text = '';
  }
  yield `${text}${isEmpty ? '' : lineEnd}]`;
}

/** A piece of so many characters is worth handing on. */
const ENOUGH = 4096;

function* mapPieces(map: object, before: string, lineEnd: string): Generator<string> {
  const inner = `${lineEnd}  `;
  let start = `${before}{`;
  for (const [key, value] of Object.entries(map)) {
    if (value === undefined) continue;
    yield* pieces(value, `${start}${inner}${quoted(key)}: `, inner);
    start = ',';
  }
  yield `${lineEnd}}`;
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

/**
 * A value as `JSON.stringify` writes it, and safe to show: most texts need no escape of either kind, and one look tells.
 * `lineEnd` is blank for a document in one line.
 */
function document(value: unknown, lineEnd: string): string {
  if (typeof value === 'string') return quoted(value);
  if (!isMap(value)) return JSON.stringify(value) ?? 'null';
  if (isList(value)) return listDocument(value, lineEnd);
  return mapDocument(Object.keys(value), Object.values(value), lineEnd);
}

function listDocument(values: Iterable<unknown>, lineEnd: string): string {
  const inner = lineEnd === '' ? '' : `${lineEnd}  `;
  let entries = '';
  for (const value of values) entries += `${entries === '' ? '' : ','}${inner}${document(value, inner)}`;
  return entries === '' ? '[]' : `[${entries}${lineEnd}]`;
}

function mapDocument(keys: readonly string[], values: readonly unknown[], lineEnd: string): string {
  const inner = lineEnd === '' ? '' : `${lineEnd}  `;
  const labels = labelsAt(inner);
  let entries = '';
  for (let index = 0; index < keys.length; index += 1) {
    const value = values[index];
    if (value === undefined) continue;
    const label = labels(keys[index] ?? '');
    entries += entries === '' ? label.slice(1) : label;
    entries += typeof value === 'string' ? quoted(value) : document(value, inner);
  }
  return entries === '' ? '{}' : `{${entries}${lineEnd}}`;
}

// There are few keys, and each is written for every entry: with the comma and the line end before it.
const labels = new Map<string, (key: string) => string>();

function labelsAt(lineEnd: string): (key: string) => string {
  const known = labels.get(lineEnd);
  if (known !== undefined) return known;
  const texts = new Map<string, string>();
  const colon = lineEnd === '' ? ':' : ': ';
  const labelOf = (key: string): string => {
    const text = texts.get(key);
    if (text !== undefined) return text;
    const label = `,${lineEnd}${quoted(key)}${colon}`;
    texts.set(key, label);
    return label;
  };
  labels.set(lineEnd, labelOf);
  return labelOf;
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
