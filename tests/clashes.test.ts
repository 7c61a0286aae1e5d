import { describe, expect, test } from 'vitest';
import { analysed, claimOf, type Entry, told } from './harness/scenario.ts';

const yesNo: Entry = { kind: 'yes-no', time: 'fixed' };
const toll: Entry = { kind: 'number', time: 'cumulative' };
const demand: Entry = { kind: 'yes-no', about: 'position', time: 'fixed' };
const state: Entry = { kind: 'yes-no', time: 'state' };
const choice: Entry = { kind: 'choice', options: ['north', 'south'] };
const wide: Entry = { kind: 'choice', options: ['north', 'south', 'east'] };
const open: Entry = { kind: 'choice' };
const date: Entry = { kind: 'date' };
const number: Entry = { kind: 'number', time: 'fixed' };

type Row = readonly [what: string, question: Entry, a: string, b: string, expected: string];

/** The clashes between the claims a and b, in short. */
function clashes(question: Entry, ...claims: readonly string[]): readonly string[] {
  return analysed({ question, claims }).clashes.map(told);
}

describe('who clashes with whom', () => {
  test.each<Row>([
    ['two parties', yesNo, 'a mayor: yes', 'b port: no', 'contradiction, dispute (3.3 choice)'],
    ['a party and a speaker without one', yesNo, 'a mayor: yes', 'b guard: no', 'contradiction, dispute (3.3 choice)'],
    ['one party', yesNo, 'a mayor: yes', 'b clerk: no', 'contradiction, split (3.3 choice)'],
    ['one for this claim', yesNo, 'a guard: yes, party town', 'b clerk: no', 'contradiction, split (3.3 choice)'],
    ['one speaker', yesNo, 'a mayor: yes', 'b mayor: no', 'contradiction, against itself (3.3 choice)'],
    [
      'one day',
      yesNo,
      'a mayor: yes @2025-05',
      'b mayor: no @2025-05-07',
      'contradiction, against itself (3.3 choice)',
    ],
    ['no day', yesNo, 'a mayor: yes @2025-05', 'b mayor: no', 'contradiction, against itself (3.3 choice)'],
    ['another day', yesNo, 'a mayor: yes @2025-05', 'b mayor: no @2025-06', 'contradiction, reversal (3.3 choice)'],
    ['a choice', choice, 'a mayor: north @2024', 'b mayor: south @2025', 'contradiction, reversal (3.3 choice)'],
    ['a date', date, 'a mayor: 2020 @2024', 'b mayor: 2021 @2025', 'contradiction, revision (3.3 dates)'],
    ['a number', number, 'a mayor: 60 @2024', 'b mayor: 40 @2025', 'contradiction, revision (3.2 numbers)'],
    [
      'a total that fell',
      toll,
      'a mayor: 60 @2024, as_of 2024-05-01',
      'b mayor: 40 @2025, as_of 2024-05-02',
      'contradiction, revision downward (3.4 cumulative)',
    ],
    [
      'two that nobody named',
      yesNo,
      'a guard: yes, anonymous not named',
      'b guard: no, anonymous not named',
      'contradiction, dispute (3.3 choice)',
    ],
    ['one unnamed', yesNo, 'a mayor: yes, anonymous not named', 'b mayor: no', 'contradiction, split (3.3 choice)'],
    ['passed on', yesNo, 'a mayor: yes @2024, via a paper', 'b mayor: no @2025', 'tension, dispute (3.6 via)'],
    ['passed on, another', yesNo, 'a mayor: yes, via a paper', 'b port: no', 'contradiction, dispute (3.3 choice)'],
    ['demands', demand, 'a mayor: yes', 'b port: no', 'opposed, dispute (3.3 choice)'],
    ['demands, likely', demand, 'a mayor: yes, certainty likely', 'b port: no', 'tension, dispute (3.6 certainty)'],
    ['demands, one day', demand, 'a mayor: yes @2025', 'b clerk: no @2025', 'opposed, split (3.3 choice)'],
    ['demands, another day', demand, 'a mayor: yes @2024', 'b port: no @2025', 'opposed, dispute (3.3 choice)'],
  ])('%s', (_what, question, a, b, expected) => {
    expect(clashes(question, a, b)).toEqual([`a b: ${expected}`]);
  });
});

