import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedIn } from '../src/analysis/said.ts';
import { readDate } from '../src/importers/dates.ts';
import { main } from '../src/main.ts';
import { anyFile } from './harness/any-file.ts';
import { anyTopic, fileOf } from './harness/arbitrary.ts';
import { hostileTopic } from './harness/hostile-topic.ts';
import { memoryIo } from './harness/memory.ts';
import { fileText, type Plain, topicOf } from './harness/topic.ts';

type Files = Readonly<Record<string, string>>;

interface Ran {
  readonly out: string;
  readonly err: string;
  readonly exit: number;
  readonly files: Files;
}

function run(files: Files, ...args: readonly string[]): Ran {
  const { io, stdout, stderr, files: after } = memoryIo({ files, cwd: '/desk' });
  const exit = main(args, io);
  return { out: stdout(), err: stderr(), exit, files: Object.fromEntries(after) as Files };
}

interface Report {
  readonly counts: { readonly rows: number; readonly added: number; readonly there: number; readonly refused: number };
  readonly refused: readonly { readonly line: number; readonly reasons: readonly { readonly message: string }[] }[];
}

function imported(files: Files, ...args: readonly string[]): Ran & { readonly report: Report } {
  const ran = run(files, 'import', ...args, '--format', 'json');
  return { ...ran, report: ran.out === '' ? undefined : JSON.parse(ran.out) };
}

/** A ledger that takes topics and has none. */
const EMPTY: Files = { '/desk/claims/.keep': '' };

describe.each(['csv', 'tsv', 'jsonl'])('%s', (format) => {
  const backAndForth = (topics: Files): void => {
    const first = run(topics, 'export', '--format', format);
    const back = imported({ ...EMPTY, '/desk/in': first.out }, 'in', '--write');
    expect(back.report.refused).toEqual([]);
    expect(run(back.files, 'export', '--format', format).out).toBe(first.out);
    const again = imported({ ...back.files }, 'in', '--write');
    expect(again.report.counts).toEqual({ ...again.report.counts, added: 0, refused: 0 });
    expect(again.files).toEqual(back.files);
  };

  test('a ledger of questions of every kind comes back as it was', () => {
    fc.assert(
      fc.property(fc.array(anyTopic(6), { minLength: 1, maxLength: 2 }), (topics) => {
        backAndForth(ledgerOf(topics.map((topic) => readable(fileOf(topic)))));
      }),
      { numRuns: 12 },
    );
  });

  test('a ledger with any words in every key comes back as it was', () => {
    fc.assert(
      fc.property(anyFile, (file) => backAndForth(ledgerOf([readable(withoutEmptyLists(file))]))),
      { numRuns: 20 },
    );
  });

  test('texts that look like markup, formulas and YAML come back as they were', () => {
    backAndForth({ '/desk/claims/hostile.yaml': hostileTopic().file });
  });
});

test('what stands in the shared file, and a topic of which nothing is said, come back too', () => {
  const files = {
    '/desk/claims/_shared.yaml': 'speakers:\n  ann: { name: Ann, role: mayor }\nsources:\n  paper: { outlet: Paper }\n',
    '/desk/claims/2024/a.yaml': 'topic: A\nclaims:\n  - { speaker: ann, says: one, source: paper }\n',
    '/desk/claims/2024/b.yaml': 'topic: B\nclaims:\n  - { speaker: ann, says: two }\n',
    '/desk/claims/c.yaml': 'topic: C\nparties: [X, Y]\nquestions:\n  - ask: Is it?\n',
  };
  const { out } = run(files, 'export', '--format', 'csv');
  const back = imported({ ...EMPTY, '/desk/in': out }, 'in', '--write');
  expect(back.report.counts).toEqual({ rows: 3, added: 3, there: 0, refused: 0 });
  expect(run(back.files, 'export', '--format', 'csv').out).toBe(out);
  expect(
    Object.keys(back.files)
      .filter((path) => path.endsWith('.yaml'))
      .sort(),
  ).toEqual(Object.keys(files).sort());
  expect(imported(back.files, 'in').report.counts).toEqual({ rows: 3, added: 0, there: 3, refused: 0 });
});

