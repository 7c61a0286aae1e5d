import { openSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { newPlace } from '../harness/place.ts';
import { isLong } from '../harness/runs.ts';

const BRIDGE = `topic:   A bridge
questions:
  - id: open
    ask: Is it open?
    kind: yes-no
    claims:
      - { id: a, speaker: Mayor, date: 2024-03-05, says: It is open, answer: yes }
      - { id: b, speaker: Traders, date: 2024-03-05, says: It is shut, answer: no }
`;
const place = newPlace({
  'claims/bridge.yaml': BRIDGE,
  'loose/faulty.yaml': 'topic: [',
  'loose/bridge.yaml': 'topic:   Loose\n',
});

afterAll(() => place.remove());

/** Every command, so that it prints something; those that write print what they would. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  init: ['--help'],
  list: [],
  topics: [],
  diff: [],
  contradictions: [],
  why: ['a', 'b'],
  show: ['a'],
  timeline: [],
  changes: ['--help'],
  add: ['--speaker', 'Mayor', '--says', 'So', '--dry-run'],
  check: [],
  explain: ['no-answer'],
  fmt: ['--diff'],
  export: [],
  import: ['--help'],
  schema: [],
  completion: ['bash'],
  __complete: ['--', 'li'],
};

test('every command is tried', () => {
  expect(Object.keys(COMMANDS)).toEqual(Object.keys(commands));
});

/** All of them in a long run, else those that print in ways of their own. */
const isTried = (name: string): boolean => isLong || FEW.includes(name);
const FEW = ['list', 'diff', 'check', 'add', 'export', 'schema', 'explain'];
const full = openSync('/dev/full', 'w');
const FULL = 'claims: the output could not be written (the disk is full, ENOSPC)\n';

describe.each(Object.entries(COMMANDS))('%s', (name, args) => {
  test.runIf(isTried(name))('is content with a reader who leaves', async () => {
    const ran = await place.run([name, ...args], { begun: (child) => void child.stdout?.destroy() });
    expect(ran).toMatchObject({ status: 0, stderr: '' });
  });

  test.runIf(isTried(name))('says that nothing can be written', async () => {
    const ran = await place.run([name, ...args], { stdio: ['ignore', full, 'pipe'] });
    expect(ran).toMatchObject({ status: 2, stderr: FULL });
  });
});

describe('without somebody who takes it', () => {
  test('a message is lost, and nothing else', async () => {
    const usual = await place.run(['list', '--ledger', 'loose']);
    expect(usual.stderr).not.toBe('');
    const { status, stdout } = usual;
    for (const shell of ['exec "$@" 2>/dev/full', 'exec "$@" 2>&-', 'exec "$@" <&- 2>&-']) {
      expect(await place.run(['list', '--ledger', 'loose'], { shell })).toMatchObject({ status, stdout });
    }
  });

  test('output is lost, and messages are not', async () => {
    const { status, stderr } = await place.run(['list', '--ledger', 'loose']);
    const ran = await place.run(['list', '--ledger', 'loose'], { shell: 'exec "$@" >&- <&-' });
    expect(ran).toMatchObject({ status, stderr });
  });

  test('what fails has failed', async () => {
    const ran = await place.run(['fmt', '--ledger', 'loose'], { begun: (child) => void child.stdout?.destroy() });
    expect(ran).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^claims: `loose\/faulty.yaml` is left as it is/u),
    });
    expect(place.files()['loose/bridge.yaml']).toBe('topic: Loose\n');
  });
});

describe('in want of', () => {
  test('a folder to run in', async () => {
    for (const command of ['list', '--version']) {
      const ran = await place.run([command], { shell: 'mkdir gone && cd gone && rmdir ../gone && exec "$@"' });
      const stderr = 'claims: the folder that this runs in is gone; change to another one\n';
      expect(ran).toMatchObject({ status: 2, stdout: '', stderr });
    }
  });

  test('files to open', async () => {
    const many = Array.from({ length: 100 }, (_, index) => [`many/t${index}.yaml`, BRIDGE]);
    place.write(Object.fromEntries(many));
    const usual = await place.run(['list', '--ledger', 'many']);
    expect(usual.status).toBe(0);
    for (const most of [64, 24]) {
      const shell = `ulimit -n ${most}; exec "$@"`;
      expect(await place.run(['list', '--ledger', 'many'], { shell })).toEqual(usual);
      const output = `pages-${most}`;
      const pages = await place.run(['export', '--ledger', 'many', '--format', 'html', '--all', '-o', output], {
        shell,
      });
      expect(pages).toMatchObject({ status: 0, stderr: '' });
    }
  });

  test('room for a file', async () => {
    const before = place.files();
    for (const blocks of [0, 1]) {
      const shell = `ulimit -f ${blocks}; exec "$@"`;
      const ran = await place.run(['add', 'bridge', '--speaker', 'Mayor', '--says', 'So '.repeat(400)], { shell });
      expect(ran).toMatchObject({
        status: 2,
        stdout: '',
        stderr: 'claims: `claims/bridge.yaml` could not be written (the file would be larger than is allowed, EFBIG)\n',
      });
      expect(place.files()).toEqual(before);
    }
  });
});

describe('who may not write', () => {
  const WRITING: readonly (readonly string[])[] = [
    ['add', '--speaker', 'Mayor', '--says', 'So', '--ledger', 'closed'],
    ['fmt', '--ledger', 'closed'],
    ['check', '--fix', '--ledger', 'closed'],
    ['import', 'sheet.csv', '--write', '--ledger', 'closed'],
    ['init', 'closed/new'],
    ['export', '--ledger', 'claims', '-o', 'closed/new.md'],
    ['export', '--ledger', 'claims', '-o', 'closed/topic.md', '--force'],
  ];
  const closed = newPlace({
    'claims/bridge.yaml': BRIDGE,
    'closed/bridge.yaml': BRIDGE.replace('2024-03-05', '2024-3-5'),
    'closed/topic.md': 'old',
    'sheet.csv': 'topic,speaker,says\nbridge,Mayor,So\n',
  });

  afterAll(() => closed.remove());

  test.each([
    ['into a folder', 'chmod -R a+rwX . && chmod a-w closed'],
    ['to a file', 'chmod -R a+rwX . && chmod a-w closed/*'],
  ])('%s is told so', async (kind, script) => {
    await closed.run([], { shell: script });
    const before = closed.files();
    for (const args of WRITING) {
      if (kind === 'to a file' && args.some((word) => word.includes('new'))) continue;
      const { status, stderr } = await closed.run(args, { isOrdinary: true });
      expect({ args, status }).toEqual({ args, status: 2 });
      expect(stderr).toMatch(/claims: .*`closed[^`]*` may not be (?:written|made)\n$/u);
      expect(closed.files()).toEqual(before);
    }
  });
});
