import type { Words } from '../../src/answers/choice.ts';
import type { Days } from '../../src/answers/day.ts';
import { add, compare, type Decimal, decimal, subtract } from '../../src/answers/decimal.ts';
import { hull, type Interval, isEmpty, notNegative } from '../../src/answers/interval.ts';
import type { Amount } from '../../src/answers/number.ts';
import type { Answer } from '../../src/answers/read.ts';
import type { DayRange } from '../../src/date.ts';

/** The same answer with both its sets wider by these amounts, downward and upward. */
export function widened(answer: Answer, by: readonly number[]): Answer {
  const [a = 0, b = 0, c = 0, d = 0] = by;
  switch (answer.form) {
    case 'amount':
      return widerAmount(answer, [a, b, c, d]);
    case 'words':
      return widerWords(answer, a);
    case 'days':
      return widerDays(answer, [a % 40, b % 40, c % 40, d % 40]);
    case 'no comment':
      return answer;
  }
}

/** True if each set of `outer` holds that of `inner`, none is empty, and what is excused holds what is committed to. */
export function includes(outer: Answer, inner: Answer): boolean {
  if (outer.form === 'amount' && inner.form === 'amount') {
    const spans = [outer.core, outer.halo, inner.core, inner.halo];
    return spans.every((span) => !isEmpty(span)) && nested(outer, inner, spansInterval);
  }
  if (outer.form === 'days' && inner.form === 'days') {
    const ranges = [outer.core, outer.halo, inner.core, inner.halo];
    return ranges.every(({ first, last }) => first <= last) && nested(outer, inner, spansDays);
  }
  if (outer.form === 'words' && inner.form === 'words') return spansWords(outer, inner);
  return outer.form === inner.form;
}

type Sets<S> = { readonly core: S; readonly halo: S };

function nested<S>(outer: Sets<S>, inner: Sets<S>, spans: (outer: S, inner: S) => boolean): boolean {
  const isNested = spans(outer.core, inner.core) && spans(outer.halo, inner.halo);
  return isNested && spans(outer.halo, outer.core) && spans(inner.halo, inner.core);
}

function spansInterval(outer: Interval, inner: Interval): boolean {
  const low = compare(outer.low, inner.low);
  if (low > 0 || (low === 0 && outer.lowOpen && !inner.lowOpen)) return false;
  if (outer.high === undefined || inner.high === undefined) return outer.high === undefined;
  const high = compare(outer.high, inner.high);
  return high > 0 || (high === 0 && (!outer.highOpen || inner.highOpen));
}

function spansDays(outer: DayRange, inner: DayRange): boolean {
  return outer.first <= inner.first && outer.last >= inner.last;
}

// "Anything but these" grows as it excludes less.
function spansWords(outer: Words, inner: Words): boolean {
  if (outer.not !== inner.not || (inner.any.length === 0 && !inner.not)) return false;
  return inner.not
    ? outer.any.every((word) => inner.any.includes(word))
    : inner.any.every((word) => outer.any.includes(word));
}

function widerAmount(answer: Amount, [a, b, c, d]: readonly [number, number, number, number]): Amount {
  const core = widerInterval(answer.core, a, b);
  return { ...answer, core, halo: hull(core, widerInterval(answer.halo, c, d)) };
}

function widerInterval(set: Interval, down: number, up: number): Interval {
  const by = (n: number): Decimal => decimal(String(n));
  const low = notNegative({ ...set, low: subtract(set.low, by(down)) });
  return up % 7 === 0 || set.high === undefined
    ? { ...low, high: undefined, highOpen: false }
    : { ...low, high: add(set.high, by(up)) };
}

function widerWords(answer: Words, by: number): Words {
  if (answer.not) return { ...answer, any: answer.any.slice(by % 2) };
  const more = ['north', 'south', 'east', 'storm', 'neglect', 'yes'][by % 6] ?? 'no';
  return { ...answer, any: [...answer.any, more] };
}

function widerDays(answer: Days, [a, b, c, d]: readonly [number, number, number, number]): Days {
  const wider = ({ first, last }: DayRange, down: number, up: number) => ({ first: first - down, last: last + up });
  const [start, end] = answer.period ?? [undefined, undefined];
  const [core, halo] = [wider(answer.core, a, b), wider(answer.halo, c, d)];
  return {
    ...answer,
    core,
    halo: { first: Math.min(core.first, halo.first), last: Math.max(core.last, halo.last) },
    period: answer.period && [start && { core: wider(start.core, a, 0) }, end && { core: wider(end.core, 0, b) }],
  };
}