test('claims and assessments come back from schema.org, as far as it holds them', () => {
  const files = {
    '/desk/claims/a.yaml': `topic: A
speakers: { ann: { name: Ann, role: mayor, party: City } }
sources:
  paper: { outlet: Paper, title: One, kind: article, published: 2024-03-12, url: https://example.org/1 }
  radio: { outlet: Radio, published: 2024-03-14 }
questions:
  - ask: Is it?
    claims:
      - { id: one, speaker: ann, date: 2024-03-12, as_of: 2024-03, says: It is, quote: oui, lang: fr, translation: yes, source: [radio, paper], assessment: { rating: Partly, by: Checkers, on: 2024-03-15, url: https://example.org/c } }
      - { id: two, speaker: Ben, quote: no no, lang: en, source: https://example.org/x }
`,
  };
  const { out } = run(files, 'export', '--format', 'claimreview');
  const back = imported({ ...EMPTY, '/desk/in': out }, 'in', '--write');
  expect(back.report.counts).toEqual({ rows: 2, added: 2, there: 0, refused: 0 });
  expect(run(back.files, 'export', '--format', 'claimreview').out).toBe(out);
  expect(imported(back.files, 'in').report.counts).toEqual({ rows: 2, added: 0, there: 2, refused: 0 });
});

describe('a sheet', () => {
  const rowsIn = (sheet: string | Uint8Array, ...args: readonly string[]): unknown => {
    const files = { '/desk/claims/a.yaml': 'topic: A\n', '/desk/in': sheet };
    const { io, files: after, stderr } = memoryIo({ files, cwd: '/desk' });
    if (main(['import', 'in', ...args, '--write'], io) === 2) return stderr();
    const listed = run(Object.fromEntries(after) as Files, 'list', '--format', 'jsonl')
      .out.trimEnd()
      .split('\n');
    return listed.map((line) => JSON.parse(line)).map(({ speaker, says, date }) => [speaker, says, date].join('|'));
  };
  const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));

  test.each([
    ['a byte order mark and CRLF', '\ufeffwho,claim\r\nAnn,so\r\n'],
    ['semicolons', 'who;claim\nAnn;so\n'],
    ['semicolons that Excel names', 'sep=;\r\nwho;claim\r\nAnn;so\r\n'],
    ['tabs', 'who\tclaim\nAnn\tso'],
    ['UTF-16, as Excel writes Unicode text', utf16('who\tclaim\r\nAnn\tso\r\n')],
    ['empty rows and columns', 'who,claim,,\n,,,\n\nAnn,so,,\n'],
    ['names in quotation marks with delimiters', '"who","claim","a;b;c;d"\n"Ann","so",""\n'],
    ['lone carriage returns', 'who,claim\rAnn,so\r'],
  ])('with %s', (_, sheet) => {
    expect(rowsIn(sheet)).toEqual(['Ann|so|']);
  });

  test('keeps what is in quotation marks, and a mark inside a text', () => {
    expect(rowsIn('who,claim\nAnn,"a, ""b""\nc"\nBen,5" wide\n')).toEqual(['Ann|a, "b"\nc|', 'Ben|5" wide|']);
  });

  test('that is not ours keeps a mark before a formula; ours was given it', () => {
    expect(rowsIn("who,claim\nAnn,'=1\n")).toEqual(["Ann|'=1|"]);
    expect(rowsIn("speaker,says,speaker_id\nAnn,'=1,\n")).toEqual(['Ann|=1|']);
  });

  test('in another encoding is refused', () => {
    expect(rowsIn(new Uint8Array([0x77, 0x68, 0x6f, 0x0a, 0xe9]))).toContain('is not UTF-8');
  });

  test('counts lines as an editor does', () => {
    const sheet = 'who,claim\r\nAnn,"one\r\ntwo"\r\n\r\n,nobody\r\n';
    const { report } = imported({ '/desk/claims/a.yaml': 'topic: A\n', '/desk/in': sheet }, 'in');
    expect(report.refused.map(({ line }) => line)).toEqual([5]);
  });
});

