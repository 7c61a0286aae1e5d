import { describe, expect, test } from 'vitest';
import { analyseTopic } from '../src/analysis/analyse.ts';
import { changes } from '../src/views/changes/changes.ts';
import { type Plain, topicOf } from './harness/topic.ts';

type Entry = { readonly [key: string]: Plain };
interface Changed {
  readonly change: string;
  readonly id: string;
  readonly keys: readonly { readonly key: string }[];
}
interface Told {
  readonly topics: readonly {
    readonly id: string;
    readonly change: string;
    readonly was?: string;
    readonly keys: Changed['keys'];
    readonly claims: readonly Changed[];
    readonly questions: readonly Changed[];
    readonly speakers: readonly Changed[];
    readonly sources: readonly Changed[];
    readonly clashes: readonly {
      readonly change: string;
      readonly why: string;
      readonly after?: { readonly word: string };
    }[];
  }[];
}

const MASTER = { id: 'master', speaker: 'Master', date: '2024-06-10', says: 'It was closed', answer: 'yes' };
const OWNERS = { id: 'owners', speaker: 'Owners', date: '2024-06-11', says: 'It was open', answer: 'no' };
const { id: _id, ...PILOT } = { ...OWNERS, speaker: 'Pilot', says: 'We sailed through it at noon' };

