import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyse, analyseTopic } from '../src/analysis/analyse.ts';
import { checker } from '../src/checks/checker.ts';
import { faults } from '../src/checks/faults.ts';
import { checks } from '../src/checks/index.ts';
import { readingCodes } from '../src/checks/reading.ts';
import { slipsIn } from '../src/checks/similar.ts';
import { dayNumber } from '../src/date.ts';
import type { Finding } from '../src/diagnostic.ts';
import type { Topic } from '../src/ledger/model.ts';
import { load } from '../src/load.ts';
import { main } from '../src/main.ts';
import { memoryIo } from './harness/memory.ts';
import { type Plain, topicFrom, topicOf } from './harness/topic.ts';

const TODAY = dayNumber(2026, 1, 15);
const repository = `${import.meta.dirname}/..`;

describe('inexact-answer', () => {
  test.each([
    ['More than 53,000 people have been killed', '53,000', 'more than …'],
    ['The toll is well over 53,000', '53000', 'more than …'],
    ['Upwards of $1.2 million was paid', '1.2 million', 'more than …'],
    ['They lost more than fifty-three thousand men', '53,000', 'more than …'],
    ['At least 31 children are dead', '31', 'at least …'],
    ['No fewer than 31 children are dead', '31', 'at least …'],
    ['31 children or more are dead', '31', 'at least …'],
    ['40+ boats sank', '40', 'at least …'],
    ['Fewer than forty boats sank', '40', 'fewer than …'],
    ['No more than 40 boats sank', '40', 'at most …'],
    ['Up to 40 boats sank', '40', 'up to …'],
    ['As many as 40 boats sank', '40', 'up to …'],
    ['Nearly 40 boats sank', '40', 'nearly …'],
    ['Hamas killed some 1,200 people', '1,200', 'about …'],
    ['About 60 people are missing', '60', 'about …'],
    ['An attack that killed about 60', '60', 'about …'],
    ['The toll is about 60', '60', 'about …'],
    ['There were over 60 of them', '60', 'more than …'],
    ['Roughly 60 people are missing', 'exactly 60', 'about …'],
    ['60 people or so are missing', '60', 'about …'],
    ['More than 30% is occupied', '30%', 'more than …'],
    ['Around two million people live there', '2 million', 'about …'],
  ])('%s: %s', (says, answer, wanted) => {
    const [finding] = found('inexact-answer', counted([{ says, answer }]));
    const number = answer.replace('exactly ', '');
    expect(finding?.hint).toBe(`write \`answer: ${wanted.replace('…', number)}\``);
  });

  test.each([
    ['More than 53,000 people have been killed', 'more than 53,000'],
    ['53,000 people have been killed, more than in any other year', '53,000'],
    ['More than 53,000 homes are gone and 412 people are dead', '412'],
    ['The minister spoke about 12 dead fishermen', '12'],
    ['A row over 12 seats', '12'],
    ['The dispute is over 12 seats', '12'],
    ['The case was about 12 fishermen', '12'],
    ['The village lies close to 12 others', '12'],
    ['The talks about 48 hostages', '48'],
    ['Five children under 5 are among the dead', '5'],
    ['The count is now up to 53', '53'],
    ['The dispute is about one hostage', '1'],
    ['The anger over both deaths', '2'],
    ['40 plus 12 boats sank', '40'],
    ['40 boats sank, or more were hidden', '40'],
    ['Of 60 people more than 40 came back; 40 is the count', '40'],
    ['Über 40 Boote sind gesunken', '40'],
    ['Dozens were killed', 'dozens'],
  ])('not %s: %s', (says, answer) => {
    expect(found('inexact-answer', counted([{ says, answer }]))).toEqual([]);
  });

  test('what the quote hedges, the answer may not leave out', () => {
    const [finding] = found(
      'inexact-answer',
      counted([{ says: '53 boats sank', quote: 'more than 53', answer: '53' }]),
    );
    expect(finding?.message).toBe('the words say `more than 53`, and the answer is `53`');
  });
});

