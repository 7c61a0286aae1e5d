import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyseTopic, type QuestionAnalysis } from '../src/analysis/analyse.ts';
import { type Comparison, compare } from '../src/analysis/compare.ts';
import { partyKey } from '../src/analysis/kind.ts';
import type { Said } from '../src/analysis/said.ts';
import { isOpen } from '../src/analysis/time.ts';
import { type Claim, daysOf } from '../src/ledger/model.ts';
import { lacksOf } from '../src/views/lacks/index.ts';
import { type AnyTopic, anyTopic, fileOf } from './harness/arbitrary.ts';
import { analysedTopic, claimOf, type Entry, type Scene } from './harness/scenario.ts';
import { topicOf } from './harness/topic.ts';

const yesNo: Entry = { kind: 'yes-no', time: 'fixed' };
const open: Entry = { kind: 'choice' };
const demand: Entry = { kind: 'yes-no', about: 'position', time: 'fixed' };
const date: Entry = { kind: 'date', time: 'fixed' };
const number: Entry = { kind: 'number', time: 'fixed', measure: 'Counted at the gate' };
const state: Entry = { kind: 'yes-no', time: 'state' };
const flow: Entry = { ...number, time: 'flow' };
const toll: Entry = { ...number, time: 'cumulative' };

function lacks(question: Entry, claims: readonly string[], more: Scene['more'] = {}): readonly string[] {
  const topic = analysedTopic({ question, claims, more });
  const [asked] = topic.questions;
  return asked === undefined ? [] : lacksOf(topic, asked);
}

type Row = readonly [what: string, question: Entry, claims: readonly string[], lacks: readonly string[]];

