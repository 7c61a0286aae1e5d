import { describe, expect, test } from 'vitest';
import { changesOf, type Figure, figuresIn, type Publisher } from './figure.ts';
import { cell, parseTable } from './table.ts';
import { topicText } from './topic-text.ts';

const PORT: Publisher = { id: 'port', name: 'Port office', repository: 'invented/ships' };
const COLUMN = { publisher: PORT, series: 'Tall ships', column: 'ships', word: 'exactly' };

describe('a table', () => {
  test('has a cell for each column in each row', () => {
    const rows = parseTable('date,ships,boats\n2024-06-01,3,\n2024-06-02,,7\n');
    expect(rows.map((row) => [cell(row, 'date'), cell(row, 'ships'), cell(row, 'boats')])).toEqual([
      ['2024-06-01', '3', ''],
      ['2024-06-02', '', '7'],
    ]);
  });

  test('is refused with quotes, with the line ends of another system, and with a row that is too long or too short', () => {
    expect(() => parseTable('date,note\n2024-06-01,"a, b"\n')).toThrow('quotes');
    expect(() => parseTable('date,ships\r\n2024-06-01,3\r\n')).toThrow('line ends');
    expect(() => parseTable('date,ships\n2024-06-01,3,4\n')).toThrow('not 2 cells');
    expect(() => parseTable('date,ships\n2024-06-01\n')).toThrow('not 2 cells');
  });

  test('is not asked for a column that it does not have', () => {
    expect(() => parseTable('date\n2024-06-01\n').map((row) => cell(row, 'ships'))).toThrow('no column `ships`');
  });
});

describe('the figures of a series', () => {
  const rows = parseTable(
    'date,ships,how\n2024-06-01,3,about\n2024-06-02,,about\n2024-06-03,3,about\n2024-06-04,3,more\n',
  );

  test('are the cells of its column that are not empty', () => {
    const figures = figuresIn(rows, COLUMN);
    expect(figures.map(({ day, word, total }) => `${day}: ${word} ${total}`)).toEqual([
      '2024-06-01: exactly 3',
      '2024-06-03: exactly 3',
      '2024-06-04: exactly 3',
    ]);
  });

  test('change where the number or its word differs from that of the figure before', () => {
    const figures = changesOf(figuresIn(rows, { ...COLUMN, word: (row) => cell(row, 'how') }));
    expect(figures.map(({ day, word }) => `${day}: ${word}`)).toEqual(['2024-06-01: about', '2024-06-04: more']);
  });
});

test('a topic has a question for each series and a claim for each figure', () => {
  const first: Figure = { publisher: PORT, series: 'Tall ships', day: '2024-06-01', total: '4', word: 'exactly' };
  const second: Figure = {
    ...first,
    day: '2024-06-02',
    total: '3',
    correction: { of: first, reason: 'One was "counted" twice' },
  };
  expect(topicText('Invented: a harbour', [first, { ...first, series: 'boats', word: 'at least' }, second])).toBe(
    `topic: "Invented: a harbour"
speakers:
  port: { name: "Port office" }
sources:
  port: { url: https://github.com/invented/ships }
questions:
  - id: tall-ships
    ask: "How many in all so far: Tall ships?"
    kind: number
    time: cumulative
    claims:
      - { id: port-tall-ships-2024-06-01, speaker: port, date: 2024-06-01, as_of: 2024-06-01, says: exactly 4 in all, answer: exactly 4, source: port }
      - { id: port-tall-ships-2024-06-02, speaker: port, date: 2024-06-02, as_of: 2024-06-02, says: exactly 3 in all, answer: exactly 3, source: port, reviewed: [{ with: port-tall-ships-2024-06-01, reason: "One was \\"counted\\" twice" }] }
  - id: boats
    ask: "How many in all so far: boats?"
    kind: number
    time: cumulative
    claims:
      - { id: port-boats-2024-06-01, speaker: port, date: 2024-06-01, as_of: 2024-06-01, says: at least 4 in all, answer: at least 4, source: port }
`,
  );
});
