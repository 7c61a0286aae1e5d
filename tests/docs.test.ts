import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Entity, type Field, FORMAT, fieldsOf } from '../src/ledger/schema.ts';

const root = `${import.meta.dirname}/..`;
const page = readFileSync(`${root}/docs/format.md`, 'utf8');

const HEADINGS: Readonly<Record<Entity, string>> = {
  topic: '## Keys of a topic',
  shared: '## Keys of the shared file',
  speaker: '## Keys of a speaker',
  source: '## Keys of a source',
  question: '## Keys of a question',
  claim: '## Keys of a claim',
  review: '## Keys of a review',
  assessment: '## Keys of an assessment',
};

const ENTITIES = Object.keys(FORMAT) as readonly Entity[];

describe.each(ENTITIES)('docs/format.md on the keys of: %s', (entity) => {
  const fields = fieldsOf(entity);
  const rows = tableUnder(HEADINGS[entity]);

  test('lists the keys of the format, in its order', () => {
    expect(rows.map(({ key }) => key)).toEqual([...fields.keys()].map((key) => `\`${key}\``));
  });

  test.each(rows)('$key takes what the format says', ({ key, takes, needed, meaning }) => {
    const field = fields.get(key.slice(1, -1));
    expect(takes).toBe(field && shapeWords(field));
    expect(needed === 'yes').toBe(field?.required === true);
    // The page may go on, but begins with what the schema and the editor say.
    expect(meaning.startsWith(field?.about ?? '?')).toBe(true);
  });
});

test('docs/format.md explains every shape', () => {
  const explained = tableUnder('## What a value can be').map(({ key }) => key.replace(' …', ''));
  const used = ENTITIES.flatMap((entity) => [...fieldsOf(entity).values()].map(({ shape }) => SHAPES[shape]));
  expect(new Set(explained)).toEqual(new Set(used));
});

interface Row {
  readonly key: string;
  readonly takes: string;
  readonly needed: string;
  readonly meaning: string;
}

/** The rows of the first table under a heading, without its header. */
function tableUnder(heading: string): readonly Row[] {
  const section = page.split(`\n${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const lines = section.split('\n');
  const first = lines.findIndex((line) => line.startsWith('| ---')) + 1;
  const rest = lines.slice(first);
  const length = rest.findIndex((line) => !line.startsWith('|'));
  return rest.slice(0, length).map((line) => {
    const [key = '', takes = '', needed = '', meaning = ''] = line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim());
    return { key, takes, needed, meaning };
  });
}

const SHAPES: Readonly<Record<Field['shape'], string>> = {
  prose: 'text',
  line: 'line',
  lines: 'list',
  id: 'id',
  reference: 'reference',
  references: 'references',
  url: 'URL',
  date: 'date',
  days: 'days',
  share: 'percentage',
  answer: 'answer',
  answers: 'answers',
  'one-of': 'one of',
  entry: 'an',
  map: 'map of',
  list: 'list of',
};

function shapeWords({ shape, values, of }: Field): string {
  if (values !== undefined)
    return `one of ${Object.keys(values)
      .map((value) => `\`${value}\``)
      .join(', ')}`;
  if (shape === 'entry') return `${SHAPES[shape]} ${of}`;
  return of === undefined ? SHAPES[shape] : `${SHAPES[shape]} ${of}s`;
}

describe('docs/reliability.md', () => {
  const text = readFileSync(`${root}/docs/reliability.md`, 'utf8');
  const rows = [...text.matchAll(/^\| (?!what|---)(.+?) \| (.+?) \| (.+?) \| `(tests\/.+?)` \|$/gmu)];

  test('has a row for each test that is made of cases', () => {
    expect(rows.length).toBeGreaterThan(10);
    const named = rows.map(([, , , , file]) => file);
    const made = ['faults', 'fuzz', 'hostile', 'trust'].flatMap((folder) =>
      readdirSync(`${root}/tests/${folder}`).map((name) => `tests/${folder}/${name}`),
    );
    expect(made.filter((file) => file.endsWith('.test.ts') && !named.includes(file))).toEqual([]);
  });

  test.each(rows.map(([, what = '', cases = '', , file = '']) => [what, cases, file] as const))(
    'tells how many cases there are of %s',
    (_, cases, file) => {
      const source = readFileSync(`${root}/${file}`, 'utf8');
      const count = /^[\d,]+/u.exec(cases)?.[0].replaceAll(',', '');
      if (count === undefined || !source.includes('runs(')) return expect(source).toContain('test');
      const numbers = [...source.matchAll(/\bruns\(([\d_]+)\)/gu)].map(([, digits = '']) =>
        Number(digits.replaceAll('_', '')),
      );
      // Long cases are a part of the number.
      const parts = [...source.matchAll(/numRuns \/ (\d+)/gu)].flatMap(([, share]) =>
        numbers.map((all) => Math.ceil(all / Number(share))),
      );
      return expect([...numbers, ...parts]).toContain(Number(count));
    },
  );
});
