import { latePattern } from '../memo.ts';

/**
 * An id made from a name or from other words: NFKC, lower case, what is neither letter nor digit as `-`. Every script keeps
 * its letters. It is cut to at most so many characters, between words where one ends in the second half. Empty where the
 * words have no letter; it may be taken.
 */
export function idFrom(text: string, most: number = LONGEST_MADE): string {
  const id = slug(text);
  if (id.length <= most) return id;
  // By characters, of which some are two units, and none may be cut in half. One more shows whether a word ends there.
  const start = [...id].slice(0, most + 1);
  const end = start.length > most ? start.lastIndexOf('-') : most;
  return start
    .slice(0, end > most / 2 ? end : most)
    .join('')
    .replace(/-+$/u, '');
}

function slug(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(NOT_ASCII.test(text) ? NO_LETTERS() : /[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
}

// With a date and a number behind it, it is still an id, which has 200 at most.
const LONGEST_MADE = 100;

/** True for a text that may be written as an id: letters, digits, `-`, `_` and `.`, beginning with letter or digit. */
export function isId(text: string): boolean {
  return PLAIN_ID.test(text) || ID().test(text);
}

const NOT_ASCII = /[^ -~]/u;
const NO_LETTERS = latePattern(String.raw`[^\p{L}\p{N}\p{M}]+`, 'gu');

// Nearly all are written so; the table of the letters of all scripts is made only for the others.
const PLAIN_ID = /^[A-Za-z0-9][A-Za-z0-9._-]*$/u;
const ID = latePattern(String.raw`^[\p{L}\p{N}][\p{L}\p{N}\p{M}._-]*$`, 'u');

/** `wanted`, or the first of `wanted-2`, `wanted-3` … that is not taken. */
export function freeId(wanted: string, isTaken: (id: string) => boolean): string {
  let id = wanted;
  for (let count = 2; isTaken(id); count += 1) id = `${wanted}-${count}`;
  return id;
}

/** Hands out `wanted`, or `wanted-2`, `wanted-3` … where it is taken, and remembers what it handed out. */
export function freeIds(taken: Iterable<string>): (wanted: string) => string {
  const used = new Set(taken);
  const next = new Map<string, number>();
  return (wanted) => {
    let id = wanted;
    let count = next.get(wanted) ?? 2;
    while (used.has(id)) id = `${wanted}-${count++}`;
    next.set(wanted, count);
    used.add(id);
    return id;
  };
}