describe('hedged-words', () => {
  const YES = { ask: 'Did the storm damage the wall?' };
  const COUNT = { ask: 'How many?', kind: 'number' };

  test.each([
    ['The storm may have damaged the wall', 'may have'],
    ['It may not have been the storm', 'may not have'],
    ['The wall may be unsafe', 'may be'],
    ['The storm may well break the wall', 'may well'],
    ['The wall might fall', 'might'],
    ['It was possibly the storm', 'possibly'],
    ['Probably the storm did it', 'Probably'],
    ['The storm is the likely cause', 'likely'],
    ['It was most likely the storm', 'likely'],
    ['The storm was apparently to blame', 'apparently'],
    ['The storm appears to have damaged the wall', 'appears to'],
    ['The council appeared to blame the storm', 'appeared to'],
    ['The storm allegedly damaged the wall', 'allegedly'],
    ['The storm reportedly damaged the wall', 'reportedly'],
    ['The storm is believed to have damaged the wall', 'is believed to'],
    ['The storm is suspected to have damaged the wall', 'is suspected to'],
    ['The storm is widely thought to have damaged the wall', 'is widely thought to'],
    ['The storm could have damaged the wall', 'could have'],
    ['In May 2025 the storm may\nhave damaged the wall', 'may have'],
  ])('%s', (says, words) => {
    const [finding] = found('hedged-words', topicFrom(YES, [claim({ id: 'one', says, answer: 'yes' })]));
    expect(finding?.message).toBe(`the words say \`${words}\`, and \`one\` counts as certain`);
  });

  test.each([
    ['Talks in May have stalled'],
    ['The storm of May 2025 damaged the wall'],
    ['talks held in may have stalled'],
    ['Families may have two passes'],
    ['No one may be on the wall'],
    ['The might of the army broke the wall'],
    ['The damage is unlikely to last'],
    ['Old walls are more likely to fall than new ones'],
    ['Nobody can say how likely it is'],
    ['The storm cannot possibly have done it'],
    ['The mayor appeared in court'],
    ['The mayor appeared to the crowd'],
    ['Suspected militants damaged the wall'],
    ['The mayor gave no thought to the wall'],
    ['The town believed to the end in its wall'],
    ['The damage could have been prevented'],
    ['The wall could have held if it had been repaired'],
    ['The wall is closed because it might fall'],
    ['The storm, which may have been the worst in years, damaged the wall'],
    ['The council denied that the storm may have damaged the wall'],
    ['It may be that the wall fell'],
  ])('not %s', (says) => {
    expect(found('hedged-words', topicFrom(YES, [claim({ says, answer: 'yes' })]))).toEqual([]);
  });

  test.each<[string, Record<string, string>, Record<string, Plain>, number]>([
    ['a quote', YES, { quote: 'probably the storm', answer: 'yes' }, 1],
    ['a translation', YES, { quote: 'wohl', lang: 'de', translation: 'probably the storm', answer: 'yes' }, 1],
    ['a quote of another language', YES, { quote: 'probably', lang: 'de', answer: 'yes' }, 0],
    ['asserted in so many words', YES, { says: 'Probably so', answer: 'yes', certainty: 'asserted' }, 1],
    ['certainty', YES, { says: 'Probably so', answer: 'yes', certainty: 'likely' }, 0],
    ['no answer', YES, { says: 'Probably so' }, 0],
    ['no comment', YES, { says: 'Probably so', answer: 'no comment' }, 0],
    ['an answer with the doubt', { ask: 'What?' }, { says: 'Probably the storm', answer: 'probably the storm' }, 0],
    ['a question about likelihood', { ask: 'Is rain likely?' }, { says: 'Rain is likely', answer: 'yes' }, 0],
    ['a question about May', { ask: 'Did it rain in May?' }, { says: 'It probably did', answer: 'yes' }, 1],
    ['the number', COUNT, { says: '53 people are feared dead', answer: '53' }, 1],
    ['a vague number', COUNT, { says: 'Dozens may have died', answer: 'dozens' }, 1],
    ['another number', COUNT, { says: '48 are held, 20 of them believed to be alive', answer: '48' }, 0],
    ['another number nearby', COUNT, { says: '48 are held and 20 are believed to be dead', answer: '48' }, 0],
  ])('%s', (_, question, values, count) => {
    expect(found('hedged-words', topicFrom(question, [claim(values)]))).toHaveLength(count);
  });

  test('one claim is reported once', () => {
    const twice = claim({ says: 'It may have been so, probably', quote: 'probably', answer: 'yes' });
    expect(found('hedged-words', topicFrom(YES, [twice]))).toHaveLength(1);
  });
});

