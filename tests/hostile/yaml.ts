import { clashing, faulty, file, type HostileLedger, TOPIC } from './ledger.ts';

/** YAML that makes other programs hang, crash, run code or read something else than is written. */
export const yaml: readonly HostileLedger[] = [
  faulty('alias-bomb', '24 levels of nine aliases each: 9^24 nodes if they are expanded', aliasBomb()),
  file('alias-cycle', 'a list that holds itself', `${TOPIC}summary: &a [*a]\n`, '2:10 refused', '2:14 refused'),
  file('alias-unknown', 'an alias to nothing', `${TOPIC}summary: *nothing\n`, '2:10 refused'),
  file('merge-key', 'a merge key, which other readers expand', `${TOPIC}<<: { summary: So }\n`, '2:1 unknown-key'),
  file(
    'js-function',
    'a tag that runs code in an old reader',
    `${TOPIC}summary: !!js/function 'function () { process.exit(9) }'\n`,
    '2:10 refused',
  ),
  file(
    'python-object',
    'a tag that runs code in another language',
    `${TOPIC}summary: !!python/object/apply:os.system ["true"]\n`,
    '2:10 refused',
  ),
  file('binary-tag', 'bytes in base 64', `${TOPIC}summary: !!binary G1sybQ==\n`, '2:10 refused'),
  file('two-documents', 'a second topic after the first', `${TOPIC}---\n${TOPIC}`, '2:1 refused'),
  file('many-documents', 'a thousand document ends', `${TOPIC}${'...\n'.repeat(1000)}`, '3:1 refused'),
  file('version-directive', 'a directive of another version of YAML', `%YAML 1.1\n---\n${TOPIC}`, '1:1 refused'),
  file('tag-directive', 'a directive that renames tags', `%TAG ! tag:example.org,2024:\n---\n${TOPIC}`, '1:1 refused'),
  file('explicit-key', 'a key after a question mark', `${TOPIC}? summary\n: So\n`, '2:1 refused'),
  faulty(
    'question-marks',
    'a thousand keys within keys, on which readers take time without end',
    `${'? '.repeat(1000)}\n`,
  ),
  file('key-is-a-map', 'a map in the place of a key', `${TOPIC}{ a: b }: c\n`, '2:1 syntax'),
  file('no-key', 'a colon with nothing before it', `${TOPIC}: So\n`, '2:1 syntax'),
  file('repeated-key', 'a key that stands twice', `${TOPIC}summary: One\nsummary: Two\n`, '3:1 repeated-key'),
  file('open-list', 'a list that never ends', `${TOPIC}summary: [a, b\n`, '2:10 syntax'),
  file('open-lists', 'a thousand lists that never end', `${TOPIC}summary: ${'['.repeat(1000)}`, '2:25 refused'),
  file(
    'closed-lists',
    'a thousand brackets that close nothing',
    `${TOPIC}summary: ${']'.repeat(1000)}\n`,
    '2:10 syntax',
  ),
  file(
    'wrong-brackets',
    'a thousand brackets that close others',
    `${TOPIC}summary: ${'[}'.repeat(1000)}\n`,
    '2:11 syntax',
  ),
  file(
    'deep-lists',
    'lists in lists, a thousand deep',
    `${TOPIC}summary: ${'['.repeat(1000)}${']'.repeat(1000)}\n`,
    '2:25 refused',
  ),
  file(
    'deep-maps',
    'maps in maps in brackets, a thousand deep',
    `${TOPIC}summary: ${'{a: '.repeat(1000)}${'}'.repeat(1000)}\n`,
    '2:70 refused',
  ),
  file('deep-blocks', 'maps in maps by indentation, 300 deep', `${TOPIC}${deepBlocks(300)}`, '18:17 refused'),
  file('deep-dashes', 'a thousand lists on one line', `${TOPIC}summary:\n  ${'- '.repeat(1000)}a\n`, '3:33 refused'),
  file('open-quote', 'a quotation mark that is never closed', `${TOPIC}summary: "So\n`, '2:10 syntax'),
  file('backslashes', 'ten thousand backslashes in quotes', `${TOPIC}summary: "${'\\'.repeat(10_000)}"\n`),
  file('unknown-escape', 'an escape that YAML has not', `${TOPIC}summary: "a\\qb"\n`, '2:12 syntax'),
  file(
    'commas',
    'ten thousand commas with nothing between them',
    `${TOPIC}summary: [${','.repeat(10_000)}]\n`,
    '2:12 syntax',
  ),
  file('colons', 'ten thousand colons on one line', `${TOPIC}summary: ${': '.repeat(10_000)}\n`, '2:10 syntax'),
  file('second-colon', 'words with a colon', clashing({ says: 'He said: no' }), '9:22 syntax'),
  file('tabs', 'lines that begin with tabs', `${TOPIC}claims:\n\t- speaker: One\n`, '3:1 syntax'),
  file('hash-words', 'words that a remark swallows', clashing({ says: 'They are #1 in the world' }), '9:24 text-cut'),
  file(
    'cut-number',
    'a number that a comma cuts in brackets',
    `${TOPIC}claims:\n  - { speaker: One, says: So, at: 53,000 }\n`,
    '3:35 number-cut',
  ),
  file('prototype-keys', 'ids with which other programs change all objects', prototypeKeys(), '8:11 wrong-type'),
  file(
    'unknown-prototype',
    'such a key where none may be',
    `${TOPIC}__proto__: { polluted: yes }\n`,
    '2:1 unknown-key',
  ),
  file(
    'constructor-key',
    'a key that every object has',
    `${TOPIC}constructor: { prototype: yes }\n`,
    '2:1 unknown-key',
  ),
  file('long-number', 'a number of 60,000 digits', clashing({ answer: '9'.repeat(60_000) }), '10:17 unreadable-answer'),
  file(
    'long-fraction',
    'a fraction of 60,000 digits',
    clashing({ answer: `0.${'9'.repeat(60_000)}` }),
    '10:17 unreadable-answer',
  ),
  file(
    'long-range',
    'a range between numbers of 30,000 digits',
    clashing({ answer: `1${'0'.repeat(29_000)} to 1${'0'.repeat(30_000)}` }),
    '10:17 unreadable-answer',
  ),
  file(
    'long-answer',
    'a range that never ends',
    clashing({ answer: `"${'between 1 and '.repeat(4000)}"` }),
    '10:17 unreadable-answer',
  ),
  file(
    'negated-answer',
    'ten thousand times not',
    clashing({ answer: `"${'not '.repeat(10_000)}so"` }),
    '10:17 unreadable-answer',
  ),
  file(
    'huge-year',
    'a year of 23 digits',
    `${TOPIC}claims:\n  - { speaker: One, date: 99999999999999999999999, says: So }\n`,
    '3:27 bad-date',
  ),
  file(
    'first-and-last-year',
    'the first and the last day that a date can be',
    `${TOPIC}claims:\n  - { speaker: One, date: 0000-01-01/9999-12-31, says: So }\n`,
  ),
  faulty(
    'thousand-keys',
    'two thousand keys that the format has not: the first thousand are told',
    `${TOPIC}${lines(2000, (at) => `key${at}: v\n`)}`,
  ),
  file(
    'long-id',
    'an id of 201 characters',
    clashing({
      more: `      - { id: ${'i'.repeat(201)}, speaker: One, date: 2024-01-01, says: So, answer: yes, source: https://example.org }\n`,
    }),
    '12:15 too-long',
  ),
  file(
    'long-text',
    'a text of one character more than 64 KiB',
    clashing({ says: 'a'.repeat(65_537) }),
    '9:15 too-long',
  ),
];

function aliasBomb(): string {
  const names = Array.from({ length: 24 }, (_, at) => String.fromCharCode(97 + at));
  const first = `a: &a [${Array(9).fill('x').join(', ')}]\n`;
  const rest = names.slice(1).map((name, at) => `${name}: &${name} [${Array(9).fill(`*${names[at]}`).join(', ')}]\n`);
  return `${TOPIC}${first}${rest.join('')}`;
}

function deepBlocks(levels: number): string {
  return lines(levels, (at) => `${' '.repeat(at)}a:\n`);
}

function prototypeKeys(): string {
  const ids = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  return `${TOPIC}speakers:\n${ids.map((id) => `  ${id}: { name: Name of ${id} }\n`).join('')}claims:\n${ids
    .map((id) => `  - { id: ${id}, speaker: ${id}, date: 2024-01-01, says: So, source: https://example.org }\n`)
    .join('')}`;
}

function lines(count: number, line: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => line(at)).join('');
}
