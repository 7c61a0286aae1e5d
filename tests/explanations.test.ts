import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, type Limit } from '../src/analysis/compare.ts';
import { explain } from '../src/analysis/explain.ts';
import { askedIn, type Said } from '../src/analysis/said.ts';
import type { Footing } from '../src/analysis/time.ts';
import { parseDate, spokenDate } from '../src/date.ts';
import { textOf } from '../src/sentence.ts';
import { anyTopic } from './harness/arbitrary.ts';
import { claimOf, type Entry } from './harness/scenario.ts';
import { exchanged, type Sentence, sentencesIn, withSpeakersOf } from './harness/sentences.ts';
import { topicFrom } from './harness/topic.ts';

const repository = `${import.meta.dirname}/..`;

/** The outputs in docs/verdicts.md, each line break that wraps a sentence taken back. */
const executed = [...readFileSync(`${repository}/docs/verdicts.md`, 'utf8').matchAll(/```console\n(.*?)```/gsu)]
  .map(([, block = '']) => block)
  .join('\n');
const sentences = executed.replace(/\n(?! )/gu, ' ');

/** Every rule that stands in the source. */
const rules = new Set(
  ['analysis', 'answers'].flatMap((folder) =>
    readdirSync(`${repository}/src/${folder}`, { recursive: true, encoding: 'utf8' }).flatMap((file) =>
      !file.endsWith('.ts')
        ? []
        : [...readFileSync(`${repository}/src/${folder}/${file}`, 'utf8').matchAll(/'(3\.\d [a-z ]+)'/gu)].map(
            ([, rule = '']) => rule,
          ),
    ),
  ),
);

const HEDGES: Readonly<Record<Limit, string>> = {
  'no time': 'but the question does not say whether its answer changes over time',
  'hedged day': 'but the date of “no” is only approximate',
  'long day': 'but “no” speaks about no exact day',
  'other hours': 'but they may speak about different hours of that day',
  'turning day': 'but they share only 10 June 2024, the day on which one period ends and the other begins',
  foretold: 'but “no” was said in advance on 1 June 2024',
  'days apart': 'but they speak about different days, close together',
  likely: 'but “yes” is only said to be likely',
  possible: 'do not clash, because “yes” is only said to be possible',
  implied: 'but “yes” was implied rather than said',
  relayed: 'but “yes” was passed on by Paper',
};

const REASONS: Readonly<Record<(Footing & { held: 'no' })['because'], string>> = {
  'other questions': 'because they answer different questions',
  'unknown days': 'and it is not known which day “no” speaks about',
  'other days': 'and they speak about different days',
  'unknown period': 'because it is not known when the period that 30 covers begins and ends',
  'periods cross': 'because neither period lies within the other',
  percent: 'because a percentage of a part says nothing about the percentage of the whole',
  'order unknown': 'and it is not known up to which day exactly 170 counts',
  'part outside': 'because the period of the part does not lie within the period of the whole',
  'part later': 'because the total of the part may be later than the total of the whole',
  'no numbers': 'because only numbers can be totals, figures for a period or parts of a whole',
};

describe('docs/verdicts.md shows as executed', () => {
  test.each([...rules].sort())('rule %s', (rule) => {
    expect(executed).toContain(`(rule ${rule})`);
  });

  test.each(Object.values(HEDGES))('… %s', (hedge) => {
    expect(sentences).toContain(hedge);
  });

  test.each([
    ...Object.values(REASONS),
    'because “no comment” is no answer',
    'cannot be compared with a claim that gives no answer',
    'because neither gives an answer',
    'because “a pair” cannot be read as an answer',
    'because the entry of 4 has a fault',
    'because the entry of the question has a fault',
    'because one is a percentage and the other a number',
    'and it is not known which of them is the later',
    'a claim that answers no question cannot be compared with another',
  ])('… %s', (reason) => {
    expect(sentences).toContain(reason);
  });

  test('no rule that is not in the source', () => {
    const shown = [...executed.matchAll(/\(rule (.+?)\)/gu)].map(([, rule = '']) => rule);
    expect(new Set(shown)).toEqual(rules);
  });
});

