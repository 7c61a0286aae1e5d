import { type EdtfDate, spokenDate, spokenTogether } from '../date.ts';
import type { Claim } from '../ledger/model.ts';

/** When the two were said, or what days they speak about, as far as the file tells: the end of a sentence. */
export function times(a: Claim, b: Claim): string {
  const [x, y] = [timeOf(a), timeOf(b)];
  if (x === undefined && y === undefined) return '';
  if (x === undefined || y === undefined) return `, one ${x ?? y}`;
  if (x === y) return `, both ${x}`;
  const [how, day] = [x.split(' ', 2).join(' '), x.split(' ').slice(2).join(' ')];
  const isAlike = y.startsWith(`${how} `);
  return isAlike ? `, ${how} ${spokenTogether(day, y.slice(how.length + 1), 'and')}` : `, one ${x} and the other ${y}`;
}

function timeOf(claim: Claim): string | undefined {
  if (claim.as_of !== undefined) return `as of ${spokenDate(claim.as_of)}`;
  return claim.date === undefined ? undefined : `said ${preposition(claim.date)}${spokenDate(claim.date)}`;
}

function preposition(date: EdtfDate): string {
  const [point] = date.points;
  if (date.points.length === 2) return date.points[0] === undefined || date.points[1] === undefined ? '' : 'from ';
  if (point?.approximate === true) return '';
  return point?.precision === 'day' ? 'on ' : 'in ';
}
