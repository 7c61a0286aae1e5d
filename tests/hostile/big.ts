import { clashing, TOPIC } from './ledger.ts';

/** A ledger of one file of many megabytes, made when it is needed. */
export interface BigLedger {
  readonly name: string;
  /** What it is, in a line. */
  readonly what: string;
  readonly make: () => string;
  /** The code of its first error, and where that is. */
  readonly fault: string;
}

/** Files at or over the limits, each of them up to 16 MiB. */
export const big: readonly BigLedger[] = [
  ledger('deep-lists', '100,000 lists in each other', '2:25 refused', () => `${TOPIC}summary: ${'['.repeat(100_000)}`),
  ledger('deep-maps', '100,000 maps in each other', '2:70 refused', () => `${TOPIC}summary: ${'{a: '.repeat(100_000)}`),
  ledger(
    'deep-blocks',
    '4,000 maps in each other by indentation',
    '18:17 refused',
    () => `${TOPIC}${many(4000, (at) => `${' '.repeat(at)}a:\n`)}`,
  ),
  ledger(
    'long-text',
    'a text of 50 MB: the file is over the limit',
    '1:1 unreadable',
    () => `${TOPIC}summary: ${'a'.repeat(50_000_000)}\n`,
  ),
  ledger(
    'text-in-quotes',
    'a text of 15 MB in quotes',
    '2:10 refused',
    () => `${TOPIC}summary: '${"a''".repeat(5_000_000)}'\n`,
  ),
  ledger(
    'text-in-lines',
    'a text of 3,500,000 lines',
    '3:1 refused',
    () => `${TOPIC}summary: >\n${'  a\n'.repeat(3_500_000)}`,
  ),
  ledger('aliases', '1,000,000 aliases', '2:11 refused', () => `${TOPIC}summary: [${'*a,'.repeat(1_000_000)}]\n`),
  ledger(
    'brackets',
    '1,000,000 brackets that close others',
    '2:11 syntax',
    () => `${TOPIC}summary: ${'[}'.repeat(500_000)}\n`,
  ),
  ledger('commas', '10,000,000 commas', '2:499998 refused', () => `${TOPIC}summary: [${','.repeat(10_000_000)}]\n`),
  ledger('keys', '500,000 keys', '2:1 unknown-key', () => `${TOPIC}${many(500_000, (at) => `k${at}: v\n`)}`),
  ledger('repeated-keys', 'one key 1,000,000 times', '71429:3 refused', () => `${TOPIC}${'k: v\n'.repeat(1_000_000)}`),
  ledger('entries', '500,000 entries that are texts', '3:3 wrong-type', () => inList('- x\n', 500_000)),
  ledger('empty-entries', '8,000,000 entries of nothing', '600001:1 refused', () => inList('-\n', 8_000_000)),
  ledger('empty-maps', '3,000,000 empty maps', '600001:1 refused', () => inList('- {}\n', 3_000_000)),
  ledger('empty-maps-within', '500,000 empty maps', '3:3 missing-key', () => inList('- {}\n', 500_000)),
  ledger(
    'empty-lists',
    '5,000,000 empty lists',
    '2:1800004 refused',
    () => `${TOPIC}claims: [${'[],'.repeat(5_000_000)}]\n`,
  ),
  ledger('lists-in-lists', '2,000,000 lists in lists', '300002:1 refused', () => inList('- - x\n', 2_000_000)),
  ledger('anchors', '1,000,000 anchors', '3:3 refused', () => inList((at) => `- &a${at} x\n`, 1_000_000)),
  ledger('returns', '15,000,000 carriage returns', '499994:1 refused', () => `${TOPIC}${'\r'.repeat(15_000_000)}`),
  ledger('odd-lists', '9,000 lists, each with 500 empty ones and an escape', '334:1508 refused', () =>
    inList(`- ["\\x41"${',[]'.repeat(500)}]\n`, 9_000),
  ),
  ledger(
    'unused-speakers',
    '200,000 speakers of no claim',
    '',
    () => `${TOPIC}speakers:\n${many(200_000, (at) => `  s${at}: { name: Speaker ${at} }\n`)}`,
  ),
  ledger('documents', '3,000,000 documents', '2:1 refused', () => `${TOPIC}${'---\n'.repeat(3_000_000)}`),
  ledger(
    'line-ends',
    '15,000,000 line ends, and a fault after them',
    '15000002:1 unknown-key',
    () => `${TOPIC}${'\n'.repeat(15_000_000)}sumary: So\n`,
  ),
  ledger(
    'claims-and-a-fault',
    '40,000 claims and a bracket that is never closed',
    '59525:5 refused',
    () =>
      `${TOPIC}claims:\n${many(40_000, (at) => `  - id: c${at}\n    speaker: One\n    date: 2024-01-01\n    says: It is so\n    source: https://example.org\n`)}summary: [a\n`,
  ),
  ledger('words', 'words of 60,000 letters in three fields', '', () => inFields('a'.repeat(60_000))),
  ledger('hebrew-words', 'words of 60,000 Hebrew letters', '', () => inFields('\u05d0'.repeat(60_000))),
  ledger('accents', 'letters under 60,000 accents', '', () => inFields(`a${'\u0301'.repeat(60_000)}`)),
  ledger('directions', '60,000 changes of direction', '', () => inFields(`"${'\u202e\u2066'.repeat(30_000)}"`)),
  ledger('joined', '20,000 people joined into one', '', () => inFields('\u{1F468}\u200d'.repeat(20_000))),
  ledger('marks', '60,000 brackets and stars of Markdown', '', () => inFields(`"${'[*_`!<'.repeat(10_000)}"`)),
  ledger('blanks', '60,000 blanks between two words', '', () => inFields(`"a${' '.repeat(60_000)}b"`)),
  ledger('digits', 'a number of 60,000 digits', '10:17 unreadable-answer', () =>
    clashing({ answer: '9'.repeat(60_000) }),
  ),
];

function ledger(name: string, what: string, fault: string, make: () => string): BigLedger {
  return { name, what, fault, make };
}

function inList(item: string | ((at: number) => string), count: number): string {
  return `${TOPIC}claims:\n${typeof item === 'string' ? item.repeat(count) : many(count, item)}`;
}

function inFields(words: string): string {
  return clashing({ ask: words, says: words, speaker: words });
}

function many(count: number, line: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => line(at)).join('');
}
