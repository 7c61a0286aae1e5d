import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Asker, Choice } from '../src/io.ts';
import { converse, main } from '../src/main.ts';
import { memoryIo } from './harness/memory.ts';

const TOPIC = `topic: A bridge
speakers:
  mayor: { name: Mayor, party: Council }
questions:
  - id: closed
    ask: Is the bridge closed?
    time: state
    claims:
      - { id: one, speaker: mayor, date: 2024-03-12, says: It is closed, answer: yes }
  - id: lorries
    ask: How many lorries cross it?
`;

describe('at a terminal', () => {
  test('what is missing is asked for, and what it clashes with is shown before it is written', async () => {
    const talk = await run(
      ['add'],
      ['closed', 'Union', 'head', 'Traders', '2024-03-12', 'It is open', '', 'no', 'https://example.org/a', true],
    );
    expect(talk.code).toBe(0);
    expect(talk.stdout).toContain('✗ contradiction');
    expect(talk.text).toBe(
      TOPIC.replace('questions:', '  union: { name: Union, role: head, party: Traders }\nquestions:')
        .replace(
          '  - id: lorries',
          `      - speaker: union
        date: 2024-03-12
        says: It is open
        answer: no
        source: https://example.org/a
  - id: lorries`,
        )
        .replace('Council }\n  union', 'Council }\n  union'),
    );
  });

  test('a name or an address that is only like a known one is a new one', async () => {
    const { io, files } = memoryIo({ files: FILES, cwd: '/desk' });
    const offered: (readonly string[])[] = [];
    const typed = ['Mayer', 'https://example.org/a'];
    const known = TOPIC.replace('says: It is closed,', 'says: It is closed, source: https://example.org/ab,');
    io.write('/desk/claims/bridge.yaml', [known], 'replace');
    const asker: Asker = {
      line: async () => '',
      choose: async ({ choices }) => {
        const [first, ...others] = choices(typed.shift() ?? '');
        offered.push([first, ...others].map((one) => one?.name ?? ''));
        return first?.value ?? '';
      },
      confirm: async () => true,
    };
    const args = ['add', '--question', 'closed', '--says', 'It is open', '--answer', 'no'];
    expect(await converse(args, io, async () => asker)).toBe(0);
    expect(offered).toEqual([
      ['Mayer (new)', 'Mayor'],
      ['https://example.org/a (new)', 'https://example.org/ab', 'A new source', 'None yet'],
    ]);
    expect(files.get('/desk/claims/bridge.yaml')).toContain(
      '      - speaker: Mayer\n        says: It is open\n        answer: no\n        source: https://example.org/a\n',
    );
  });

  test('what is given is not asked for, and an answer is said back as it is understood', async () => {
    const talk = await run(
      ['add', '--question', 'lorries', '--speaker', 'mayor'],
      ['', 'More than 50 cross it', '', 'more than 50', 'None yet', true],
    );
    expect(talk.echoes).toEqual(['51 or more']);
    expect(talk.text).toContain('        says: More than 50 cross it\n        answer: more than 50\n');
  });

  test('what cannot be read is asked for again', async () => {
    const talk = await run(
      ['add', '--speaker', 'mayor', '--question', 'closed'],
      ['12.3.2024', '2024-03-13', 'x', '', 'maybe', 'yes', 'None yet', true],
    );
    expect(talk.refused).toEqual(['12.3.2024', 'maybe']);
    expect(talk.code).toBe(0);
  });

  test('a no writes nothing', async () => {
    const talk = await run(
      ['add', '--speaker', 'mayor', '--question', 'closed'],
      ['', 'x', '', 'yes', 'None yet', false],
    );
    expect(talk.code).toBe(0);
    expect(talk.text).toBe(TOPIC);
  });

  test('what was entered for a request that fails is told as JSON in which everything can be seen', async () => {
    const says = 'a\u200bb\u00adc\u{e0041}d\u202e\u061c\u001b"\u2066';
    const talk = await run(['add', '--question', 'closed', '--source', 'nowhere'], ['Mayor', '', says, '', 'yes']);
    expect(talk.code).toBe(2);
    const [, entered = ''] = /for `claims add --stdin`: (.*)\n/u.exec(talk.stderr) ?? [];
    expect(entered).not.toMatch(/[\p{Cc}\u00ad\u200b\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u);
    expect(JSON.parse(entered)).toMatchObject({ topic: 'bridge', speaker: 'mayor', says, source: 'nowhere' });
  });

  test('a new topic is asked for with its title, and a new question with its answers', async () => {
    const talk = await run(
      ['add', '--speaker', 'Mayor'],
      [
        'A new topic',
        'ferry',
        'The ferry',
        'A new question',
        'Who pays?',
        'One of',
        'council, state',
        'No:',
        '',
        'The state pays',
        '',
        'state',
        'A new source',
        'Courier',
        '',
        '',
        '2024-03-15',
        true,
      ],
      { ...FILES, '/desk/claims/other.yaml': TOPIC },
    );
    expect(talk.code).toBe(0);
    expect(talk.files.get('/desk/claims/ferry.yaml')).toBe(`topic: The ferry

sources:
  courier-2024-03-15: { outlet: Courier, published: 2024-03-15 }

questions:
  - ask: Who pays?
    kind: choice
    options: [council, state]
    time: fixed
    claims:
      - speaker: Mayor
        says: The state pays
        answer: state
        source: courier-2024-03-15
`);
  });
});

describe('a new topic in a folder that is not there yet', () => {
  const bridge = ['--title', 'Bridge', '--speaker', 'Mayor', '--says', 'It is closed'];
  const run = (files: Readonly<Record<string, string>>, ...args: readonly string[]) => {
    mkdirSync(`${folder}/claims`);
    for (const [path, text] of Object.entries(files)) writeFileSync(`${folder}/claims/${path}`, text);
    return spawnSync(process.execPath, [CLAIMS, ...args], { cwd: folder, encoding: 'utf8' });
  };
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(`${tmpdir()}/claims-add-`);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test.each([
    ['an empty ledger', {}],
    ['a ledger with a topic', { 'bridge.yaml': TOPIC }],
  ])('is added to %s, and its folders are made', (_, files) => {
    const { status, stderr } = run(files, 'add', '2024/north/bridge', ...bridge);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(readFileSync(`${folder}/claims/2024/north/bridge.yaml`, 'utf8')).toBe(
      'topic: Bridge\n\nclaims:\n  - speaker: Mayor\n    says: It is closed\n',
    );
  });

  test('is shown by a dry run, which makes no folder', () => {
    const { status, stdout } = run({}, 'add', '2024/bridge', ...bridge, '--dry-run');
    expect(status).toBe(0);
    expect(stdout).toContain('Not written: 1 claim would go into claims/2024/bridge.yaml.');
    expect(readdirSync(`${folder}/claims`)).toEqual([]);
  });

  test.each([
    ['bridge.yaml/north', '`bridge.yaml/north` cannot be the id of a topic: no folder ends in .yaml'],
    ['notes/bridge', '`claims/notes` is not a folder'],
  ])('is refused where there can be none: %s', (id, words) => {
    const { status, stderr } = run({ 'bridge.yaml': TOPIC, notes: 'a file' }, 'add', id, ...bridge);
    expect({ status, stderr }).toEqual({ status: 2, stderr: `claims: ${words}\n` });
    expect(readdirSync(`${folder}/claims`)).toEqual(['bridge.yaml', 'notes']);
  });
});

describe('an argument that was not UTF-8', () => {
  const whole = ['--speaker', 'Mayor', '--says', 'x'];
  test.each([
    [['add', 'bridge', '--speaker', 'mayor', '--says', 'caf\ufffd'], '`--says`'],
    [['add', 'bridge', ...whole, '--source', 'https://example.org/a', '--source', 'caf\ufffd'], '`--source`'],
    [['add', 'bridge', ...whole, '--outlet', 'x', '--source-title', 'caf\ufffd'], '`--source-title`'],
    [['add', 'caf\ufffd', '--title', 'x', ...whole], 'the topic'],
    [['add', 'bridge', ...whole, '--question', 'caf\ufffd'], '`--question`'],
    [['import', 'sheet.csv', 'caf\ufffd', '--write'], 'the topic'],
  ])('%j is refused', (args, what) => {
    const given = { ...FILES, '/desk/sheet.csv': 'speaker,says\nMayor,It is closed\n' };
    const { io, stderr, files } = memoryIo({ files: given, cwd: '/desk' });
    expect(main(args, io)).toBe(2);
    expect(stderr()).toBe(
      `claims: ${what} holds U+FFFD, the sign for what is not UTF-8, and its letters are lost; ` +
        'let the terminal or the script write UTF-8\n',
    );
    expect(Object.fromEntries(files)).toEqual(given);
  });

  test('may be looked for, where nothing is written', () => {
    const { io } = memoryIo({ files: FILES, cwd: '/desk' });
    expect(main(['list', '--text', 'caf\ufffd'], io)).toBe(0);
  });
});

describe('on the disk', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(`${tmpdir()}/claims-add-`);
    mkdirSync(`${folder}/claims`);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('eight writers at once lose nothing', async () => {
    writeFileSync(`${folder}/claims/bridge.yaml`, TOPIC);
    const codes = await Promise.all(
      Array.from({ length: 8 }, async (_, writer) => {
        const exits: number[] = [];
        for (let count = 0; count < 2; count += 1) {
          const says = `writer ${writer} says ${count}`;
          exits.push(await ended(['add', '--question', 'closed', '--speaker', 'mayor', '--says', says], folder));
        }
        return exits;
      }),
    );
    expect(codes.flat()).toEqual(Array.from({ length: 16 }, () => 0));
    const says = [...readFileSync(`${folder}/claims/bridge.yaml`, 'utf8').matchAll(/says: (writer \d says \d)/gu)].map(
      ([, words]) => words,
    );
    expect(new Set(says).size).toBe(16);
    expect(readdirSync(`${folder}/claims`)).toEqual(['bridge.yaml']);
  }, 120_000);
});

