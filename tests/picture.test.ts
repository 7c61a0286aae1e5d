import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { dayNumber } from '../src/date.ts';
import { main } from '../src/main.ts';
import { type Element, elementsIn, textIn, valuesOf, withClass } from './harness/elements.ts';
import { memoryIo } from './harness/memory.ts';

/** Two claims of exact days at the ends of a year, which show where days lie, and one with the keys to be drawn. */
function dated(keys: string): string {
  return `topic: An invented flood
sources: { one: { outlet: Gazette, published: 2024-05-20 } }
questions:
  - id: q
    ask: How many so far?
    time: cumulative
    claims:
      - { id: start, speaker: A, date: 2024-01-01, as_of: 2024-01-01, says: So, answer: 1, source: one }
      - { id: end, speaker: A, date: 2024-12-31, as_of: 2024-12-31, says: So, answer: 9, source: one }
      - { id: this, speaker: B, says: So, answer: 5, source: one, ${keys} }
`;
}

const JULY = [dayNumber(2024, 7, 1), dayNumber(2024, 7, 31)] as const;
const MAY_20 = dayNumber(2024, 5, 20);
const JUNE_5 = dayNumber(2024, 6, 5);

// What `date` is to the timeline, `as_of` is to the step chart.
describe.each([
  ['timeline', (date: string) => `date: ${date}`],
  ['totals', (date: string) => `date: 2024-12-31, as_of: ${date}`],
] as const)('in the drawing of class %s', (kind, keys) => {
  test.each([
    ['a day', '2024-06-05', JUNE_5],
    ['a day with a time', '2024-06-05T10:00Z', JUNE_5],
  ])('%s is a mark on that day', (_, date, day) => {
    const { at, mark } = drawn(dated(keys(date)), kind);
    expect(mark).toEqual({ x: close(at(day)), isRinged: false });
  });

  test.each([
    ['a month', '2024-07', ...JULY],
    ['a year', '2024', dayNumber(2024, 1, 1), dayNumber(2024, 12, 31)],
    ['an interval', '2024-06-05/2024-07', JUNE_5, JULY[1]],
  ])('%s is a bar over its days, with a ring in the middle', (_, date, first, last) => {
    const { at, mark } = drawn(dated(keys(date)), kind);
    const bar = [close(at(first)), close(at(last))];
    expect(mark).toEqual({ x: close((at(first) + at(last)) / 2), isRinged: true, kind: 'bar', ends: bar });
  });

  test.each([
    ['an approximate month', '2024-07~', ...JULY],
    ['an approximate day', '2024-06-05~', JUNE_5, JUNE_5],
    ['an uncertain day', '2024-06-05?', JUNE_5, JUNE_5],
  ])('%s is dashes that go beyond its days', (_, date, first, last) => {
    const { at, mark } = drawn(dated(keys(date)), kind);
    expect(mark).toMatchObject({ x: close((at(first) + at(last)) / 2), isRinged: true, kind: 'dashes' });
    expect(mark.ends?.[0]).toBeLessThan(at(first));
    expect(mark.ends?.[1]).toBeGreaterThan(at(last));
  });

  test.each([
    ['until July', '../2024-07', JULY[1], 'arrow to the left'],
    ['from July on', '2024-07/..', JULY[0], 'arrow to the right'],
  ])('%s is an arrow', (_, date, day, kindOfArrow) => {
    const { at, mark } = drawn(dated(keys(date)), kind);
    expect(mark).toMatchObject({ x: close(at(day)), isRinged: true, kind: kindOfArrow });
  });

  test('what only its source dates is an arrow to the left', () => {
    const { at, mark } = drawn(dated('note: x'), kind);
    expect(mark).toMatchObject({ x: close(at(MAY_20)), isRinged: true, kind: 'arrow to the left' });
  });

  test('the caption explains what occurs, and nothing else', () => {
    const caption = (date: string): string => drawn(dated(keys(date)), kind).caption;
    expect(caption('2024-06-05')).not.toContain('ring');
    expect(caption('2024-07')).toContain('the day is not exact: a bar across spans the days that it may be.');
    expect(caption('2024-07~')).toContain('the day is not exact: dashes across mean about then.');
    expect(caption('../2024-07')).toContain('the day is not exact: an arrow to the left means then or earlier.');
    expect(caption('2024-07/..')).toContain('the day is not exact: an arrow to the right means then or later.');
  });

  test('its label and its text say the same', () => {
    expect(drawn(dated(keys('2024-06-05')), kind).label).not.toContain('exact');
    const { label, text } = drawn(dated(keys('2024-07~')), kind);
    expect(label).toMatch(/ 1 (?:claim|number) has no exact day\.$/u);
    expect(text).toContain('about July 2024');
  });
});

