import { describe, expect, test } from 'vitest';
import { type AnswerRules, readAnswer } from '../src/answers/read.ts';

/** Why a number is refused, or `undefined` if it is not. */
function faultOf(text: string, rules: AnswerRules = {}): string | undefined {
  const answer = readAnswer(text, 'number', rules);
  return 'fault' in answer ? answer.fault : undefined;
}

describe('what is not read whole is refused, and never guessed', () => {
  test.each<readonly [text: string, fault: string]>([
    ['-5', '`-5` has a minus sign'],
    ['−5', '`−5` has a minus sign'],
    ['about -5', '`about -5` has a minus sign'],
    ['53.000', '`53.000` is not a whole number, and this question counts'],
    ['3.5', '`3.5` is not a whole number, and this question counts'],
    ['3.5 to 4', '`3.5` is not a whole number, and this question counts'],
    ['1.2345 thousand', '`1.2345 thousand` is not a whole number, and this question counts'],
    ['1,2 million', '`1,2 million` has its digits grouped in a way that could mean two numbers'],
    ['5,3000', '`5,3000` has its digits grouped in a way that could mean two numbers'],
    ['1.200.000', '`1.200.000` has its digits grouped in a way that could mean two numbers'],
    ['9 to 4', '`9 to 4` ends before it begins'],
    ['between 9 and 4', '`between 9 and 4` ends before it begins'],
    ['900,000 to 1 million', '`900,000 to 1 million` ends before it begins'],
    ['fewer than 0', '`fewer than 0` leaves no whole number that it could mean'],
    ['53,000 people', '`53,000 people` is read as far as `53,000`, but not `… people`'],
    ['some 53,000 people', '`some 53,000 people` is read as far as `53,000`, but not `some … people`'],
    ['53 000', '`53 000` is read as far as `53`, but not `… 000`'],
    ['more than about 40', '`more than about 40` is read as far as `40`, but not `more than about …`'],
    ['3 mln', '`3 mln` is read as far as `3`, but not `… mln`'],
    ['40ish', '`40ish` is read as far as `40`, but not `… ish`'],
    ['$40', '`$40` is read as far as `40`, but not `$ …`'],
    ['1e6', '`1e6` is read as far as `1`, but not `… e6`'],
    ['٤٠', '`٤٠` is not a number'],
    ['3 million%', '`3 million%` is both multiplied and a percentage'],
    ['30%-40', 'a range goes from a number to a number or from a percentage to a percentage'],
    ['9'.repeat(81), 'a number has at most 80 characters'],
  ])('%s', (text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });

  test('so is a measure', () => {
    expect(faultOf('1,2 million', { scale: 'real' })).toContain('could mean two numbers');
    expect(faultOf('fewer than 0', { scale: 'real' })).toBe('`fewer than 0` leaves no number that it could mean');
  });

  test('a blank is a fault that quotes nothing', () => {
    expect(faultOf('')).toBe('an empty answer is not a number');
    expect(faultOf('  ')).toBe('an empty answer is not a number');
  });

  test('each tells what to write instead', () => {
    const hints = ['-5', '53.000', '1,2 million', '900,000 to 1 million', '53,000 people'].map((text) => {
      const answer = readAnswer(text, 'number', {});
      return 'fault' in answer ? answer.hint : undefined;
    });
    expect(hints).toEqual([
      'ask by how much it fell, and answer with a plain number',
      expect.stringContaining('`scale: real`'),
      expect.stringContaining('by a comma in threes'),
      expect.stringContaining('write both numbers in full'),
      expect.stringContaining('units stand in `unit`'),
    ]);
  });
});