const CLAIMS = `${import.meta.dirname}/../bin/claims.js`;
const FILES = { '/desk/claims/bridge.yaml': TOPIC };

/** A talk in which somebody types what is given, in this order, and says yes or no at the end. */
async function run(
  args: readonly string[],
  typed: readonly (string | boolean)[],
  given: Readonly<Record<string, string>> = FILES,
) {
  const { io, stdout, stderr, files } = memoryIo({ files: given, cwd: '/desk' });
  const left = [...typed];
  const refused: string[] = [];
  const echoes: string[] = [];
  const next = (): string => {
    const text = left.shift();
    if (typeof text !== 'string') throw new Error(`nothing is left to be typed: ${stdout()}`);
    return text;
  };
  const asker: Asker = {
    line: async ({ check, echo }) => {
      let text = next();
      while (check?.(text) !== undefined) {
        refused.push(text);
        text = next();
      }
      const heard = echo?.(text);
      if (heard !== undefined && heard !== text) echoes.push(heard);
      return text;
    },
    choose: async ({ choices }) => {
      const text = next();
      const [first] =
        choices(text).length > 0 ? choices(text) : choices('').filter((one: Choice) => one.name.startsWith(text));
      const found = choices('').find((one: Choice) => one.name.startsWith(text)) ?? first;
      if (found === undefined) throw new Error(`${text} is no choice`);
      return found.value;
    },
    confirm: async () => left.shift() === true,
  };
  const code = await converse(args, io, async () => asker);
  expect(left).toEqual([]);
  return {
    code,
    stdout: stdout(),
    stderr: stderr(),
    files,
    text: files.get('/desk/claims/bridge.yaml'),
    refused,
    echoes,
  };
}

function ended(args: readonly string[], cwd: string): Promise<number> {
  return new Promise((resolve) => {
    spawn(process.execPath, [CLAIMS, ...args], { cwd, stdio: 'ignore' }).on('exit', (code) => resolve(code ?? -1));
  });
}