describe('no-as-of', () => {
  test.each<[string, Record<string, string>, Record<string, Plain>, string | undefined]>([
    [
      'a total',
      { time: 'cumulative' },
      { date: '2024-05-01' },
      'total is held only against later ones, and a fall to it goes unseen',
    ],
    ['a total without a date', { time: 'cumulative' }, {}, 'total is compared with no other'],
    ['a period', { time: 'flow' }, { date: '2024-05-01' }, 'number is compared with no other'],
    ['a total of a day', { time: 'cumulative' }, { as_of: '2024-05-01' }, undefined],
    ['a number of a period', { time: 'flow' }, { as_of: '2024-04' }, undefined],
    ['a state', { time: 'state' }, { date: '2024-05-01' }, undefined],
    ['for good', { time: 'fixed' }, { date: '2024-05-01' }, undefined],
    ['no time', {}, { date: '2024-05-01' }, undefined],
    ['no comment', { time: 'flow' }, { answer: 'no comment' }, undefined],
    ['an answer that is no number', { time: 'flow' }, { answer: 'many' }, undefined],
  ])('%s', (_, question, values, lost) => {
    const topic = topicFrom({ ask: 'How many?', kind: 'number', ...question }, [
      claim({ id: 'one', answer: '4', ...values }),
    ]);
    const wanted = lost === undefined ? [] : [`\`one\` has no \`as_of\`, so that its ${lost}`];
    expect(found('no-as-of', topic).map(({ message }) => message)).toEqual(wanted);
  });
});

describe('number-not-in-words', () => {
  test.each([
    ['121 people are dead', '112'],
    ['53,000 people are dead', '530,000'],
    ['53,000 people are dead', '53'],
    ['More than 53 thousand are dead', 'more than 53 million'],
    ['Between 40 and 50 boats sank', 'between 40 and 60'],
    ['Fifteen people have been killed', '50'],
    ['Several of the boats were lost', '7'],
    ['نحو ٥٣٠٠٠ قتيل', '54,000'],
    ['30% of the land', '40%'],
  ])('%s: %s', (says, answer) => {
    expect(found('number-not-in-words', counted([{ says, answer }]))).toHaveLength(1);
  });

  test.each([
    ['53,000 people are dead', '53000'],
    ['53 000 people are dead', '53,000'],
    ['53.000 Tote', '53,000'],
    ["53'000 Tote", '53,000'],
    ['1,20,000 people', '120,000'],
    ['1,2 Millionen Menschen', '1.2 million'],
    ['53 mille morts', '53,000'],
    ['53 thousand dead', '53k'],
    ['$3bn was paid', '3 billion'],
    ['2 to 3 million people', '2 to 3 million'],
    ['two or three million people', '2 to 3 million'],
    ['40–50 boats', '40-50'],
    ['On 17 May 300 people came', '300'],
    ['In 2024 300 people came', '300'],
    ['forty-eight hostages', '48'],
    ['a hundred and twenty boats', '120'],
    ['three dozen boats', '36'],
    ['half a million people', '500,000'],
    ['Both boats sank', '2'],
    ['Half of the land', '50%'],
    ['One in five boats', '20%'],
    ['The 53rd victim', '53'],
    ['Nobody was killed', '0'],
    ['Dozens have been killed', 'dozens'],
    ['نحو ٥٣ ألف قتيل', '53,000'],
    ['نحو ٥٣٬٠٠٠ قتيل', '53,000'],
    ['नब्बे लोग', '90'],
    ['५३ लोग', '53'],
    ['53 אלף הרוגים', '53,000'],
    ['死者は5万3千人', '53,000'],
    ['Vierzig Boote sanken', '40'],
    ['30 per cent of the land', '30%'],
    [`${'hundred '.repeat(11)}boats, of which 40 sank`, '40'],
    [`${'hundred '.repeat(200)}boats, of which 40 sank`, '40'],
  ])('not %s: %s', (says, answer) => {
    expect(found('number-not-in-words', counted([{ says, answer }]))).toEqual([]);
  });

  test('the quote counts, and so does its translation', () => {
    const claim = { quote: 'vierzig Boote', translation: 'forty boats', says: 'The boats have sunk', answer: '40' };
    expect(found('number-not-in-words', counted([claim]))).toEqual([]);
  });
});

