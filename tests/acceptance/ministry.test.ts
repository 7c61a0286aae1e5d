import { beforeAll, describe, expect, test } from 'vitest';
import { clashesAmong, type FigureClash, type Printed, told } from './clashes.ts';
import { changesOf, type Figure } from './figure.ts';
import { type Correction, ministryCorrections, ministryEquipment, ministryPersonnel } from './ledgers.ts';

// Every fall of a total in `data/ua_mod_losses.csv`, from the day on which the higher total was first published.
const FALLS = [
  'APC: 5181 on 2022-10-12, 5167 on 2022-10-13',
  'tank: 3799 on 2023-05-27, 3797 on 2023-05-28',
  'aircraft: 316 on 2023-10-01, 315 on 2023-10-03',
  'cruise missiles: 1920 on 2024-03-12, 1919 on 2024-03-13',
  'anti-aircraft warfare: 911 on 2024-08-04, 910 on 2024-08-05',
  'aircraft: 369 on 2024-09-12, 368 on 2024-10-03',
  'MRL: 1255 on 2024-11-27, 1253 on 2024-11-30',
  'special equipment: 3700 on 2024-11-29, 3617 on 2024-11-30',
  'MRL: 1368 on 2025-04-19, 1367 on 2025-04-22',
  'cruise missiles: 3197 on 2025-05-03, 3196 on 2025-05-04',
  'anti-aircraft warfare: 1224 on 2025-09-29, 1222 on 2025-10-03',
  'special equipment: 3979 on 2025-09-29, 3970 on 2025-10-03',
  'field artillery: 37842 on 2026-03-03, 37832 on 2026-03-04',
];

const equipment = ministryEquipment();
const personnel = ministryPersonnel();
const threeMinutes = 180_000;
let printed: Printed;

beforeAll(() => {
  printed = clashesAmong([...equipment.flatMap(changesOf), ...changesOf(personnel)]);
}, threeMinutes);

describe("the ministry's totals, of 17 kinds of equipment over 1,626 days", () => {
  test('are all there', () => {
    expect(equipment).toHaveLength(17);
    expect(new Set(equipment.flat().map(({ day }) => day)).size).toBe(1626);
  });

  test('fall 13 times, and nothing but these falls is told', () => {
    expect(told(printed.clashes)).toEqual(FALLS);
  });

  test('contradict each other, as one speaker against an earlier figure of its own', () => {
    const words = printed.clashes.map(({ verdict, kind }) => `${verdict}, ${kind}`);
    expect(new Set(words)).toEqual(new Set(['contradiction, revision']));
    expect(printed.counts).toEqual({ contradiction: 13, opposed: 0, tension: 0, shift: 0, reviewed: 0 });
  });

  // A fall sets the new total against every earlier total above it, and so do the totals after it until the old height
  // is reached again: for special equipment, which fell by 83, over seven weeks.
  test('contradict each other in 357 pairs, which the 13 falls stand for', () => {
    expect(printed.pairs).toEqual({
      aircraft: 2,
      tank: 1,
      apc: 3,
      'field-artillery': 1,
      mrl: 3,
      'anti-aircraft-warfare': 4,
      'cruise-missiles': 2,
      'special-equipment': 341,
    });
    expect(Object.values(printed.pairs).reduce((sum, pairs) => sum + pairs, 0)).toBe(357);
  });

  test('make more pairs with a claim for every day, but no more falls: so do aircraft until the end of 2023', () => {
    const daily = dailyOf('aircraft').filter(({ day }) => day < '2024');
    const changes = changesOf(daily);
    expect([daily.length, changes.length]).toEqual([675, 160]);
    const [ofDays, ofChanges] = [clashesAmong(daily), clashesAmong(changes)];
    expect([ofDays.pairs, ofChanges.pairs]).toEqual([{ aircraft: 16 }, { aircraft: 1 }]);
    expect(told(ofDays.clashes)).toEqual(['aircraft: 316 on 2023-10-02, 315 on 2023-10-03']);
    expect(told(ofChanges.clashes)).toEqual(['aircraft: 316 on 2023-10-01, 315 on 2023-10-03']);
  });
});

test("the ministry's totals of personnel, with its own words “about” and “more than”, never clash", () => {
  expect(personnel).toHaveLength(1626);
  expect(new Set(personnel.map(({ word }) => word))).toEqual(new Set(['about', 'more than']));
  expect(printed.pairs).not.toHaveProperty('personnel');
  expect(printed.clashes.filter(({ figures }) => figures.some(({ series }) => series === 'personnel'))).toEqual([]);
});

describe('the corrections that the ministry announced', () => {
  const downward = ministryCorrections().filter(({ by }) => by < 0);

  test('entered as reviews of the falls that they explain, leave 2 of the 13 open', () => {
    const { clashes, counts } = clashesAmong(printed.clashes.flatMap((fall) => explained(fall, downward)));
    expect(counts).toEqual({ contradiction: 2, opposed: 0, tension: 0, shift: 0, reviewed: 11 });
    expect(told(clashes)).toEqual([
      // Its correction, by 5, is dated the day before, on which the total rose.
      'tank: 3799 on 2023-05-27, 3797 on 2023-05-28',
      'field artillery: 37842 on 2026-03-03, 37832 on 2026-03-04',
    ]);
  });

  test('show as a fall in 11 of 22 cases: in the others the total rose on that day all the same', () => {
    expect(downward).toHaveLength(22);
    const unseen = downward.filter((correction) => !printed.clashes.some((fall) => explains(correction, fall)));
    expect(unseen).toHaveLength(11);
    expect(unseen.filter((correction) => growth(correction) <= 0)).toEqual([]);
  });
});

/** The two figures of a fall, the later one with the correction that explains it, if one does. */
function explained(fall: FigureClash, corrections: readonly Correction[]): readonly Figure[] {
  const [before, after] = fall.figures;
  const correction = corrections.find((one) => explains(one, fall));
  if (correction === undefined) return [before, after];
  return [
    before,
    { ...after, correction: { of: before, reason: `The ministry corrected the total by ${correction.by}` } },
  ];
}

/** True for a correction of that series and that day by at least as much as the total fell. */
function explains({ day, series, by }: Correction, { figures: [before, after] }: FigureClash): boolean {
  return day === after.day && series === after.series && by <= Number(after.total) - Number(before.total);
}

/** By how much the total of the series rose on the day of a correction, which is part of it. */
function growth({ day, series }: Correction): number {
  const figures = dailyOf(series);
  const at = figures.findIndex((figure) => figure.day === day);
  return Number(figures[at]?.total) - Number(figures[at - 1]?.total);
}

function dailyOf(series: string): readonly Figure[] {
  return equipment.find(([first]) => first?.series === series) ?? [];
}
