import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyseTopic } from '../../src/analysis/analyse.ts';
import { compare } from '../../src/analysis/compare.ts';
import { askedIn } from '../../src/analysis/said.ts';
import { anyTopic, type Entry, fileOf } from '../harness/arbitrary.ts';
import { runs } from '../harness/runs.ts';
import { type Listed, listedDate, listedNumber, listedVerdict } from '../harness/slow-model.ts';
import { topicFrom, topicOf } from '../harness/topic.ts';

describe('a verdict is what a list of all that each answer allows gives', () => {
  const { timeout, ...parameters } = runs(4_000);

  test(
    'on two counts',
    () => {
      fc.assert(
        fc.property(listedNumber, listedNumber, (a, b) => {
          const question = { ask: 'How many?', kind: 'number', time: 'fixed' };
          expect(verdicts(question, a, b), told(a, b)).toEqual(both(listedVerdict(a, b, 'number')));
        }),
        parameters,
      );
    },
    timeout,
  );

  test(
    'on two dates',
    () => {
      fc.assert(
        fc.property(listedDate, listedDate, (a, b) => {
          expect(verdicts({ ask: 'When?', kind: 'date' }, a, b), told(a, b)).toEqual(
            both(listedVerdict(a, b, 'other')),
          );
        }),
        parameters,
      );
    },
    timeout,
  );
});

describe('who says it', () => {
  const { timeout, ...parameters } = runs(300);

  test(
    'changes no verdict, no count and no status: two parties that change places get what the other had',
    () => {
      fc.assert(
        fc.property(
          fc.constantFrom(4, 8, 20).chain((most) => anyTopic(most)),
          (any) => {
            const file = fileOf(any);
            expect(outcome(turned(file))).toEqual(outcome(file));
          },
        ),
        parameters,
      );
    },
    timeout,
  );
});

/** The verdicts on two answers, each as the first. */
function verdicts(question: Entry & { ask: string }, a: Listed, b: Listed): readonly string[] {
  const claims = [a, b].map(({ answer }, index) => ({
    speaker: `Speaker ${index}`,
    says: 'so',
    date: '2024-05-01',
    answer,
  }));
  const [asked] = askedIn(topicFrom(question, claims));
  const [one, other] = asked?.said ?? [];
  if (asked === undefined || one?.answer === undefined || other?.answer === undefined) throw new Error(told(a, b));
  return [compare(one, other, asked.question).verdict, compare(other, one, asked.question).verdict];
}

function both(verdict: string): readonly string[] {
  return [verdict, verdict];
}

function told(...answers: readonly Listed[]): string {
  return answers.map(({ answer }) => answer).join(' | ');
}

/** The same with two parties in each other's place, wherever they are named. */
function turned(file: Entry): Entry {
  const other: Readonly<Record<string, string>> = { '"Red"': '"Blue"', '"Blue"': '"Red"' };
  return JSON.parse(JSON.stringify(file).replace(/"(?:Red|Blue)"/gu, (name) => other[name] ?? name));
}

function outcome(file: Entry): unknown {
  return analyseTopic(topicOf(file)).questions.map(({ question, status, counts, pairs, clashes }) => ({
    id: question.id,
    status,
    counts,
    pairs,
    clashes: clashes
      .map(({ sides, verdict, kind, word, rule }) =>
        [...sides.map(({ claim }) => claim.id), verdict, kind, word, rule].join(' '),
      )
      .sort(),
  }));
}
