import { describe, expect, test } from 'vitest';
import { spokenInterval } from '../src/answers/number.ts';
import { type AnswerRules, readAnswer } from '../src/answers/read.ts';

type Row = readonly [text: string, core: string, halo?: string];

/** Rows in full: where one set is given, the other is the same. */
function filled(rows: readonly Row[]): readonly (readonly [text: string, core: string, halo: string])[] {
  return rows.map(([text, core, halo = core]) => [text, core, halo]);
}

/** What the words commit to, then what approximation excuses. */
function read(text: string, rules: AnswerRules): readonly string[] {
  const answer = readAnswer(text, 'number', rules);
  if ('fault' in answer) return [answer.fault];
  if (answer.form !== 'amount') return [answer.form];
  return [spokenInterval(answer.core, answer.percent), spokenInterval(answer.halo, answer.percent)];
}

// Each row is worked out by hand: r is the rounding that the digits imply, R how far they may have been cut or
// rounded, w the width of "about", v how far below its number "nearly" commits.
describe('a count', () => {
  test.each(
    filled([
      ['0', '0'],
      ['53', '53'],
      // Digits of other scripts, and the marks that Arabic puts between them.
      ['٥٣', '53'],
      ['５３', '53'],
      ['٥٣٬٠١٢', '53,012'],
      ['40', '40'],
      ['54,321', '54,321'],
      // R = 5: exactly one zero at the end, from 100 up.
      ['110', '110', '105 to 115'],
      ['250', '250', '245 to 255'],
      // r = R = 5% of n.
      ['100', '95 to 104'],
      ['300', '285 to 314'],
      ['1,000', '950 to 1,049'],
      // r = 50; R = 5% of n, or 100.
      ['1,200', '1,150 to 1,249', '1,140 to 1,260'],
      ['2,500', '2,450 to 2,549', '2,400 to 2,600'],
      // r = 500, R = 1,000.
      ['53,000', '52,500 to 53,499', '52,000 to 54,000'],
      ['53000', '52,500 to 53,499', '52,000 to 54,000'],
    ]),
  )('in digits: %s', (text, core, halo) => {
    expect(read(text, {})).toEqual([core, halo]);
  });

  test.each(
    filled([
      // r is half the last written place times the multiplier, R the whole of it, both at most 5% of n.
      ['1.2 million', '1,150,000 to 1,249,999', '1,140,000 to 1,260,000'],
      ['8.2 million', '8,150,000 to 8,249,999', '8,100,000 to 8,300,000'],
      ['8.25 million', '8,245,000 to 8,254,999', '8,240,000 to 8,260,000'],
      ['2 million', '1,900,000 to 2,099,999'],
      ['40k', '39,500 to 40,499', '39,000 to 41,000'],
      ['40 thousand', '39,500 to 40,499', '39,000 to 41,000'],
      ['3bn', '2,850,000,000 to 3,149,999,999'],
    ]),
  )('with a multiplier: %s', (text, core, halo) => {
    expect(read(text, {})).toEqual([core, halo]);
  });

  test.each(
    filled([
      ['exactly 53,000', '53,000'],
      // w = 10% of n, at least R and at least 1.
      ['about 40', '40', '36 to 44'],
      ['about 5', '5', '4 to 6'],
      ['about 0', '0', '0 to 1'],
      ['some 1,200', '1,150 to 1,249', '1,080 to 1,320'],
      ['roughly 250', '250', '225 to 275'],
      ['approximately 250', '250', '225 to 275'],
      ['~ 53,000', '52,500 to 53,499', '47,700 to 58,300'],
      ['~53,000', '52,500 to 53,499', '47,700 to 58,300'],
      ['about 1.2 million', '1,150,000 to 1,249,999', '1,080,000 to 1,320,000'],
      // v = 5% of n, at least r and at least 1; upward only r is excused, and n itself where r = 0.
      ['nearly 50,000', '47,500 to 49,999', '45,000 to 52,499'],
      ['almost 40', '38 to 39', '36 to 40'],
      ['close to 1,000', '950 to 999', '900 to 1,049'],
      ['just under 20', '19', '18 to 20'],
      ['nearly 1', '0', '0 to 1'],
    ]),
  )('with a word of approximation: %s', (text, core, halo) => {
    expect(read(text, {})).toEqual([core, halo]);
  });

  test.each(
    filled([
      ['more than 53,000', '53,001 or more'],
      ['over 40', '41 or more'],
      ['above 40', '41 or more'],
      ['>40', '41 or more'],
      ['MORE   THAN 40', '41 or more'],
      ['at least 40', '40 or more'],
      ['no fewer than 40', '40 or more'],
      ['≥ 40', '40 or more'],
      ['40+', '40 or more'],
      ['40 or more', '40 or more'],
      ['40 confirmed', '40 or more'],
      ['40 identified', '40 or more'],
      ['40 counted', '40 or more'],
      ['40 so far', '40 or more'],
      ['at least 1.2 million', '1,200,000 or more'],
      ['fewer than 40', '0 to 39'],
      ['under 40', '0 to 39'],
      ['< 40', '0 to 39'],
      ['fewer than 1', '0'],
      ['up to 40', '0 to 40'],
      ['no more than 40', '0 to 40'],
      ['as many as 40', '0 to 40'],
      ['≤ 40', '0 to 40'],
      ['at most 0', '0'],
      ['between 40 and 50', '40 to 50'],
      ['40 to 50', '40 to 50'],
      ['40–50', '40 to 50'],
      ['40-50', '40 to 50'],
      ['5 to 5', '5'],
      ['2 to 3 million', '2,000,000 to 3,000,000'],
      ['900 thousand to 1 million', '900,000 to 1,000,000'],
    ]),
  )('with limits: %s', (text, core) => {
    expect(read(text, {})).toEqual([core, core]);
  });

  test.each(
    filled([
      // Each end moves outward by 10%, at least by 1; from dozens up there is no upper end.
      ['a few', '2 to 9', '1 to 10'],
      ['several', '3 to 9', '2 to 10'],
      ['dozens', '24 to 99', '22 or more'],
      ['scores', '40 to 199', '36 or more'],
      ['hundreds', '200 to 999', '180 or more'],
      ['thousands', '2,000 to 9,999', '1,800 or more'],
      ['tens of thousands', '20,000 to 99,999', '18,000 or more'],
      ['hundreds of thousands', '200,000 to 999,999', '180,000 or more'],
      ['Millions', '2,000,000 or more', '1,800,000 or more'],
      ['none', '0', '0'],
      ['no one', '0', '0'],
      ['zero', '0', '0'],
    ]),
  )('in words: %s', (text, core, halo) => {
    expect(read(text, {})).toEqual([core, halo]);
  });
});