describe('similar-speaker', () => {
  const speakers = {
    katz: { name: 'Israel Katz' },
    un: { name: 'United Nations' },
    zambia: { name: 'Zambia' },
    levi: { name: 'Avi Levi' },
    sabri: { name: 'Muhammad Sabri' },
    pm: { name: 'Benjamin Netanyahu' },
    fish: { name: 'Invented Ministry of Agriculture and Fish' },
  };

  test.each([
    ['Israel Kazt', 'Israel Katz'],
    ['Isreal Katz', 'Israel Katz'],
    ['Israel Katzz', 'Israel Katz'],
    ['The United Nations', 'United Nations'],
    ['United Natións', 'United Nations'],
    ['Nations', 'United Nations'],
    ['Israel Kats', 'Israel Katz'],
    ['Kats', 'katz'],
    ['levy', 'levi'],
    ['Avi Levy', 'Avi Levi'],
    ['Levy', 'levi'],
    ['Mohammed Sabri', 'Muhammad Sabri'],
    ['Mohamed Sabry', 'Muhammad Sabri'],
    ['Benjamin Netanyahoo', 'Benjamin Netanyahu'],
    ['Benjamin Netenjahu', 'Benjamin Netanyahu'],
    ['The invented Ministry of Agricolture and Fish', 'Invented Ministry of Agriculture and Fish'],
  ])('%s: %s', (speaker, meant) => {
    const [finding] = found('similar-speaker', cast(speakers, [speaker]));
    expect(finding?.message).toBe(`\`${speaker}\` is not listed, but much like \`${meant}\``);
  });

  test.each([
    [['Katz Israel']],
    [['Gambia']],
    [['Israeli army', 'Israeli navy']],
    [['Witness 1', 'Witness 2', 'Witness 11']],
    [['Officer A', 'Officer B']],
    [['Iran', 'Iraq']],
    [['Slovakia', 'Slovenia']],
    [['Israel', 'Israeli officials']],
    [['Hamas', 'Hamas official']],
    [['Ministry of Health', 'Ministry of Defence']],
    [['North office', 'South office']],
    [['Southeast Command', 'Southwest Command', 'Northeast Command']],
    [['Council spokesman', 'Council spokeswoman']],
    [['Unit 1', 'Unit 2']],
    [['Ann Hill', 'Ann Hall', 'Ian Hill']],
    [['Gaza port', 'Gaza post']],
    [['Witness Thirteen', 'Witness Thirty']],
    [['Mali', 'Male']],
    [['外交部发言人', '外交部发言者']],
    [['katz', 'KATZ', 'israel  katz']],
  ])('not %j', (names) => {
    expect(found('similar-speaker', cast(speakers, names))).toEqual([]);
  });

  test('of two who are not listed, the second is reported', () => {
    const findings = found('similar-speaker', cast({}, ['Mahmoud Mardawi', 'Someone', 'Mahmoud Mardawy']));
    expect(findings.map(({ message }) => message)).toEqual([
      '`Mahmoud Mardawy` is not listed, but much like `Mahmoud Mardawi`',
    ]);
  });

  test('many names take little time', () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `Witness of the ${index.toString(36)} kind`);
    // Every name against every other would take many times as long as a test may.
    expect(slipsIn(names.map((name) => ({ name, known: false })))).toEqual([]);
  });
});

