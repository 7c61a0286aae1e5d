import type { Range } from '../../place.ts';
import type { Notes } from './mending.ts';
import type { Lexeme } from './scan.ts';

export interface BracketWatch {
  see(lexeme: Lexeme): void;
  end(length: number): void;
}

/** Brackets that do not match, and colons in what a key says (`says: he said: no`), inside brackets and out. */
export function bracketWatch(notes: Notes): BracketWatch {
  const state: State = { notes, open: [], keyed: false };
  return {
    see(lexeme) {
      STEPS[lexeme.type]?.(state, lexeme);
      if (lexeme.type !== 'space' && lexeme.type !== 'scalar') state.last = lexeme;
    },
    end: (length) => unclosed(state, length),
  };
}

interface State {
  readonly notes: Notes;
  /** The brackets that are open, and whether a key has been seen since the last comma in each. */
  readonly open: { readonly bracket: Lexeme; keyed: boolean }[];
  /** Whether a key has been seen on this line, outside brackets. */
  keyed: boolean;
  /** The last token that is not a blank. */
  last?: Lexeme;
}

const STEPS: Readonly<Partial<Record<Lexeme['type'], (state: State, lexeme: Lexeme) => void>>> = {
  newline: (state) => {
    if (state.open.length === 0) state.keyed = false;
  },
  comma: (state) => {
    const top = state.open.at(-1);
    if (top) top.keyed = false;
  },
  'flow-seq-start': opened,
  'flow-map-start': opened,
  'flow-seq-end': closed,
  'flow-map-end': closed,
  'flow-error-end': (state, { range }) => {
    unclosed(state, range.start);
    state.keyed = false;
  },
  'map-value-ind': colon,
};

function opened(state: State, bracket: Lexeme): void {
  state.open.push({ bracket, keyed: false });
}

function closed({ notes, open }: State, { range, source }: Lexeme): void {
  const opener = open.pop()?.bracket;
  if (opener && CLOSERS[opener.source] === source) return;
  if (opener) {
    const message = `\`${source}\` stands where \`${opener.source}\` should be closed`;
    notes.faults.push({ range, message, hint: `write \`${CLOSERS[opener.source]}\` here` });
    notes.told.push({ start: opener.range.start, end: range.end });
    notes.sound = false;
  } else {
    const message = `nothing is open that \`${source}\` could close`;
    notes.faults.push({ range, message, hint: 'take it out, or put the text in quotes' });
    notes.covers.push(range.start);
  }
}

const CLOSERS: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

function unclosed({ notes, open }: State, end: number): void {
  const innermost = open.at(-1)?.bracket;
  if (!innermost) return;
  const { range, source } = innermost;
  const message = `a bracket (\`${source}\`) is opened here and never closed`;
  const hint = `close it with \`${CLOSERS[source]}\`, and indent all its lines deeper than the key before it`;
  notes.faults.push({ range, message, hint });
  notes.told.push({ start: open[0]?.bracket.range.start ?? range.start, end });
  notes.sound = false;
  open.length = 0;
}

function colon(state: State, { range }: Lexeme): void {
  const { notes, last } = state;
  const level = state.open.at(-1) ?? state;
  if (!level.keyed) {
    level.keyed = true;
    return;
  }
  notes.covers.push(range.start);
  const curly = last?.type === 'text' && /^[„“”‟‘’‚«»‹›]/u.test(last.source) ? CURLY : {};
  if (last?.type === 'text' && last.source.includes('\n')) {
    notes.faults.push({ range: lastLine(last), ...DEEPER_KEY, ...curly });
    notes.sound = false;
  } else {
    notes.faults.push({ range, ...SECOND_COLON, ...curly });
  }
}

const SECOND_COLON = {
  message: 'there is a second colon in what this key says',
  hint: 'put the text in quotes or use `says: >`; inside brackets a comma may be missing',
} as const;

// Typographic quotes look like quotes, so that "put the text in quotes" would not help.
const CURLY = {
  hint: 'curly quotes are part of the text; put the whole text in straight quotes, " or \'',
} as const;

const DEEPER_KEY = {
  message: 'this line begins deeper than the key above, and has a colon',
  hint: 'line it up with the key above; if it goes on with the text, put the text in quotes or use `says: >`',
} as const;

function lastLine({ range, source }: Lexeme): Range {
  const line = source.slice(source.lastIndexOf('\n') + 1).trimStart();
  return { start: range.end - line.length, end: range.end };
}
