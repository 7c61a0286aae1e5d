import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { clashing, TOPIC } from './ledger.ts';
import { put } from './put.ts';

const format = readFileSync(`${import.meta.dirname}/../../docs/format.md`, 'utf8');

/** Each limit with what is just within it, what is just over it, and how the documents and the fault write it. */
const limits: readonly (readonly [name: string, documented: string, told: string, within: string, over: string])[] = [
  ['a file', '| a file | 16 MiB |', '16 MiB', filled(16 * 2 ** 20), filled(16 * 2 ** 20 + 1)],
  [
    'a text',
    '65,536 characters',
    '65536',
    clashing({ says: 'a'.repeat(65_536) }),
    clashing({ says: 'a'.repeat(65_537) }),
  ],
  ['an id', '200 characters', '200', withId('i'.repeat(200)), withId('i'.repeat(201))],
  ['nesting', '16 levels', '16', nested(15), nested(16)],
  ['words and signs', '500,000', '500,000', commas(499_980), commas(500_000)],
  ['entries', '| 600,000, some 50,000 claims |', '600,000', items(599_998), items(599_999)],
  ['faults of syntax', '| 20; the rest are counted |', 'and 2 more', unclosed(20), unclosed(22)],
  ['faults of keys', '| 1,000; the rest are counted |', 'and 2 more', unknownKeys(1000), unknownKeys(1002)],
  ['places of a check', 'places that one check finds', 'and 2 more', unusedSpeakers(1000), unusedSpeakers(1002)],
];

describe('a limit', () => {
  test.each(limits)(
    'of %s is in the documents, and told where it is passed',
    (_, documented, told, within, over) => {
      expect(format).toContain(documented);
      expect(messages(over)).toContain(told);
      expect(messages(within)).not.toContain(told);
    },
    60_000,
  );
});

describe('what is only counted hides no error', () => {
  const claim = (says: string, date = '2024-01-01'): string =>
    `  - says: ${says}\n    speaker: One\n    date: ${date}\n    source: https://example.org\n`;
  test.each([
    ['of its own sort', claim('So # heard').repeat(1_100) + claim('They are #1 here'), 'check'],
    [
      'of another sort',
      claim('So').replace('says', 'sayd').repeat(1_100) + claim('So', '2024-13-01'),
      'check --skip unknown-key,missing-key',
    ],
  ])('%s', (_, claims, line) => {
    const { exit, stdout } = put({ files: { 'hostile.yaml': `${TOPIC}claims:\n${claims}` } }, `${line} --format json`);
    expect({ exit, errors: JSON.parse(stdout).counts.error }).toEqual({ exit: 1, errors: 1 });
  });
});

function messages(content: string): string {
  const { stdout } = put({ files: { 'hostile.yaml': content, 'other.yaml': TOPIC } }, 'check --format json');
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly { message: string; hint?: string }[] };
  return diagnostics.map(({ message, hint = '' }) => `${message}\n${hint}`).join('\n');
}

function filled(size: number): string {
  return TOPIC + '\n'.repeat(size - TOPIC.length);
}

function withId(id: string): string {
  return `${TOPIC}claims:\n  - { id: ${id}, speaker: One, date: 2024-01-01, says: So, source: https://example.org }\n`;
}

// The topic itself is a level.
function nested(lists: number): string {
  return `${TOPIC}summary: ${'['.repeat(lists)}a${']'.repeat(lists)}\n`;
}

// Each comma is one of them, beside some twenty for the rest of the file.
function commas(count: number): string {
  return `${TOPIC}summary: [${','.repeat(count)}]\n`;
}

// Beside the two keys of the topic.
function items(count: number): string {
  return `${TOPIC}claims:\n${'-\n'.repeat(count)}`;
}

function unclosed(count: number): string {
  return `${TOPIC}${Array.from({ length: count }, (_, at) => `k${at}: "\\q"\n`).join('')}`;
}

function unusedSpeakers(count: number): string {
  return `${TOPIC}speakers:\n${Array.from({ length: count }, (_, at) => `  s${at}: { name: Speaker ${at} }\n`).join('')}`;
}

function unknownKeys(count: number): string {
  return `${TOPIC}${Array.from({ length: count }, (_, at) => `k${at}: v\n`).join('')}`;
}
