import { describe, expect, test } from 'vitest';
import type { Io } from '../src/io.ts';
import type { Tree } from '../src/ledger/reader/tree.ts';
import { yamlReader } from '../src/ledger/reader/yaml.ts';
import { rerender } from './harness/markdown.ts';
import { memoryIo } from './harness/memory.ts';
import { difference } from './harness/plain-gate.ts';
import { isCommand, parseCommand, words } from './harness/shell.ts';
import { shrunk } from './harness/shrink.ts';

describe('the words of a command line', () => {
  test.each([
    ['a  b', ['a', 'b']],
    [`a 'b c' "d e"f`, ['a', 'b c', 'd ef']],
    [String.raw`a\ b "c\"d\n" 'e\'`, ['a b', String.raw`c"d\n`, String.raw`e\ `.trim()]],
    [`a '' ""`, ['a', '', '']],
    [`--text='53,000 "dead"'`, ['--text=53,000 "dead"']],
    ['gaza#katz', ['gaza#katz']],
  ])('%s', (line, expected) => {
    expect(words(line)).toEqual(expected);
  });

  test.each(['a | b', 'a > b', 'a $HOME', 'a "$HOME"', 'a *.yaml', `a 'b`, 'a "b', 'a `b`'])(
    '%s is refused',
    (line) => {
      expect(() => words(line)).toThrow(line);
    },
  );

  test('variables may stand before the program', () => {
    expect(parseCommand(`$ COLUMNS=100 A=b claims list 'x y'`)).toEqual({
      program: 'claims',
      env: { COLUMNS: '100', A: 'b' },
      args: ['list', 'x y'],
    });
    expect(parseCommand('$ claims add --stdin < new.jsonl')).toMatchObject({
      args: ['add', '--stdin'],
      input: 'new.jsonl',
    });
    expect(parseCommand('$ cat claims/a.yaml')).toEqual({ program: 'cat', env: {}, args: ['claims/a.yaml'] });
    expect(['$ claims', '$ A=b claims list'].map(isCommand)).toEqual([true, true]);
    expect(['$ git log', '$ claimsx', '$ 5 claims', 'claims list'].map(isCommand)).not.toContain(true);
  });
});

describe('the gate of the plain reader', () => {
  const none = { values: () => undefined, places: () => undefined };
  const whole = { values: yamlReader.values, places: yamlReader.locate };
  const text = 'b: [x]\na: 1\n';
  const swapped = {
    ...whole.values('', text),
    tree: new Map<string, Tree>([
      ['a', '1'],
      ['b', ['x']],
    ]),
  };

  test('lets through what is alike, and what is handed over', () => {
    expect(difference(none, text, 'places too')).toBeUndefined();
    expect(difference(whole, text, 'places too')).toBeUndefined();
    const { marred: _, ...withoutMarred } = whole.values('', text);
    expect(difference({ ...none, values: () => withoutMarred }, text, 'values')).toBeUndefined();
  });

  test.each([
    ['another order of keys', { ...whole, values: () => swapped }, 'values'],
    ['another tree', { ...whole, values: () => whole.values('', 'b: [x]') }, 'values'],
    ['another place', { ...whole, places: (one, targets) => whole.places(` ${one}`, targets) }, 'places'],
    ['a fault', { ...whole, places: () => JSON.parse('{') }, 'values'],
  ] satisfies readonly (readonly [string, Parameters<typeof difference>[0], string])[])('sees %s', (_, reader, of) => {
    expect(difference(reader, text, 'places too')?.of).toBe(of);
  });

  test('shrinks a text to what matters', () => {
    expect(shrunk('one\ntwo: xyz\nthree\n', (one) => one.includes('y'))).toBe('y');
    expect(shrunk('a\nb\nc\nd\n', (one) => /a.*c/su.test(one))).toBe('ac');
  });
});

