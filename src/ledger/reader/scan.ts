import { CST, Lexer } from 'yaml';
import type { Range } from '../../place.ts';

/** A token of the text before anything is composed of it. Tokens without length are kept: they change what follows. */
export interface Lexeme {
  readonly type: CST.TokenType | 'text' | 'junk';
  readonly source: string;
  readonly range: Range;
  /** Units since the start of its line. */
  readonly column: number;
}

/**
 * The tokens of a text, in one linear pass without recursion. `text` is the content of a scalar (after a token
 * `scalar`), `junk` what the lexer found in a place where it makes no sense.
 */
export function* lexemes(text: string): Generator<Lexeme> {
  let start = 0;
  let lineStart = 0;
  let inScalar = false;
  for (const source of new Lexer().lex(text)) {
    const type: Lexeme['type'] = inScalar ? 'text' : (CST.tokenType(source) ?? 'junk');
    const length = isMark(type) ? 0 : source.length;
    yield { type, source, range: { start, end: start + length }, column: start - lineStart };
    inScalar = type === 'scalar';
    start += length;
    const lineEnd = length === 0 ? -1 : source.lastIndexOf('\n');
    if (lineEnd >= 0) lineStart = start - length + lineEnd + 1;
  }
}

/** YAML ends lines at a lone CR too, the lexer does not; offsets stay what they were. */
export function withLineFeeds(text: string): string {
  if (!/\r(?!\n)/u.test(text)) return text;
  // `replaceAll` takes 30 bytes for each of them, of which there may be millions.
  const bytes = Buffer.from(text, 'utf16le');
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) === CR && text.charCodeAt(at + 1) !== LF) bytes.writeUInt16LE(LF, 2 * at);
  }
  return bytes.toString('utf16le');
}

const LF = 10;
const CR = 13;

function isMark(type: Lexeme['type']): boolean {
  return type === 'scalar' || type === 'doc-mode' || type === 'flow-error-end';
}
