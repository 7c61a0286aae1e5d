import { clashing, file, type HostileLedger, TOPIC } from './ledger.ts';

const claim = (id: string, more = '', speaker = 'One'): string =>
  `  - { id: ${id}, speaker: ${speaker}, date: 2024-01-01, says: So, source: https://example.org${more} }\n`;

/** Entries that pass for others, or that point at each other in rings. */
export const identity: readonly HostileLedger[] = [
  file('one-id-twice', 'two claims with one id', `${TOPIC}claims:\n${claim('a')}${claim('a')}`, '4:11 duplicate-id'),
  file(
    'claim-and-question',
    'a claim with the id of its question',
    clashing({
      more: '      - { id: question, speaker: One, date: 2024-01-01, says: So, answer: yes, source: https://example.org }\n',
    }),
    '12:15 duplicate-id',
  ),
  file(
    'unicode-forms',
    'two ids that look the same, composed and not',
    `${TOPIC}claims:\n${claim('caf\u00e9')}${claim('cafe\u0301')}`,
  ),
  file(
    'look-alikes',
    'two ids that look the same, in Latin and Cyrillic',
    `${TOPIC}claims:\n${claim('paper')}${claim('\u0440\u0430\u0440\u0435r')}`,
  ),
  file(
    'look-alike-speakers',
    'two speakers whose names look the same',
    `${TOPIC}claims:\n${claim('a', '', 'Paula')}${claim('b', '', 'P\u0430ula')}`,
  ),
  file(
    'invisible-in-id',
    'an id with a blank that has no width',
    `${TOPIC}claims:\n${claim('"a\\u200bb"')}`,
    '3:11 wrong-type',
  ),
  file(
    'denial-ring',
    'two claims that deny each other',
    clashing({ more: '        denies: second\n' }).replace('says: It is not', 'denies: first, says: It is not'),
  ),
  file('own-denial', 'a claim that denies itself', clashing({ more: '        denies: first\n' }), '12:17 own-denial'),
  file(
    'part-of-itself',
    'a question that is part of itself',
    clashing({ more: '' }).replace('    claims:', '    part_of: question\n    claims:'),
    '5:14 circular-reference',
  ),
  file(
    'part-ring',
    'three questions that are parts of each other',
    `${TOPIC}questions:\n${['a', 'b', 'c'].map((id, at, all) => `  - { id: ${id}, ask: Is it ${id}?, part_of: ${all[(at + 1) % 3]}, claims: [] }\n`).join('')}`,
    '3:38 circular-reference',
  ),
  file(
    'replaced-ring',
    'two claims of one speaker that replace each other',
    `${TOPIC}claims:\n${claim('a', ', replaces: b')}${claim('b', ', replaces: a')}`,
    '3:95 circular-reference',
  ),
  file(
    'unknown-denial',
    'a claim that denies what is not there',
    clashing({ more: '        denies: third\n' }),
    '12:17 unknown-reference',
  ),
  {
    name: 'two-endings',
    what: 'one id in .yaml and in .yml',
    files: { 'hostile.yaml': clashing({}), 'hostile.yml': clashing({}) },
  },
  {
    name: 'shared-names',
    what: 'a shared file whose entries a topic has too, with keys that every object has',
    files: {
      '_shared.yaml': 'speakers:\n  constructor: { name: Shared }\n  __proto__: { name: Other }\n',
      'hostile.yaml': `${TOPIC}speakers:\n  constructor: { name: Own }\nclaims:\n${claim('a', '', 'constructor')}${claim('b', '', '__proto__')}`,
    },
  },
];
