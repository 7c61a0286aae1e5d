import { describe, expect, test } from 'vitest';
import { analyseTopic } from '../src/analysis/analyse.ts';
import { buildTopic } from '../src/ledger/build.ts';
import type { SharedEntries } from '../src/ledger/cast.ts';
import { readEntity } from '../src/ledger/read-file.ts';

const NO_SHARED: SharedEntries = { file: 'claims/_shared.yaml', entry: undefined, broken: false };

/** The words of all clashes of a topic, read from its text. */
function clashes(text: string, shared: SharedEntries = NO_SHARED): readonly string[] {
  const { entry } = readEntity({ path: 'claims/topic.yaml', text: `topic: A topic\n${text}` }, 'topic');
  if (entry === undefined) throw new Error('the topic was not read');
  const topic = buildTopic({ id: 'topic', file: 'claims/topic.yaml', topic: entry, shared });
  return analyseTopic(topic).questions.flatMap((asked) => asked.clashes.map(({ word, kind }) => `${word}, ${kind}`));
}

function question(keys: string, ...claims: readonly string[]): string {
  return `questions:\n  - ask: Is it so?\n${keys}    claims:\n${claims.map((claim) => `      - ${claim}\n`).join('')}`;
}

describe('a fault elsewhere makes no clash', () => {
  const opposed = question(
    '    about: position\n',
    '{ id: a, speaker: x, date: 2025-05-01, says: so, answer: yes }',
    '{ id: b, speaker: y, date: 2025-05-10, says: not so, answer: no }',
  );

  test('a misspelt party of a speaker', () => {
    const speakers = (key: string): string =>
      `speakers:\n  x: { name: X, party: Israel }\n  y: { name: Y, ${key}: Israel }\n`;
    expect(clashes(speakers('party') + opposed)).toEqual(['shift, split']);
    expect(clashes(speakers('pary') + opposed)).toEqual([]);
  });

  test('a speaker without a name', () => {
    expect(clashes(`speakers:\n  x: { name: X, party: Israel }\n  y: { party: Israel }\n${opposed}`)).toEqual([]);
  });

  test('a shared file that cannot be read', () => {
    expect(clashes(opposed)).toEqual(['opposed, dispute']);
    expect(clashes(opposed, { ...NO_SHARED, broken: true })).toEqual([]);
  });

  test('a day of publication that cannot be read', () => {
    const numbers = question(
      '',
      '{ speaker: X, says: forty, answer: 40, source: paper }',
      '{ speaker: Y, date: 2025-05-20, says: sixty, answer: 60 }',
    );
    const source = (day: string): string => `sources:\n  paper: { published: ${day} }\n`;
    expect(clashes(source('2025-05-17') + numbers)).toEqual(['tension, dispute']);
    expect(clashes(source('17 May 2025') + numbers)).toEqual([]);
  });

  test('a misspelt key of the question, with a denial', () => {
    const claims = [
      '{ id: a, speaker: X, says: so, answer: yes }',
      '{ id: b, speaker: Y, says: not so, answer: no, denies: a }',
    ];
    expect(clashes(question('    abot: position\n', ...claims))).toEqual([]);
  });

  test('a link that is none, which no verdict hangs on', () => {
    const source = 'sources:\n  paper: { url: nowhere }\n';
    expect(clashes(source + opposed.replace('answer: yes', 'answer: yes, source: paper'))).toEqual([
      'opposed, dispute',
    ]);
  });
});

