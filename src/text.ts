import stringWidth from 'string-width';
import { latePattern } from './memo.ts';

/**
 * Makes a text that is not our own safe to show: no control character, escape sequence or change of direction gets
 * through, and each stays visible. C0 becomes its picture (U+2400 and on), the rest its code point in angle brackets.
 * A text that holds such a picture or such brackets itself has them told by their code points, so that what is shown
 * can be read back. Line feeds and tabs become blanks, since a text has no say in the layout.
 */
export function neutralise(text: string): string {
  if (!NOT_PLAIN.test(text) && !text.includes('<U+')) return text;
  return text.replace(/[\t\n\r]+/gu, ' ').replace(UNSHOWN(), pictureOf);
}

/** Replaces every character that a terminal could obey or a reader not see, for a format with escapes of its own. */
export function replaceUnsafe(text: string, replacement: (character: string) => string): string {
  return NOT_PLAIN.test(text) ? text.replace(UNSAFE(), replacement) : text;
}

/** Columns that a neutralised text takes on a terminal. */
export function width(text: string): number {
  return isNarrow(text) ? text.length : stringWidth(bounded(text));
}

/** A line of a text, and the columns it takes. */
export interface TextLine {
  readonly text: string;
  readonly columns: number;
}

/**
 * Breaks a neutralised text into lines of at most `columns`, between words where it can and inside a word where it
 * must. A text that holds more than one-column characters is cut and ends in `…` when it is too long to lay out.
 * (wrap-ansi would normalise the words on the way.)
 */
export function wrap(text: string, columns: number): readonly TextLine[] {
  const isLoose = text.includes('  ') || text.startsWith(' ') || text.endsWith(' ');
  if (isLoose || !isNarrow(text)) return wrapWords(text, columns).map((line) => ({ text: line, columns: width(line) }));
  const lines: TextLine[] = [];
  let from = 0;
  while (text.length - from > columns) {
    // No further back than this line: a text may be one word, which would be looked through for each of its lines.
    const blank = from + text.slice(from, from + columns + 1).lastIndexOf(' ');
    // A word that is longer than a line goes on in the next.
    const end = blank > from ? blank : from + columns;
    lines.push({ text: text.slice(from, end), columns: end - from });
    from = blank > from ? end + 1 : end;
  }
  lines.push({ text: text.slice(from), columns: text.length - from });
  return lines;
}

