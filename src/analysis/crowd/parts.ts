import { type Clash, partClashOf } from '../clash.ts';
import { isSameScope } from '../compare.ts';
import type { Said } from '../said.ts';
import { boundsOf } from './bounds.ts';
import { type Crowd, daysAbout, zonesIn } from './crowd.ts';
import { lineOfAmounts } from './line.ts';
import type { Group } from './ranges.ts';
import { search } from './search.ts';

/** Rule 3.5: every clash between a claim on a part and one on its whole. */
export function* partClashes(part: Crowd, whole: Crowd): Generator<Clash> {
  if (!isSameScope(part.asked.question, whole.asked.question)) return;
  const said = [...part.said, ...whole.said];
  const wholes = whole.said.map((_, place) => part.said.length + place);
  const may = mayExceed(said, wholes, part.asked.question.time);
  for (const [item, own] of part.said.entries()) {
    const all = { from: 0, to: wholes.length };
    for (const place of search(wholes.length, all, 'forward', (node) => may(node, item))) {
      const other = whole.said[place];
      const isSame = other === undefined || other.claim === own.claim;
      const found = isSame ? undefined : partClashOf(own, other, part.asked, whole.asked);
      if (found !== undefined) yield found;
    }
  }
}

/** Whether a part may lie above some of a stretch of wholes, at a time at which it may not. */
function mayExceed(
  said: readonly Said[],
  wholes: Group,
  time: 'fixed' | 'state' | 'flow' | 'cumulative' | undefined,
): (node: number, item: number) => boolean {
  const amounts = said.flatMap(({ answer }) => (answer?.form === 'amount' ? [answer] : []));
  if (amounts.length < said.length) return () => false;
  const values = lineOfAmounts(amounts).cores.map((core) => ({ core, bounds: boundsOf(core, wholes) }));
  const mayLieAbove = (node: number, item: number): boolean =>
    values.some(({ core, bounds }) => bounds.leastHigh(node) < (core.low[item] ?? 0));
  if (time === undefined || time === 'fixed') return mayLieAbove;
  const isTotal = time === 'cumulative';
  const days = daysAbout(said, time);
  const zones = zonesIn(said);
  const bounds = boundsOf(days, wholes);
  const [first, last] = [(item: number) => days.low[item] ?? 0, (item: number) => days.high[item] ?? 0];
  return (node, item) =>
    mayLieAbove(node, item) &&
    (isTotal
      ? bounds.greatestLow(node) >= last(item) - zones
      : bounds.leastLow(node) <= last(item) && bounds.greatestHigh(node) >= first(item));
}