describe('a sentence about any two claims', () => {
  test('is plain, and one clause after the other', () => {
    checkSentences(({ sentence, rule }) => {
      expect(rules).toContain(rule);
      expect(sentence).not.toMatch(JARGON);
      expect(sentence).not.toMatch(/ {2}|\s$|^\s|[.,;:]$|,,| ,|“”|\b(?:from from|as of from|said said)\b/u);
      expect(sentence.split('“').length).toBe(sentence.split('”').length);
    });
  });

  test('names both answers, where both give one', () => {
    checkSentences(({ sentence, sides }) => {
      const missing = sides.every(isAnswered) ? sides.flatMap(wordsOf).filter((word) => !hasWord(sentence, word)) : [];
      expect(missing, sentence).toEqual([]);
    });
  });

  test('names both dates, where both answers are known', () => {
    checkSentences(({ sentence, sides }) => {
      const missing = sides.every(isAnswered)
        ? sides.flatMap(dateWordsOf).filter((word) => !hasWord(sentence, word))
        : [];
      expect(missing, sentence).toEqual([]);
    });
  });

  test('is the same when the two speakers change places, but for their names', () => {
    checkSentences(({ sentence, sides: [a, b], question, told }) => {
      if (told !== 'comparison') return;
      const [c, d] = withSpeakersOf([a, b], [b, a]);
      const swapped = textOf(explain(c, d, compare(c, d, question), question.about));
      expect(swapped).toBe(exchanged(sentence, a.claim.speaker.name, b.claim.speaker.name));
    });
  });
});

describe('the sentence on two claims', () => {
  const yesNo: Entry = { kind: 'yes-no', time: 'fixed' };
  const number: Entry = { kind: 'number', time: 'fixed' };
  const choice: Entry = { kind: 'choice' };
  const total: Entry = { kind: 'number', time: 'cumulative' };

  test.each<readonly [what: string, question: Entry, a: string, b: string, expected: string]>([
    ['undated', yesNo, 'a mayor: yes', 'b port: no', '“yes” and “no” cannot both be true'],
    [
      'one date',
      yesNo,
      'a mayor: yes @2025-05',
      'b port: no',
      '“yes” said in May 2025 and “no” without a date cannot both be true',
    ],
    [
      'a year and a day',
      yesNo,
      'a mayor: yes @2025',
      'b port: no @2025-05-01',
      '“yes” said in 2025 and “no” said on 1 May 2025 cannot both be true',
    ],
    [
      'a vague day',
      yesNo,
      'a mayor: yes @2025-05-01~',
      'b port: no @2025-05-02',
      '“yes” and “no”, said on about 1 May 2025 and 2 May 2025, cannot both be true',
    ],
    [
      'the same',
      yesNo,
      'a mayor: yes @2025-05-01',
      'b port: yes',
      'both answer “yes”, one said on 1 May 2025 and the other without a date',
    ],
    ['true for yes', yesNo, 'a mayor: true', 'b port: no', '“yes” and “no” cannot both be true'],
    ['a demand', { ...number, about: 'position' }, 'a mayor: 3', 'b port: 5', '3 and 5 cannot both be met'],
    [
      'two hedges',
      yesNo,
      'a mayor: yes, certainty likely',
      'b mayor: no, via Post, certainty likely',
      '“yes” and “no” cannot both be true, but “no” was passed on by Post, and both are only said to be likely',
    ],
    [
      'signs',
      number,
      'a mayor: ~40',
      'b port: >60',
      'about 40 and over 60 cannot both be true, even if about 40 is read loosely, as 36 to 44',
    ],
    ['a range', number, 'a mayor: between 40 and 50', 'b port: 60+', '40 to 50 and 60 or more cannot both be true'],
    [
      'percentages',
      { ...number, unit: '%' },
      'a mayor: 30',
      'b port: exactly 60',
      '30% and exactly 60% cannot both be true, even if 30% is a rounded figure for anything from 28% to 32%',
    ],
    [
      'a word for a number',
      number,
      'a mayor: none',
      'b port: several',
      '“none” and “several” cannot both be true, even if “several” is read loosely, as 2 to 10',
    ],
    [
      'a list',
      choice,
      'a mayor: tide | storm',
      'b port: rust',
      '“tide or storm” and “rust” differ, but may be two names for one thing',
    ],
    ['not', choice, 'a mayor: not rust', 'b port: rust', '“not rust” and “rust” cannot both be true'],
    ['Hebrew', choice, 'a mayor: חזרו', 'b port: not חזרו', '“חזרו” and “not חזרו” cannot both be true'],
    ['Chinese', choice, 'a mayor: 下雨', 'b port: not 下雨', '“下雨” and “not 下雨” cannot both be true'],
    ['Arabic digits', number, 'a mayor: ٥٣', 'b port: ٤١', '٥٣ and ٤١ cannot both be true'],
    [
      'clock times',
      total,
      'a mayor: 9, as_of 2025-05-01T08:00Z',
      'b port: 7, as_of 2025-05-01T12:30+05:30',
      'a total so far may go from 7 to 9, as of 1 May 2025 at 12:30 UTC+5:30 and 1 May 2025 at 08:00 UTC',
    ],
    [
      'an unchanged total',
      total,
      'a mayor: 9, as_of 2025-05-01',
      'b port: 9, as_of 2025-05-02',
      'a total so far may stay at 9, as of 1 and 2 May 2025',
    ],
    [
      'a denial',
      choice,
      'a mayor: rust @2025-05-01',
      'b port: rust @2025-05-02, denies a',
      'port denies the other claim and also answers “rust”, said on 1 and 2 May 2025',
    ],
    [
      'a possible denial',
      choice,
      'a mayor: rust, certainty possible',
      'b port: tide, denies a',
      'port denies “rust” and answers “tide”, but “rust” is only said to be possible, so they do not clash',
    ],
    [
      'a denial without an answer',
      choice,
      'a mayor: rust',
      'b port: no comment, denies a',
      'port denies “rust” and gives no other answer',
    ],
  ])('%s', (_, question, a, b, expected) => {
    expect(sentenceOn(question, a, b)).toBe(expected);
  });

  test('does not repeat an answer that is long', () => {
    const long = 'the sluice that the town has not repaired since the flood of the year before last';
    const question = { options: [long, 'rust'], time: 'fixed' };
    expect(sentenceOn(question, `a mayor: ${long}, certainty likely`, 'b port: rust')).toBe(
      `“${long}” and “rust” cannot both be true, but the first is only said to be likely`,
    );
  });
});

