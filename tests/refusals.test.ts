import { describe, expect, test } from 'vitest';
import { type AnswerRules, readAnswer } from '../src/answers/read.ts';

/** Why a number is refused, or `undefined` if it is not. */
function faultOf(text: string, rules: AnswerRules = {}): string | undefined {
  const answer = readAnswer(text, 'number', rules);
  return 'fault' in answer ? answer.fault : undefined;
}

function hintOf(text: string): string | undefined {
  const answer = readAnswer(text, 'number', {});
  return 'fault' in answer ? answer.hint : undefined;
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
    ['3 million%', '`3 million%` is both multiplied and a percentage'],
    ['6 percent', '`6 percent` is read as far as `6`, but not `… percent`'],
    ['6 per cent', '`6 per cent` is read as far as `6`, but not `… per cent`'],
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

  const FORMS = expect.stringContaining('units stand in `unit`');
  const DIGITS = expect.stringMatching(/^write the number in digits/u);
  const REAL = expect.stringMatching(/^if the question measures .*`scale: real`/u);
  const thousands = (wanted: string) =>
    `write \`${wanted}\` if thousands are meant; if the question measures rather than counts, give it \`scale: real\``;

  test.each<readonly [text: string, hint: unknown]>([
    ['53.000', thousands('53,000')],
    ['more than 53.000', thousands('more than 53,000')],
    ['53.000 or more', thousands('53,000 or more')],
    ['53.000 to 54.000', thousands('53,000')],
    ['3.5', REAL],
    ['0.500', REAL],
    ['3.50', REAL],
    ['1.2345 thousand', REAL],
    ['6 percent', 'write `6%`'],
    ['6 per cent', 'write `6%`'],
    ['6 pct', 'write `6%`'],
    ['About 6.5 Percent', 'write `about 6.5%`'],
    ['30 to 40 per cent', 'write `30 to 40%`'],
    ['6 per cent of the homes', FORMS],
    ['6 percentage points', FORMS],
    ['fifty', DIGITS],
    ['two million', DIGITS],
    ['at least forty-eight', DIGITS],
    ['half', DIGITS],
    ['a dozen', DIGITS],
    ['3 dozen', DIGITS],
    ['one of 40 boats', FORMS],
    ['dozens of boats', FORMS],
    ['53 thousand people', FORMS],
    ['many', FORMS],
  ])('%s: what to write instead', (text, hint) => {
    expect(hintOf(text)).toEqual(hint);
  });

  test('each tells what to write instead', () => {
    const hints = ['-5', '53.000', '1,2 million', '900,000 to 1 million', '53,000 people'].map(hintOf);
    expect(hints).toEqual([
      'ask by how much it fell, and answer with a plain number',
      expect.stringContaining('`scale: real`'),
      expect.stringContaining('by a comma in threes'),
      expect.stringContaining('write both numbers in full'),
      expect.stringContaining('units stand in `unit`'),
    ]);
  });
});
