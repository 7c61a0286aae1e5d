import { bracketWatch } from './brackets.ts';
import { headerWatch } from './headers.ts';
import type { Mending, Notes } from './mending.ts';
import type { Lexeme } from './scan.ts';

export interface Mender {
  see(lexeme: Lexeme): void;
  /** What was found, once all tokens are seen. */
  mending(length: number): Mending;
  /** What has been found, of a text that goes on. */
  soFar(): Mending;
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
    soFar: () => notes,
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
  // In single quotes the mark escapes itself, and the first one opens the text.
  const [mark, first] = source.startsWith("'") ? ["'", 1] : ['\\', 0];
  let before = source.length - 2;
  while (before >= first && source.charAt(before) === mark) before -= 1;
  return (source.length - before) % 2 === 1;
}