describe('a question that cannot be settled lacks', () => {
  test.each<Row>([
    ['any answer', yesNo, [], ['no answer by anyone']],
    ['another side', yesNo, ['a mayor: yes', 'b clerk: yes'], ['no answer by anyone but Town']],
    [
      'an answer by those who decline',
      yesNo,
      ['a mayor: yes', 'b clerk: no comment', 'c port: no comment'],
      ['no answer by anyone but Town', '`c` is “no comment”: ask again'],
    ],
    [
      'an answer that can be read',
      yesNo,
      ['a mayor: yes', 'b port: no', 'c guard: perhaps'],
      ['`c` gives an answer that cannot be read: see `claims check`'],
    ],
    [
      'one unit',
      number,
      ['a mayor: 30%', 'b port: 40', 'c guard: 40'],
      ['`a` gives a percentage and `b` and `c` numbers, and the question has no `unit`: ask for all in one unit'],
    ],
    [
      'a day, for a state',
      state,
      ['a mayor: yes @2025-05-01', 'b port: no', 'c guard: yes, as_of 2025-05-01'],
      ['`b` has no `date` or `as_of`: ask which day it speaks about'],
    ],
    [
      'the same days, for a state',
      state,
      ['a mayor: yes @2025-05-01', 'b port: no @2025-05-01', 'c port: yes @2025-07-01'],
      ['`c` stands alone on its days: ask the other parties about them'],
    ],
    [
      'the very days, for a state of days close together',
      state,
      ['a mayor: yes, as_of 2025-05-01', 'b port: no @2025-05-03'],
      ['`b` has no `as_of`: ask which day it speaks about'],
    ],
    [
      'an exact day, for a state',
      state,
      ['a mayor: yes, as_of 2025-05-01', 'b port: no, as_of 2025-05', 'c guard: no, as_of 2025-05-01~'],
      [
        '`c` is of days that are only approximate or uncertain: ask for the exact ones',
        '`b` speaks about no exact day: ask for one',
      ],
    ],
    [
      'the hour',
      state,
      ['a mayor: yes, as_of 2025-05-01T10:00Z', 'b port: no, as_of 2025-05-01'],
      ['`b` gives no time of day: ask for the hour'],
    ],
    [
      'one hour',
      state,
      ['a mayor: yes, as_of 2025-05-01T10:00Z', 'b port: no, as_of 2025-05-01T12:00Z'],
      ['`a` and `b` speak about different hours of a day: ask about one hour'],
    ],
    [
      'one day, where periods only follow each other',
      state,
      ['a mayor: yes, as_of 2025-05-01/2025-05-05', 'b port: no, as_of 2025-05-05/2025-05-09'],
      ['`a` and `b` are for periods that share only the day on which one ends: ask about one day'],
    ],
    [
      'what came of a forecast',
      state,
      ['a mayor: yes @2025-05-01, as_of 2025-05-09', 'b port: no @2025-05-09, as_of 2025-05-09'],
      ['`a` was said before the days it speaks about: ask again'],
    ],
    [
      'a period, for a flow',
      flow,
      ['a mayor: 40 @2025-05-01', 'b port: 50, as_of 2025-05', 'c guard: 60, as_of 2025-05/..'],
      [
        '`a` has no `as_of`: ask which period it covers',
        '`c` covers a period with an open end: ask for its first and last day',
        '`b` stands alone on its period: ask the other parties about it',
      ],
    ],
    [
      'one period, for a flow',
      flow,
      ['a mayor: 40, as_of 2025-05-01/2025-05-14', 'b port: 50, as_of 2025-05-10/2025-05-20'],
      ['`a` and `b` stand alone on their periods: ask the other parties about them'],
    ],
    [
      'one period, for shares of periods of which one holds the other',
      { ...flow, unit: '%' },
      ['a mayor: 40%, as_of 2025-05', 'b port: 50%, as_of 2025-05-10'],
      ['`a` and `b` stand alone on their periods: ask the other parties about them'],
    ],
    [
      'an order, for totals',
      toll,
      ['a mayor: 40 @2025-05-01', 'b port: 50 @2025-05-03', 'c guard: 60, as_of 2025-05-02'],
      ['`a` and `b` have no `as_of`: ask up to which day they count'],
    ],
    [
      'an exact day, for totals',
      toll,
      ['a mayor: 40, as_of 2025-05', 'b port: 50, as_of 2025-05-03'],
      ['`a` counts up to no exact day, so that its order is open: ask for the day'],
    ],
    [
      'numbers',
      { ...state, time: 'flow' },
      ['a mayor: yes, as_of 2025', 'b port: no, as_of 2025'],
      ['the answers are no numbers, as `time: flow` needs: give the question another'],
    ],
    [
      'firm answers',
      yesNo,
      ['a mayor: yes, certainty likely', 'b port: no', 'c guard: no, certainty possible'],
      [
        '`c` is only said to be possible, so that it clashes with nothing: ask for a firm answer',
        '`a` is only said to be likely: ask for a firm answer',
      ],
    ],
    [
      'the words of the speaker',
      yesNo,
      ['a mayor: yes, via a paper', 'b mayor: no'],
      ['no answer by anyone but Town', '`a` was passed on by others: ask the speaker'],
    ],
    ['exact figures', number, ['a mayor: about 40', 'b port: 42'], ['`a` gives no exact answer: ask for one']],
    [
      'figures that do more than touch',
      number,
      ['a mayor: more than 40', 'b port: 40'],
      ['`a` gives no exact answer: ask for one'],
    ],
    [
      'a certain date',
      date,
      ['a mayor: 2020?', 'b port: 2022'],
      ['`a` gives an uncertain date: ask for a certain one'],
    ],
    [
      'options',
      open,
      ['a mayor: high waves', 'b port: storm'],
      ['the question has no `options`: ask whether “high waves” and “storm” are one thing'],
    ],
    [
      'time',
      { ...number, time: '' },
      ['a mayor: 40 @2025-05-01', 'b port: 50 @2025-05-02'],
      ['the question has no `time`: ask whether its answer may change from day to day'],
    ],
    [
      'a measure',
      { ...number, measure: '' },
      ['a mayor: 40', 'b port: 50'],
      ['the question has no `measure`: ask what exactly each of them counts'],
    ],
    [
      'the day of a demand',
      demand,
      ['a mayor: yes @2025-05-01', 'b clerk: no'],
      [
        'no answer by anyone but Town',
        '`b` has no `date`, so that a change of position looks like a clash: ask when it was said',
      ],
    ],
  ])('%s', (_what, question, claims, expected) => {
    const written = Object.fromEntries(Object.entries(question).filter(([, value]) => value !== ''));
    expect(lacks(written, claims)).toEqual(expected);
  });

  test('the answers of named parties', () => {
    const more = { parties: ['Town', 'Harbour', 'Guard'] };
    expect(lacks(yesNo, ['a mayor: yes'], more)).toEqual(['no answer by Harbour or Guard']);
  });

  test('an answer to what is only implied', () => {
    const other = { ask: 'And that?', claims: [claimOf('b port: yes, implies no')] };
    expect(lacks(yesNo, ['a mayor: yes', 'c guard: yes'], { questions: [other] })).toEqual([
      '`b` only implies its answer: ask for the answer itself',
    ]);
  });

  test('a coded answer, unless the claim withdraws another', () => {
    const plain = (id: string, keys: Entry): Entry => ({ id, speaker: 'port', says: 'something', ...keys });
    const question = { ...yesNo, ask: 'Is it so?', id: 'first' };
    const claims = [claimOf('a mayor: yes'), claimOf('b guard: yes'), plain('c', {}), plain('d', { replaces: 'c' })];
    const more = { questions: [{ ...question, id: 'second', claims }] };
    const topic = analysedTopic({ question: yesNo, claims: [], more });
    const [, second] = topic.questions;
    expect(second && lacksOf(topic, second)).toEqual([]);
    const replaced = new Map();
    expect(second && lacksOf({ ...topic, replaced }, second)).toEqual([
      '`c` gives no `answer`: code what it says, or ask',
    ]);
  });
});

