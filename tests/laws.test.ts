import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { analyseTopic, type TopicAnalysis } from '../src/analysis/analyse.ts';
import { type Clash, clashOf } from '../src/analysis/clash.ts';
import { compare } from '../src/analysis/compare.ts';
import { type Asked, askedIn, type Said } from '../src/analysis/said.ts';
import type { Verdict } from '../src/answers/meet.ts';
import { readAnswer } from '../src/answers/read.ts';
import { anyQuestion, anyTopic, bareNumber, fileOf, plainDate } from './harness/arbitrary.ts';
import { listings, pairsIn, partPairsIn, reworded, timed } from './harness/pairs.ts';
import { runs } from './harness/runs.ts';
import { includes, widened } from './harness/sets.ts';
import { topicOf } from './harness/topic.ts';

vi.setConfig({ testTimeout: runs(300).timeout });

// Nothing known, or nothing wrong, is the least; a contradiction is the most.
const STRENGTH: Readonly<Record<Verdict, number>> = { incomparable: 0, compatible: 0, tension: 1, contradiction: 2 };

describe('the verdict on two claims', () => {
  test('does not depend on their order', () => {
    check(anyTopic(4), (any) => {
      for (const { a, b, asked } of pairsIn(any)) {
        const [one, other] = [compare(a, b, asked.question), compare(b, a, asked.question)];
        expect([other.verdict, other.rule, other.limits]).toEqual([one.verdict, one.rule, one.limits]);
        expect(told(clashOf(b, a, asked))).toEqual(told(clashOf(a, b, asked)));
      }
    });
  });

  test('is compatible for a claim and itself, if it has an answer and the time its question needs', () => {
    check(anyTopic(4), (any) => {
      for (const asked of askedIn(topicOf(fileOf(any)))) {
        for (const said of asked.said.filter((one) => isReadable(one) && isInTime(one, asked))) {
          expect(compare(said, said, asked.question).verdict).toBe('compatible');
        }
      }
    });
  });

  test('never becomes a contradiction when one of them is put more widely', () => {
    check(fc.tuple(anyTopic(4), steps), ([any, by]) => {
      for (const { a, b, asked } of pairsIn(any)) {
        if (a.answer === undefined || compare(a, b, asked.question).verdict === 'contradiction') continue;
        const wider = { ...a, answer: widened(a.answer, by) };
        expect(includes(wider.answer, a.answer)).toBe(true);
        expect(compare(wider, b, asked.question).verdict).not.toBe('contradiction');
      }
    });
  });

  test('never becomes a contradiction when a part or its whole is put more widely', () => {
    check(fc.tuple(anyTopic(4), steps), ([any, by]) => {
      for (const { part, whole, verdict } of partPairsIn(any)) {
        if (verdict(part, whole) === 'contradiction' || !part.answer || !whole.answer) continue;
        expect(verdict({ ...part, answer: widened(part.answer, by) }, whole)).not.toBe('contradiction');
        expect(verdict(part, { ...whole, answer: widened(whole.answer, by) })).not.toBe('contradiction');
      }
    });
  });

  test('never grows stronger when one of them is less certain, nor comparable when it was not', () => {
    check(anyTopic(4), (any) => {
      for (const { a, b, asked } of pairsIn(any)) {
        const before = compare(a, b, asked.question).verdict;
        for (const certainty of lower(a)) {
          const after = compare({ ...a, claim: { ...a.claim, certainty } }, b, asked.question).verdict;
          expect(STRENGTH[after]).toBeLessThanOrEqual(STRENGTH[before]);
          expect(after === 'incomparable').toBe(before === 'incomparable');
        }
      }
    });
  });

  test('never grows stronger when a number is said with "about"', () => {
    const numbers = anyQuestion.filter(({ kind }) => kind === 'number');
    const answers = fc.constantFrom<'count' | 'real'>('count', 'real').chain(bareNumber);
    check(fc.tuple(anyTopic(4, numbers), answers), ([any, bare]) => {
      for (const { after, before } of reworded(any, bare, `about ${bare}`)) {
        expect(STRENGTH[after]).toBeLessThanOrEqual(STRENGTH[before]);
        expect(after === 'incomparable').toBe(before === 'incomparable');
      }
    });
  });

  test('never grows stronger when a date is said with "about"', () => {
    const dates = anyQuestion.filter(({ kind }) => kind === 'date');
    check(fc.tuple(anyTopic(4, dates), plainDate, fc.constantFrom('~', '?', '%')), ([any, date, mark]) => {
      if (date.endsWith('..')) return;
      for (const { after, before } of reworded(any, date, `${date}${mark}`)) {
        expect(STRENGTH[after]).toBeLessThanOrEqual(STRENGTH[before]);
      }
    });
  });

  test('never grows stronger when the pair is read as running totals instead of once for all', () => {
    const numbers = anyQuestion.filter(({ kind }) => kind === 'number');
    check(anyTopic(5, numbers), (any) => {
      const [fixed, running] = [timed(any, 'fixed'), timed(any, 'cumulative')];
      const before = [...pairsIn(fixed), ...partPairsIn(fixed)].map(({ found }) => found);
      const after = [...pairsIn(running), ...partPairsIn(running)].map(({ found }) => found);
      expect(after.length).toBe(before.length);
      for (const [index, verdict] of after.entries()) {
        expect(STRENGTH[verdict]).toBeLessThanOrEqual(STRENGTH[before[index] ?? 'incomparable']);
      }
    });
  });
});