test.each([
  ['Israel', 'Isreal', 1],
  ['Boat owners', 'Boat-owners', 1],
  ['Israel', 'israel', 0],
  ['North', 'South', 0],
  ['District 1', 'District 2', 0],
])('similar-party: %s and %s', (one, other, count) => {
  const topic = topicOf({ topic: 'Parties', parties: [one], claims: [claim({ speaker: 'a', party: other })] });
  expect(found('similar-party', topic)).toHaveLength(count);
});

describe('look-alike-id', () => {
  const claims = (...ids: readonly string[]) => ids.map((id) => claim({ speaker: 'a', id }));
  test.each<[string, readonly string[], readonly string[]]>([
    ['Cyrillic among Latin', ['paper', 'p\u0430per'], ['p\u0430per` looks like `paper`, but has U+0430 in it']],
    ['whatever comes first', ['p\u0430per', 'paper'], ['p\u0430per` looks like `paper`, but has U+0430 in it']],
    ['decomposed', ['caf\u00e9', 'cafe\u0301'], ['cafe\u0301` looks like `caf\u00e9`, but has U+0301 in it']],
    [
      'none of them Latin throughout',
      ['p\u0430per', 'pap\u0435r'],
      ['pap\u0435r` looks like `p\u0430per`, but has U+0435 in it'],
    ],
    ['one of its script', ['\u043c\u044d\u0440', 'mayor'], []],
    ['an accent', ['cafe', 'caf\u00e9'], []],
    ['one alone', ['p\u0430per'], []],
  ])('%s', (_, ids, told) => {
    const messages = found('look-alike-id', topicOf({ topic: 'Ids', claims: claims(...ids) })).map(
      ({ message }) => message,
    );
    expect(messages).toEqual(told.map((words) => `the id \`${words}`));
  });
});

test.each([
  ['%', 'percent', 'a share of a part says nothing about the share of the whole'],
  ['people', 'percent', 'their `unit` differs'],
])('unlike-part: %s of %s', (unit, other, because) => {
  const whole = { id: 'all', ask: 'All?', kind: 'number', unit };
  const part = { id: 'part', ask: 'Part?', kind: 'number', unit: other, part_of: 'all' };
  const [finding] = found('unlike-part', topicOf({ topic: 'Parts', questions: [whole, part] }));
  expect(finding?.message).toContain(because);
});

describe('no-time', () => {
  const yes = { speaker: 'a', answer: 'yes' };
  const no = { speaker: 'b', answer: 'no' };

  test.each<[string, Record<string, string>, Record<string, string>, Record<string, string>, number]>([
    ['numbers of two days', {}, { answer: '4', date: '2024-05-01' }, { answer: '4', date: '2024-05-02' }, 1],
    ['numbers of one day', {}, { answer: '4', date: '2024-05-01' }, { answer: '5', date: '2024-05-01' }, 0],
    ['a day in a month', {}, { answer: '4', date: '2024-05' }, { answer: '5', date: '2024-05-01' }, 0],
    ['an undated number', {}, { answer: '4', date: '2024-05-01' }, { answer: '5' }, 0],
    ['numbers about one day', {}, { answer: '4', as_of: '2024', date: '2025' }, { answer: '5', as_of: '2024' }, 0],
    ['fixed', { time: 'fixed' }, { answer: '4', date: '2024-05-01' }, { answer: '5', date: '2024-05-02' }, 0],
    ['no comment', {}, { answer: '4', date: '2024-05-01' }, { answer: 'no comment', date: '2024-05-02' }, 0],
    ['a clash far apart', {}, { ...yes, date: '2024-05-01' }, { ...no, date: '2024-05-09' }, 1],
    ['a clash within the window', {}, { ...yes, date: '2024-05-01' }, { ...no, date: '2024-05-08' }, 0],
    ['a window of its own', { window: '3' }, { ...yes, date: '2024-05-01' }, { ...no, date: '2024-05-05' }, 1],
    ['no clash', {}, { ...yes, date: '2024-05-01' }, { ...no, answer: 'yes', date: '2025-05-09' }, 0],
    ['a state', { time: 'state' }, { ...yes, date: '2024-05-01' }, { ...no, date: '2024-05-09' }, 0],
  ])('%s', (_, question, a, b, count) => {
    const topic = topicFrom({ ask: 'What?', ...question }, [
      claim({ speaker: 'a', ...a }),
      claim({ speaker: 'b', ...b }),
    ]);
    expect(found('no-time', topic)).toHaveLength(count);
  });
});

