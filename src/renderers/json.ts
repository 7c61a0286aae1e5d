import { replaceUnsafe } from '../text.ts';
import type { Renderer } from './renderer.ts';

/** The view's data as one indented document. An iterable in it is a list, whose entries leave one by one. */
export const json: Renderer = function* ({ data }) {
  yield* pieces(Object(data), '', '\n');
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
function* pieces(value: object, before: string, lineEnd: string): Generator<string> {
  const inner = `${lineEnd}  `;
  const [start, end] = isList(value) ? '[]' : '{}';
  let text = `${before}${start}`;
  let comma = '';
  for (const [label, part] of partsOf(value)) {
    text += `${comma}${inner}${label}`;
    comma = ',';
    if (hasStream(part)) {
      yield* pieces(part, text, inner);
      text = '';
    } else text += document(part, inner);
    if (text.length < ENOUGH) continue;
    yield text;
    text = '';
  }
  yield `${text}${comma === '' ? '' : lineEnd}${end}`;
}

/** A piece of so many characters is worth handing on. */
const ENOUGH = 4096;

function* partsOf(value: object): Generator<readonly [string, unknown]> {
  if (isList(value)) for (const entry of value) yield ['', entry];
  else for (const [key, part] of Object.entries(value)) if (part !== undefined) yield [`${keyText(key)}: `, part];
}

// A list that is no array is made while it is gone through, and so is what holds one.
function hasStream(value: unknown): value is object {
  return isStream(value) || (isMap(value) && Object.values(value).some(isStream));
}

function isStream(value: unknown): boolean {
  return isList(value) && !Array.isArray(value);
}

/**
 * A value as `JSON.stringify` writes it, and safe to show: most texts need no escape of either kind, and one look tells.
 * `lineEnd` is blank for a document in one line.
 */
function document(value: unknown, lineEnd: string): string {
  if (typeof value === 'string') return quoted(value);
  if (isList(value)) return listDocument(value, lineEnd);
  return isMap(value)
    ? mapDocument(Object.keys(value), Object.values(value), lineEnd)
    : (JSON.stringify(value) ?? 'null');
}

function listDocument(values: Iterable<unknown>, lineEnd: string): string {
  const inner = lineEnd === '' ? '' : `${lineEnd}  `;
  let entries = '';
  for (const value of values) entries += `${entries === '' ? '' : ','}${inner}${document(value, inner)}`;
  return entries === '' ? '[]' : `[${entries}${lineEnd}]`;
}

function mapDocument(keys: readonly string[], values: readonly unknown[], lineEnd: string): string {
  const inner = lineEnd === '' ? '' : `${lineEnd}  `;
  const colon = lineEnd === '' ? ':' : ': ';
  let entries = '';
  for (const [index, key] of keys.entries()) {
    const value = values[index];
    if (value === undefined) continue;
    entries += `${entries === '' ? '' : ','}${inner}${keyText(key)}${colon}${document(value, inner)}`;
  }
  return entries === '' ? '{}' : `{${entries}${lineEnd}}`;
}

function isList(value: unknown): value is Iterable<unknown> {
  return isMap(value) && Symbol.iterator in value;
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

// There are few keys, and each is written for every entry.
const keyTexts = new Map<string, string>();

function keyText(key: string): string {
  const known = keyTexts.get(key);
  if (known !== undefined) return known;
  const text = quoted(key);
  keyTexts.set(key, text);
  return text;
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
