import { describe, expect, test } from 'vitest';
import { clashesAmong, isBetweenTwo, isOnOneDay, told } from './clashes.ts';
import { oryxAndMinistry } from './ledgers.ts';

// Oryx counts the losses that photographs prove, which are a minimum; the ministry's totals are more than twice as high.
// `--pairs` lists every pair that clashes, so that none goes unseen because another one stands for it.
const asMinimum = clashesAmong(oryxAndMinistry('at least'), '--pairs').clashes;
const asTotal = clashesAmong(oryxAndMinistry('exactly'), '--pairs').clashes;

describe('the 194 times that Oryx and the ministry gave a figure for one kind of equipment on one day', () => {
  test('are 194', () => {
    expect(oryxAndMinistry('at least')).toHaveLength(2 * 194);
  });

  test('make no clash when a documented minimum is coded “at least”, not even across days', () => {
    expect(asMinimum.filter(isBetweenTwo)).toEqual([]);
  });

  test('make 194 contradictions when both are coded “exactly”', () => {
    const found = asTotal.filter(isBetweenTwo).filter(isOnOneDay);
    expect(found).toHaveLength(194);
    expect(new Set(found.map(({ verdict, kind }) => `${verdict}, ${kind}`))).toEqual(
      new Set(['contradiction, dispute']),
    );
  });

  // Both are then read as totals of one thing, and such a total cannot fall from the ministry's height to that of Oryx.
  test('make 5,649 more across days then, each of an earlier figure of the ministry and a later one of Oryx', () => {
    const found = asTotal.filter(isBetweenTwo).filter((clash) => !isOnOneDay(clash));
    expect(found).toHaveLength(5649);
    expect(new Set(found.map(({ figures: [a, b] }) => `${a.publisher.id}, ${b.publisher.id}`))).toEqual(
      new Set(['ministry, oryx']),
    );
  });
});

describe('a publisher against itself', () => {
  test('the ministry clashes with itself where its total falls between two of these days', () => {
    expect(told(asMinimum)).toEqual([
      'aircraft: 369 on 2024-09-13, 368 on 2024-10-03',
      'MRL: 1255 on 2024-11-27, 1253 on 2024-12-03',
      'MRL: 1255 on 2024-11-27, 1253 on 2024-12-09',
    ]);
  });

  test('Oryx clashes with itself only when coded “exactly”: a minimum may be set lower', () => {
    const own = asTotal.filter(({ figures }) => figures.every(({ publisher }) => publisher.id === 'oryx'));
    expect(told(own)).toEqual([
      'aircraft: 79 on 2023-03-16, 78 on 2023-03-26',
      'MRL: 447 on 2024-12-09, 446 on 2024-12-17',
      'tank: 3837 on 2025-03-30, 3835 on 2025-03-31',
      'helicopter: 157 on 2025-04-02, 156 on 2025-04-11',
      'tank: 3890 on 2025-04-10, 3885 on 2025-04-11',
      'helicopter: 156 on 2025-03-30, 155 on 2025-04-13',
      'helicopter: 157 on 2025-04-02, 155 on 2025-04-13',
      'helicopter: 156 on 2025-04-11, 155 on 2025-04-13',
      'tank: 3928 on 2025-04-19, 3926 on 2025-04-20',
      'tank: 3995 on 2025-05-23, 3994 on 2025-05-27',
    ]);
  });
});
