import type { ShownChange, ShownClaim } from '../../views/block.ts';
import type { Line } from '../../views/line.ts';
import { qualified } from '../../views/words.ts';
import { speakerLine } from './claim.ts';
import { hanging, indented } from './layout.ts';
import type { Paint } from './paint.ts';

/** What changed, as an item: what it is on, and each change under it. */
export function changeLines({ of, ask, lines }: ShownChange, width: number, paint: Paint): string {
  const head = isClaim(of) ? [...speakerLine(of), { text: ` (${of.id})`, tone: 'faint' as const }] : of;
  const question = ask === undefined ? [] : [questionLine(ask, of)];
  return [
    hanging('- ', head, width, paint),
    ...[...question, ...lines].map((line) => indented(line, 2, width, paint)),
  ].join('');
}

function questionLine(ask: string, of: ShownChange['of']): Line {
  if (!isClaim(of) || of.answer === undefined) return [{ text: ask }];
  return [{ text: `${ask} ` }, { text: of.answer, tone: 'strong' }, { text: qualified(of) }];
}

function isClaim(of: ShownChange['of']): of is ShownClaim {
  return 'id' in of;
}
