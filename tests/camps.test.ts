import { describe, expect, test } from 'vitest';
import { analysed, type Entry } from './harness/scenario.ts';

const number: Entry = { kind: 'number', time: 'fixed' };
const percent: Entry = { kind: 'number', time: 'fixed', scale: 'real' };
const date: Entry = { kind: 'date', time: 'fixed' };
const open: Entry = { kind: 'choice', time: 'fixed' };
const total: Entry = { kind: 'number', time: 'cumulative' };

/** So many claims by as many speakers, each with one of the answers in turn. */
function camps(question: Entry, count: number, ...answers: readonly string[]): readonly string[] {
  const claims = Array.from({ length: count }, (_, index) => {
    return `c${100 + index} speaker ${index}: ${answers[index % answers.length]} @2024-06-01`;
  });
  return analysed({ question, claims }).camps.map(({ answer, said }) => `${answer}: ${said.length}`);
}

describe('the camps of a crowd', () => {
  test.each<
    readonly [what: string, question: Entry, count: number, answers: readonly string[], expected: readonly string[]]
  >([
    ['words', open, 12, ['fog', 'ice', 'fog'], ['fog: 8', 'ice: 4']],
    ['the same options in another order', open, 12, ['fog | ice', 'sand', 'ice | fog'], ['fog or ice: 8', 'sand: 4']],
    ['numbers', number, 12, ['exactly 40', '60', '40'], ['40: 8', '60: 4']],
    ['rounded numbers', number, 12, ['53,000', 'exactly 52,700', '41'], ['52,700: 8', '41: 4']],
    [
      'what fits several',
      number,
      20,
      ['10', '11', 'at least 5', '5000'],
      ['10: 5', '11: 5', '5000: 5', 'at least 5: 5'],
    ],
    [
      'percentages beside numbers',
      percent,
      20,
      ['30%', '31%', '40', '41'],
      ['30%: 5', '31%: 5', '40: 5', '41: 5'].map((camp) => camp.replace(/^(\d+)%/, '$1%')),
    ],
    ['dates', date, 12, ['2024-05', '2024-05-03', '2024-07'], ['3 May 2024: 8', '2024-07: 4']],
    ['none of totals so far', total, 12, ['40', '60'], []],
    ['none where few clash', number, 4, ['40', '60'], []],
  ])('%s', (_what, question, count, answers, expected) => {
    expect(camps(question, count, ...answers)).toEqual(expected);
  });
});
