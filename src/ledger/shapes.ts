import type { parseDate } from '../date.ts';
import { latePattern } from '../memo.ts';
import { nearest, slipOf } from '../nearest.ts';
import type { Path } from '../place.ts';
import { isId } from './id.ts';
import { meantDate } from './meant-date.ts';
import type { Tree } from './reader/tree.ts';
import type { Field, Shape } from './schema.ts';

/** A value of a shape, or what is wrong with it: a clause that follows the key's name. */
export type Shaped =
  | { readonly value: unknown }
  | {
      readonly fault: string;
      readonly hint?: string;
      /** What can only be meant. */
      readonly fix?: string;
      readonly code?: string;
      readonly path?: Path;
    };

/** Reads a scalar, or a small collection of scalars, as a field of the format wants it. `dateOf` reads the dates. */
export function readShape(field: Field, tree: Tree, dateOf: typeof parseDate): Shaped {
  if (field.shape === 'one-of') return readOneOf(tree, field.values ?? {});
  const reader = SHAPES[field.shape];
  return reader === undefined ? { fault: `cannot be read as ${field.shape}` } : reader(tree, dateOf);
}

// The most a single text may hold, in UTF-16 units: 64 Ki.
const LONGEST_TEXT = 65_536;

const SHAPES: Readonly<Partial<Record<Shape, (tree: Tree, dateOf: typeof parseDate) => Shaped>>> = {
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

function readText(tree: Tree): Shaped {
  if (typeof tree !== 'string')
    return { fault: `takes text, not ${Array.isArray(tree) ? 'a list' : 'a map'}`, hint: QUOTES };
  if (tree.length > LONGEST_TEXT) {
    return { code: 'too-long', fault: `has ${tree.length} characters; a text has at most ${LONGEST_TEXT}` };
  }
  return tree.trim() === '' ? { fault: 'is blank' } : { value: tree.trimEnd() };
}

const QUOTES = 'if the text holds `: ` or begins with `[` or `{`, put it in quotes';

function readLine(tree: Tree): Shaped {
  const text = readText(tree);
  return 'fault' in text ? text : { value: oneLine(String(text.value).trim()) };
}

function oneLine(text: string): string {
  if (!LINE_END.test(text)) return text;
  const lines = text.split(LINE_END).map((line) => line.trim());
  return lines.join(' ');
}

const LINE_END = /[\r\n]+/u;

function readId(tree: Tree): Shaped {
  if (typeof tree === 'string' && isId(tree) && tree.length <= 200) return { value: tree };
  return { fault: 'takes an id', hint: 'use letters, digits and `-`, without blanks' };
}

function readLines(tree: Tree): Shaped {
  if (!Array.isArray(tree))
    return { fault: 'takes a list', hint: 'write [one, two], or one line for each beginning with `- `' };
  const lines = tree.map((item): Shaped => (item === '' ? { fault: 'has an empty entry' } : readLine(item)));
  const index = lines.findIndex((line) => 'fault' in line);
  const broken = lines[index];
  if (broken !== undefined) return { ...broken, path: [index] };
  const values = lines.map((line) => ('value' in line ? line.value : undefined));
  return lines.length === 0 ? { fault: 'is an empty list' } : { value: values };
}

// One of them is mostly written without a list.
function readReferences(tree: Tree): Shaped {
  if (typeof tree !== 'string') return readLines(tree);
  const line = readLine(tree);
  return 'fault' in line ? { ...line, path: [0] } : { value: [line.value] };
}

function readUrl(tree: Tree): Shaped {
  const line = readLine(tree);
  if ('fault' in line) return line;
  const url = String(line.value);
  return PLAIN_URL.test(url) || URL().test(url) ? line : { fault: 'takes a URL that begins with http:// or https://' };
}

// Nearly all are written so; the table of all the characters that none can have is made only for the others.
const PLAIN_URL = /^https?:\/\/[!-~]+$/u;
const URL = latePattern(String.raw`^https?:\/\/[^\s\p{C}]+$`, 'u');

function readDate(tree: Tree, dateOf: typeof parseDate): Shaped {
  if (typeof tree !== 'string') return { code: 'bad-date', fault: 'takes a date' };
  const date = dateOf(tree.trim());
  if (!('fault' in date)) return { value: date };
  const fault = `is not a date that can be read: ${date.fault}`;
  const fix = meantDate(tree);
  if (fix !== undefined) return { code: 'bad-date', fault, hint: `write \`${fix}\``, fix };
  const hint = 'write 2025, 2025-05, 2025-05-17, or two of them with / between, such as 2025-05-01/2025-05-17';
  return { code: 'bad-date', fault, hint };
}

function readDayCount(tree: Tree): Shaped {
  if (typeof tree === 'string' && /^\d{1,5}$/u.test(tree)) return { value: Number(tree) };
  return { fault: 'takes a whole number of days' };
}

function readShare(tree: Tree): Shaped {
  const digits = typeof tree === 'string' ? /^(\d{1,2}(?:\.\d{1,6})?|100)\s*%$/u.exec(tree.trim()) : null;
  return digits === null
    ? { fault: 'takes a percentage from 0% to 100%', hint: 'write it with its sign, as 10%' }
    : { value: `${digits[1]}%` };
}

function readAnswers(tree: Tree): Shaped {
  if (!(tree instanceof Map))
    return { fault: 'takes a map of question ids to answers', hint: 'write { question-id: answer }' };
  const answers = new Map<string, unknown>();
  for (const [question, answer] of tree as ReadonlyMap<string, Tree>) {
    const read = Array.isArray(answer) ? readLines(answer) : readLine(answer);
    if ('fault' in read) return { ...read, path: [question] };
    answers.set(question, read.value);
  }
  return { value: answers };
}

function readOneOf(tree: Tree, words: Readonly<Record<string, string>>): Shaped {
  if (typeof tree === 'string' && Object.hasOwn(words, tree)) return { value: tree };
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
