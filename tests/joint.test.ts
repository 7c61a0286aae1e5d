import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyseTopic } from '../src/analysis/analyse.ts';
import { analysed, type Entry, told } from './harness/scenario.ts';
import { topicFrom } from './harness/topic.ts';

const landing: Entry = { kind: 'choice', options: ['north', 'south', 'east'], time: 'fixed' };
const cause: Entry = { kind: 'choice', time: 'fixed' };
const demand: Entry = { ...landing, about: 'position' };
const state: Entry = { ...landing, time: 'state' };
const untimed: Entry = { kind: 'choice', options: ['north', 'south', 'east'] };

const all = 'joint (3.3 joint choice)';

describe('claims of which any two can be true, and all together cannot', () => {
  test.each<readonly [what: string, question: Entry, claims: readonly string[], expected: readonly string[]]>([
    [
      'three lists',
      landing,
      ['a mayor: north | south', 'b port: south | east', 'c guard: north | east'],
      [`a b c: contradiction, ${all}`],
    ],
    [
      'what each leaves out',
      landing,
      ['a mayor: not north', 'b port: not south', 'c guard: not east'],
      [`a b c: contradiction, ${all}`],
    ],
    ['an option that all leave', landing, ['a mayor: north | south', 'b port: south | east', 'c guard: not north'], []],
    [
      'two that clash, told as such',
      landing,
      ['a mayor: north', 'b port: south | east', 'c guard: north | east'],
      ['a b: contradiction, dispute (3.3 choice)'],
    ],
    [
      'one of them only likely',
      landing,
      ['a mayor: north | south, certainty likely', 'b port: south | east', 'c guard: north | east'],
      [`a b c: tension, ${all}`],
    ],
    [
      'one of them only possible',
      landing,
      ['a mayor: north | south, certainty possible', 'b port: south | east', 'c guard: north | east'],
      [],
    ],
    [
      'the certain ones, where there are enough',
      landing,
      [
        'a mayor: north | south, certainty likely',
        'b port: south | east',
        'c guard: north | east',
        'd ferry: north | south',
      ],
      [`b c d: contradiction, ${all}`],
    ],
    ['demands', demand, ['a mayor: not north', 'b port: not south', 'c guard: not east'], [`a b c: opposed, ${all}`]],
    [
      'a demand that its party has given up',
      demand,
      ['a mayor: not north @2024', 'b port: not south', 'c guard: not east', 'd clerk: not south @2025'],
      [],
    ],
    [
      'one day of a state',
      state,
      ['a mayor: not north @2024-05-01', 'b port: not south @2024-05-01', 'c guard: not east @2024-05-01'],
      [`a b c: contradiction, ${all}`],
    ],
    [
      'other days of a state',
      state,
      ['a mayor: not north @2024-05-01', 'b port: not south @2024-05-01', 'c guard: not east @2024-05-02'],
      [],
    ],
    [
      'other days, where the question does not say whether they matter',
      untimed,
      [
        'a mayor: not north, as_of 2024-05-01',
        'b port: not south, as_of 2024-05-01',
        'c guard: not east, as_of 2024-05-02',
      ],
      [`a b c: tension, ${all}`],
    ],
    [
      'words of an open list, which may be names of one thing',
      cause,
      ['a mayor: fog | ice', 'b port: ice | sand', 'c guard: fog | sand'],
      [`a b c: tension, ${all}`],
    ],
    [
      'a list of which each word is denied',
      cause,
      ['a mayor: fog | ice', 'b port: not fog', 'c guard: not ice'],
      [`a b c: contradiction, ${all}`],
    ],
    ['denials alone of an open list', cause, ['a mayor: not fog', 'b port: not ice', 'c guard: not sand'], []],
  ])('%s', (_what, question, claims, expected) => {
    expect(analysed({ question, claims }).clashes.map(told)).toEqual(expected);
  });

  test('are counted apart from pairs, and make a question disputed only between parties', () => {
    const lists = ['north | south', 'south | east', 'north | east'];
    const [between, within] = [
      ['mayor', 'port', 'guard'],
      ['mayor', 'clerk', 'clerk'],
    ].map((speakers) =>
      analysed({ question: landing, claims: lists.map((list, index) => `c${index} ${speakers[index]}: ${list}`) }),
    );
    expect([between?.status, within?.status]).toEqual(['disputed', 'contested']);
    expect(between?.counts.contradiction).toBe(1);
    expect(between?.pairs.contradiction).toBe(0);
  });
});

const OPTIONS = ['north', 'south', 'east', 'west', 'centre'];