describe('a shift, which is no contradiction', () => {
  test.each<Row>([
    ['a state on another day', state, 'a mayor: yes @2024', 'b mayor: no @2025', 'reversal (3.6 state)'],
    ['as of another day', state, 'a mayor: yes, as_of 2024', 'b mayor: no, as_of 2025', 'against itself (3.6 state)'],
    ['a demand on another day', demand, 'a mayor: yes @2024', 'b mayor: no @2025', 'reversal (3.6 position)'],
    ['a demand of one party', demand, 'a mayor: yes @2024', 'b clerk: no @2025', 'split (3.6 position)'],
    ['a correction', yesNo, 'a mayor: yes @2024', 'b mayor: no @2025, replaces a', 'reversal (3.6 replaces)'],
    ['an update that agrees', yesNo, 'a mayor: yes @2024', 'b mayor: yes @2025, replaces a', 'reversal (3.6 replaces)'],
  ])('%s', (_what, question, a, b, expected) => {
    const { clashes: found, pairs, status } = analysed({ question, claims: [a, b] });
    expect(found.map(told)).toEqual([`a b: shift, ${expected}`]);
    expect(found.map(({ verdict }) => verdict)).toEqual(['incomparable']);
    expect(pairs).toEqual({ contradiction: 0, opposed: 0, tension: 0 });
    expect(status).toBe('one-sided');
  });

  test.each<Row>([
    [
      'a state on one day',
      state,
      'a mayor: yes @2025-05-01',
      'b mayor: no @2025-05-01',
      'contradiction, against itself',
    ],
    ['a state by another', state, 'a mayor: yes @2025-05-01', 'b clerk: no @2025-05-02', 'tension, split'],
    [
      'a state passed on',
      state,
      'a mayor: yes @2025-05-01, via a paper',
      'b mayor: no @2025-05-02',
      'tension, dispute',
    ],
    ['a demand without a day', demand, 'a mayor: yes @2025', 'b mayor: no', 'opposed, against itself'],
  ])('but not %s', (_what, question, a, b, expected) => {
    expect(clashes(question, a, b)).toEqual([expect.stringContaining(`a b: ${expected} (`)]);
  });

  test('a chain of corrections leaves only the last to clash', () => {
    const corrected = ['a mayor: yes @2021', 'b mayor: yes @2022, replaces a', 'c mayor: no @2023, replaces b'];
    expect(clashes(yesNo, ...corrected, 'd port: yes @2024')).toEqual([
      'c d: contradiction, dispute (3.3 choice)',
      'b c: shift, reversal (3.6 replaces)',
      'a b: shift, reversal (3.6 replaces)',
    ]);
  });

  test('a claim without a question may withdraw one', () => {
    const more = { claims: [{ id: 'w', speaker: 'mayor', says: 'I withdraw that', date: '2026', replaces: 'a' }] };
    const { clashes: found } = analysed({ question: yesNo, claims: ['a mayor: yes @2025', 'b port: no'], more });
    expect(found.map(told)).toEqual(['a w: shift, reversal (3.6 replaces)']);
  });
});

describe('what answers exclude each other', () => {
  test.each<Row>([
    [
      'an option and its opposite',
      choice,
      'a mayor: north',
      'b port: not north',
      'contradiction, dispute (3.3 choice)',
    ],
    [
      'a list and another option',
      wide,
      'a mayor: north | south',
      'b port: east',
      'contradiction, dispute (3.3 choice)',
    ],
    ['a list that shares one', wide, 'a mayor: north | south', 'b port: not north', 'nothing'],
    ['two words', open, 'a mayor: storm', 'b port: tide', 'tension, dispute (3.3 open choice)'],
    [
      'a word and its opposite',
      open,
      'a mayor: storm',
      'b port: not Storm',
      'contradiction, dispute (3.3 open choice)',
    ],
    ['a list of words that shares one', open, 'a mayor: storm | tide', 'b port: not storm', 'nothing'],
    ['two opposites', open, 'a mayor: not storm', 'b port: not tide', 'nothing'],
    // One is 5% of 20, and more than 5% of 19.
    ['a gap of 5%', number, 'a mayor: at least 20', 'b port: 19', 'tension, dispute (3.2 touching)'],
    ['a gap of more', number, 'a mayor: at least 19', 'b port: 18', 'contradiction, dispute (3.2 numbers)'],
    ['two single numbers', number, 'a mayor: 41', 'b port: 42', 'contradiction, dispute (3.2 numbers)'],
    ['none and some', number, 'a mayor: none', 'b port: at least 1', 'contradiction, dispute (3.2 numbers)'],
    ['a share and a number', number, 'a mayor: 30%', 'b port: 40', 'nothing'],
  ])('%s', (_what, question, a, b, expected) => {
    expect(clashes(question, a, b)).toEqual(expected === 'nothing' ? [] : [`a b: ${expected}`]);
  });
});

