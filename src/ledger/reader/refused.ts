import { counted } from '../../counted.ts';
import type { Finding } from '../../diagnostic.ts';
import type { Range } from '../../place.ts';
import { codePointOf } from '../../text.ts';
import { DEEPEST, nestingWatch } from './nesting.ts';
import type { Lexeme } from './scan.ts';
import { BOUNDLESS_FROM } from './tree.ts';

/** How many findings of one sort a file is given; the rest are counted. */
export const MOST_FINDINGS = 20;

/** Looks at the tokens of a text, one after the other, for what the format refuses. `false` ends the reading. */
export interface Refusals {
  see(lexeme: Lexeme): boolean;
  findings(): readonly Finding[];
}

/** Raw control characters: C0 without tab and line ends, DEL, C1. They are looked for before there are tokens. */
export function controlCharacters(file: string, text: string): readonly Finding[] {
  const found = counted(MOST_FINDINGS);
  for (const { 0: char, index } of text.matchAll(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/gu)) {
    const hint = 'delete it; in double quotes it may be written as an escape such as `\\x1B`';
    const range = { start: index, end: index + 1 };
    found.add('refused', () =>
      refusal(file, range, `a control character (${codePointOf(char)}) stands in the text`, hint),
    );
  }
  return found.findings();
}

export function refusals(file: string): Refusals {
  const found = counted(MOST_FINDINGS);
  const note = (...refused: Refused): void => found.add('refused', () => refusal(file, ...refused));
  const nesting = nestingWatch();
  const documents = documentWatch();
  const header = headerWatch();
  return {
    see(lexeme) {
      if (header(lexeme)) return true;
      const words = WORDS[lexeme.type];
      if (words) note(lexeme.range, ...words);
      if (isBoundless(lexeme)) note(lexeme.range, ...BOUNDLESS);
      const deep = nesting(lexeme);
      if (documents(lexeme)) note(lexeme.range, ...SECOND_DOCUMENT);
      else if (deep) note(deep, ...TOO_DEEP);
      else return true;
      return false;
    },
    findings: found.findings,
  };
}

type Refused = readonly [range: Range, message: string, hint: string];

const WORDS: Readonly<Partial<Record<Lexeme['type'], readonly [message: string, hint: string]>>> = {
  anchor: ['anchors (`&name`) are not part of the format', 'if the text begins with `&`, put the text in quotes'],
  alias: ['aliases (`*name`) are not part of the format', 'if the text begins with `*`, put the text in quotes'],
  tag: ['tags (`!name`) are not part of the format', 'if the text begins with `!`, put the text in quotes'],
  'directive-line': [
    'directives (`%NAME`) are not part of the format',
    'if the text begins with `%`, put the text in quotes',
  ],
  'explicit-key-ind': [
    'keys after a `?` are not part of the format',
    'write `key: value`; if the text begins with `?`, put the text in quotes',
  ],
};

const SECOND_DOCUMENT = [
  'a second document begins here',
  'a file is one document: take the line `---` or `...` out, or begin another file',
] as const;

// A text this long is over the limit for any field, and to put its millions of lines together takes too much memory.
function isBoundless({ type, source }: Lexeme): boolean {
  return source.length > BOUNDLESS_FROM && (type === 'text' || type.endsWith('quoted-scalar'));
}

const BOUNDLESS = [
  'a text goes on for more than a million characters; it has at most 65536',
  'close its quotation mark, or put what is not a claim into a file of its own',
] as const;

const TOO_DEEP = [`lists and maps are nested more than ${DEEPEST} levels deep`, 'nest them less deeply'] as const;

/** What is said where the reading of a text with too many tokens ends. */
export function tooManyTokens(file: string, range: Range): Finding {
  return refusal(file, range, ...TOO_MANY_TOKENS);
}

const TOO_MANY_TOKENS = [
  'a file with a fault, or with YAML that is not plain, is read up to here: at most 500,000 words and signs of it',
  'mend what is told above this line, or divide the file into several topics',
] as const;

function refusal(file: string, range: Range, message: string, hint: string): Finding {
  return { code: 'refused', severity: 'error', message, hint, place: { file, range } };
}

/** After `>` or `|` the rest of the line is no content: what stands there is a syntax fault, whatever it looks like. */
function headerWatch(): (lexeme: Lexeme) => boolean {
  let inHeader = false;
  return ({ type }) => {
    if (type === 'newline' || type === 'scalar') inHeader = false;
    else if (type === 'block-scalar-header') inHeader = true;
    return inHeader;
  };
}

/** True at the token that begins a second document. A `---` in front of everything is part of the first. */
function documentWatch(): (lexeme: Lexeme) => boolean {
  let begun = false;
  let previous: Lexeme['type'] = 'newline';
  return ({ type }) => {
    const second = begun && (type === 'doc-mode' || (type === 'doc-start' && previous !== 'doc-mode'));
    begun ||= type === 'doc-mode';
    previous = type;
    return second;
  };
}