test.each([
  ['2025-05-17', '2025-05-17'],
  ['2025-05~', '2025-05~'],
  ['17 May 2025', '2025-05-17'],
  ['May 17, 2025', '2025-05-17'],
  ['Sept. 3rd, 2025', '2025-09-03'],
  ['1st march 2025', '2025-03-01'],
  ['May 2025', '2025-05'],
  ['2025/5/7', '2025-05-07'],
  ['2025-05-17 00:00:00', '2025-05-17'],
  ['17/05/2025', '2025-05-17'],
  ['5.17.2025', '2025-05-17'],
  ['05/05/2025', '2025-05-05'],
  ['31 April 2025', '31 April 2025'],
  ['2025-05-17 14:30', '2025-05-17 14:30'],
  ['17/05/25', '17/05/25'],
  ['soon', 'soon'],
])('the date %s is read as %s', (written, date) => {
  expect(readDate(written)).toEqual({ date });
});

test.each([
  ['05/07/2025', undefined, 'may be 2025-07-05 or 2025-05-07'],
  ['17/05/2025', 'month-first', 'is no day with the month first'],
  ['45794', undefined, 'is a day as spreadsheets count it'],
] as const)('the date %s is not guessed', (written, order, message) => {
  expect(readDate(written, order)).toMatchObject({ message: expect.stringContaining(message) });
});

test('the order of figures is that of the command line', () => {
  expect(readDate('05/07/2025', 'day-first')).toEqual({ date: '2025-07-05' });
  expect(readDate('05/07/2025', 'month-first')).toEqual({ date: '2025-05-07' });
});

test('a file that has changed since it was read is planned for anew, and the report tells what came of it', () => {
  const { io, stdout, files } = memoryIo({
    files: { '/desk/claims/a.yaml': 'topic: A\n', '/desk/in': 'who,claim\nAnn,so\nBen,not so\n' },
    cwd: '/desk',
  });
  const meanwhile = 'topic: A # mine\nclaims:\n  - { speaker: Ben, says: not so }\n';
  let reads = 0;
  const busy = (path: string, limit: number): ReturnType<typeof io.read> => {
    if (path.endsWith('a.yaml') && ++reads === 2) io.write(path, meanwhile, 'replace');
    return io.read(path, limit);
  };
  expect(main(['import', 'in', '--write'], { ...io, read: busy })).toBe(0);
  expect(stdout()).toContain('2 rows = 1 added + 1 already there + 0 refused');
  expect(lacking(meanwhile, String(files.get('/desk/claims/a.yaml')))).toBe('');
});

test('a new claim does not take the id that was made up for an older one', () => {
  const old =
    'topic: A\nquestions:\n  - { id: one, ask: Is it? }\nclaims:\n  - { speaker: Ann, date: 2024-03-12, says: old }\n';
  const sheet = 'who,claim,date,question\nAnn,new,2024-03-12,one\nAnn,newer,2024-03-12,one\n';
  const files = imported({ '/desk/claims/a.yaml': old, '/desk/in': sheet }, 'in', '--write').files;
  const ids = JSON.parse(run(files, 'list', '--format', 'json').out).claims.map(
    ({ id, says }: { id: string; says: string }) => [id, says],
  );
  expect(ids).toEqual([
    ['ann-2024-03-12-2', 'new'],
    ['ann-2024-03-12-3', 'newer'],
    ['ann-2024-03-12', 'old'],
  ]);
  expect(imported(files, 'in').report.counts).toMatchObject({ added: 0, there: 2 });
});

