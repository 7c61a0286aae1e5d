import type { Diagnostic } from '../../diagnostic.ts';
import { neutralise, width as widthOf } from '../../text.ts';
import { hanging, indented } from './layout.ts';
import type { Paint } from './paint.ts';

/** A diagnostic with its place, the line it is on and a caret under what is meant. */
export function* finding(diagnostic: Diagnostic, width: number, paint: Paint): Iterable<string> {
  const { file, start, severity, code, message, hint, related } = diagnostic;
  const place = `${file}:${start.line}:${start.column}`;
  const head = [
    { text: `${place} ` },
    { text: severity, tone: severity },
    { text: ` ${message} ` },
    { text: `[${code}]`, tone: 'faint' as const },
  ];
  yield hanging('', head, width, paint);
  yield excerpt(diagnostic, width, paint);
  if (hint !== undefined) yield indented([{ text: `hint: ${hint}` }], 4, width, paint);
  for (const one of related ?? []) {
    const where = `${one.message}: ${one.file}:${one.start.line}:${one.start.column}`;
    yield indented([{ text: where }], 4, width, paint);
  }
  yield '\n';
}

// The window on a long line begins so many columns before what is meant.
const LEAD = 20;

function excerpt({ excerpt: line, start, end }: Diagnostic, width: number, paint: Paint): string {
  if (line === undefined || line.trim() === '') return '';
  const number = String(start.line);
  const room = Math.max(10, width - number.length - 7);
  const from = windowStart(start.column - 1, room);
  const lead = from > 0 ? '…' : '';
  const before = neutralise(line.slice(from, start.column - 1));
  const meant = neutralise(line.slice(start.column - 1, end.line === start.line ? end.column - 1 : line.length));
  const after = neutralise(line.slice(end.line === start.line ? end.column - 1 : line.length));
  const shown = cutTo(`${lead}${before}${meant}${after}`, room);
  const offset = widthOf(lead) + widthOf(before);
  const caret = '^'.repeat(Math.max(1, Math.min(widthOf(meant), room - offset)));
  return `  ${number} | ${shown}\n  ${' '.repeat(number.length)} | ${' '.repeat(offset)}${paint(caret, 'error')}\n`;
}

function windowStart(offset: number, room: number): number {
  return offset < room - LEAD ? 0 : Math.max(0, offset - LEAD);
}

function cutTo(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text.trimEnd();
  let cut = text.slice(0, columns);
  while (widthOf(cut) > columns - 1) cut = cut.slice(0, -1);
  return `${cut}…`;
}