describe('a reference that is not to one written claim decides nothing', () => {
  test('an id that stands twice', () => {
    const claims = ['{ id: a, speaker: X, says: no, answer: no }', '{ id: a, speaker: Y, says: no, answer: no }'];
    expect(clashes(question('', ...claims, '{ speaker: Z, says: no, answer: no, denies: a }'))).toEqual([]);
  });

  test('an id that was made up', () => {
    const claims = ['{ speaker: X, date: 2025-05-01, says: no, answer: no }'];
    expect(clashes(question('', ...claims, '{ speaker: Z, says: no, answer: no, denies: x-2025-05-01 }'))).toEqual([]);
  });

  test('a claim of another side, which cannot be replaced', () => {
    const claims = [
      '{ id: a, speaker: X, says: forty, answer: 40 }',
      '{ speaker: Y, says: seventy, answer: 70, replaces: a }',
    ];
    expect(clashes(question('', ...claims))).toEqual(['contradiction, dispute']);
  });

  test('a list of one, which names one claim', () => {
    const claims = [
      '{ id: a, speaker: X, says: forty, answer: 40 }',
      '{ speaker: X, says: sixty, answer: 60, replaces: [a] }',
    ];
    expect(clashes(question('', ...claims))).toEqual(['shift, self']);
  });
});

describe('one side is one side', () => {
  test('a speaker who is named like a party', () => {
    const claims = [
      '{ speaker: Hamas, date: 2025-05-01, says: so, answer: yes }',
      '{ speaker: Mardawi, party: hamas, date: 2025-05-10, says: not so, answer: no }',
    ];
    expect(clashes(question('    about: position\n', ...claims))).toEqual(['shift, split']);
  });

  test('two unnamed speakers, who may be two', () => {
    const claims = [
      '{ speaker: an official, anonymous: asked, says: so, answer: yes }',
      '{ speaker: an official, anonymous: asked, says: not so, answer: no }',
    ];
    expect(clashes(question('', ...claims))).toEqual(['contradiction, dispute']);
  });

  test('its positions on a part and on the whole, on different days', () => {
    const text = `questions:
  - id: whole
    ask: How many should go?
    about: position
    kind: number
    claims:
      - { speaker: X, date: 2025-05-10, says: eight, answer: exactly 8 }
  - ask: How many children should go?
    about: position
    kind: number
    part_of: whole
    claims:
      - { speaker: X, date: 2025-05-01, says: ten, answer: exactly 10 }
`;
    expect(clashes(text)).toEqual([]);
    expect(clashes(text.replace('2025-05-10', '2025-05-01'))).toEqual(['opposed, self']);
  });
});

test('two figures for periods that are still open', () => {
  const claims = [
    '{ speaker: X, date: 2025-05-10, as_of: 2025-05-01/.., says: forty, answer: 40 }',
    '{ speaker: Y, date: 2025-05-20, as_of: 2025-05-01/.., says: sixty, answer: 60 }',
  ];
  expect(clashes(question('    time: flow\n', ...claims))).toEqual([]);
});

test('a name and its slug are two speakers, whichever comes first', () => {
  const claims = [
    '{ speaker: Israel Katz, says: so, answer: yes }',
    '{ speaker: israel-katz, says: not so, answer: no }',
  ];
  expect(clashes(question('', ...claims))).toEqual(['contradiction, dispute']);
  expect(clashes(question('', ...claims.toReversed()))).toEqual(['contradiction, dispute']);
});

test('true is yes among the options too', () => {
  const claims = ['{ speaker: X, says: so, answer: true }', '{ speaker: Y, says: so, answer: yes }'];
  expect(clashes(question('    options: [yes, no]\n', ...claims))).toEqual([]);
  expect(
    clashes(question('    options: [yes, no]\n', claims[0] ?? '', '{ speaker: Y, says: no, answer: no }')),
  ).toEqual(['contradiction, dispute']);
});

test('a total said in the evening is no contradiction to one as of that morning', () => {
  const totals = (date: string): string =>
    question(
      '    kind: number\n    time: cumulative\n',
      `{ id: a, speaker: x, date: ${date}, says: so, answer: 61 }`,
      '{ id: b, speaker: y, date: 2024-03-10, as_of: 2024-03-09, says: so, answer: 50 }',
    );
  expect(clashes(totals('2024-03-09'))).toEqual(['tension, dispute']);
  expect(clashes(totals('2024-03-08'))).toEqual(['contradiction, dispute']);
});