test('a total holds until the days in which the next may have been reached, and then from their end on', () => {
  const given = (date: string, answer: number): string =>
    `      - { speaker: A, date: 2024-12-31, as_of: ${date}, says: So, answer: ${answer} }\n`;
  const claims = given('2024-01-01', 1) + given('2024-07', 5) + given('2024-12-31', 9);
  const svg = svgOf(dated('').replace(/ {6}- \{ id[\s\S]*$/u, claims), 'totals');
  const [bar = []] = valuesOf(withClass(svg, 'days'), 'd').map(numbers);
  const [line = ''] = valuesOf(withClass(svg, 'step'), 'd');
  const [before, after] = line.split(/(?=M)/u).slice(-2).map(numbers);
  expect(before?.[2]).toBe(bar[0]);
  expect(after?.[0]).toBe(bar[5]);
});

describe('sixty claims whose days are not exact', () => {
  const dates = ['2024-03', '2024', '2024-02~', '../2024-05', '2024-04-05?', '2024-01/2024-06', '2024-04-10'];
  const claims = Array.from({ length: 60 }, (_, index) => {
    const party = `The ${['first', 'second', 'third', 'fourth', 'fifth'][index % 5]} party, which has quite a long name`;
    return `  - { id: c${index}, speaker: ${JSON.stringify(party)}, date: ${dates[index % dates.length]}, says: So }`;
  });
  const topic = `topic: A crowd\nclaims:\n${claims.join('\n')}\n`;

  test('all stand in their own place', () => {
    const marks = svgOf(topic, 'timeline').filter((element) => valuesOf([element], 'data-claim').length > 0);
    const places = marks.flatMap((mark) => valuesOf(elementsIn(mark.childNodes), 'transform').slice(0, 1));
    expect(places).toHaveLength(60);
    expect(new Set(places).size).toBe(60);
  });
});

interface Drawn {
  /** Where a day lies. */
  readonly at: (day: number) => number;
  readonly mark: Mark;
  readonly caption: string;
  readonly label: string;
  readonly text: string;
}

interface Mark {
  readonly x: number;
  readonly isRinged: boolean;
  /** What is drawn across, and from where to where. */
  readonly kind?: string;
  readonly ends?: readonly [number, number];
}

function drawn(topic: string, kind: 'timeline' | 'totals'): Drawn {
  const part = withClass(elementsIn(parse(exported(topic)).childNodes), kind).flatMap((element) => element.childNodes);
  const svg = svgOf(topic, kind);
  const [start, end, mark] = [markOf(svg, 'start'), markOf(svg, 'end'), markOf(svg, 'this')];
  const [first, last] = [dayNumber(2024, 1, 1), dayNumber(2024, 12, 31)];
  const within = (name: string): string => textIn(elementsIn(part).filter(({ tagName }) => tagName === name));
  return {
    at: (day) => start.x + ((day - first) / (last - first)) * (end.x - start.x),
    mark,
    caption: within('figcaption'),
    label: valuesOf(elementsIn(part), 'aria-label')[0] ?? '',
    text: within('details'),
  };
}

/** The elements of the first, wide, drawing of a kind. */
function svgOf(topic: string, kind: 'timeline' | 'totals'): readonly Element[] {
  const part = withClass(elementsIn(parse(exported(topic)).childNodes), kind).flatMap((element) => element.childNodes);
  const [wide] = elementsIn(part).filter(({ tagName }) => tagName === 'svg');
  return elementsIn(wide?.childNodes ?? []);
}

function markOf(svg: readonly Element[], id: string): Mark {
  const group = svg.find((element) => valuesOf([element], 'data-claim').includes(id));
  const inside = elementsIn(group?.childNodes ?? []);
  const [x = Number.NaN] = numbers(valuesOf(inside, 'transform')[0] ?? '');
  const [across] = withClass(inside, 'days');
  const isRinged = withClass(inside, 'ring').length > 0;
  if (across === undefined) return { x, isRinged };
  const d = valuesOf([across], 'd')[0] ?? '';
  const [from = 0, to = 0] = [numbers(d)[0], Number(/H(-?[\d.]+)/u.exec(d)?.[1])];
  const isArrow = !d.includes('v') && /H[\d.]+m/u.test(d);
  const way = to < from ? 'left' : 'right';
  const kind = isArrow ? `arrow to the ${way}` : withClass([across], 'about').length > 0 ? 'dashes' : 'bar';
  return { x, isRinged, kind, ends: [from, to] };
}

function numbers(text: string): readonly number[] {
  return [...text.matchAll(/-?\d+(?:\.\d+)?/gu)].map(([number]) => Number(number));
}

/** Positions are rounded to tenths. */
function close(x: number): number {
  return expect.closeTo(x, 0);
}

function exported(topic: string): string {
  const io = memoryIo({ files: { '/desk/claims/topic.yaml': topic }, cwd: '/desk' });
  expect(main(['export', '--format', 'html'], io.io)).toBe(0);
  return io.stdout();
}
