import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLine, replies } from '../src/completion/bash.ts';
import { main } from '../src/main.ts';
import { memoryIo } from './harness/memory.ts';

const harbour = `topic: "Invented example: a harbour"
parties: [Port, Owners]
speakers:
  master: { name: The harbour master, role: master of the port, party: Port }
questions:
  - id: closed
    ask: Is the harbour closed?
    claims:
      - { id: master-closed, speaker: master, date: 2024-06-10, says: It is closed, answer: yes, source: notice }
      - { id: same, speaker: Boat owners, date: 2024-06-11, says: It is open, answer: no, party: Owners }
sources:
  notice: { outlet: Port office, title: A notice }
`;
const bridge = `topic: "Invented example: a bridge"
claims:
  - { id: same, speaker: Bus company, date: 2024-03-12, says: It is open }
`;
const both = { '/desk/claims/harbour.yaml': harbour, '/desk/claims/bridge.yaml': bridge };
const one = { '/desk/claims/harbour.yaml': harbour };

/** The mode and the words, without their descriptions, that may come after `words`. */
function offered(words: readonly string[], files: Readonly<Record<string, string>> = both): readonly string[] {
  return answer(['__complete', '--', ...words], files).map((line) => line.split('\t')[0] ?? '');
}

function answer(args: readonly string[], files: Readonly<Record<string, string>>): readonly string[] {
  const { io, stdout, stderr } = memoryIo({ files, cwd: '/desk', env: { HOME: '/desk' } });
  expect(main(args, io)).toBe(0);
  expect(stderr()).toBe('');
  return stdout().split('\n').slice(0, -1);
}

describe('what may come next', () => {
  test.each<readonly [typed: string, expected: string]>([
    ['list ', 'words | bridge | harbour'],
    ['list bridge ', 'words | harbour'],
    ['timeline bridge --format ', 'words | pretty | json | jsonl'],
    ['timeline --format=js', 'words | --format=pretty | --format=json | --format=jsonl'],
    ['diff ', 'words | bridge | harbour'],
    ['diff harbour ', 'words | closed'],
    ['diff harbour closed ', 'words'],
    ['why ', 'words | bridge#same | master-closed | harbour#same'],
    ['why master-closed harb', 'words | bridge#same | harbour#same | harbour#master-closed'],
    ['why harbour#', 'words | harbour#master-closed | harbour#same'],
    ['why bridge#same harbour#same x', 'words | --format | --help | --version | --ledger | --color | --width'],
    ['list harbour --speaker ', 'words | The harbour master | Boat owners'],
    ['list harbour --speaker m', 'words | The harbour master | Boat owners | master | boat-owners'],
    ['list --party ', 'words | Bus company | Port | Owners'],
    ['list --since ', 'words | 2024-03-12 | 2024-06-10 | 2024-06-11'],
    ['list --source ', 'words | notice'],
    ['list --text ', 'words'],
    ['list -- -', 'words | bridge | harbour'],
    ['diff harbour --parties Port,', 'list | Port,Owners'],
    ['--ledger ', 'files'],
    ['--ledger=cl', 'files'],
    ['export -o ', 'files'],
    ['--ledger ~/claims list ', 'words | bridge | harbour'],
    ['--ledger claims/bridge.yaml list ', 'words | bridge'],
    ['--ledger nowhere list ', 'words'],
    ['add harbour --denies ', 'words | master-closed | same | closed'],
    ['add harbour --id ', 'words'],
    ['add harbour --certainty ', 'words | asserted | likely | possible'],
    ['completion ', 'words | bash | zsh | fish'],
    ['lsit ', 'words'],
  ])('after `%s`: %s', (typed, expected) => {
    expect(offered(typed.split(' ')).join(' | ')).toBe(expected);
  });

  test('every command that is not hidden', () => {
    const words = offered(['']);
    expect(words).toEqual(expect.arrayContaining(['list', 'completion']));
    expect(words).not.toContain('__complete');
  });

  test('an option given is not offered again', () => {
    expect(offered(['topics', '--'])).toContain('--format');
    expect(offered(['topics', '--format', 'json', '--'])).not.toContain('--format');
  });

  test('where there is only one topic, its questions may come first', () => {
    expect(offered(['diff', ''], one)).toEqual(['words', 'harbour', 'closed']);
  });

  test('a word has its description after a tabulator', () => {
    expect(answer(['__complete', '--', 'show', 'harbour#'], both)).toEqual([
      'words',
      'harbour#master-closed\tThe harbour master, 2024-06-10: It is closed',
      'harbour#same\tBoat owners, 2024-06-11: It is open',
      'harbour#closed\tIs the harbour closed?',
    ]);
  });

  test('a code has its summary', () => {
    const lines = answer(['__complete', '--', 'check', '--skip', 'undated,uns'], both);
    expect(lines).toContainEqual(expect.stringMatching(/^undated,unsourced\t\S/u));
    expect(lines).not.toContainEqual(expect.stringMatching(/^undated,undated/u));
  });

  test('nothing is said where there is no ledger, or a file of it is broken', () => {
    expect(offered(['list', ''], { '/desk/a.txt': '' })).toEqual(['words']);
    expect(offered(['why', ''], { ...one, '/desk/claims/broken.yaml': 'topic: [' })).toContain('master-closed');
  });

  test('names that a terminal or a line would not survive are left out', () => {
    const names = ['Plain', 'Red \\e[31m', 'A\\ttab', 'Bidi \\u202e', 'Null \\0', '-dash', 'L'.repeat(400)];
    const speakers = names.map((name, index) => `  s${index}: { name: "${name}" }\n`).join('');
    const claims = names.map((_, index) => `  - { speaker: s${index}, says: words }\n`).join('');
    const files = { '/desk/claims/t.yaml': `topic: T\nspeakers:\n${speakers}claims:\n${claims}` };
    expect(offered(['list', '--speaker', ''], files)).toEqual(['words', 'Plain']);
    const topics = { '/desk/claims/a\nb.yaml': bridge, '/desk/claims/\u001b[31m.yaml': bridge, ...one };
    expect(offered(['list', ''], topics)).toEqual(['words', 'harbour']);
  });
});