// Words of the code and of logic, and words that take a side.
const JARGON =
  /\b(?:halo|core|footing|sets?|interval|denot\w+|undefined|NaN|null|verdict|falsely|admits?|alleged\w*|claimed|insists?)\b/iu;

function sentenceOn(question: Entry, a: string, b: string): string {
  const [asked] = askedIn(topicFrom({ ask: 'Which?', ...question }, [claimOf(a), claimOf(b)]));
  const [one, other] = asked?.said ?? [];
  if (asked === undefined || one === undefined || other === undefined) throw new Error('the topic was not built');
  return textOf(explain(one, other, compare(one, other, asked.question), asked.question.about));
}

function checkSentences(holds: (sentence: Sentence) => void): void {
  const property = fc.property(anyTopic(5), (any) => {
    for (const sentence of sentencesIn(any)) holds(sentence);
  });
  fc.assert(property, { numRuns: 300 });
}

function isAnswered({ words, answer, claim }: Said): boolean {
  return words !== '' && claim.question !== undefined && answer !== undefined && answer.form !== 'no comment';
}

/** The words of an answer that a sentence cannot do without. */
function wordsOf({ words, answer }: Said): readonly string[] {
  if (answer?.form === 'days') return dateWords(words);
  const said = words.split(/\s+/u).filter((word) => !['between', 'and'].includes(word));
  return said.map((word) => word.replace(/^~|\+$/gu, '')).filter((word) => word !== '');
}

function dateWordsOf({ claim }: Said): readonly string[] {
  const days = claim.as_of ?? claim.date;
  return days === undefined ? [] : dateWords(days.text);
}

// What two dates have in common is said once: each of their words has to be there, wherever it is.
function dateWords(text: string): readonly string[] {
  const date = parseDate(text);
  return 'fault' in date
    ? []
    : spokenDate(date)
        .split(' ')
        .filter((word) => /\d/u.test(word) || word === 'about');
}

function hasWord(sentence: string, word: string): boolean {
  return ` ${sentence} `
    .split(/[ “”]/u)
    .some((one) => one === word || one === `${word},` || one === `${word}%` || one === `${word}%,`);
}
