import { describe, expect, test } from 'vitest';
import { compare } from '../src/analysis/compare.ts';
import { askedIn } from '../src/analysis/said.ts';
import { type Plain, topicFrom } from './harness/topic.ts';

type Keys = { readonly [key: string]: Plain };

/** The verdict on two claims by two speakers, and the limits that lowered it. */
function verdict(question: Keys, a: Keys, b: Keys): string {
  const topic = topicFrom({ ask: 'Is it so?', ...question }, [
    { speaker: 'one', says: 'so', ...a },
    { speaker: 'other', says: 'so', ...b },
  ]);
  const [asked] = askedIn(topic);
  const [one, other] = asked?.said ?? [];
  if (asked === undefined || one === undefined || other === undefined) throw new Error('the topic was not built');
  const { verdict: found, limits } = compare(one, other, asked.question);
  return [found, ...limits].join(', ');
}

describe('a question without `time`', () => {
  test.each<readonly [string, Keys, Keys, string]>([
    ['a denial on the next day', { date: '2025-03-04' }, { date: '2025-03-05' }, 'contradiction'],
    ['as_of the same day', { as_of: '2025-03-04' }, { as_of: '2025-03-04' }, 'contradiction'],
    ['as_of on one side only', { as_of: '2025-03-04' }, { date: '2025-03-08' }, 'contradiction'],
    ['as_of for other days', { as_of: '2025-03-04' }, { as_of: '2025-03-08' }, 'tension, no time'],
  ])('%s', (_, a, b, expected) => {
    expect(verdict({}, { answer: 'yes', ...a }, { answer: 'no', ...b })).toBe(expected);
  });

  test('is sure of itself once it says `fixed`', () => {
    const [a, b] = [
      { answer: 'yes', as_of: '2025-03-04' },
      { answer: 'no', as_of: '2025-03-08' },
    ];
    expect(verdict({ time: 'fixed' }, a, b)).toBe('contradiction');
  });
});

describe('a state', () => {
  test.each<readonly [string, Keys, Keys, string]>([
    ['a month against a day in it', { as_of: '2025-03' }, { as_of: '2025-03-10' }, 'tension, long day'],
    [
      'the whole month against a day in it',
      { as_of: '2025-03-01/2025-03-31' },
      { as_of: '2025-03-10' },
      'contradiction',
    ],
    [
      'two periods that share one turning day',
      { as_of: '2025-03-01/2025-03-10' },
      { as_of: '2025-03-10/2025-03-20' },
      'tension, turning day',
    ],
    [
      'a period against the day it begins on',
      { as_of: '2025-03-01/2025-03-10' },
      { as_of: '2025-03-01' },
      'contradiction',
    ],
    [
      'two periods that share two days',
      { as_of: '2025-03-01/2025-03-11' },
      { as_of: '2025-03-10/2025-03-20' },
      'contradiction',
    ],
    ['a forecast', { as_of: '2025-03-01/..', date: '2025-03-02' }, { as_of: '2025-04-10' }, 'tension, foretold'],
    [
      'the day of speaking, in an open period',
      { as_of: '2025-03-01/..', date: '2025-03-10' },
      { as_of: '2025-03-10' },
      'contradiction',
    ],
    ['two hours of a day', { as_of: '2025-03-04T08:00Z' }, { as_of: '2025-03-04T18:00Z' }, 'tension, other hours'],
    ['an hour and the day', { as_of: '2025-03-04T08:00Z' }, { as_of: '2025-03-04' }, 'tension, other hours'],
    [
      'the same moment on two days',
      { as_of: '2025-03-04T23:30Z' },
      { as_of: '2025-03-05T01:30+02:00' },
      'contradiction',
    ],
    [
      'the same hour in two zones',
      { as_of: '2025-03-04T08:00Z' },
      { as_of: '2025-03-04T10:00+02:00' },
      'contradiction',
    ],
  ])('%s', (_, a, b, expected) => {
    expect(verdict({ time: 'state' }, { answer: 'yes', ...a }, { answer: 'no', ...b })).toBe(expected);
  });
});

describe('running totals of one day', () => {
  const cumulative = { time: 'cumulative', kind: 'number' };

  test.each<readonly [string, string, string, string, string]>([
    ['rising', '2025-03-04T08:00Z', '15', '2025-03-04T18:00Z', 'compatible'],
    ['falling', '2025-03-04T18:00Z', '15', '2025-03-04T08:00Z', 'contradiction'],
    ['of one hour only', '2025-03-04T08:00Z', '15', '2025-03-04', 'tension, other hours'],
    ['without hours', '2025-03-04', '15', '2025-03-04', 'contradiction'],
    ['of one moment in two zones', '2025-03-04T23:30Z', '15', '2025-03-05T00:30+01:00', 'contradiction'],
    ['rising across zones', '2025-03-04T23:30Z', '19', '2025-03-05T00:30+03:00', 'compatible'],
  ])('%s', (_, from, first, to, expected) => {
    expect(verdict(cumulative, { answer: first, as_of: from }, { answer: '17', as_of: to })).toBe(expected);
  });
});

describe('a date with a clock time', () => {
  const date = { kind: 'date' };

  test.each<readonly [string, string, string]>([
    ['2025-04-18T23:30Z', '2025-04-19T01:30+02:00', 'compatible'],
    ['2025-04-18T23:30Z', '2025-04-19', 'tension'],
    ['2025-04-18T23:30Z', '2025-04-20', 'contradiction'],
    ['2025-04-18', '2025-04-19', 'contradiction'],
  ])('%s and %s', (a, b, expected) => {
    expect(verdict(date, { answer: a }, { answer: b })).toBe(expected);
  });
});

test('a possible answer clashes with nothing, and the sentence says so', () => {
  expect(verdict({}, { answer: 'yes', certainty: 'possible' }, { answer: 'no' })).toBe('compatible, possible');
});
