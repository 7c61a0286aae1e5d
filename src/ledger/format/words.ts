import { quoted, scalar } from '../write/scalar.ts';
import type { Part } from './parts.ts';
import type { Sheet } from './sheet.ts';

/** A key as it is written: in quotes only where it needs them. */
export function keyWords(sheet: Sheet, part: Part): string {
  const written = part.key === undefined ? '' : sheet.slice(part.key);
  return /^["']/u.test(written) ? requoted(written, String(part.path.at(-1)), 'flow') : written;
}

/**
 * A text on one line: as it is written without quotes, else in quotes only where it needs them. Before a comment quotes
 * stay, since plain words there look as if the comment had cut them off.
 */
export function textWords(sheet: Sheet, { value, tree, parent }: Part, around: 'block' | 'flow' | 'comment'): string {
  const written = sheet.slice(value.range);
  const text = typeof tree === 'string' ? tree : '';
  if (/^["']/u.test(written)) return requoted(written, text, around);
  const wasInBrackets = parent?.value.kind !== 'text' && parent?.value.layout === 'flow';
  return around === 'comment' && wasInBrackets ? quoted(text) : written;
}

// Escapes make visible what would not be; whoever wrote them wants to see it.
function requoted(written: string, text: string, around: 'block' | 'flow' | 'comment'): string {
  if (/^".*\\[^"\\]/u.test(written.replaceAll('\\\\', ''))) return written;
  return around === 'comment' ? quoted(text) : scalar(text, around);
}

/** Whether a text takes one line. */
export function isOneLine(sheet: Sheet, { value }: Part): boolean {
  return !/[\r\n]/u.test(sheet.slice(value.range));
}

/** The lines of a plain or quoted text, of which all but the first may begin in any column. */
export function wordLines(sheet: Sheet, { value }: Part): readonly string[] {
  const lines = sheet.slice(value.range).split(LINE_END);
  return lines.map((line, index) => (index === 0 ? line : line.trimStart())).map(withoutBlanks);
}

const LINE_END = /\r\n|\n|\r/u;

// After a backslash a blank is a part of the text.
function withoutBlanks(line: string): string {
  const trimmed = line.trimEnd();
  return trimmed.endsWith('\\') ? line : trimmed;
}

/** A folded or literal text: the sign with what follows it, and its lines, indented as in `depth` columns. */
export function blockText(
  sheet: Sheet,
  { column, value }: Part,
  depth: number,
): { readonly sign: string; readonly lines: readonly string[] } {
  const [header = '', ...body] = sheet.slice(value.range).split(LINE_END);
  const [sign = '', digit] = /^[|>][-+]?(\d?)[-+]?/u.exec(header) ?? [];
  const first = body.find((line) => line.trim() !== '') ?? '';
  const steps = digit ? Number(digit) : undefined;
  const old = steps === undefined ? first.length - first.replace(/^ +/u, '').length : column + steps;
  const pad = ' '.repeat(depth + (steps ?? 2));
  const lines = body.map((line) => (line.length <= old && line.trim() === '' ? '' : pad + line.slice(old)));
  return { sign, lines };
}