describe('a part of a question lacks', () => {
  const whole = (keys: Entry, ...claims: readonly string[]): Scene['more'] => ({
    questions: [{ ask: 'How many?', id: 'all', kind: 'number', ...keys, claims: claims.map(claimOf) }],
  });
  const part: Entry = { ...toll, part_of: 'all', unit: 'people' };
  const people = { unit: 'people', time: 'cumulative' };
  const claims = ['a mayor: 40, as_of 2025-05-01', 'b port: 40, as_of 2025-05-01'];

  test.each<readonly [what: string, more: Scene['more'], lacks: readonly string[]]>([
    ['nothing beside a whole that is as late', whole(people, 'c guard: 90, as_of 2025-05-01'), []],
    ['nothing beside a whole without answers', whole({}), []],
    [
      'the unit of the whole',
      whole({ ...people, unit: 'families' }, 'c guard: 90, as_of 2025-05-01'),
      ['the `unit` is not that of `all`, of which this question is a part: ask for both in one unit'],
    ],
    [
      'the time of the whole',
      whole({ ...people, time: 'state' }, 'c guard: 90, as_of 2025-05-01'),
      ['the `time` is not that of `all`, of which this question is a part: give both the same'],
    ],
    [
      'a later answer on the whole',
      whole(people, 'c guard: 90, as_of 2025-04-01'),
      ['`a` and `b` are held against no answer on the whole, `all`: ask for one that covers their days'],
    ],
  ])('%s', (_what, more, expected) => {
    expect(lacks(part, claims, more)).toEqual(expected);
  });

  test('numbers', () => {
    const more = whole({ unit: '%' }, 'c guard: 90%');
    const of = ['percentages say nothing about those of `all`, of which this question is a part: ask for numbers'];
    expect(lacks({ ...number, part_of: 'all', unit: '%' }, ['a mayor: 40%', 'b port: 40%'], more)).toEqual(of);
  });
});

describe('nothing is lacking', () => {
  test.each<readonly [what: string, question: Entry, claims: readonly string[]]>([
    ['where all agree', yesNo, ['a mayor: yes', 'b port: yes']],
    ['where a contradiction is plain', yesNo, ['a mayor: yes', 'b port: no']],
    ['in days, where the answer is fixed', yesNo, ['a mayor: yes @2025', 'b port: yes']],
    [
      'in an `as_of`, of a total that is the earlier one anyway',
      toll,
      ['a mayor: 40 @2025-05-01', 'b port: 50, as_of 2025-05-01'],
    ],
    [
      'in the order of a month and a day beyond it',
      toll,
      ['a mayor: 40, as_of 2025-05', 'b port: 50, as_of 2025-06-01'],
    ],
    ['in options, where one denies the other', open, ['a mayor: storm', 'b port: neglect, denies a']],
    ['in what was replaced', yesNo, ['a mayor: perhaps', 'b mayor: yes, replaces a', 'c port: yes']],
  ])('%s', (_what, question, claims) => {
    expect(lacks(question, claims)).toEqual([]);
  });
});

