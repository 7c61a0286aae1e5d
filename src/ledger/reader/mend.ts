import type { Range } from '../../place.ts';
import { bracketWatch } from './brackets.ts';
import { headerWatch } from './headers.ts';
import type { Lexeme } from './scan.ts';

/** A fault in the words of this project, before it is a finding. */
export interface Fault {
  readonly range: Range;
  readonly message: string;
  readonly hint: string;
}

/**
 * Common mistakes that the library would report in its own terms, several times over, and recover from by moving
 * later keys into other entities. They are found in the tokens, and the one character to blame is covered, so that
 * the rest of the text is read as it was meant.
 */
export interface Mending {
  readonly faults: readonly Fault[];
  /** Offsets of characters that must not be read as punctuation. */
  readonly covers: readonly number[];
  /** Stretches in which whatever else is reported comes from a fault that is already told. */
  readonly told: readonly Range[];
  /** Whether the text, once covered, has the structure that was meant. */
  readonly sound: boolean;
}

/** What the watchers of single mistakes write down. */
export interface Notes {
  readonly faults: Fault[];
  readonly covers: number[];
  readonly told: Range[];
  sound: boolean;
}

export interface Mender {
  see(lexeme: Lexeme): void;
  /** What was found, once all tokens are seen. */
  mending(length: number): Mending;
}

export function mender(): Mender {
  const notes: Notes = { faults: [], covers: [], told: [], sound: true };
  const isHeader = headerWatch(notes);
  const brackets = bracketWatch(notes);
  return {
    see(lexeme) {
      if (isHeader(lexeme)) return;
      brackets.see(lexeme);
      if (lexeme.type === 'single-quoted-scalar' || lexeme.type === 'double-quoted-scalar') quoted(notes, lexeme);
    },
    mending(length) {
      brackets.end(length);
      return notes;
    },
  };
}

function quoted(notes: Notes, { range, source }: Lexeme): void {
  const quote = source.charAt(0);
  if (source.length > 1 && source.endsWith(quote) && !isEscaped(source)) return;
  const message = `a quotation mark (\`${quote}\`) is opened here and never closed`;
  const hint = 'close it, and indent all lines of the text deeper than its key; or use `says: >`';
  notes.faults.push({ range: { start: range.start, end: range.start + 1 }, message, hint });
  notes.told.push(range);
  notes.sound = false;
}

function isEscaped(source: string): boolean {
  if (source.startsWith("'")) return (/'+$/u.exec(source.slice(1))?.[0].length ?? 0) % 2 === 0;
  let before = source.length - 2;
  while (source.charAt(before) === '\\') before -= 1;
  return (source.length - before) % 2 === 1;
}
