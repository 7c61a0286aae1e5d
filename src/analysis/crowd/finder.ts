import { answerKey, meetWords, type Words } from '../../answers/choice.ts';
import { type Bounds, boundsOf } from './bounds.ts';
import type { Crowd } from './crowd.ts';
import type { Group } from './ranges.ts';
import { greatest, type Span, search, united, type Way } from './search.ts';

/**
 * Places in a row of items, in turn, that may clash with the one at `place`. It leaves out only what cannot clash: what
 * it yields is still to be compared.
 */
export type Finder = (place: number, span: Span, way: Way) => Generator<number>;

/** Whether pairs are looked for that are held together in time, or also one speaker's on whatever days. */
export type Scope = 'held' | 'moved';

/** Finds in one speaker's row what may clash with an item of it. */
export function finderAmong(crowd: Crowd, row: Group, scope: Scope): Finder {
  const may = mayClash(crowd, row, scope);
  return (place, span, way) => search(row.length, span, way, (node) => may(node, place));
}

/**
 * Finds in the whole crowd, or among those whose clashes nothing weakens, what may clash with an item. Stretches that are
 * all its own speaker's are left out.
 */
export function finderBetween(crowd: Crowd, among: 'all' | 'firm' = 'all'): Finder {
  const row = crowd.sides.all;
  const wanted = greatest(row.length, (item) => (among === 'all' ? 1 : (crowd.firm[item] ?? 0)));
  const may = mayClash(crowd, row, 'held');
  const chainOf = (item: number): number => crowd.chainOf[item] ?? 0;
  const [most, least] = [greatest(row.length, chainOf), greatest(row.length, (item) => -chainOf(item))];
  const isOwn = (node: number, item: number): boolean => most[node] === chainOf(item) && least[node] === -chainOf(item);
  return (item, span, way) =>
    search(row.length, span, way, (node) => wanted[node] === 1 && !isOwn(node, item) && may(node, item));
}

function mayClash(crowd: Crowd, row: Group, scope: Scope): (node: number, place: number) => boolean {
  const [value, time] = [valueBounds(crowd, row), timeBounds(crowd, row, scope)];
  return (node, place) => {
    const lies = value(node, place);
    return (lies.above || lies.below) && time(node, place, lies);
  };
}

/** Whether any of a stretch may lie above a place, and any below it. Words lie on both sides of all others. */
interface Lies {
  readonly above: boolean;
  readonly below: boolean;
}

type ValueBounds = (node: number, place: number) => Lies;
type TimeBounds = (node: number, place: number, lies: Lies) => boolean;

function valueBounds({ answers }: Crowd, row: Group): ValueBounds {
  if (answers.form === 'words') return wordBounds(row.flatMap((item) => answers.words[item] ?? []));
  const lines = [...answers.line.cores, ...(answers.form === 'days' ? answers.ends : [])].map((by) =>
    boundsOf(by, row),
  );
  return (node, place) => ({
    above: lines.some(({ greatestLow, high }) => greatestLow(node) > high(place)),
    below: lines.some(({ leastHigh, low }) => leastHigh(node) < low(place)),
  });
}

function wordBounds(words: readonly Words[]): ValueBounds {
  const keys = words.map(answerKey);
  const answers = [...new Map(words.map((one, place) => [keys[place] ?? '', one]))];
  const bits = new Map(answers.map(([key], index) => [key, 1 << (index % BITS)]));
  // So many answers clash with nearly all the others: only the same one is left out.
  const clashing = (one: Words): number =>
    answers.length > BITS
      ? -1
      : answers.reduce(
          (sum, [key, other]) => (meetWords(one, other) === 'shared' ? sum : sum | (bits.get(key) ?? 0)),
          0,
        );
  const masks = new Map(answers.map(([key, one]) => [key, clashing(one)]));
  const nodes = united(words.length, (place) => bits.get(keys[place] ?? '') ?? 0);
  const numbers = new Map(answers.map(([key], index) => [key, index]));
  const numberAt = (place: number): number => numbers.get(keys[place] ?? '') ?? 0;
  const [most, least] = [greatest(words.length, numberAt), greatest(words.length, (place) => -numberAt(place))];
  const isSame = (node: number, place: number): boolean =>
    most[node] === numberAt(place) && least[node] === -numberAt(place);
  return (node, place) => {
    const may = !isSame(node, place) && ((nodes[node] ?? 0) & (masks.get(keys[place] ?? '') ?? 0)) !== 0;
    return { above: may, below: may };
  };
}

const BITS = 30;

function timeBounds(crowd: Crowd, row: Group, scope: Scope): TimeBounds {
  const { question } = crowd.asked;
  if (question.time === undefined || question.time === 'fixed') return () => true;
  if (question.time === 'state' && scope === 'moved') return () => true;
  const own = boundsOf(crowd.days, row);
  const isDefaulted = (place: number): number => Number(crowd.said[row[place] ?? -1]?.claim.as_of === undefined);
  if (question.time === 'cumulative') {
    return (node, place, lies) =>
      mayFall(own, node, place, lies, crowd.zones) || mayShare(own, node, place, isDefaulted);
  }
  const defaulted = greatest(row.length, isDefaulted);
  const window = question.time === 'state' ? (question.window ?? 7) : 0;
  return (node, place) => {
    const reach = defaulted[node] === 1 || isDefaulted(place) === 1 ? Math.max(window, crowd.zones) : crowd.zones;
    return own.leastLow(node) <= own.high(place) + reach && own.greatestHigh(node) >= own.low(place) - reach;
  };
}

/** An earlier total above, or a later one below. */
function mayFall(days: Bounds, node: number, place: number, { above, below }: Lies, zones: number): boolean {
  return (
    (above && days.leastHigh(node) <= days.low(place) + zones) ||
    (below && days.greatestLow(node) >= days.high(place) - zones)
  );
}

/** A total as of the same days: one without `as_of` shares its days with none. */
function mayShare(days: Bounds, node: number, place: number, isDefaulted: (place: number) => number): boolean {
  const [first, last] = [days.low(place), days.high(place)];
  if (first === last || isDefaulted(place) === 1) return false;
  return days.leastLow(node) <= first && first <= days.greatestLow(node) && days.leastHigh(node) <= last;
}
