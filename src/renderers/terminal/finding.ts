import type { Diagnostic } from '../../diagnostic.ts';
import { firstUnits, neutralise, width as widthOf } from '../../text.ts';
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

function excerpt({ excerpt: found, start, end }: Diagnostic, width: number, paint: Paint): string {
  if (found === undefined || found.text.trim() === '') return '';
  const { text: line, from: skipped } = found;
  const [first, last] = [start.column - 1 - skipped, end.line === start.line ? end.column - 1 - skipped : line.length];
  const number = String(start.line);
  const room = Math.max(10, width - number.length - 7);
  const from = windowStart(line, first, room);
  const lead = from + skipped > 0 ? '…' : '';
  const shown = cutTo(`${lead}${neutralise(line.slice(from))}`, room);
  const offset = widthOf(lead) + widthOf(neutralise(line.slice(from, first)));
  const meant = neutralise(line.slice(first, last));
  const caret = '^'.repeat(Math.max(1, Math.min(widthOf(meant), room - offset)));
  return `  ${number} | ${shown}\n  ${' '.repeat(number.length)} | ${' '.repeat(offset)}${paint(caret, 'error')}\n`;
}

// The window on a long line begins so many columns before what is meant.
const LEAD = 20;

/** Where on a line the window begins, in UTF-16 units: at its beginning, if what is meant is still in sight then. */
function windowStart(line: string, at: number, room: number): number {
  if (at < room - LEAD && widthOf(neutralise(line.slice(0, at))) < room - LEAD) return 0;
  const columns = Math.min(LEAD, Math.floor(room / 2));
  let from = at;
  let taken = 0;
  for (const character of [...line.slice(0, at).slice(-2 * columns)].reverse()) {
    taken += widthOf(neutralise(character));
    if (taken > columns || /\p{Surrogate}/u.test(character)) break;
    from -= character.length;
  }
  return from;
}

function cutTo(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text.trimEnd();
  const characters = [...firstUnits(text, columns)];
  while (widthOf(characters.join('')) >= columns) characters.pop();
  return `${characters.join('')}…`;
}