describe('a claim', () => {
  test.each<[string, readonly Entry[], readonly Entry[], readonly string[]]>([
    ['as it was', [MASTER, PILOT], [MASTER, PILOT], []],
    ['in another place', [MASTER, PILOT], [PILOT, MASTER], []],
    ['broken into other lines', [MASTER], [{ ...MASTER, says: 'It was\nclosed' }], []],
    ['that is new', [MASTER], [MASTER, OWNERS], ['new owners']],
    ['that went', [MASTER, OWNERS], [MASTER], ['removed owners']],
    ['with another answer', [MASTER], [{ ...MASTER, answer: 'no' }], ['answer master: answer']],
    ['with other words', [MASTER], [{ ...MASTER, says: 'It was shut' }], ['wording master: says']],
    ['with a source', [MASTER], [{ ...MASTER, source: ['https://a.example'] }], ['keys master: sources']],
    ['with another date', [MASTER], [{ ...MASTER, date: '2024-06-09' }], ['keys master: date']],
    ['under another id', [MASTER], [{ ...MASTER, id: 'other' }], ['keys other: id']],
    ['of another speaker', [MASTER], [{ ...MASTER, speaker: 'Mate' }], ['keys master: speaker,party']],
    ['written otherwise, to the same', [MASTER], [{ ...MASTER, answer: 'true' }], ['keys master: answer']],
    ['without an id, of another day', [PILOT], [{ ...PILOT, date: '2024-06-12' }], ['keys pilot-2024-06-12: date']],
    ['without an id, in other words', [PILOT], [{ ...PILOT, says: 'Open' }], ['wording pilot-2024-06-11: says']],
    [
      'without an id, of another day and in other words',
      [PILOT],
      [{ ...PILOT, says: 'Open', date: '2024-06-12' }],
      ['new pilot-2024-06-12', 'removed pilot-2024-06-11'],
    ],
    // The second claim of a day had the made-up id `…-2`, which the first has now.
    [
      'without an id, behind a new one of that day',
      [PILOT],
      [{ ...PILOT, says: 'And at ten' }, PILOT],
      ['new pilot-2024-06-11'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(claimsTold([asked(before)], [asked(after)])).toEqual(expected);
  });

  test('that moved to another question', () => {
    const other = { id: 'other', ask: 'Is it deep?' };
    const before = [asked([MASTER]), { ...other, claims: [OWNERS] }];
    const after = [asked([MASTER, { ...OWNERS, answer: 'yes' }]), { ...other, claims: [] }];
    expect(claimsTold(before, after)).toEqual(['answer owners: answer,question']);
  });

  test('that was given a question', () => {
    const loose = { ...PILOT, answer: undefined } as unknown as Entry;
    const { answer: _answer, ...unasked } = loose;
    const [topic] = between({ claims: [unasked], questions: [] }, { questions: [asked([PILOT])] }).topics;
    expect(topic?.claims.map(line)).toEqual(['answer pilot-2024-06-11: answer,question']);
  });
});

describe('a question', () => {
  test('put in other words without an id is known by its claims', () => {
    const [topic] = between(
      { questions: [{ ask: 'Was it closed?', claims: [MASTER, PILOT] }] },
      { questions: [{ ask: 'Was it shut?', claims: [MASTER, { ...PILOT, says: 'Open' }] }] },
    ).topics;
    expect(topic?.questions.map(line)).toEqual(['changed was-it-shut: ask']);
    expect(topic?.claims.map(line)).toEqual(['wording pilot-2024-06-11: says']);
  });

  test('that is new, and one that went', () => {
    const [topic] = between({ questions: [asked([], 'a')] }, { questions: [asked([], 'b', 'Is it deep?')] }).topics;
    expect(topic?.questions.map(line)).toEqual(['new b', 'removed a']);
  });
});

describe('what stands in an entry of its own is told there, and not on each claim', () => {
  const cast = (master: Entry, notice: Entry): Entry => ({
    speakers: { master: { name: 'The master', ...master }, clerk: { name: 'Clerk' } },
    sources: { notice: { outlet: 'Port', ...notice } },
    questions: [asked([{ ...MASTER, speaker: 'master', source: ['notice'] }])],
  });

  test('a party and a role', () => {
    const [topic] = between(cast({}, {}), cast({ party: 'Port', role: 'Captain' }, {})).topics;
    expect([topic?.claims, topic?.speakers.map(line)]).toEqual([[], ['changed master: role,party']]);
  });

  test('a name', () => {
    const [topic] = between(cast({}, {}), cast({ name: 'The harbour master' }, {})).topics;
    expect([topic?.claims, topic?.speakers.map(line)]).toEqual([[], ['changed master: name']]);
  });

  test('an address', () => {
    const [topic] = between(cast({}, {}), cast({}, { url: 'https://a.example' })).topics;
    expect([topic?.claims, topic?.sources.map(line)]).toEqual([[], ['changed notice: url']]);
  });
});

describe('a clash', () => {
  const REVIEWED = { ...OWNERS, reviewed: [{ with: 'master', reason: 'Two harbours', by: 'A desk' }] };
  const LATER = { ...MASTER, id: 'later', date: '2024-06-12', answer: 'no', replaces: 'master' };

  test.each<[string, readonly Entry[], readonly Entry[], readonly string[], boolean]>([
    ['that stays', [MASTER, OWNERS], [MASTER, OWNERS, PILOT], ['new: `pilot-2024-06-11` is new'], true],
    ['with a new claim', [MASTER], [MASTER, OWNERS], ['new: `owners` is new'], true],
    ['with a claim that went', [MASTER, OWNERS], [OWNERS], ['gone: `master` was removed'], false],
    [
      'with another answer',
      [MASTER, { ...OWNERS, answer: 'yes' }],
      [MASTER, OWNERS],
      ['new: the answer of `owners` changed from “yes” to “no”'],
      true,
    ],
    [
      'by its answer, whatever else changed',
      [MASTER, OWNERS],
      [MASTER, { ...OWNERS, answer: 'yes', date: '2024-06-12', party: 'Port' }],
      ['gone: the answer of `owners` changed from “no” to “yes”'],
      false,
    ],
    [
      'by the one of two answers that makes it',
      [
        { ...MASTER, answer: 'yes' },
        { ...OWNERS, answer: 'no comment' },
      ],
      [{ ...MASTER, answer: 'true' }, OWNERS],
      ['new: the answer of `owners` changed from “no comment” to “no”'],
      true,
    ],
    [
      'that is weaker now',
      [MASTER, OWNERS],
      [MASTER, { ...OWNERS, certainty: 'likely' }],
      ['changed: the certainty of `owners` changed from “asserted” to “likely”'],
      false,
    ],
    ['reviewed', [MASTER, OWNERS], [MASTER, REVIEWED], ['changed: it was reviewed by A desk: Two harbours'], false],
    ['reviewed no more', [MASTER, REVIEWED], [MASTER, OWNERS], ['changed: its review was taken back'], true],
    [
      'with a claim that another replaces',
      [MASTER, OWNERS],
      [MASTER, OWNERS, LATER],
      ['new: `later` is new', 'gone: `master` is replaced by `later`'],
      false,
    ],
    [
      'between those who are of one party now',
      [MASTER, OWNERS],
      [{ ...MASTER, party: 'Owners' }, OWNERS],
      ['changed: the party of `master` changed from “Master” to “Owners”'],
      false,
    ],
  ])('%s', (_, before, after, expected, alarm) => {
    const view = viewOf({ questions: [asked(before)] }, { questions: [asked(after)] });
    const told = view.data.topics[0]?.clashes.map(({ change, why }) => `${change}: ${why}`);
    expect([told, view.alarm]).toEqual([expected, alarm]);
  });

  test('of a question that speaks of time otherwise', () => {
    const before = { ...asked([MASTER, { ...OWNERS, date: '2024-07-11' }]), time: 'state' };
    const after = { ...before, time: 'fixed' };
    const [topic] = between({ questions: [before] }, { questions: [after] }).topics;
    expect(topic?.clashes.map(({ why }) => why)).toEqual(['the time of the question changed from “state” to “fixed”']);
  });

  // Of a crowd each claim has one witness, which may be another one after any change.
  test('that only comes into the list of a crowd is not new', () => {
    const crowd = (count: number): readonly Entry[] =>
      Array.from({ length: count }, (_, index) => ({
        id: `c${index}`,
        speaker: `Speaker ${index}`,
        date: `2024-06-${String(10 + (index % 15)).padStart(2, '0')}`,
        says: 'So it was',
        answer: index % 2 === 0 ? 'yes' : 'no',
      }));
    const [topic] = between({ questions: [asked(crowd(30))] }, { questions: [asked(crowd(31))] }).topics;
    const reasons = new Set(topic?.clashes.map(({ change, why }) => `${change}: ${why}`));
    expect([...reasons]).toEqual(['new: `c30` is new']);
  });
});

describe('a topic', () => {
  const QUESTIONS = { questions: [asked([MASTER, OWNERS])] };

  test.each([
    ['of the same title', { ...QUESTIONS }, ['new-name was old-name changed: id']],
    ['of the same claims', { ...QUESTIONS, topic: 'Another' }, ['new-name was old-name changed: id,title']],
    ['of neither', { topic: 'Another', claims: [PILOT_SAID()] }, ['new-name new: ', 'old-name removed: ']],
  ])('under another name, %s', (_, after, expected) => {
    const before = [analysisOf(QUESTIONS, 'old-name')];
    const { data } = viewBetween(before, [analysisOf(after, 'new-name')]);
    const told = data.topics.map(
      ({ id, was, change, keys }) =>
        `${id}${was === undefined ? '' : ` was ${was}`} ${change}: ${keys.map(({ key }) => key).join()}`,
    );
    expect(told).toEqual(expected);
  });

  test('that cannot be read on one side is left out, and said to be', () => {
    const view = viewBetween([analysisOf(QUESTIONS, 'a')], [], { before: [], after: ['a'] });
    expect(view.data.topics).toEqual([]);
    expect(JSON.stringify(view.blocks)).toContain('`a` cannot be read now');
  });
});

function PILOT_SAID(): Entry {
  return { speaker: 'Pilot', says: 'We sailed through it at noon' };
}

function asked(claims: readonly Entry[], id = 'closed', ask = 'Was it closed?'): Entry {
  return { id, ask, claims };
}

function claimsTold(before: readonly Entry[], after: readonly Entry[]): readonly string[] {
  return between({ questions: before }, { questions: after }).topics.flatMap(({ claims }) => claims.map(line));
}

function line({ change, id, keys }: Changed): string {
  return `${change} ${id}${keys.length === 0 ? '' : `: ${keys.map(({ key }) => key).join()}`}`;
}

function between(before: Entry, after: Entry): Told {
  return viewOf(before, after).data;
}

function viewOf(before: Entry, after: Entry): ReturnType<typeof viewBetween> {
  return viewBetween([analysisOf(before)], [analysisOf(after)]);
}

type Analysis = ReturnType<typeof analyseTopic>;

function viewBetween(
  before: readonly Analysis[],
  after: readonly Analysis[],
  unread: { before: readonly string[]; after: readonly string[] } = { before: [], after: [] },
) {
  const since = { given: 'HEAD', wasThere: true };
  const view = changes({ before, after }, { since, wanted: undefined, unread });
  return { ...view, data: view.data as Told };
}

function analysisOf(topic: Entry, id = 'topic'): Analysis {
  return analyseTopic({ ...topicOf({ topic: 'A topic', ...topic }), id });
}