test.each([
  ['2026-01-15', 0],
  ['2026-01-16', 1],
  ['2026-01', 0],
  ['2026', 0],
  ['2026-02', 1],
  ['2027~', 1],
  ['2026-01-10/2026-03-01', 0],
  ['../2030', 0],
  ['2026-01-15T23:00+02:00', 0],
])('future-date on 15 January 2026: %s', (date, count) => {
  expect(found('future-date', topicOf({ topic: 'Dates', claims: [claim({ date })] }))).toHaveLength(count);
  const source = { topic: 'Dates', sources: { a: { published: date } }, claims: [claim({ source: 'a' })] };
  expect(found('future-date', topicOf(source))).toHaveLength(count);
});

test('what a claim speaks about may lie in the future', () => {
  expect(found('future-date', topicOf({ topic: 'Dates', claims: [claim({ as_of: '2030' })] }))).toEqual([]);
});

test('a circle is reported once, from its first claim on', () => {
  const claims = [
    claim({ id: 'tail', replaces: 'one' }),
    claim({ id: 'one', replaces: 'two' }),
    claim({ id: 'two', replaces: 'three' }),
    claim({ id: 'three', replaces: 'one' }),
  ];
  const findings = found('circular-reference', topicOf({ topic: 'Circles', claims }));
  expect(findings.map(({ message }) => message)).toEqual(['`one` replaces itself by way of `two`, `three`']);
});

test.each<[string, Record<string, Plain>, string]>([
  ['a question for a claim', { replaces: 'which' }, '`which` is a question, not a claim'],
  ['a claim of another topic', { replaces: 'other#one' }, 'there is no claim `other#one`'],
  ['no claim', { denies: ['first', 'furst'] }, 'there is no claim `furst`'],
  ['a review of no claim', { reviewed: [{ with: 'none', reason: 'a slip' }] }, 'there is no claim `none`'],
  ['no question', { implies: { what: 'yes' } }, 'there is no question `what`'],
  ['no source', { source: ['https://example.org', 'gone'] }, 'there is no source `gone`'],
])('unknown-reference: %s', (_, values, message) => {
  const topic = topicFrom({ id: 'which', ask: 'Which?' }, [claim({ id: 'first' }), claim({ speaker: 'b', ...values })]);
  expect(found('unknown-reference', topic).map((finding) => finding.message)).toEqual([message]);
});

test('one of several references is pointed at by its place in the list', () => {
  const topic = topicOf({ topic: 'Sources', claims: [claim({ source: ['https://example.org', 'gone'] })] });
  expect(found('unknown-reference', topic)[0]?.place).toMatchObject({ path: ['claims', 0, 'source', 1] });
});

test.each<[string, Record<string, Plain>, readonly string[]]>([
  ['own-denial', { denies: 'first' }, ['own-denial']],
  ['two who are not named are not one speaker', { denies: 'first', anonymous: 'withheld' }, []],
  ['circular-reference', { id: 'x', replaces: 'x' }, ['circular-reference']],
  ['implied answers are held to their question', { implies: { number: 'many' } }, ['unreadable-answer']],
  ['an answer to its own question is not implied', { implies: { which: 'yes' } }, ['circular-reference']],
])('%s', (_, values, wanted) => {
  const questions = [
    {
      id: 'which',
      ask: 'Which?',
      claims: [claim({ id: 'first', answer: 'yes' }), claim({ answer: 'yes', ...values })],
    },
    { id: 'number', ask: 'How many?', kind: 'number' },
  ];
  const errors = checker(faults, { today: TODAY })(analyseTopic(topicOf({ topic: 'A topic', questions })));
  expect(errors.map(({ code }) => code)).toEqual(wanted);
});

test('the kind of a question that nobody answers is not known, so that its time may be any', () => {
  const open = topicFrom({ ask: 'How many?', time: 'cumulative' }, [claim({ answer: 'no comment' })]);
  expect(found('wrong-time', open)).toEqual([]);
  const dated = topicFrom({ ask: 'When?', kind: 'date', time: 'flow' }, []);
  expect(found('wrong-time', dated)).toHaveLength(1);
});

