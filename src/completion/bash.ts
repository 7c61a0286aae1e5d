/** A command line of bash up to the cursor, as its words; the last one is still being written. */
export interface BashLine {
  /** The words after the program's name, without their quotes; nothing in them is expanded. */
  readonly words: readonly string[];
  /** True where the last word is the file of a redirection. */
  readonly redirected: boolean;
  /** What bash keeps of the last word: it replaces only what comes after its own breaks and an open quote. */
  readonly kept: string;
  readonly quote: Quote;
}

/** The quote that is still open. */
type Quote = '' | "'" | '"';

/** Reads a line of bash; `breaks` are the characters of its COMP_WORDBREAKS. */
export function readLine(line: string, breaks: string): BashLine {
  const reading: Reading = { words: [], word: undefined, kept: 0, quote: '', redirected: false };
  for (const [token] of line.matchAll(TOKEN)) {
    if (/^[\s<>]/u.test(token)) endWord(reading, token);
    else addTo(reading, token, breaks);
  }
  const { words, word = '', kept, quote, redirected } = reading;
  return { words: [...words, word].slice(1), redirected, kept: word.slice(0, kept), quote };
}

/** What bash is to put in the place of the last word's end, for each of the words that begin as it does. */
export function replies(words: readonly string[], { words: written, kept, quote }: BashLine): readonly string[] {
  const begun = written.at(-1) ?? '';
  return words
    .filter((word) => word.startsWith(begun))
    .map((word) => word.slice(kept.length))
    .filter((rest) => !UNQUOTABLE[quote].test(rest))
    .map((rest) => rest.replace(SPECIAL[quote], '\\$&'));
}

// Blanks, an escaped character, quotes whether closed or not, any other character.
const TOKEN = /\s+|\\.?|'[^']*'?|"(?:\\.|[^"\\])*(?:"|\\?$)|./gsu;

// A history expansion cannot be prevented inside double quotes, nor a quote be written inside single ones.
const UNQUOTABLE: Readonly<Record<Quote, RegExp>> = { '': /^$/u, "'": /'/u, '"': /!/u };

const SPECIAL: Readonly<Record<Quote, RegExp>> = {
  // Within a word `#` begins no remark. Beyond ASCII bash obeys nothing but what it may hold for a blank.
  '': /[^\w./:=@%+,#\u0080-\u{10ffff}-]|\s|^#/gu,
  "'": /(?!)/gu,
  '"': /[$`"\\]/gu,
};

interface Reading {
  readonly words: string[];
  word: string | undefined;
  /** How much of the word is kept, in UTF-16 units. */
  kept: number;
  quote: Quote;
  redirected: boolean;
}

function endWord(reading: Reading, token: string): void {
  const { words, word, redirected } = reading;
  const isBlank = token.trim() === '';
  // The number before a redirection is no word of the command.
  const isWord = word !== undefined && !redirected && (isBlank || !/^\d+$/u.test(word));
  if (isWord) words.push(word);
  reading.redirected = isBlank ? redirected && word === undefined : true;
  reading.word = undefined;
  reading.kept = 0;
}

function addTo(reading: Reading, token: string, breaks: string): void {
  const before = reading.word ?? '';
  const mark = token.charAt(0);
  if (mark === "'" || mark === '"') {
    const isClosed = mark === "'" ? /^'[^']*'$/u.test(token) : /^"(?:\\.|[^"\\])*"$/su.test(token);
    const inside = token.slice(1, isClosed ? -1 : undefined);
    reading.word = before + (mark === '"' ? inside.replace(/\\([$`"\\])/gu, '$1') : inside);
    if (!isClosed) Object.assign(reading, { quote: mark, kept: before.length });
    return;
  }
  reading.word = before + (mark === '\\' ? token.slice(1) : token);
  if (mark !== '\\' && breaks.includes(token)) reading.kept = reading.word.length;
}
