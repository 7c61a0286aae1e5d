import type { Notes } from './mending.ts';
import type { Lexeme } from './scan.ts';

/**
 * Values such as `> 40` and `>40`, which YAML takes for the beginning of a folded text and loses. True while the
 * tokens belong to the line of a `>` or `|`.
 */
export function headerWatch(notes: Notes): (lexeme: Lexeme) => boolean {
  let header: Lexeme | undefined;
  let counted: Lexeme | undefined;
  return (lexeme) => {
    const { type, source } = lexeme;
    if (type === 'block-scalar-header') {
      header = lexeme;
      counted = undefined;
      if (!HEADER.test(source)) noText(notes, lexeme);
      else if (/\d/u.test(source)) counted = lexeme;
    } else if (type === 'newline' || type === 'scalar') {
      header = undefined;
    } else if (header && type !== 'space' && type !== 'comment') {
      noText(notes, header);
      counted = undefined;
    }
    if (type === 'text') {
      // `answer: >4` is a sound header, of a text indented by four blanks; without one it was meant as an answer.
      if (counted && source.trim() === '') noText(notes, counted);
      counted = undefined;
    }
    return header !== undefined;
  };
}

const HEADER = /^[>|](?:[-+]?[1-9]?|[1-9][-+])$/u;

function noText(notes: Notes, { range, source }: Lexeme): void {
  if (notes.covers.at(-1) === range.start) return;
  const sign = source.charAt(0);
  const message = `a value cannot begin with \`${sign}\` and go on in the same line`;
  const hint =
    sign === '>'
      ? 'put it in quotes, or write `more than 40` for `> 40`'
      : 'put it in quotes, or begin the text on the next line';
  notes.faults.push({ range: { start: range.start, end: range.start + 1 }, message, hint });
  notes.covers.push(range.start);
}