test('of many claims the first are named, and the others counted', () => {
  const claims = Array.from({ length: 1200 }, (_, index) => `c${index} ${index < 600 ? 'mayor' : 'port'}: 40`);
  expect(lacks(flow, claims)).toEqual([
    '`c0`, `c1`, `c2` and 1,197 more have no `as_of`: ask which periods they cover',
  ]);
});

describe('in any topic', () => {
  test('of two answers that lack a day, a period, an order or a unit in common, one is named', () => {
    checkEach(({ lines, pairs }) => {
      const missing = pairs.filter(({ footing, meeting }) =>
        footing.held === 'no' ? MISSING.includes(footing.because) : meeting.why === 'units',
      );
      for (const { sides } of missing) {
        expect(lines.some(isCounting) || sides.some(({ id }) => isNamed(lines, id))).toBe(true);
      }
    });
  });

  test('a claim stands alone in time just where nothing of another party can be held against it', () => {
    checkEach(({ lines, pairs, asked: { question, kind } }) => {
      const line = lines.find((one) => / alone on /u.test(one)) ?? '';
      if (question.time !== 'state' && (question.time !== 'flow' || kind !== 'number')) return expect(line).toBe('');
      if (isCounting(line)) return;
      const across = pairs.filter(({ sides: [a, b] }) => partyKey(a) !== partyKey(b));
      const claims = new Set(across.flatMap(({ sides }) => sides));
      for (const claim of claims) {
        const own = across.filter(({ sides }) => sides.includes(claim));
        const days = question.time === 'state' ? daysOf(claim) : claim.as_of;
        const isKnown = days !== undefined && (question.time === 'state' || !isOpen(days));
        const isAlone = own.every(({ footing, meeting }) =>
          question.time === 'state' ? footing.held === 'no' : meeting.verdict === 'incomparable',
        );
        expect([claim.id, isNamed([line], claim.id)]).toEqual([claim.id, isKnown && isAlone]);
      }
    });
  });

  test('no claim is named that agrees with all others, but for one that agrees as it is only possible', () => {
    checkEach(({ lines, pairs, answers, asked }) => {
      if (answers.length < 2 || asked.question.part_of !== undefined) return;
      const clashing = new Set(asked.clashes.flatMap(({ sides }) => sides.map(({ claim }) => claim)));
      const apart = new Set(
        pairs.filter(({ meeting }) => meeting.verdict !== 'compatible').flatMap(({ sides }) => sides),
      );
      const named = answers.filter(({ claim }) => isNamed(lines, claim.id)).map(({ claim }) => claim);
      const idle = named.filter((claim) => !clashing.has(claim) && !apart.has(claim));
      expect(idle.filter(({ certainty }) => certainty !== 'possible')).toEqual([]);
    });
  });
});

const MISSING = ['unknown days', 'unknown period', 'order unknown'];

interface Judged {
  readonly asked: QuestionAnalysis;
  readonly lines: readonly string[];
  /** Those that can be compared and were not replaced. */
  readonly answers: readonly Said[];
  /** Every two of them, whichever the clashes are that are listed. */
  readonly pairs: readonly (Comparison & { readonly sides: readonly [Claim, Claim] })[];
}

function checkEach(holds: (judged: Judged) => void): void {
  const judge = (any: AnyTopic): void => {
    const analysis = analyseTopic(topicOf(fileOf(any)));
    for (const asked of analysis.questions) {
      const said = asked.said.filter(({ claim }) => !analysis.replaced.has(claim));
      const answers = said.filter(({ answer }) => answer !== undefined && answer.form !== 'no comment');
      const pairs = answers.flatMap((a, index) =>
        answers.slice(index + 1).map((b) => ({ ...compare(a, b, asked.question), sides: [a.claim, b.claim] as const })),
      );
      holds({ asked, lines: lacksOf(analysis, asked), answers, pairs });
    }
  };
  fc.assert(fc.property(anyTopic(5), judge), { numRuns: 500 });
}

function isNamed(lines: readonly string[], id: string): boolean {
  return lines.some((line) => line.includes(`\`${id}\``));
}

// A line that counts the rest names them in its way.
function isCounting(line: string): boolean {
  return / \d+ more /u.test(line);
}
