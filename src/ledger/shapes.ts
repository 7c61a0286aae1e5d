import type { EdtfDate, parseDate } from '../date.ts';
import { latePattern } from '../memo.ts';
import { nearest, slipOf } from '../nearest.ts';
import type { Path } from '../place.ts';
import type { WrittenAnswer } from './entry.ts';
import { isId } from './id.ts';
import { meantDate } from './meant-date.ts';
import type { Tree } from './reader/tree.ts';
import type { Field, Shape } from './schema.ts';

/** What a key holds that is no entity. */
export type Value = number | WrittenAnswer | EdtfDate | ReadonlyMap<string, WrittenAnswer>;

/** What is wrong with a value. */
export interface Fault {
  /** A clause that follows the key's name. */
  readonly fault: string;
  readonly hint?: string;
  /** What can only be meant. */
  readonly fix?: string;
  readonly code?: string;
  readonly path?: Path;
}

export function isFault(read: Value | Fault): read is Fault {
  return typeof read === 'object' && 'fault' in read;
}

/** Reads a scalar, or a small collection of scalars, as a field of the format wants it. `dateOf` reads the dates. */
export function readShape(field: Field, tree: Tree, dateOf: typeof parseDate): Value | Fault {
  if (field.shape === 'one-of') return readOneOf(tree, field.values ?? {});
  const reader = SHAPES[field.shape];
  return reader === undefined ? { fault: `cannot be read as ${field.shape}` } : reader(tree, dateOf);
}

// The most a single text may hold, in UTF-16 units: 64 Ki.
const LONGEST_TEXT = 65_536;

const LONGEST_ID = 200;

const SHAPES: Readonly<Partial<Record<Shape, (tree: Tree, dateOf: typeof parseDate) => Value | Fault>>> = {
  prose: readText,
  line: readLine,
  reference: (tree) => readLine(Array.isArray(tree) && tree.length === 1 ? (tree[0] ?? '') : tree),
  id: readId,
  lines: readLines,
  references: readReferences,
  url: readUrl,
  date: readDate,
  days: readDayCount,
  share: readShare,
  answer: (tree) => (Array.isArray(tree) ? readLines(tree) : readLine(tree)),
  answers: readAnswers,
};

function readText(tree: Tree): string | Fault {
  if (typeof tree !== 'string')
    return { fault: `takes text, not ${Array.isArray(tree) ? 'a list' : 'a map'}`, hint: QUOTES };
  if (tree.length > LONGEST_TEXT) {
    return { code: 'too-long', fault: `has ${tree.length} characters; a text has at most ${LONGEST_TEXT}` };
  }
  const text = tree.trimEnd();
  return text === '' ? { fault: 'is blank' } : text;
}

const QUOTES = 'if the text holds `: ` or begins with `[` or `{`, put it in quotes';

function readLine(tree: Tree): string | Fault {
  const text = readText(tree);
  return isFault(text) ? text : oneLine(text.trimStart());
}

function oneLine(text: string): string {
  if (!LINE_END.test(text)) return text;
  const lines = text.split(LINE_END).map((line) => line.trim());
  return lines.join(' ');
}

const LINE_END = /[\r\n]+/u;

function readId(tree: Tree): string | Fault {
  if (typeof tree === 'string' && tree.length > LONGEST_ID) {
    return { code: 'too-long', fault: `has ${tree.length} characters; an id has at most ${LONGEST_ID}` };
  }
  if (typeof tree === 'string' && isId(tree)) return tree;
  return { fault: 'takes an id', hint: 'use letters, digits and `-`, without blanks' };
}

function readLines(tree: Tree): readonly string[] | Fault {
  if (!Array.isArray(tree))
    return { fault: 'takes a list', hint: 'write [one, two], or one line for each beginning with `- `' };
  const lines: string[] = [];
  for (const item of tree) {
    const line = item === '' ? { fault: 'has an empty entry' } : readLine(item);
    if (isFault(line)) return { ...line, path: [lines.length] };
    lines.push(line);
  }
  return lines.length === 0 ? { fault: 'is an empty list' } : lines;
}

// One of them is mostly written without a list.
function readReferences(tree: Tree): readonly string[] | Fault {
  if (typeof tree !== 'string') return readLines(tree);
  const line = readLine(tree);
  return isFault(line) ? { ...line, path: [0] } : [line];
}

function readUrl(tree: Tree): string | Fault {
  const url = readLine(tree);
  if (isFault(url) || PLAIN_URL.test(url) || URL().test(url)) return url;
  return { fault: 'takes a URL that begins with http:// or https://' };
}

// Nearly all are written so; the table of all the characters that none can have is made only for the others.
const PLAIN_URL = /^https?:\/\/[!-~]+$/u;
const URL = latePattern(String.raw`^https?:\/\/[^\s\p{C}]+$`, 'u');

function readDate(tree: Tree, dateOf: typeof parseDate): EdtfDate | Fault {
  if (typeof tree !== 'string') return { code: 'bad-date', fault: 'takes a date' };
  const date = dateOf(tree.trim());
  if (!('fault' in date)) return date;
  const fault = `is not a date that can be read: ${date.fault}`;
  const fix = meantDate(tree);
  if (fix !== undefined) return { code: 'bad-date', fault, hint: `write \`${fix}\``, fix };
  const hint = 'write 2025, 2025-05, 2025-05-17, or two of them with / between, such as 2025-05-01/2025-05-17';
  return { code: 'bad-date', fault, hint };
}

function readDayCount(tree: Tree): number | Fault {
  if (typeof tree === 'string' && /^\d{1,5}$/u.test(tree)) return Number(tree);
  return { fault: 'takes a whole number of days' };
}

function readShare(tree: Tree): string | Fault {
  const digits = typeof tree === 'string' ? /^(\d{1,2}(?:\.\d{1,6})?|100)\s*%$/u.exec(tree.trim()) : null;
  return digits === null
    ? { fault: 'takes a percentage from 0% to 100%', hint: 'write it with its sign, as 10%' }
    : `${digits[1]}%`;
}

function readAnswers(tree: Tree): ReadonlyMap<string, WrittenAnswer> | Fault {
  if (!(tree instanceof Map))
    return { fault: 'takes a map of question ids to answers', hint: 'write { question-id: answer }' };
  const answers = new Map<string, WrittenAnswer>();
  for (const [question, answer] of tree as ReadonlyMap<string, Tree>) {
    const read = Array.isArray(answer) ? readLines(answer) : readLine(answer);
    if (isFault(read)) return { ...read, path: [question] };
    answers.set(question, read);
  }
  return answers;
}

function readOneOf(tree: Tree, words: Readonly<Record<string, string>>): string | Fault {
  if (typeof tree === 'string' && Object.hasOwn(words, tree)) return tree;
  const values = Object.keys(words);
  const near = typeof tree === 'string' ? nearest(tree, values) : undefined;
  const hint = near === undefined ? undefined : `did you mean \`${near}\`?`;
  const fix = typeof tree === 'string' ? slipOf(tree, values) : undefined;
  return {
    fault: `takes ${values.map((value) => `\`${value}\``).join(', ')}`,
    ...(hint === undefined ? {} : { hint }),
    ...(fix === undefined ? {} : { fix }),
  };
}
