import { isMap, isPair, isScalar, Scalar } from 'yaml';
import type { Finding } from '../../diagnostic.ts';
import type { Path, Range } from '../../place.ts';
import type { Cut } from './tree.ts';

/** The comment that ends a plain scalar on its line, or stands where the value should begin. */
export function cutAt(text: string, node: Scalar, path: Path): Cut | undefined {
  if (node.type !== Scalar.PLAIN || !node.range) return undefined;
  const [from, end] = node.range;
  const blanks = from === end ? /[ \t]*(?=#)/uy : /[ \t]+(?=#)/uy;
  blanks.lastIndex = end;
  if (!blanks.test(text)) return undefined;
  const start = blanks.lastIndex;
  const words = lineFrom(text, start);
  return { path, touching: /^#\S/u.test(words), range: { start, end: start + words.length } };
}

/** An item of a collection, with the end of the number that it was meant to be if commas have cut it. */
export interface Piece<T> {
  readonly item: T;
  cutTo?: number;
}

/** The items inside brackets (pairs of a map, nodes of a list), with the pieces of a cut number put together. */
export function pieces<T>(text: string, items: readonly T[]): readonly Piece<T>[] {
  const whole: Piece<T>[] = [];
  let before: Scalar | undefined;
  for (const item of items) {
    const last = whole.at(-1);
    const piece = isPair(item) && !item.value ? item.key : item;
    if (last && isNumberRest(text, before, piece)) last.cutTo = piece.range?.[1] ?? 0;
    else whole.push({ item });
    before = lastScalar(item);
  }
  return whole;
}

/** The last scalar of an item: what stands directly before the next comma. */
function lastScalar(item: unknown): Scalar | undefined {
  const pair = isMap(item) ? item.items.at(-1) : item;
  const last = isPair(pair) ? (pair.value ?? pair.key) : pair;
  return isScalar(last) ? last : undefined;
}

export function numberCut(file: string, text: string, range: Range): Finding {
  const number = short(text.slice(range.start, range.end));
  const message = `the comma cuts the number \`${number}\` in pieces inside brackets`;
  const hint = `put the number in quotes: '${number}'`;
  return { code: 'number-cut', severity: 'error', message, place: { file, range }, hint };
}

export function repeatedKey(file: string, key: string, again: Range, first: Range): Finding {
  return {
    code: 'repeated-key',
    severity: 'error',
    message: `the key \`${short(key)}\` is repeated`,
    place: { file, range: again },
    hint: 'keep one of them',
    related: [{ message: `\`${short(key)}\` stands here first`, place: { file, range: first } }],
  };
}

/** A message is a line; a key can be 64 KiB. */
function short(words: string): string {
  return words.length > 60 ? `${words.slice(0, 59)}…` : words;
}

/** Three bare digits, directly after a comma without a blank, after a bare piece that ends in one to three digits. */
function isNumberRest(text: string, before: Scalar | undefined, piece: unknown): piece is Scalar {
  if (!isBare(before) || !isScalar(piece) || !isBare(piece)) return false;
  const [start, end] = piece.range;
  const [from, until] = before.range;
  if (start !== until + 1 || text.charAt(until) !== ',' || !/^\d{3}$/u.test(text.slice(start, end))) return false;
  return /(?:^|\D)\d{1,3}$/u.test(text.slice(Math.max(from, until - 4), until));
}

interface Bare extends Scalar {
  range: [number, number, number];
}

function isBare(node: Scalar | undefined): node is Bare {
  return node?.type === Scalar.PLAIN && Boolean(node.range);
}

function lineFrom(text: string, start: number): string {
  const line = /[^\r\n]*/uy;
  line.lastIndex = start;
  return (line.exec(text)?.[0] ?? '').trimEnd();
}