test.each([
  ['b', ['no claim names the source `paper-1`']],
  ['paper-2', []],
])('unused-source where a claim names %s', (source, wanted) => {
  const sources = { 'paper-1': { outlet: 'The Paper' }, b: { outlet: 'B' } };
  const topic = topicOf({ topic: 'Sources', sources, claims: [claim({ source }), claim({ source: 'b' })] });
  expect(found('unused-source', topic).map(({ message }) => message)).toEqual(wanted);
});

test('a claim in which a key could not be read is not said to lack it', () => {
  const topic = topicOf({ topic: 'Faults', claims: [claim({})] });
  const unsound = { ...topic, claims: topic.claims.map((one) => ({ ...one, sound: false })) };
  expect(codes(unsound)).toEqual([]);
});

test('the faults are the errors', () => {
  expect(checks.filter(({ severity }) => severity === 'error')).toEqual(faults);
});

describe('docs/checks.md', () => {
  const page = readFileSync(`${repository}/docs/checks.md`, 'utf8');
  const sections = page.split(/^## /mu).slice(1);

  test('every code has one section: errors first, each in alphabetical order', () => {
    const all = [...checks, ...readingCodes];
    const named = (severity: string): readonly string[] =>
      all.filter((one) => one.severity === severity).map(({ code }) => code);
    const headings = sections.map((section) => section.split('\n', 1)[0]);
    expect(headings).toEqual([...[...named('error')].sort(), ...[...named('warning')].sort()]);
  });

  test.each(sections.map((section) => [section.split('\n', 1)[0], section]))(
    '%s: its example has no other code',
    (code, section = '') => {
      const reported = [...section.matchAll(/(?: |^)\[([a-z-]+)\]$/gmu)].map(([, code]) => code);
      expect(reported).toEqual([code]);
    },
  );

  // Two files that cannot stand in a page: one in another encoding, and one with 3,500 sentences.
  test.each([
    ['encoding', new Uint8Array([0xff, 0xfe, 0x74, 0])],
    [
      'too-long',
      `topic: Long\nclaims:\n  - speaker: a\n    date: 2025\n    says: ${'The bridge is safe. '.repeat(3500)}\n    source: http://a\n`,
    ],
  ])('%s prints what the page says', (code, content) => {
    const { io, stdout } = memoryIo({ files: { '/desk/claims/bridge.yaml': content }, cwd: '/desk' });
    main(['check'], io);
    expect(sections.find((section) => section.startsWith(`${code}\n`))).toContain(stdout().split('\n\n', 1)[0]);
  });
});

test('the ledger that ships has no error', () => {
  const names = readdirSync(`${repository}/claims`);
  const files = Object.fromEntries(
    names.map((name) => [`/desk/claims/${name}`, readFileSync(`${repository}/claims/${name}`)]),
  );
  const { ledger, findings } = load(memoryIo({ files, cwd: '/desk' }).io, undefined);
  expect(findings).toEqual([]);
  expect(analyse(ledger).flatMap(checker(faults, { today: TODAY }))).toEqual([]);
});

function found(code: string, topic: Topic): readonly Finding[] {
  return checker(checks, { today: TODAY })(analyseTopic(topic)).filter((finding) => finding.code === code);
}

function codes(topic: Topic): readonly string[] {
  return checker(checks, { today: TODAY })(analyseTopic(topic)).map(({ code }) => code);
}

function counted(claims: readonly { readonly [key: string]: Plain }[]): Topic {
  return topicFrom({ ask: 'How many?', kind: 'number' }, claims.map(claim));
}

function cast(speakers: { readonly [id: string]: Plain }, names: readonly string[]): Topic {
  return topicOf({ topic: 'A cast', speakers, claims: names.map((speaker) => claim({ speaker })) });
}

function claim(values: { readonly [key: string]: Plain }): { readonly [key: string]: Plain } {
  return { speaker: 'someone', says: 'This is so', ...values };
}