describe('a row with the words of an earlier one', () => {
  const columns = 'id,speaker,party,role,date,says,answer,source,note';
  const earlier = 'one,Ann,Red,clerk,2024-03-12,It is,yes,https://example.org/a,here';
  const outcome = (later: string) =>
    imported({ '/desk/claims/a.yaml': 'topic: A\n', '/desk/in': `${columns}\n${earlier}\n${later}\n` }, 'in').report;

  test.each([
    ['with all of it', earlier],
    ['without an id', ',Ann,Red,clerk,2024-03-12,It is,yes,https://example.org/a,here'],
    ['with empty cells, which say nothing', ',Ann,,,2024-03-12,It is,,,'],
    ['with a side and a speaker written otherwise', ',ANN,red,,2024-03-12,It is,,,'],
  ])('%s is there already', (_, later) => {
    expect(outcome(later)).toMatchObject({ counts: { added: 1, there: 1, refused: 0 } });
  });

  test.each([
    [',Ann,,,2024-03-12,It is,no,,', '`answer`'],
    [',Ann,Blue,,2024-03-12,IT is,,https://example.org/b,there', '`party` and `says` and `source` and `note`'],
    [',Ann,,mayor,2024-03-12,It is,yes,,', '`role`'],
  ])('is refused with the columns that differ: %s', (later, keys) => {
    const { refused } = outcome(later);
    expect(refused.map(({ reasons }) => reasons.map(({ message }) => message))).toEqual([
      [`line 2 has the same words, speaker and date, but another ${keys}`],
    ]);
  });
});

test('standard input is a file too', () => {
  const { io, stdout } = memoryIo({
    files: { '/desk/claims/a.yaml': 'topic: A\n' },
    cwd: '/desk',
    stdin: 'who,claim\nAnn,so\n',
  });
  expect(main(['import', '-'], io)).toBe(0);
  expect(stdout()).toContain('1 row = 1 to add');
});

