import { neutralise } from '../../text.ts';
import type { ChangedLine, Patch } from '../../views/patch.ts';
import type { Paint } from './paint.ts';

/** What changes in a file, as patches show it: a line is never broken, and what it holds can do nothing. */
export function* patchLines({ file, stretches }: Patch, paint: Paint): Iterable<string> {
  for (const { at, lines } of stretches) {
    yield `${paint(neutralise(`${file}:${at}`), 'strong')}\n`;
    for (const line of lines) yield `${changedLine(line, paint)}\n`;
    yield '\n';
  }
}

function changedLine({ sign, text }: ChangedLine, paint: Paint): string {
  const line = `${sign} ${neutralise(text.replace(/\r$/u, ''))}`.trimEnd();
  return paint(line, sign === '-' ? 'error' : sign === '+' ? 'shift' : undefined);
}
