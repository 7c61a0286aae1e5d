import { latePattern } from '../memo.ts';
import { withoutBlanks } from '../text.ts';

/** What somebody at a terminal has put in: a text, typed or pasted, or a single key. */
export type Stroke = { readonly text: string } | { readonly key: string };

/** What is not complete yet: a paste whose end has not come, or a sequence that the end of a chunk cut. */
export interface Begun {
  /** What has come of a paste; undefined outside of one. */
  readonly pasted: string | undefined;
  /** The beginning of an escape sequence. */
  readonly cut: string;
}

export const NOTHING_BEGUN: Begun = { pasted: undefined, cut: '' };

/** What tells a terminal to put marks around what is pasted (xterm's “bracketed paste”), and to leave them out again. */
export const MARKS_ON = '\u001b[?2004h';
export const MARKS_OFF = '\u001b[?2004l';

const START = '\u001b[200~';
const END = '\u001b[201~';
const INTERRUPT = '\u0003';

interface Read {
  readonly strokes: readonly Stroke[];
  readonly begun: Begun;
}

/**
 * The strokes in a chunk of what a terminal sends. What is pasted is one text, whatever it holds: no line end in it is
 * the Enter key, and no control character a key.
 */
export function strokesIn(chunk: string, begun: Begun): Read {
  if (begun.pasted !== undefined) return inPaste(begun.pasted, chunk);
  const all = joined(begun.cut, chunk);
  const start = all.indexOf(START);
  if (start >= 0) return followed(typed(all.slice(0, start)), inPaste('', all.slice(start + START.length)));
  const cut = CUT().exec(all)?.[0] ?? '';
  return { strokes: typed(all.slice(0, all.length - cut.length)), begun: { pasted: undefined, cut } };
}

function inPaste(pasted: string, chunk: string): Read {
  // A Ctrl-C that comes by itself is a person's, who must not be locked in where the end of a paste got lost.
  if (chunk === INTERRUPT) return { strokes: [{ key: INTERRUPT }], begun: NOTHING_BEGUN };
  const all = pasted + chunk;
  const next = all.indexOf(START);
  // What is pasted may hold the mark of its end itself, which not all terminals take out.
  const end = all.lastIndexOf(END, next < 0 ? all.length : next);
  if (end < 0) return { strokes: [], begun: { pasted: all, cut: '' } };
  return followed(asText(all.slice(0, end)), strokesIn(all.slice(end + END.length), NOTHING_BEGUN));
}

function followed(strokes: readonly Stroke[], { strokes: more, begun }: Read): Read {
  return { strokes: [...strokes, ...more], begun };
}

// A beginning of the mark of a paste, of another sequence of that kind, or the Escape key.
const CUT = latePattern(String.raw`\u001b(?:\[(?:20{0,2})?)?$`, 'u');

// The Escape key by itself asks for nothing here, unless what comes next makes it the beginning of a sequence.
function joined(cut: string, chunk: string): string {
  return cut === '\u001b' && !/^[[O]/u.test(chunk) ? chunk : cut + chunk;
}

/** What came without marks: keys, or what was pasted at a terminal that knows no marks. That comes in one chunk. */
function typed(chunk: string): readonly Stroke[] {
  if (/[\r\n\t][^\r\n\t]/u.test(chunk) && !/[^\P{Cc}\r\n\t]/u.test(chunk)) return asText(chunk);
  return [...chunk.matchAll(PARTS())].flatMap(([part]) => {
    // Tab would put a line of the list into the answer as it is shown, with what says that it is new.
    if (part === '\t') return [];
    return /^\p{Cc}/u.test(part) ? [{ key: part }] : asText(part);
  });
}

// An escape sequence, another control character, or a run of letters.
const PARTS = latePattern(String.raw`\u001b(?:\[[0-?]*[ -/]*[@-~]|O[ -~]|[^\p{Cc}])?|\p{Cc}|[^\p{Cc}]+`, 'gu');

function asText(text: string): readonly Stroke[] {
  const line = oneLine(text);
  return line === '' ? [] : [{ text: line }];
}

/** A text as one line: no line ends around it, a blank for those within and for tabs, and no control characters. */
function oneLine(text: string): string {
  const lines = text.split(LINE_ENDS);
  const whole = lines.length === 1 ? text : lines.map(withoutBlanks).filter(Boolean).join(' ');
  return whole.replaceAll('\t', ' ').replace(/\p{Cc}/gu, '');
}

// Those too that Node's reader of lines takes for the Enter key.
const LINE_ENDS = /[\r\n\u0085\u2028\u2029]+/u;
