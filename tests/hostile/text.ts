import { dice } from '../harness/dice.ts';
import { everyField } from './every-field.ts';
import { faulty, file, type HostileLedger } from './ledger.ts';

/** A text, what it is, and a name for it. */
export type HostileText = readonly [name: string, what: string, text: string];

/** Texts that a terminal would obey, that a reader would not see, or that are hard to measure. */
export const terminalTexts: readonly HostileText[] = [
  ['colour', 'a colour that goes on (CSI m)', 'a\x1b[31mb'],
  ['clear-screen', 'the screen is cleared, the cursor goes home (CSI J, CSI H)', 'a\x1b[2J\x1b[Hb'],
  ['cursor-up', 'lines above are written over (CSI A)', 'a\x1b[5A\x1b[2Kb'],
  ['title', 'the title of the window is set (OSC 0)', 'a\x1b]0;pwned\x07b'],
  ['link', 'words that lead somewhere else (OSC 8)', 'a\x1b]8;;https://evil.example\x1b\\b\x1b]8;;\x1b\\c'],
  ['clipboard', 'the clipboard is filled (OSC 52)', 'a\x1b]52;c;cm0gLXJmIH4=\x07b'],
  ['device-string', 'a string for the device (DCS)', 'a\x1bPq#0;2;0;0;0\x1b\\b'],
  ['report', 'the terminal is asked, and answers as if typed (DSR)', 'a\x1b[6n\x1b[cb'],
  ['charset', 'letters become box drawing (SO, ESC ( 0)', 'a\x0e\x1b(0b'],
  ['reset', 'the terminal starts anew (RIS)', 'a\x1bcb'],
  ['c1', 'the same in one character each (C1)', 'a\u009b31mb\u009d0;pwned\u009cc\u0090d\u0085e'],
  ['bell', 'a thousand bells', `a${'\x07'.repeat(1000)}b`],
  ['backspace', 'words that are rubbed out', 'guilty\b\b\b\b\b\binnocent'],
  ['carriage-return', 'a line that is written over', 'It is so\rIt is not'],
  ['tabs-and-feeds', 'tabs and feeds that shift a column', 'a\tb\vc\fd'],
  ['delete', 'DEL and NUL', 'a\x7fb\0c'],
  ['override', 'words that run backwards', 'a\u202Eb c\u202Cd'],
  ['isolates', 'isolates that never close', 'a\u2066b\u2067c\u2068d'],
  ['crowded-bidi', 'two thousand changes of direction', '\u202E\u2066'.repeat(1000)],
  ['zero-width', 'blanks without width, and joiners', 'a\u200Bb\u200Cc\u200Dd\u2060e\uFEFFf'],
  ['tags', 'invisible letters (tags)', 'a\u{E0041}\u{E0042}\u{E007F}b'],
  ['separators', 'line and paragraph separators', 'a\u2028b\u2029c'],
  ['annotations', 'interlinear annotations', 'a\uFFF9b\uFFFAc\uFFFBd'],
  ['soft-hyphens', 'hyphens that are not seen', 'gu\u00ADil\u00ADty'],
  ['lone-surrogates', 'halves of pairs', 'a\uD800b\uDC00c'],
  ['non-characters', 'code points that are no characters', 'a\uFFFEb\uFFFFc\u{10FFFF}d'],
  ['combining-flood', 'a letter under three thousand accents', `a${'\u0301\u0316'.repeat(1500)}`],
  ['joined-emoji', 'a thousand people joined into one', '\u{1F468}\u200D'.repeat(1000)],
  ['flags', 'a thousand letters of flags', '\u{1F1E6}'.repeat(1000)],
  ['conjoining', 'three thousand leading consonants', '\u1100'.repeat(3000)],
  ['long-word', 'a word of 3,000 letters', 'a'.repeat(3000)],
  ['long-hebrew-word', 'a word of 3,000 Hebrew letters', '\u05D0'.repeat(3000)],
  ['long-wide-word', 'a word of 3,000 wide characters', '\u6F22'.repeat(3000)],
  ['many-blanks', 'three thousand blanks between two letters', `a${' '.repeat(3000)}b`],
  ['widest', 'the widest character there is', '\uFDFD\u{12031}\u2E3B'],
];

/** The characters of which random texts are made: those of the texts above, and letters. */
const ALPHABET = [...new Set(terminalTexts.flatMap(([, , text]) => [...text]))];

export const text: readonly HostileLedger[] = [
  ...terminalTexts.map(([name, what, words]) => inEveryField(`text-${name}`, what, words)),
  ...[1, 2, 3].map((seed) => {
    const throws = dice(seed);
    const words = (): string => Array.from({ length: throws.below(60) }, () => throws.pick(ALPHABET)).join('');
    const content = everyField((field) => `${words()} ${field}`);
    return faulty(`text-random-${seed}`, `all of these in any order, by the dice (seed ${seed})`, content);
  }),
];

/** A ledger with a text in every field, beside the field's name, so that no two are the same. */
export function inEveryField(name: string, what: string, words: string): HostileLedger {
  return file(
    name,
    `${what}, in every field`,
    everyField((field) => `${words} ${field}`),
  );
}
