import { clashing, file, type HostileLedger, TOPIC } from './ledger.ts';

const sound = clashing({});
const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

/** Files in other encodings, in none, and with line ends of all kinds. */
export const encodings: readonly HostileLedger[] = [
  file('byte-order-mark', 'a byte order mark before a sound file', bytes([0xef, 0xbb, 0xbf], sound)),
  file('mark-inside', 'a byte order mark in the middle of a text', clashing({ says: 'It is\uFEFF so' })),
  file(
    'utf-16-le',
    'UTF-16 with its mark, little end first',
    bytes([0xff, 0xfe], [...Buffer.from(sound, 'utf16le')]),
    '1:1 encoding',
  ),
  file(
    'utf-16-be',
    'UTF-16 with its mark, big end first',
    bytes([0xfe, 0xff], [...Buffer.from(sound, 'utf16le').swap16()]),
    '1:1 encoding',
  ),
  file(
    'utf-16-bare',
    'UTF-16 without a mark: every other byte is NUL',
    bytes([...Buffer.from(TOPIC, 'utf16le')]),
    '1:1 encoding',
  ),
  file('utf-16-bare-be', 'the same, big end first', bytes([...Buffer.from(TOPIC, 'utf16le').swap16()]), '1:1 encoding'),
  file('latin-1', 'a name in Latin-1', bytes(TOPIC, 'summary: Caf', [0xe9], '\n'), '1:1 encoding'),
  file(
    'overlong',
    'a slash in two bytes where one will do',
    bytes(TOPIC, 'summary: a', [0xc0, 0xaf], 'b\n'),
    '1:1 encoding',
  ),
  file(
    'surrogate-bytes',
    'half a pair in UTF-8',
    bytes(TOPIC, 'summary: a', [0xed, 0xa0, 0x80], 'b\n'),
    '1:1 encoding',
  ),
  file(
    'cut-sequence',
    'a character that ends too early',
    bytes(TOPIC, 'summary: a', [0xf0, 0x9f, 0x98]),
    '1:1 encoding',
  ),
  file(
    'beyond-unicode',
    'a character after the last',
    bytes(TOPIC, 'summary: a', [0xf4, 0x90, 0x80, 0x80], '\n'),
    '1:1 encoding',
  ),
  file('random-bytes', 'all bytes in a row', bytes([...Array(256).keys()]), '1:1 encoding'),
  file('lone-surrogate', 'half a pair as an escape', clashing({ says: '"It \\ud800 is"' })),
  file(
    'escape-beyond',
    'an escape for a character after the last',
    clashing({ says: '"It \\U00110000 is"' }),
    '9:19 syntax',
  ),
  file('nul', 'a raw NUL', `${TOPIC}summary: a\0b\n`, '2:11 refused'),
  file('nul-escape', 'NUL as an escape', clashing({ says: '"It \\0 is"' })),
  file('crlf', 'lines that end as on Windows', sound.replaceAll('\n', '\r\n')),
  file('cr-only', 'lines that end as on a Macintosh of 1998', sound.replaceAll('\n', '\r')),
  file(
    'mixed-line-ends',
    'lines that end in three ways, and a fault after them',
    `${TOPIC.replace('\n', '\r\n')}# one\r# two\nsumary: So\n`,
    '4:1 unknown-key',
  ),
  file('no-final-newline', 'a last line without an end', sound.trimEnd()),
  file('empty', 'nothing', '', '1:1 wrong-type'),
  file('blank', 'blanks and line ends', ' \n\n  \n', '1:1 wrong-type'),
  file('comments-only', 'remarks alone', '# one\n# two\n', '1:1 wrong-type'),
  file('only-a-text', 'a text where a topic should be', 'hello\n', '1:1 wrong-type'),
  file('only-a-list', 'a list where a topic should be', '- one\n- two\n', '1:1 wrong-type'),
];
