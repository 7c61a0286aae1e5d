import type { ErrorCode } from 'yaml';
import type { Range } from '../../place.ts';
import type { Fault, LibraryError } from './mending.ts';

/** An error of the library in the words of a reporter, judged by its code and by the text around it. */
export function explained({ code, pos }: LibraryError, text: string): Fault {
  const start = Math.min(pos[0], text.length);
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = ended(text, start);
  const around: Around = {
    char: text.charAt(start),
    before: text.slice(lineStart, start),
    after: text.slice(start, lineEnd).trimEnd(),
  };
  const [message, hint] = (WORDS[code] ?? unexpected)(around);
  const range = ONE_CHARACTER.has(code) ? { start, end: start + 1 } : shown(around, start, lineStart);
  return { range, message, hint };
}

/** The line around an error: the character it points at, what stands before that, and the line from there on. */
interface Around {
  readonly char: string;
  readonly before: string;
  readonly after: string;
}

type Words = readonly [message: string, hint: string];

const WORDS: Readonly<Partial<Record<ErrorCode, (around: Around) => Words>>> = {
  BAD_DQ_ESCAPE: () => [
    'a backslash in double quotes stands before a character that it cannot escape',
    'write two backslashes, or put the text in single quotes',
  ],
  BAD_SCALAR_START: badStart,
  BAD_INDENT: badIndent,
  BLOCK_AS_IMPLICIT_KEY: () => badIndent(),
  BLOCK_IN_FLOW: blockInBrackets,
  KEY_OVER_1024_CHARS: () => [
    'a key is longer than 1,024 characters',
    'if this is a text with a colon in it, put the text in quotes',
  ],
  MISSING_CHAR: missing,
  MULTILINE_IMPLICIT_KEY: textForKey,
  TAB_AS_INDENT: () => ['a tab is used to indent', 'indent with blanks, two for each level'],
  UNEXPECTED_TOKEN: unexpected,
};

/** Codes whose place is a character, and not all that follows it. */
const ONE_CHARACTER: ReadonlySet<ErrorCode> = new Set(['BAD_DQ_ESCAPE', 'BAD_SCALAR_START', 'TAB_AS_INDENT']);

function badStart({ char, after }: Around): Words {
  const message = `a value cannot begin with ${char === '`' ? 'a backtick' : `\`${char}\``}`;
  if (char === '%' && /^%\s*(?:$|[,}\]#])/u.test(after)) return [message, "quote it: '%'"];
  if (char === '>') return [message, 'put it in quotes, or write `more than 40` for `> 40`'];
  return [message, 'put the text in quotes'];
}

function badIndent(): Words {
  return [
    'this line is indented differently from the lines that it belongs with',
    'give all keys of one entry, and all `-` of one list, the same indentation',
  ];
}

function blockInBrackets({ char }: Around): Words {
  if (char === '-')
    return ['a list with `-` cannot stand inside brackets', 'put commas between the items, without `-`'];
  return ['a second key stands inside brackets without a comma before it', 'add the comma, or put the text in quotes'];
}

function missing(around: Around): Words {
  const { char, before, after } = around;
  if (char === '#') return ['a comment has no blank before it', 'put a blank before `#`, or put the text in quotes'];
  if (/^---/u.test(before)) return ['a key stands on the line of `---`', 'begin it on the next line'];
  if (/^[ \t]*(?:- +)*$/u.test(before)) {
    if (/^\s/u.test(char)) return badIndent();
    return after.startsWith('- ') ? unexpected(around) : textForKey(around);
  }
  return ['a comma or a colon is missing between two pieces inside brackets', 'add it, or put the text in quotes'];
}

function textForKey({ char, after }: Around): Words {
  if (char === '-') return ['a list begins where a key is expected', 'indent the list, or begin it below its key'];
  const glued = /^([\w-]+):(?=\S)/u.exec(after)?.[1];
  if (glued) return ['there is no blank after the colon', `write \`${glued}: \` with a blank after the colon`];
  return [
    'text stands where `key: value` is expected',
    'write `key: value`; text of several lines goes below `says: >`, indented deeper than its key',
  ];
}

function unexpected({ char, before }: Around): Words {
  if (/^[ \t]*$/u.test(before)) return badIndent();
  if (char === '-')
    return ['a value cannot begin with `- `', 'put the text in quotes, or begin a list on the next line'];
  if (/["'][ \t]*$/u.test(before)) {
    return [
      'text goes on after a closing quotation mark',
      'put the whole text in quotes of the other kind, or use `says: >`',
    ];
  }
  if (/[\]}][ \t]*$/u.test(before)) return ['text goes on after a closing bracket', 'put the whole text in quotes'];
  if (char === ',') return ['there is nothing before this comma', 'take it out, or put the text in quotes'];
  return ['this is not expected here', 'put the text in quotes, or begin a new line with `key: value`'];
}

/** From the error to the end of its line; from the first word where only a line's indentation was pointed at. */
function shown({ after }: Around, start: number, lineStart: number): Range {
  const blanks = start === lineStart || after.trim() !== '' ? after.length - after.trimStart().length : 0;
  return { start: start + blanks, end: start + Math.max(after.length, blanks) };
}

function ended(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}
