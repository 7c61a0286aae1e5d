import { type Node, parseDocument } from 'yaml';
import type { Finding } from '../../diagnostic.ts';
import { covering } from './cover.ts';
import { syntaxFault, syntaxFaults } from './faults.ts';
import { mender } from './mend.ts';
import type { Mending } from './mending.ts';
import { mergeMarks } from './merge-marks.ts';
import { controlCharacters, refusals, tooManyTokens } from './refused.ts';
import { lexemes, withLineFeeds } from './scan.ts';
import { MOST_TOKENS } from './tree.ts';

/** What could be made of a text. */
export interface Composed {
  readonly findings: readonly Finding[];
  /** Whether `root` has the structure that was meant, so that other faults can be told from it. */
  readonly sound: boolean;
  readonly root?: Node | null;
  /** The text of a scalar as it was written, where a character of it had to be covered. */
  uncovered(value: string): string;
  /** The whole words of values that go on after their closing quote or bracket, by the offset of that end. */
  readonly overruns: ReadonlyMap<number, string>;
}

/**
 * Reads a text into nodes. Any text returns: what could hang or overflow is refused before anything is composed, and so
 * is a text of too many tokens.
 */
export function composed(file: string, written: string): Composed {
  const text = withLineFeeds(written);
  const first = [...controlCharacters(file, text), ...mergeMarks(file, text)];
  if (first.length > 0) return without(first);
  const { refused, mending } = scanned(file, text);
  if (!mending) return without(refused);
  if (refused.length > 0) return without([...refused, ...syntaxFaults(file, text, mending, [], text.length)]);
  try {
    return fromDocument(file, text, mending);
  } catch {
    return without([syntaxFault(file, { range: { start: 0, end: 0 }, ...UNREADABLE })]);
  }
}

const UNREADABLE = {
  message: 'the text cannot be read',
  hint: 'take out what was last written, and add it again piece by piece',
} as const;

function without(findings: readonly Finding[]): Composed {
  return { findings, sound: false, uncovered: (value) => value, overruns: new Map() };
}

interface Scanned {
  readonly refused: readonly Finding[];
  /** Absent when the reading ended early: what is unfinished there says nothing. */
  readonly mending?: Mending;
}

function scanned(file: string, text: string): Scanned {
  const refusing = refusals(file);
  const mending = mender();
  let count = 0;
  for (const lexeme of lexemes(text)) {
    count += 1;
    if (count > MOST_TOKENS) {
      const refused = [...refusing.findings(), tooManyTokens(file, lexeme.range)];
      return { refused: [...refused, ...syntaxFaults(file, text, mending.soFar(), [], text.length)] };
    }
    if (!refusing.see(lexeme)) return { refused: refusing.findings() };
    mending.see(lexeme);
  }
  return { refused: refusing.findings(), mending: mending.mending(text.length) };
}

function fromDocument(file: string, text: string, mending: Mending): Composed {
  const cover = covering(text, mending.covers);
  const { contents, errors } = withoutStacks(() =>
    parseDocument(cover.text, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'error' }),
  );
  const findings = syntaxFaults(file, text, mending, errors, contents?.range?.[1] ?? 0);
  const goesOn = errors.filter(({ code, pos }) => code === 'UNEXPECTED_TOKEN' || text.charAt(pos[0]) === '#');
  const { overruns, offsets } = overrunsAt(
    text,
    goesOn.map(({ pos }) => pos[0]),
  );
  const sound = mending.sound && errors.every(({ code, pos }) => HARMLESS.has(code) || offsets.has(pos[0]));
  return { findings, sound, root: contents, overruns, uncovered: cover.uncovered };
}

// An error of the library is a place and a code. With its stack each would take 1 KB, and ten times as long to make.
function withoutStacks<T>(read: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return read();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Errors after which the library reads on as the text was meant. */
const HARMLESS: ReadonlySet<string> = new Set(['BAD_SCALAR_START', 'BAD_DQ_ESCAPE', 'KEY_OVER_1024_CHARS']);

interface Overruns {
  readonly overruns: ReadonlyMap<number, string>;
  /** The errors that come from them: all others on the same line. */
  readonly offsets: ReadonlySet<number>;
}

/** What goes on after a closing quote or bracket on the same line, up to a comment. */
function overrunsAt(text: string, errors: readonly number[]): Overruns {
  const overruns = new Map<number, string>();
  const offsets = new Set<number>();
  let lineEnd = -1;
  for (const offset of errors.toSorted((a, b) => a - b)) {
    const end = offset < lineEnd ? offset : text.slice(0, offset).trimEnd().length;
    if (offset >= lineEnd) {
      if (!/["'\]}]/u.test(text.charAt(end - 1)) || text.slice(end, offset).includes('\n')) continue;
      lineEnd = endOfLine(text, offset);
      overruns.set(
        end,
        text
          .slice(end, lineEnd)
          .replace(/\s#.*$/u, '')
          .trimEnd(),
      );
    }
    offsets.add(offset);
  }
  return { overruns, offsets };
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}