describe('a document', () => {
  test('gets the outputs of its commands, blank lines, errors and exit codes included', () => {
    const document = page('```console', '$ claims echo a "" b', 'old', '', '$ claims warn x', '```', 'after');
    const { text, commands } = rerender(document, new Map(), fake);
    expect(text).toBe(
      page(
        '```console',
        '$ claims echo a "" b',
        'a',
        '',
        'b',
        '',
        '$ claims warn x',
        '! x',
        '[exit 2]',
        '```',
        'after',
      ),
    );
    expect(commands).toBe(2);
    expect(rerender(text, new Map(), fake).text).toBe(text);
  });

  test('keeps a block indented, and blocks that are not to be run as they are', () => {
    const document = page('- x', '', '  ```console', '  $ claims echo a "" b', '  ```', '```sh', '$ npm ci', '```');
    expect(rerender(document, new Map(), fake).text).toBe(
      page('- x', '', '  ```console', '  $ claims echo a "" b', '  a', '', '  b', '  ```', '```sh', '$ npm ci', '```'),
    );
  });

  test('sees the ledger given until it defines files, which end with their section', () => {
    const given = new Map([['claims/given.yaml', 'given']]);
    const document = page(
      ...consoleBlock('$ claims files'),
      '## One',
      ...['```yaml claims/one.yaml', 'one', '```'],
      ...consoleBlock('$ claims save out.md', '$ claims files'),
      '## Two',
      ...consoleBlock('$ claims save out.md', '$ claims files'),
    );
    const { text } = rerender(document, given, fake);
    expect(outputs(text)).toEqual([
      ['/desk/claims/given.yaml'],
      [],
      ['/desk/claims/one.yaml', '/desk/out.md'],
      [],
      ['/desk/claims/given.yaml', '/desk/out.md'],
    ]);
  });

  test('keeps files defined before the first section for all of them, but not what commands wrote', () => {
    const document = page(
      ...['```yaml a.yaml', 'a', '```'],
      ...consoleBlock('$ claims save out.md', '$ claims files'),
      ...['## One', '```yaml b.yaml', 'b', '```'],
      ...consoleBlock('$ claims files'),
      ...['## Two', ...consoleBlock('$ claims files')],
    );
    expect(outputs(rerender(document, new Map([['given', '']]), fake).text)).toEqual([
      [],
      ['/desk/a.yaml', '/desk/out.md'],
      ['/desk/a.yaml', '/desk/b.yaml'],
      ['/desk/a.yaml'],
    ]);
  });

  test('passes on the columns', () => {
    const { text } = rerender(page(...consoleBlock('$ COLUMNS=100 claims width', '$ claims width')), new Map(), fake);
    expect(outputs(text)).toEqual([['100'], ['undefined']]);
  });

  test('tells of lines that end in blanks and of a missing line end', () => {
    const { faults } = rerender(page(...consoleBlock('$ claims echo "a "', '$ claims cut')), new Map(), fake);
    expect(faults).toEqual(['$ claims echo "a ": blanks end the line a |', '$ claims cut: no line end']);
  });

  test.each(['$ claims list', '! x', '[exit 1]', '```', '````'])('refuses an output with the line %s', (line) => {
    const document = page(...consoleBlock(`$ claims echo '${line}'`));
    expect(() => rerender(document, new Map(), fake)).toThrow('cannot stand in a block');
  });

  test('refuses a console block with another program in it, and a block without an end', () => {
    expect(() => rerender(page(...consoleBlock('$ npm ci')), new Map(), fake)).toThrow('line 2');
    expect(() => rerender('```console\n$ claims', new Map(), fake)).toThrow('line 1');
  });
});

describe('the files in memory', () => {
  const { io, files } = memoryIo({ files: { '/desk/a/b.yaml': 'é', '/desk/c': new Uint8Array(3) }, cwd: '/desk' });

  test('folders follow from files, and paths may be relative', () => {
    expect(io.list('/desk')).toEqual([
      { name: 'c', kind: 'file' },
      { name: 'a', kind: 'folder' },
    ]);
    expect(io.list('/')).toEqual([{ name: 'desk', kind: 'folder' }]);
    expect([io.stat('a'), io.stat('./a/../c'), io.stat('/desk/a/x')]).toEqual(['folder', 'file', undefined]);
    expect([io.list('c'), io.list('x')]).toMatchObject([{ unreadable: 'missing' }, { unreadable: 'missing' }]);
  });

  test('files are read as bytes, up to a limit', () => {
    expect(io.read('a/b.yaml', 2)).toEqual(new TextEncoder().encode('é'));
    expect(io.read('a/b.yaml', 1)).toMatchObject({ unreadable: 'too-large' });
    expect(io.read('a', 9)).toMatchObject({ unreadable: 'not-a-file' });
    expect(io.read('x', 9)).toMatchObject({ unreadable: 'missing' });
  });

  test('files are written only where they may be', () => {
    expect(io.write('new', 'x', 'create')).toBe('written');
    expect(io.write('new', 'y', 'create')).toBe('exists');
    expect(io.write('new', 'z', 'replace')).toBe('written');
    expect(files.get('/desk/new')).toBe('z');
    expect(io.write('a', 'x', 'replace')).toMatchObject({ unreadable: 'not-a-file' });
    expect(io.write('nowhere/x', 'x', 'create')).toMatchObject({ unreadable: 'missing' });
  });
});

// Stands for the program, so that these tests say something about the harness alone.
function fake([verb, ...rest]: readonly string[], io: Io): number {
  const print = (lines: readonly string[]): void => io.out.write(lines.map((line) => `${line}\n`).join(''));
  if (verb === 'echo') print(rest);
  if (verb === 'warn') io.err.write(`${rest.join(' ')}\n`);
  if (verb === 'cut') io.out.write('cut');
  if (verb === 'files') print(filesUnder(io, io.cwd));
  if (verb === 'save') io.write(rest.join(' '), 'saved\n', 'create');
  if (verb === 'width') print([String(io.out.width)]);
  return verb === 'warn' ? 2 : 0;
}

function filesUnder(io: Io, folder: string): readonly string[] {
  const entries = io.list(folder);
  if ('unreadable' in entries) throw new Error(`${folder} ${entries.message}`);
  return entries
    .flatMap(({ name, kind }) => (kind === 'folder' ? filesUnder(io, `${folder}/${name}`) : [`${folder}/${name}`]))
    .sort();
}

function page(...lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

function consoleBlock(...commands: readonly string[]): readonly string[] {
  return ['```console', ...commands, '```'];
}

// What stands under each command of a document.
function outputs(text: string): readonly (readonly string[])[] {
  const found: string[][] = [];
  for (const block of text.matchAll(/```console\n(.*?)```/gsu)) {
    for (const line of (block[1] ?? '').split('\n')) {
      if (isCommand(line)) found.push([]);
      else if (line !== '') found.at(-1)?.push(line);
    }
  }
  return found;
}