describe('a line of bash', () => {
  const breaks = ' \t\n"\'@><=;|&(:';

  test.each<readonly [line: string, words: readonly string[], kept: string]>([
    ['claims ', [''], ''],
    ['claims list', ['list'], ''],
    ['claims  list  "a b" c\\ d \'e "f\' ', ['list', 'a b', 'c d', 'e "f', ''], ''],
    ['claims --party="Ro', ['--party=Ro'], '--party='],
    ['claims --party=Ro', ['--party=Ro'], '--party='],
    ['claims https://x', ['https://x'], 'https:'],
    ['claims https\\://x', ['https://x'], ''],
    ['claims "a\\"b', ['a"b'], ''],
    ['claims "a"b', ['ab'], ''],
    ["claims a'b c", ['ab c'], 'a'],
    ['claims list 2> x y', ['list', 'y'], ''],
    ['claims list >x ', ['list', ''], ''],
    ['claims a\\', ['a'], ''],
  ])('%s', (line, words, kept) => {
    expect(readLine(line, breaks)).toMatchObject({ words, kept, redirected: false });
  });

  test.each(['claims list > x', 'claims list >', 'claims list 2>> "a b'])('%s names a file', (line) => {
    expect(readLine(line, breaks).redirected).toBe(true);
  });

  // The shell itself reads what was quoted for it: unquoted, and within either quote.
  test('is read back by bash as the word that was offered', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'ab \'"\\$`!*?[]{}()<>|&;#~^:=@%,+-é日ש'),
      minLength: 1,
      maxLength: 8,
    });
    const words = fc.sample(word, { numRuns: 400, seed: 1 });
    const written = words.flatMap((each) =>
      (['', "'", '"'] as const).flatMap((quote) =>
        replies([each], { words: [''], kept: '', quote, redirected: false }).map(
          (reply) => [each, quote + reply + quote] as const,
        ),
      ),
    );
    expect(written.length).toBeGreaterThan(800);
    const script = `printf '%s\\n' ${written.map(([, text]) => text).join(' ')}`;
    const read = execFileSync('bash', ['--norc', '-c', script], { encoding: 'utf8' });
    expect(read.split('\n').slice(0, -1)).toEqual(written.map(([each]) => each));
    for (const [each, text] of written) expect(readLine(`claims ${text}`, breaks).words).toEqual([each]);
  });
});