describe('a measure with `scale: real`', () => {
  test.each(
    filled([
      // r is never less than half the last written place.
      ['53', '52.5 to just under 53.5'],
      ['40', '39.5 to just under 40.5'],
      ['5.3', '5.25 to just under 5.35'],
      ['5.30', '5.295 to just under 5.305'],
      ['250', '249.5 to just under 250.5', '245 to 255'],
      ['53,000', '52,500 to just under 53,500', '52,000 to 54,000'],
      ['1.25 million', '1,245,000 to just under 1,255,000', '1,240,000 to 1,260,000'],
      ['exactly 5.3', '5.3'],
      ['about 5', '4.5 to just under 5.5', '4.5 to 5.5'],
      ['about 5.3', '5.25 to just under 5.35', '4.77 to 5.83'],
      ['nearly 5', '4.5 to just under 5', '4.5 to just under 5.5'],
      ['more than 5.5', 'more than 5.5'],
      ['at least 5.5', '5.5 or more'],
      ['fewer than 5.5', '0 to just under 5.5'],
      ['5.3 to 5.5', '5.3 to 5.5'],
      ['a few', '2 to 9', '1.8 to 9.9'],
      ['none', '0'],
    ]),
  )('%s', (text, core, halo) => {
    expect(read(text, { scale: 'real' })).toEqual([core, halo]);
  });
});

describe('a percentage', () => {
  const rows = filled([
    // r is half the last written place; without decimals and ending in 0, R is 2 points.
    ['33%', '32.5% to just under 33.5%'],
    ['30%', '29.5% to just under 30.5%', '28% to 32%'],
    ['30.4%', '30.35% to just under 30.45%'],
    ['30.0%', '29.95% to just under 30.05%'],
    ['0%', '0% to just under 0.5%', '0% to 2%'],
    ['100%', '99.5% to just under 100.5%', '98% to 102%'],
    ['150%', '149.5% to just under 150.5%', '148% to 152%'],
    ['exactly 30%', '30%'],
    ['about 30%', '29.5% to just under 30.5%', '27% to 33%'],
    ['about 10%', '9.5% to just under 10.5%', '8% to 12%'],
    ['nearly 50%', '47.5% to just under 50%', '45% to just under 50.5%'],
    ['more than 30 %', 'more than 30%'],
    ['up to 3.5%', '0% to 3.5%'],
    ['30-40%', '30% to 40%'],
    ['between 30% and 40%', '30% to 40%'],
  ]);

  test.each(rows)('in any question: %s', (text, core, halo) => {
    expect(read(text, {})).toEqual([core, halo]);
  });

  test.each(rows)('in a question whose unit is %%, without the sign: %s', (text, core, halo) => {
    expect(read(text.replaceAll('%', '').trim(), { unit: '%' })).toEqual([core, halo]);
  });
});

test.each(['percent', 'per cent', 'Percentage', 'Per  Cent'])('`unit: %s` means the same as %%', (unit) => {
  expect(read('6', { unit })).toEqual(['5.5% to just under 6.5%', '5.5% to just under 6.5%']);
  expect(read('6%', { unit })).toEqual(read('6%', { unit: '%' }));
});

test.each(['percentage points', 'people', 'percentile'])('`unit: %s` does not', (unit) => {
  expect(read('6', { unit })).toEqual(['6', '6']);
});

test.each<readonly [tolerance: string, text: string, core: string, halo: string]>([
  ['20%', 'about 40', '40', '32 to 48'],
  ['2.5%', 'about 400', '380 to 419', '380 to 420'],
  ['0%', 'about 40', '40', '39 to 41'],
  ['0%', 'about 53,000', '52,500 to 53,499', '52,000 to 54,000'],
  // v is the smaller of 5% and the tolerance.
  ['2%', 'nearly 300', '285 to 299', '285 to 314'],
  ['2%', 'nearly 150', '147 to 149', '145 to 150'],
  ['20%', 'nearly 40', '38 to 39', '32 to 40'],
  ['20%', 'hundreds', '200 to 999', '160 or more'],
])('with a tolerance of %s: %s', (tolerance, text, core, halo) => {
  expect(read(text, { tolerance })).toEqual([core, halo]);
});
