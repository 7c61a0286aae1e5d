import { beforeAll, describe, expect, test } from 'vitest';
import { clashesAmong, type FigureClash, isBetweenTwo, isOnOneDay, type Printed, told } from './clashes.ts';
import { changesOf, type Figure } from './figure.ts';
import { italy } from './ledgers.ts';

// Every day in `data/italy_pcm_jhu.csv` on which the two give different cases: first the Civil Protection's.
const MISMATCHES = [
  '2020-02-26: 400 and 453',
  '2020-02-27: 650 and 655',
  '2020-03-26: 80539 and 80589',
  '2020-05-31: 233019 and 232997',
  '2020-09-05: 276337 and 276338',
  '2020-12-26: 2038783 and 2038759',
  '2021-03-25: 3464645 and 3464543',
  '2021-03-27: 3512390 and 3512453',
  '2021-03-28: 3531994 and 3532057',
  '2021-03-29: 3544894 and 3544957',
  '2021-03-30: 3560945 and 3561012',
  '2021-03-31: 3583444 and 3584899',
  '2022-01-01: 6267035 and 6266939',
  '2022-01-25: 10216395 and 10212621',
  '2022-03-12: 13323128 and 13323179',
];

// Every fall of a total of the Civil Protection.
const FALLS = [
  'cases: 238159 on 2020-06-18, 238011 on 2020-06-19',
  'deaths: 34675 on 2020-06-23, 34644 on 2020-06-24',
  'people tested: 14243149 on 2020-12-05, 13510154 on 2020-12-06',
  'tests: 24683230 on 2020-12-16, 24635720 on 2020-12-17',
  'people tested: 14246739 on 2020-12-17, 14150088 on 2020-12-18',
  'recovered: 25594418 on 2023-06-30, 25594116 on 2023-07-01',
  'people tested: 69649035 on 2023-12-03, 69621415 on 2023-12-04',
  'people tested: 69758497 on 2023-12-23, 64852388 on 2023-12-24',
  'deaths: 195194 on 2024-01-04, 195154 on 2024-01-05',
  'deaths: 196318 on 2024-02-22, 196316 on 2024-02-23',
  'recovered: 26351199 on 2024-02-22, 26350767 on 2024-02-23',
  'people tested: 70041594 on 2024-03-10, 70040002 on 2024-03-11',
  'people tested: 95303628 on 2024-04-03, 70106781 on 2024-04-04',
  'recovered: 26379341 on 2024-06-12, 26378723 on 2024-06-13',
  'tests: 283833533 on 2024-11-04, 256465023 on 2024-11-05',
  'people tested: 70524765 on 2024-11-23, 70522615 on 2024-11-24',
];

const threeMinutes = 180_000;
const series = italy();
let printed: Printed;
let between: readonly FigureClash[];

beforeAll(() => {
  printed = clashesAmong(series.flatMap(changesOf));
  between = printed.clashes.filter(isBetweenTwo);
}, threeMinutes);

describe("Italy's cases, by the Civil Protection and by Johns Hopkins University", () => {
  test('are given by both on 783 days', () => {
    const [own = [], others = []] = series;
    const days = new Set(own.map(({ day }) => day));
    expect(others.filter(({ day }) => days.has(day))).toHaveLength(783);
  });

  test('contradict each other on the 15 days on which they differ', () => {
    expect(between.filter(isOnOneDay).map(mismatch).sort()).toEqual(MISMATCHES);
  });

  // Totals of two days may clash too, where the earlier is the larger. There is one such fall, which both have: the
  // total before it, by either, contradicts the total after it, by the other.
  test('contradict each other across days only over the fall of 19 June 2020, which is in both', () => {
    const fall = between.filter((clash) => !isOnOneDay(clash)).map(({ figures }) => figures.map(by).join(', '));
    expect(fall.sort()).toEqual([
      'jhu 238159 on 2020-06-18, pcm 238011 on 2020-06-19',
      'pcm 238159 on 2020-06-18, jhu 238011 on 2020-06-19',
    ]);
  });
});

describe("Italy's totals against earlier ones of the same publisher", () => {
  const ownFalls = (id: string): readonly FigureClash[] =>
    printed.clashes.filter(({ figures }) => figures.every(({ publisher }) => publisher.id === id));

  test('of the Civil Protection fall in cases once, deaths 3, recovered 3, tests 2 and people tested 7 times', () => {
    expect(told(ownFalls('pcm'))).toEqual(FALLS);
    const falls = (name: string): number => FALLS.filter((fall) => fall.startsWith(`${name}:`)).length;
    expect(['cases', 'deaths', 'recovered', 'tests', 'people tested'].map(falls)).toEqual([1, 3, 3, 2, 7]);
  });

  test('of Johns Hopkins University fall once', () => {
    expect(told(ownFalls('jhu'))).toEqual(['cases: 238159 on 2020-06-18, 238011 on 2020-06-19']);
  });
});

test('all 34 are contradictions, between the two or of one with itself, and there is nothing else', () => {
  expect(printed.counts).toEqual({ contradiction: 34, opposed: 0, tension: 0, shift: 0, reviewed: 0 });
  const words = (clash: FigureClash): string => `${clash.verdict}, ${clash.kind}`;
  expect(new Set(between.map(words))).toEqual(new Set(['contradiction, dispute']));
  const within = printed.clashes.filter((clash) => !isBetweenTwo(clash));
  expect(new Set(within.map(words))).toEqual(new Set(['contradiction, revision']));
});

function mismatch({ figures }: FigureClash): string {
  const total = (id: string): string | undefined => figures.find(({ publisher }) => publisher.id === id)?.total;
  return `${figures[0].day}: ${total('pcm')} and ${total('jhu')}`;
}

function by({ publisher, total, day }: Figure): string {
  return `${publisher.id} ${total} on ${day}`;
}
