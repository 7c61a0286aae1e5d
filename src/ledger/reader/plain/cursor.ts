import { MOST_ENTRIES, type Tree } from '../tree.ts';
import { BLANK, CR, DASH, HASH, LF, TAB } from './signs.ts';

/** A reading of one text, from left to right. Every offset counts UTF-16 units. */
export interface Cursor {
  readonly text: string;
  readonly codes: Codes;
  /** Where the content begins that is read next: no blank, line end or comment. The length of the text at its end. */
  pos: number;
  /** The column of that content, from 0; -1 at the end of the text. */
  column: number;
  /** Line ends that were passed over to get there, and whether a comment was. */
  lines: number;
  commented: boolean;
  /** Where the value that was read last stands. */
  from: number;
  to: number;
  odd: Odd | undefined;
  /** Lists and maps that are open, and how many of them in brackets. */
  depth: number;
  brackets: number;
  /** Entries of maps and items of lists so far. */
  entries: number;
  /** The length of all that the whole reader was handed over. */
  handed: number;
  /** True when the structure is not plain: then no part of the text may be kept. */
  lost: boolean;
  /** Comments that ended a plain text, with the way to it from the map or list that is being read. */
  readonly cuts: LocalCut[];
  /** Where the parts of each map and list stand; absent while nobody asks. */
  readonly spots: Map<Tree, Map<string | number, Spot>> | undefined;
}

/**
 * The UTF-16 units of a text and a 0 behind the last of them. To look at one takes a part of the time of `charCodeAt`,
 * above all while the code is not compiled yet.
 */
export type Codes = Readonly<ArrayLike<number>>;

export interface LocalCut {
  readonly path: (string | number)[];
  readonly start: number;
  readonly end: number;
}

/** Where a value stands, with its key if it has one. */
export interface Spot {
  readonly key?: { readonly start: number; readonly end: number };
  readonly start: number;
  readonly end: number;
  readonly value: Tree;
  /** Set where the whole reader has read it. */
  readonly odd?: Odd | undefined;
}

/** An entry or item that the whole reader has read: its text, and by how much the offsets in that are off. */
export interface Odd {
  readonly text: string;
  readonly shift: number;
}

/** Where the value stands that was read last. */
export function spotOf({ from, to, odd }: Cursor, value: Tree): Spot {
  return { start: from, end: to, value, odd };
}

export function cursorOn(text: string, spots?: Cursor['spots']): Cursor {
  const nowhere = {
    pos: 0,
    column: -1,
    lines: 0,
    commented: false,
    from: 0,
    to: 0,
    depth: 0,
    brackets: 0,
    entries: 0,
    handed: 0,
    lost: false,
    odd: undefined,
  };
  return { text, codes: codesOf(text), ...nowhere, cuts: [], spots };
}

function codesOf(text: string): Codes {
  const codes = new Uint16Array(text.length + 1);
  const bytes = Buffer.from(codes.buffer);
  bytes.write(text, 'utf16le');
  if (IS_BIG_ENDIAN) bytes.swap16();
  return codes;
}

const IS_BIG_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 0;

/** The unit at an offset, 0 behind the end. */
export function codeAt(codes: Codes, at: number): number {
  return codes[at] ?? 0;
}

/** More levels than any ledger has, and less than the format allows: what is deeper is for the whole reader to judge. */
export const DEEP = 12;

/** Gives the text up. */
export function lose(cursor: Cursor): undefined {
  cursor.lost = true;
  return undefined;
}

/** Counts an entry or item, which begins at the cursor. `false` for one too many, with which the text is given up. */
export function counts(cursor: Cursor): boolean {
  cursor.entries += 1;
  cursor.lost ||= cursor.entries > MOST_ENTRIES;
  return !cursor.lost;
}

/** The offset of the next character that is no blank. */
export function pastBlanks(codes: Codes, from: number): number {
  let at = from;
  while (codes[at] === BLANK) at += 1;
  return at;
}

/** True at a line end of the two kinds that are read here, and at the end of the text. */
export function isLineEnd(codes: Codes, at: number): boolean {
  const code = codes[at];
  return code === LF || (code === CR && codes[at + 1] === LF) || isEnd(codes, at);
}

/** True behind the last character. */
export function isEnd(codes: Codes, at: number): boolean {
  return at >= codes.length - 1;
}

/** True at `- `, which begins an item. */
export function isDash(codes: Codes, at: number): boolean {
  return codes[at] === DASH && (codes[at + 1] === BLANK || isLineEnd(codes, at + 1));
}

/** True for C0 without tab and line ends, DEL and C1, which the format refuses. */
export function isControl(code: number): boolean {
  return code < BLANK ? code !== TAB && code !== LF && code !== CR : code >= 127 && code < 160;
}

/**
 * Goes on to the next content from behind a value. Blanks and a comment may stand between it and the end of its line;
 * `false` where something else does.
 */
export function finishLine(cursor: Cursor, from: number): boolean {
  const { codes } = cursor;
  const at = pastBlanks(codes, from);
  const isComment = codes[at] === HASH && at > from;
  const end = isComment ? endOfComment(codes, at) : at;
  if (!isLineEnd(codes, end)) return false;
  toContent(cursor, end);
  cursor.commented ||= isComment;
  return true;
}

/** Goes on to the next content from the end of a line, or from the start of the text. */
export function toContent(cursor: Cursor, from: number): void {
  const { codes, text } = cursor;
  let end = from;
  cursor.lines = 0;
  cursor.commented = false;
  for (;;) {
    const start = isLineEnd(codes, end) ? pastLineEnd(codes, end) : end;
    cursor.lines += 1;
    const at = pastBlanks(codes, start);
    const code = codes[at];
    if (code === HASH) cursor.commented = true;
    end = code === HASH ? endOfComment(codes, at) : at;
    if (isEnd(codes, end)) {
      cursor.pos = text.length;
      cursor.column = -1;
      return;
    }
    if (isLineEnd(codes, end)) continue;
    cursor.pos = at;
    cursor.column = at - start;
    // A tab may not indent, a comment ends here only at a control character, and a document may end at a first column.
    if (code === TAB || code === HASH || (at === start && isDocumentMark(text, at))) cursor.lost = true;
    return;
  }
}

/** The offset behind a line end. */
export function pastLineEnd(codes: Codes, at: number): number {
  return at + (codes[at] === CR ? 2 : 1);
}

/** The end of the line that a comment is on, or the first control character in it. */
export function endOfComment(codes: Codes, from: number): number {
  let at = from;
  while (!isLineEnd(codes, at) && !isControl(codeAt(codes, at)) && codes[at] !== CR) at += 1;
  return at;
}

function isDocumentMark(text: string, at: number): boolean {
  return text.startsWith('---', at) || text.startsWith('...', at);
}

/** Puts a step before the ways of the cuts that were found since there were `known`. */
export function lead(cuts: readonly LocalCut[], known: number, step: string | number): void {
  for (const { path } of cuts.slice(known)) path.unshift(step);
}
