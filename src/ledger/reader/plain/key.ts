import { type Codes, type Cursor, codeAt, isControl, isLineEnd } from './cursor.ts';
import { BACKSLASH, BLANK, COLON, DASH, DOUBLE, HASH, SINGLE } from './signs.ts';

/** Reads a key and its colon: the cursor then stands behind the colon, and `to` at the end of the key. */
export function readKey(cursor: Cursor): string | undefined {
  const { codes, text, pos } = cursor;
  const colon = colonOf(codes, pos);
  if (colon < 0) return undefined;
  cursor.pos = colon + 1;
  cursor.to = colon;
  const quote = text.charAt(pos);
  if (quote === "'") return text.slice(pos + 1, colon - 1).replaceAll("''", "'");
  return quote === '"' ? text.slice(pos + 1, colon - 1) : known(cursor, pos, colon);
}

/** The colon behind the key that begins at an offset; -1 where none does, or none that is plain. */
export function colonOf(codes: Codes, from: number): number {
  const first = codeAt(codes, from);
  if (isQuote(first)) return colonBehindQuotes(codes, from, first);
  if (!beginsPlain(codes, from)) return -1;
  let at = from;
  for (;;) {
    const code = codeAt(codes, at);
    if (code === COLON && isEndOfKey(codes, at + 1)) break;
    if (isStop(codes, at, code)) return -1;
    at += 1;
  }
  return codes[at - 1] === BLANK || at - from > LONGEST ? -1 : at;
}

/** YAML takes 1,024; what is nearly as long is left to the whole reader. */
const LONGEST = 1000;

export function isQuote(code: number): boolean {
  return code === DOUBLE || code === SINGLE;
}

/** True where a text without quotes may begin: at no sign of YAML's own, nor at a `-` that begins an item. */
export function beginsPlain(codes: Codes, at: number): boolean {
  const code = codeAt(codes, at);
  if (code === DASH) return codes[at + 1] !== BLANK && !isLineEnd(codes, at + 1);
  return code > BLANK && !isControl(code) && !SIGNS.has(code);
}

const SIGNS: ReadonlySet<number> = new Set(Array.from('?:,[]{}#&*!|>\'"%@`', (sign) => sign.charCodeAt(0)));

function isEndOfKey(codes: Codes, at: number): boolean {
  return codes[at] === BLANK || isLineEnd(codes, at);
}

// A line end, a tab, a control character, or a comment.
function isStop(codes: Codes, at: number, code: number): boolean {
  if (code < BLANK) return true;
  return code === HASH ? codes[at - 1] === BLANK : isControl(code);
}

// A key in quotes is plain where it has no escapes.
function colonBehindQuotes(codes: Codes, from: number, quote: number): number {
  let at = from + 1;
  for (;;) {
    const code = codeAt(codes, at);
    if (code === quote) {
      if (quote === DOUBLE || codes[at + 1] !== SINGLE) break;
      at += 1;
    }
    if (code < BLANK || code === BACKSLASH || isControl(code)) return -1;
    at += 1;
  }
  const isKey = at > from + 1 && at - from < LONGEST && codes[at + 1] === COLON && isEndOfKey(codes, at + 2);
  return isKey ? at + 1 : -1;
}

// The keys of the format come again and again: each is cut out of a text once. A place belongs to whatever came last.
const KEYS: string[] = [];

/** A longer piece of a text keeps all of the text in memory, in V8. */
const SHORT = 12;

function known({ codes, text }: Cursor, from: number, to: number): string {
  if (to - from > SHORT) return text.slice(from, to);
  const place = (31 * (to - from) + 7 * codeAt(codes, from) + codeAt(codes, to - 1)) % 256;
  const candidate = KEYS[place];
  if (candidate !== undefined && candidate.length === to - from && text.startsWith(candidate, from)) return candidate;
  const key = text.slice(from, to);
  KEYS[place] = key;
  return key;
}