test('the fewest such claims are found, by a look at every set of them', () => {
  const lists = fc.array(fc.subarray(OPTIONS, { minLength: 1 }), { minLength: 3, maxLength: 8 });
  fc.assert(
    fc.property(lists, (answers) => {
      const claims = answers.map((answer, index) => ({
        id: `c${index}`,
        speaker: `Speaker ${index}`,
        says: 'so',
        answer,
      }));
      const [asked] = analyseTopic(topicFrom({ ask: 'Where?', options: OPTIONS }, claims)).questions;
      const joint = asked?.clashes.find(({ kind }) => kind === 'joint');
      const found = joint?.sides.map(({ claim }) => answers[Number(claim.id.slice(1))] ?? []);
      expect(found?.length).toBe(fewest(answers)?.length);
      if (found !== undefined) expect(isImpossible(found)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

function fewest(answers: readonly (readonly string[])[]): readonly (readonly string[])[] | undefined {
  const sets = Array.from({ length: 2 ** answers.length }, (_, bits) =>
    answers.filter((_answer, at) => bits & (1 << at)),
  );
  return sets.filter(isImpossible).sort((a, b) => a.length - b.length)[0];
}

/** True if any two share an option, and all share none. */
function isImpossible(answers: readonly (readonly string[])[]): boolean {
  const share = (some: readonly (readonly string[])[]): boolean =>
    OPTIONS.some((option) => some.every((answer) => answer.includes(option)));
  return answers.length > 2 && !share(answers) && answers.every((a) => answers.every((b) => share([a, b])));
}

describe('which claims are told together', () => {
  test.each<readonly [what: string, question: Entry, claims: readonly string[], expected: readonly string[]]>([
    [
      'those of one day, where others may speak of another',
      untimed,
      [
        'a mayor: not north, as_of 2024-05-01',
        'b port: not south, as_of 2024-05-01',
        'c guard: not east, as_of 2024-05-02',
        'd clerk: not east, as_of 2024-05-01',
      ],
      [`a b d: contradiction, ${all}`],
    ],
    [
      'those of several parties, where one contradicts itself',
      landing,
      ['a mayor: not north', 'b clerk: not south', 'c mayor: not east', 'd port: not east'],
      [`a b d: contradiction, ${all}`],
    ],
    [
      'those of exact days',
      state,
      [
        'e mayor: north | south @2024-06-01',
        'f mayor: north | south @2024-06-01~',
        'g port: south | east @2024-06-01',
        'h guard: north | east @2024-06-01',
      ],
      [`e g h: contradiction, ${all}`],
    ],
    [
      'three of a later day rather than four of an earlier one',
      { ...state, options: ['north', 'south', 'east', 'west'] },
      [
        'a mayor: not north @2024-05-01',
        'b port: not south @2024-05-01',
        'c guard: not east @2024-05-01',
        'd ferry: not west @2024-05-01',
        'e mayor: north | south @2024-06-01',
        'f port: south | east @2024-06-01',
        'g guard: north | east @2024-06-01',
      ],
      [`e f g: contradiction, ${all}`],
    ],
  ])('%s', (_what, question, claims, expected) => {
    const found = analysed({ question, claims }).clashes.filter(({ kind }) => kind === 'joint');
    expect(found.map(told)).toEqual(expected);
  });

  test('an open set rather than one that somebody has explained', () => {
    const reviewed = [
      {
        id: 'a',
        speaker: 'A',
        says: 'so',
        answer: 'not north',
        reviewed: ['b', 'c'].map((id) => ({ with: id, reason: 'so' })),
      },
      { id: 'b', speaker: 'B', says: 'so', answer: 'not south' },
      { id: 'c', speaker: 'C', says: 'so', answer: 'not east' },
    ];
    const another = { id: 'd', speaker: 'D', says: 'so', answer: 'not north' };
    const [alone, both] = [reviewed, [...reviewed, another]].map((claims) => {
      const [asked] = analyseTopic(topicFrom({ ask: 'Where?', ...landing }, claims)).questions;
      return asked?.clashes.map((clash) => [told(clash), clash.reviewed?.reason]);
    });
    expect(alone).toEqual([[`a b c: contradiction, ${all}`, 'so']]);
    expect(both).toEqual([[`b c d: contradiction, ${all}`, undefined]]);
  });
});

test('many denials are found together, though not by a look at every set', () => {
  const options = Array.from({ length: 40 }, (_, index) => `suspect ${index}`);
  const claims = options.map((option, index) => ({
    id: `c${100 + index}`,
    speaker: option,
    says: 'so',
    answer: `not ${option}`,
  }));
  const [asked] = analyseTopic(topicFrom({ ask: 'Who was it?', options, time: 'fixed' }, claims)).questions;
  expect(asked?.clashes.map(({ kind, sides }) => [kind, sides.length])).toEqual([['joint', 40]]);
});
