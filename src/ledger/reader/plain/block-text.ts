import { BOUNDLESS_FROM } from '../tree.ts';
import {
  type Codes,
  type Cursor,
  codeAt,
  isControl,
  isEnd,
  isLineEnd,
  lose,
  pastBlanks,
  pastLineEnd,
  toContent,
} from './cursor.ts';
import { BLANK, DASH } from './signs.ts';

/** Reads a folded (`>`) or literal (`|`) text, whose lines are deeper than `column`. */
export function readBlockText(cursor: Cursor, from: number, column: number): string | undefined {
  const { codes, text } = cursor;
  const isFolded = text.charAt(from) === '>';
  const isStripped = codes[from + 1] === DASH;
  const header = isStripped ? from + 2 : from + 1;
  let line = pastBlanks(codes, header);
  if (!isLineEnd(codes, line)) return undefined;
  cursor.from = from;
  cursor.to = header;
  line = pastLineEnd(codes, line);
  let value = '';
  let indent = -1;
  let blankLines = 0;
  let widest = 0;
  for (;;) {
    const at = pastBlanks(codes, line);
    const width = at - line;
    let end = at;
    if (isLineEnd(codes, at)) {
      // What blanks at the very end mean hangs on what stands far above.
      if (isEnd(codes, at) && width > 0) return lose(cursor);
      if (isEnd(codes, at)) break;
      blankLines += 1;
      widest = Math.max(widest, width);
    } else {
      if (width <= column) break;
      const glue = indent < 0 ? '' : isFolded && blankLines === 0 ? ' ' : isFolded ? '' : '\n';
      if (indent < 0) indent = width;
      // Lines that begin deeper are folded by other rules.
      if (width < indent || (isFolded && width > indent)) return undefined;
      end = endOfTextLine(codes, at);
      if (end < 0) return undefined;
      if (value.length > BOUNDLESS_FROM) return lose(cursor);
      value += glue + '\n'.repeat(blankLines) + text.slice(line + indent, end);
      blankLines = 0;
      cursor.to = end;
    }
    // Blanks beyond those of the other lines are a part of the text.
    if (indent >= 0 && widest > indent) return undefined;
    line = pastLineEnd(codes, end);
  }
  toContent(cursor, line);
  return value === '' || isStripped ? value : `${value}\n`;
}

// The end of a line; -1 where a character of it is not plain.
function endOfTextLine(codes: Codes, from: number): number {
  let at = from;
  for (;;) {
    const code = codeAt(codes, at);
    if (code < BLANK || isControl(code)) return isLineEnd(codes, at) ? at : -1;
    at += 1;
  }
}