test('what approximation excuses holds what the words commit to, which is something', () => {
  check(anyTopic(4), (any) => {
    for (const { answer } of askedIn(topicOf(fileOf(any))).flatMap(({ said }) => said)) {
      if (answer !== undefined) expect(includes(answer, answer)).toBe(true);
    }
  });
});

test.each(['count', 'real'] as const)('"about" excuses whatever the bare number does: %s', (scale) => {
  check(fc.tuple(bareNumber(scale), fc.constantFrom('0%', '5%', '10%', '25%')), ([bare, tolerance]) => {
    const [number, about] = [bare, `about ${bare}`].map((text) => readAnswer(text, 'number', { scale, tolerance }));
    if (number === undefined || about === undefined || 'fault' in number || 'fault' in about) return;
    expect(includes(about, number)).toBe(true);
  });
});

describe('the order in which things are written', () => {
  test.each(['told', 'pairs'] as const)('changes nothing: %s', (listing) => {
    check(
      fc.tuple(
        fc.constantFrom(4, 9, 14).chain((most) => anyTopic(most)),
        fc.infiniteStream(fc.nat()),
      ),
      ([any, keys]) => {
        const shuffle = <T>(list: readonly T[]): readonly T[] =>
          list
            .map((item) => ({ item, key: keys.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        const questions = any.questions.map((one) => ({ ...one, claims: shuffle(one.claims) }));
        const other = { questions: shuffle(questions), loose: shuffle(any.loose) };
        const [one, two] = [any, other].map((topic) => outcome(analyseTopic(topicOf(fileOf(topic)), listing)));
        expect(two).toEqual(one);
      },
    );
  });
});

describe('a change told once', () => {
  test('is one of all pairs', () => {
    check(anyTopic(12), (any) => {
      for (const { told, all, statuses } of listings(any)) {
        const keys = new Set(all.map(keyOf));
        expect(told.map(keyOf).filter((key) => !keys.has(key))).toEqual([]);
        expect(told.length).toBeLessThanOrEqual(all.length);
        expect(all.length === 0 || told.length > 0).toBe(true);
        expect(statuses[0]).toBe(statuses[1]);
      }
    });
  });

  test('leaves no change of a speaker untold: it is listed, or the claim before clashes with the same one', () => {
    check(anyTopic(9), (any) => {
      for (const { told, all, chains } of listings(any)) {
        for (const chain of chains) {
          for (const [at, later] of chain.entries()) {
            const earlier = chain.slice(0, at).filter((id) => doClash(all, id, later));
            const nearest = earlier.at(-1);
            if (nearest === undefined || doClash(told, nearest, later)) continue;
            expect(doClash(all, nearest, chain[at - 1] ?? '')).toBe(true);
          }
        }
      }
    });
  });
});

// Small steps find what lies between touching and meeting, large ones find the rest.
const steps = fc.array(fc.constantFrom(0, 1, 2, 3, 5, 7, 50, 500, 5_000), { minLength: 4, maxLength: 4 });

function check<T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, holds), runs(300));
}

function told(clash: Clash | undefined): unknown {
  if (clash === undefined) return undefined;
  const { sides, asked, reviewed, ...rest } = clash;
  return { ...rest, reviewed: reviewed?.reason, question: asked.question.id, ids: sides.map(({ claim }) => claim.id) };
}

function isReadable({ answer }: Said): boolean {
  return answer !== undefined && answer.form !== 'no comment';
}

function isInTime({ claim, answer }: Said, { question }: Asked): boolean {
  if (question.time === 'state') return (claim.as_of ?? claim.date) !== undefined;
  if (question.time !== 'flow' && question.time !== 'cumulative') return true;
  const days = answer?.form === 'amount' ? claim.as_of : undefined;
  // A figure for a period needs a period that has ended.
  return (
    days !== undefined &&
    (question.time === 'cumulative' || (Number.isFinite(days.first) && Number.isFinite(days.last)))
  );
}

function lower({ claim }: Said): readonly ('likely' | 'possible')[] {
  return claim.certainty === 'asserted' ? ['likely', 'possible'] : ['possible'];
}

function outcome({ questions }: TopicAnalysis): unknown {
  const plain = questions.map(({ question, clashes, pairs, status }) => ({
    id: question.id,
    clashes: clashes.map((clash) => JSON.stringify(told(clash))).sort(),
    pairs,
    status,
  }));
  return plain.sort((a, b) => (a.id < b.id ? -1 : 1));
}

// A clash of a part with its whole is no change of a speaker's answer, nor is a correction that says it is one.
function doClash(clashes: readonly Clash[], earlier: string, later: string): boolean {
  return clashes.some(({ sides, rule, asked }) => {
    const ids = sides.map(({ claim }) => claim.id);
    const isChange = rule !== '3.6 replaces' && sides.every((side) => asked.said.includes(side));
    return isChange && ids.includes(earlier) && ids.includes(later);
  });
}

function keyOf(clash: Clash): string {
  const { sides, verdict, rule } = clash;
  return [...sides.map(({ claim }) => claim.id), verdict, rule].join(' ');
}