describe('what claims say of each other', () => {
  test.each<Row>([
    [
      'a denial outweighs a tension',
      open,
      'a mayor: storm',
      'b port: neglect, denies a',
      'contradiction, dispute (3.6 denies)',
    ],
    ['a denial of what agrees', yesNo, 'a mayor: yes', 'b port: yes, denies a', 'contradiction, dispute (3.6 denies)'],
    [
      'a denial of what is undated',
      state,
      'a mayor: yes',
      'b port: no, denies a',
      'contradiction, dispute (3.6 denies)',
    ],
    ['a denial alone', yesNo, 'a mayor: yes', 'b port: no comment, denies a', 'contradiction, dispute (3.6 denies)'],
    [
      'a denial and a contradiction',
      yesNo,
      'a mayor: yes',
      'b port: no, denies a',
      'contradiction, dispute (3.3 choice)',
    ],
    [
      'a likely denial',
      open,
      'a mayor: storm',
      'b port: tide, denies a, certainty likely',
      'tension, dispute (3.6 certainty)',
    ],
    ['a likely claim', yesNo, 'a mayor: yes, certainty likely', 'b port: no', 'tension, dispute (3.6 certainty)'],
  ])('%s', (_what, question, a, b, expected) => {
    expect(clashes(question, a, b)).toEqual([`a b: ${expected}`]);
  });

  test.each<readonly [what: string, question: Entry, a: string, b: string]>([
    ['a possible denial', open, 'a mayor: storm', 'b port: tide, denies a, certainty possible'],
    ['a denial of one’s own claim', yesNo, 'a mayor: yes', 'b mayor: yes, denies a'],
    ['a possible claim', yesNo, 'a mayor: yes, certainty possible', 'b port: no'],
    ['a possible state', state, 'a mayor: yes @2024, certainty possible', 'b mayor: no @2025'],
    ['a state of another, long after', state, 'a mayor: yes @2025-05-01', 'b port: no @2025-05-09'],
    ['running words', { ...yesNo, time: 'cumulative' }, 'a mayor: yes, as_of 2025', 'b port: no, as_of 2025'],
    ['words over a period', { ...yesNo, time: 'flow' }, 'a mayor: yes, as_of 2025', 'b port: no, as_of 2025'],
  ])('%s makes no clash', (_what, question, a, b) => {
    expect(clashes(question, a, b)).toEqual([]);
  });

  test('what a claim implies makes at most a tension, on the other question', () => {
    const other = { ask: 'And that?', claims: [claimOf('b port: yes, implies no')] };
    const { clashes: found } = analysed({ question: yesNo, claims: ['a mayor: yes'], more: { questions: [other] } });
    expect(found.map(told)).toEqual(['a b: tension, dispute (3.6 implies)']);
  });

  test.each([
    ['a mayor: yes, reviewed b', 'b port: no'],
    ['a mayor: yes', 'b port: no, reviewed a'],
  ])('a clash that is reviewed is shown, and not open: %s', (...claims) => {
    const { clashes: found, pairs, status } = analysed({ question: yesNo, claims });
    expect(found.map(({ word, reviewed }) => [word, reviewed?.reason])).toEqual([
      ['contradiction', 'They speak of two harbours'],
    ]);
    expect([pairs.contradiction, status]).toEqual([0, 'apart']);
  });
});

describe('a part and its whole', () => {
  test.each<readonly [time: string, part: string, whole: string, expected: string]>([
    ['fixed', 'a port: 60 @2024', 'b mayor: 40 @2025', 'contradiction, dispute (3.5 part)'],
    ['fixed', 'a port: 30 @2024', 'b mayor: 40 @2025', 'nothing'],
    ['fixed', 'a port: 60 @2024', 'b mayor: at least 40 @2025', 'nothing'],
    ['fixed', 'a port: 60% @2024', 'b mayor: 40% @2025', 'nothing'],
    ['fixed', 'a port: 41 @2024', 'b mayor: about 40 @2025', 'tension, dispute (3.5 part)'],
    ['fixed', 'a port: more than 40 @2024', 'b mayor: 40 @2025', 'tension, dispute (3.2 touching)'],
    ['state', 'a port: 60 @2025-05-01', 'b mayor: 40 @2025-05-01', 'contradiction, dispute (3.5 part)'],
    ['state', 'a port: 60 @2025-05-01', 'b mayor: 40 @2025-05', 'tension, dispute (3.4 time)'],
    ['state', 'a port: 60 @2025-05-01', 'b mayor: 40 @2025-05-02', 'nothing'],
    ['flow', 'a port: 60, as_of 2025-05', 'b mayor: 40, as_of 2025', 'contradiction, dispute (3.5 part)'],
    ['flow', 'a port: 60, as_of 2025', 'b mayor: 40, as_of 2025-05', 'nothing'],
    ['cumulative', 'a port: 60 @2025-05-01', 'b mayor: 40, as_of 2025-05-01', 'contradiction, dispute (3.5 part)'],
    ['cumulative', 'a port: 60, as_of 2025-05-02', 'b mayor: 40, as_of 2025-05-01', 'nothing'],
  ])('%s: %s, of which %s', (time, part, whole, expected) => {
    const questions = [{ ask: 'In all?', id: 'whole', kind: 'number', time, claims: [claimOf(whole)] }];
    const question = { kind: 'number', time, part_of: 'whole' };
    const found = analysed({ question, claims: [part], more: { questions } }).clashes.map(told);
    expect(found).toEqual(expected === 'nothing' ? [] : [`a b: ${expected}`]);
  });

  test.each([{ unit: 'people' }, { time: 'state' }])('are not compared where the whole has %o', (difference) => {
    const whole = { ask: 'In all?', id: 'whole', ...number, ...difference, claims: [claimOf('b mayor: 40 @2025')] };
    const question = { ...number, part_of: 'whole' };
    expect(analysed({ question, claims: ['a port: 60 @2025'], more: { questions: [whole] } }).clashes).toEqual([]);
  });
});