describe('every row is added, there or refused, and what stood in the ledger stands there still', () => {
  const ledger = `# Invented.
topic: A topic   # with remarks
speakers: { ann: { name: Ann, party: Red } }
questions:
- ask: Is it?   # the one
  claims:
    - { id: one, speaker: ann, date: 2024-03-12, says: It is, answer: yes }
    # nothing below this
`;
  const cell = fc.oneof(
    fc.constantFrom('', 'ann', 'Ann', 'Ben', 'one', 'two', 'yes', 'no', '53', 'very', 'Is it?', 'Is it not?', 'It is'),
    fc.constantFrom('2024-03-12', '12/03/2024', '31/12/2024', 'May 2024', 'https://example.org/a', 'Paper', 'A topic'),
    fc.constantFrom('[1]', '["a","b"]', '{"a":', '=1', "'=1", 'a; b', '../up', 'topic', 'B', '\u202e', 'a\nb', '"'),
    fc.string({ unit: 'grapheme', maxLength: 5 }),
  );
  const columns = fc.shuffledSubarray(
    [
      'topic',
      'topic_id',
      'question',
      'question_id',
      'speaker',
      'speaker_id',
      'Side',
      'Date',
      'says',
      'quote',
      'answer',
      'Source',
      'sources',
      'Link',
      'Outlet',
      'id',
      'via',
      'denies',
      'implies',
      'question_kind',
      'made_up',
      'place',
      'topic_rest',
      'Mood',
      '',
    ],
    { minLength: 3 },
  );
  const hasClaims = (names: readonly string[]): boolean =>
    names.some((name) => name.startsWith('speaker')) && (names.includes('says') || names.includes('quote'));
  // A row with both is a topic in which nobody has said anything, where it says nothing else.
  const sheet = columns
    .filter(hasClaims)
    .filter((names) => !(names.includes('topic') && names.includes('topic_id')))
    .chain((names) =>
      fc.tuple(
        fc.constant(names),
        fc.array(fc.array(cell, { minLength: names.length, maxLength: names.length }), { maxLength: 8 }),
      ),
    );

  test.each(['csv', 'jsonl'])('%s', (format) => {
    fc.assert(
      fc.property(sheet, fc.constantFrom([], ['topic'], ['Another']), ([names, rows], topic) => {
        const objects = rows.map((row) => Object.fromEntries(row.map((value, index) => [names[index], value])));
        const table = stringify([names, ...rows]);
        const text = format === 'csv' ? table : objects.map((row) => `${JSON.stringify(row)}\n`).join('');
        const given = rows.filter((row) => format === 'jsonl' || row.some((value) => value.trim() !== '')).length;
        const files = { '/desk/claims/topic.yaml': ledger, '/desk/in': text };
        if (text.trim() === '') return;
        const planned = imported(files, 'in', ...topic);
        const { counts } = planned.report;
        expect(counts.rows).toBe(given);
        expect(counts.added + counts.there + counts.refused).toBe(given);
        expect(planned.files).toEqual(files);
        expect(planned.exit).toBe(counts.refused > 0 ? 1 : 0);
        const written = imported(files, 'in', ...topic, '--write');
        expect(written.report.counts).toEqual(counts);
        expect(lacking(ledger, written.files['/desk/claims/topic.yaml'] ?? '')).toBe('');
        expect(claimsIn(written.files) - claimsIn(files)).toBe(counts.added);
        const again = imported(written.files, 'in', ...topic).report.counts;
        expect(again.added).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  test('whatever the file is made of, it is read or refused in a sentence', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.constantFrom('', '{', '[{', 'who;claim\n', 'speaker\tsays\n"'),
        (rest, start) => {
          const { exit, err } = run(
            { '/desk/claims/topic.yaml': ledger, '/desk/in': `${start}${rest}` },
            'import',
            'in',
            'topic',
          );
          expect([0, 1, 2]).toContain(exit);
          expect(err.split('\n').length).toBeLessThan(3);
        },
      ),
      { numRuns: 100 },
    );
  });
});

/** The rest of the old text that the new one does not have in the same order. */
function lacking(old: string, text: string): string {
  let at = 0;
  for (const char of text) if (old.startsWith(char, at)) at += char.length;
  return old.slice(at);
}

function claimsIn(files: Files): number {
  const { out } = run(files, 'list', '--format', 'json');
  return JSON.parse(out).claims.length;
}

function ledgerOf(topics: readonly Plain[]): Files {
  return Object.fromEntries(topics.map((topic, index) => [`/desk/claims/t${index}.yaml`, fileText(topic)]));
}

/** The topic without the answers that do not fit their question, which `import` refuses. */
function readable(topic: Plain): Plain {
  const asked = askedIn(topicOf(topic));
  const unread = new Set(
    asked.flatMap(({ said }) =>
      said.flatMap(({ claim, implied, unreadable }) =>
        implied || unreadable === undefined ? [] : [String(claim.path)],
      ),
    ),
  );
  if (unread.size === 0) return topic;
  const { questions, ...others } = topic as { questions: readonly { claims?: readonly Record<string, Plain>[] }[] };
  const kept = questions.map(({ claims = [], ...question }, at) => ({
    ...question,
    claims: claims.map(({ answer, ...claim }, index) =>
      answer === undefined || unread.has(String(['questions', at, 'claims', index])) ? claim : { ...claim, answer },
    ),
  }));
  return readable({ ...others, questions: kept });
}

/** An empty list says nothing, and is not added. */
function withoutEmptyLists(data: Plain): Plain {
  return JSON.parse(
    JSON.stringify(data, (key, value) => (key === 'reviewed' && value.length === 0 ? undefined : value)),
  );
}

test('a shared file that has changed since it was read ends the import before a topic names its ids', () => {
  const shared = 'speakers:\n  ann: { name: Ann }\n';
  const topic = 'topic: A\nclaims:\n  - { speaker: ann, says: so }\n';
  const rows = run(
    { '/desk/claims/_shared.yaml': shared, '/desk/claims/a.yaml': topic },
    'export',
    '--format',
    'jsonl',
  ).out;
  const { io, files, stderr } = memoryIo({
    files: { '/desk/claims/b.yaml': 'topic: B\n', '/desk/in': rows },
    cwd: '/desk',
  });
  const busy = (path: string, limit: number): ReturnType<typeof io.read> => {
    if (path.endsWith('_shared.yaml')) io.write(path, shared.replace('Ann', 'Anton'), 'create');
    return io.read(path, limit);
  };
  expect(main(['import', 'in', '--write'], { ...io, read: busy })).toBe(4);
  expect(stderr()).toContain('has changed meanwhile');
  expect([...files.keys()].filter((path) => path.endsWith('/a.yaml'))).toEqual([]);
});