/** The same, word by word, for words of any script and with any blanks between them. */
function wrapWords(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let filled = 0;
  for (const word of bounded(text)
    .split(' ')
    .filter((piece) => piece !== '')) {
    const takes = width(word);
    if (line !== '' && filled + 1 + takes <= columns) {
      line += ` ${word}`;
      filled += 1 + takes;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = broken(word, columns);
    for (const piece of pieces.slice(0, -1)) lines.push(piece);
    line = pieces.at(-1) ?? '';
    filled = width(line);
  }
  return [...lines, line];
}

/** A text without the blanks around it. What else cannot be seen stays, since a renderer shows it by its code point. */
export function withoutBlanks(text: string): string {
  // A pattern for the end would begin at each blank of a text anew.
  let start = 0;
  let end = text.length;
  while (start < end && BLANKS.includes(text.charAt(start))) start += 1;
  while (end > start && BLANKS.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

const BLANKS = ' \t\r\n';

/** At most so many UTF-16 units of the beginning of a text, and never half of a character. */
export function firstUnits(text: string, most: number): string {
  const isCutInTwo = most < text.length && /[\uD800-\uDBFF]/u.test(text.charAt(most - 1));
  return text.slice(0, isCutInTwo ? most - 1 : most);
}

/** How names and words are told alike: after NFC, without regard to case and runs of blanks. */
export function fold(text: string): string {
  if (!IS_UNEVEN.test(text)) return text.toLowerCase();
  return text.normalize('NFC').toLowerCase().trim().replace(/\s+/gu, ' ');
}

// What more than its capitals sets apart from its folded form: all but ASCII, and blanks but for one between words.
const IS_UNEVEN = /[^!-~ ]|^ | {2}| $/u;

/** The text with the digits of all scripts as 0 to 9, and the marks between Arabic digits as `.` and `,`. */
export function withPlainDigits(text: string): string {
  if (!BEYOND_ASCII.test(text) || !OTHER_DIGITS().test(text)) return text;
  return text
    .replace(DIGITS(), (digit) => String(digitValue(digit)))
    .replaceAll('\u066b', '.')
    .replaceAll('\u066c', ',');
}

// A first look, since the table of all digits takes longer to make than a text of ASCII to read.
const BEYOND_ASCII = /[^\0-\x7f]/u;
const OTHER_DIGITS = latePattern(String.raw`[^\P{Nd}0-9]|[\u066b\u066c]`, 'u');
const DIGITS = latePattern(String.raw`\p{Nd}`, 'gu');
const DIGIT = latePattern(String.raw`^\p{Nd}$`, 'u');

// The digits of a script are ten in a row, the first of them 0.
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let first = code;
  while (code - first < 9 && DIGIT().test(String.fromCodePoint(first - 1))) first -= 1;
  return (code - first) % 10;
}

/** `12,345`. */
export function withCommas(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/gu, ',');
}

/** By code unit, so that an order never depends on a machine's language. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

// Segmenting is quadratic on Node 20: 200,000 Hebrew characters take a minute. Narrow texts need none.
const LONGEST = 2000;

function bounded(text: string): string {
  if (text.length <= LONGEST || isNarrow(text)) return text;
  return `${firstUnits(text, LONGEST - 1)}…`;
}

/** A word in pieces of at most `columns`, cut between what a reader sees as characters. */
function broken(word: string, columns: number): readonly string[] {
  if (width(word) <= columns) return [word];
  if (isNarrow(word)) return inSlices(word, columns);
  const pieces: string[] = [];
  let piece = '';
  let filled = 0;
  for (const { segment } of new Intl.Segmenter().segment(word)) {
    const takes = width(segment);
    if (piece !== '' && filled + takes > columns) {
      pieces.push(piece);
      piece = '';
      filled = 0;
    }
    piece += segment;
    filled += takes;
  }
  return [...pieces, piece];
}

function inSlices(word: string, columns: number): readonly string[] {
  const count = Math.ceil(word.length / columns);
  return Array.from({ length: count }, (_, index) => word.slice(index * columns, (index + 1) * columns));
}

function isNarrow(text: string): boolean {
  return !NOT_ASCII.test(text) || !NOT_NARROW.test(text);
}

// Most texts hold nothing else, and looking for less is faster.
const NOT_ASCII = /[^\x20-\x7e]/u;

// All but Latin letters, punctuation, arrows, box drawing and the signs of clashes, which take one column each. Loading
// the tables of Unicode to measure them would take longer than all the rest of a command. The patterns look for what
// is not in a set: one that matched a whole text would remember each of its characters, and run out of room.
const NOT_NARROW =
  /[^\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2400-\u2426\u2500-\u257f\u2713-\u2718]/u;
const NOT_PLAIN = /[^\x20-\x7e\u00a0-\u00ac\u00ae-\u024f\u0590-\u061b\u061d-\u06ff\u4e00-\u9fff\u2010-\u2027]/u;

// C0, DEL and C1; line and paragraph separators; bidi embeddings, overrides and isolates; soft hyphens, fillers,
// invisible operators, zero-width blanks and the byte order mark; invisible signs of music and shorthand; tag characters;
// interlinear annotation; lone surrogates. Joiners, marks of direction and variation selectors stay: words need them.
const UNSAFE_RANGES = String.raw`\u0000-\u001f\u007f-\u009f\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}`;

const UNSAFE = latePattern(String.raw`[${UNSAFE_RANGES}]|\p{Surrogate}`, 'gu');

// Those, and what could be taken for one of them as it is shown.
const UNSHOWN = latePattern(
  String.raw`[${UNSAFE_RANGES}\u2400-\u241f\u2421]|\p{Surrogate}|<(?=U\+[0-9A-F]{4,6}>)`,
  'gu',
);

function pictureOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `<${codePointOf(character)}>`;
}

/** The code point of a character, as Unicode writes it: `U+0430`. */
export function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The words of a list with commas between them. */
export function commaWords(text: string): readonly string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
