import type * as Fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { disk, type Io } from '../../src/io.ts';
import { main } from '../../src/main.ts';
import { Ended, type FailingDisk, type Fault } from '../harness/failing-disk.ts';
import { isLong } from '../harness/runs.ts';

const failing = vi.hoisted((): { disk: FailingDisk } => ({ disk: undefined as never }));

vi.mock('node:fs', async (importOriginal) => {
  const { failingDisk } = await import('../harness/failing-disk.ts');
  failing.disk = failingDisk(await importOriginal());
  return { ...failing.disk.fs, default: failing.disk.fs };
});

// Who waits for a lock waits no time here, though its clock goes on.
vi.mock('../../src/io/pause.ts', () => ({ pause: (milliseconds: number) => vi.advanceTimersByTime(milliseconds) }));

const fs = await vi.importActual<typeof Fs>('node:fs');
const root = fs.realpathSync(fs.mkdtempSync(`${tmpdir()}/claims-steps-`));

beforeAll(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterAll(() => void vi.useRealTimers());
beforeEach(start);
afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

/** Every command that writes. */
const COMMANDS: readonly (readonly [string, ...string[]])[] = [
  ['add', 'bridge', '--question', 'open', '--speaker', 'Traders', '--says', 'It is shut', '--answer', 'no'],
  ['add', 'road', '--title', 'A road', '--speaker', 'Traders', '--says', 'It is shut'],
  ['fmt'],
  ['check', '--fix'],
  ['import', 'sheet.csv', '--write'],
  ['init', 'newsroom'],
  ['export', 'bridge', '-o', 'new.md'],
  ['export', 'bridge', '-o', 'old.md', '--force'],
  ['export', '--format', 'html', '--all', '-o', 'pages'],
];

/** What a disk may answer to any call. A run of the tests tries the first, at some of the steps. */
const CODES = ['ENOSPC', 'EIO', 'EMFILE', 'EACCES', 'EROFS', 'EDQUOT', 'EFBIG', 'ENOENT', 'EINTR'];

/** How many steps of a command a run of the tests tries. */
const MOST_STEPS = 15;

describe.each(COMMANDS)('%j', (...args) => {
  test.each([...(isLong ? CODES : CODES.slice(0, 1)), 'ended', 'torn'] as const)(
    'with %s at any of its steps',
    (name) => {
      const fault: Fault = name === 'ended' || name === 'torn' ? name : { code: name };
      const old = files();
      const { status: fine, steps } = run(args);
      expect(fine).toBe(0);
      const whole = files();
      expect(steps.length).toBeGreaterThan(8);
      for (const [number, step] of steps.entries()) {
        if (!isLong && number % Math.ceil(steps.length / MOST_STEPS) !== 0) continue;
        if (fault === 'torn' && step !== 'writeFileSync') continue;
        start();
        const { status, stderr } = run(args, number, fault);
        const place = `${step}, the ${number}th of ${steps.length}`;
        const now = files();
        const known = Object.keys({ ...old, ...whole });
        for (const path of known) expect([old[path], whole[path]], `${path} after ${place}`).toContain(now[path]);
        if (typeof fault !== 'string') {
          expect([0, 2, 4], `${place}: ${stderr}`).toContain(status);
          expect(stderr, place).toMatch(/^(?:claims: [^\n]+\n)*$/u);
        }
        const left = (): readonly string[] => Object.keys(files()).filter((path) => !known.includes(path));
        // What cannot be taken away stays.
        const isStuck = typeof fault !== 'string' && step === 'rmSync';
        if (typeof fault !== 'string' && !isStuck) expect(left(), place).toEqual([]);
        // Whoever writes to these files next has them to itself, and takes away what was left.
        for (const path of Object.keys(whole)) expect(writeNext(path, now[path]), place).toBe('written');
        if (!isStuck) expect(left(), place).toEqual([]);
      }
    },
  );
});

test.each(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'])(
  'a disk whose files take one name only (%s) gets new ones',
  (code) => {
    const args = ['add', 'road', '--title', 'A road', '--speaker', 'Traders', '--says', 'It is shut'];
    const { steps } = run(args);
    const whole = files();
    start();
    expect(run(args, steps.indexOf('linkSync'), { code }).status).toBe(0);
    expect(files()).toEqual(whole);
  },
);

test('init is finished by running it again', { timeout: 120_000 }, () => {
  const init = ['init', 'newsroom'];
  const { steps } = run(init);
  const whole = files();
  for (let number = 0; number < steps.length; number += isLong ? 1 : 5) {
    start();
    run(init, number, number % 2 === 0 ? 'ended' : { code: 'ENOSPC' });
    const isWhole = Object.keys(whole).every((path) => files()[path] === whole[path]);
    expect(run(init).status).toBe(isWhole ? 2 : 0);
    expect(files()).toMatchObject(whole);
  }
  fs.writeFileSync(`${root}/newsroom/claims/_shared.yaml`, 'speakers: {}\n');
  fs.rmSync(`${root}/newsroom/claims/example.yaml`);
  expect(run(init)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('`newsroom/claims/_shared.yaml` is there'),
  });
});

function start(): void {
  failing.disk.reset();
  fs.rmSync(root, { recursive: true, force: true });
  fs.mkdirSync(`${root}/claims`, { recursive: true });
  fs.writeFileSync(`${root}/claims/bridge.yaml`, BRIDGE);
  fs.writeFileSync(`${root}/claims/ferry.yaml`, BRIDGE.replace('bridge', 'ferry'));
  fs.writeFileSync(`${root}/old.md`, 'old');
  fs.writeFileSync(`${root}/sheet.csv`, SHEET);
}

function writeNext(path: string, before: string | undefined): unknown {
  fs.mkdirSync(dirname(`${root}/${path}`), { recursive: true });
  return disk.replace(`${root}/${path}`, before === undefined ? undefined : Buffer.from(before), 'next');
}

const BRIDGE = `topic: A bridge
questions:
  -   id: open
      kind: yes/no
      ask: "Is it open?"
      claims:
        - { speaker: Mayor, date: 2024-3-5, says: 'The bridge is open', answer: yes }
`;

const SHEET = `topic,question,speaker,date,says,answer
bridge,Is it open?,Traders,2024-03-06,It is shut,no
quay,,Traders,2024-03-06,The quay is shut,
`;

function files(): Readonly<Record<string, string>> {
  const names = fs.readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
  const isFile = (name: string): boolean => fs.statSync(`${root}/${name}`).isFile();
  return Object.fromEntries(names.filter(isFile).map((name) => [name, fs.readFileSync(`${root}/${name}`, 'utf8')]));
}

interface Run {
  /** None when the process ended before it had one. */
  readonly status?: number;
  readonly stderr: string;
  readonly steps: readonly string[];
}

function run(args: readonly string[], number?: number, fault?: Fault): Run {
  const told: string[] = [];
  const output = { color: false, width: undefined, isTTY: false };
  const io: Io = {
    ...disk,
    stdin: { read: () => new Uint8Array() },
    cwd: root,
    env: {},
    today: () => '2026-01-15',
    elapsed: () => 0,
    out: { ...output, write: () => {} },
    err: { ...output, write: (text) => void told.push(text) },
  };
  failing.disk.reset(number, fault);
  try {
    const status = main(args, io);
    return { status, stderr: told.join(''), steps: failing.disk.calls() };
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
    return { stderr: told.join(''), steps: failing.disk.calls() };
  } finally {
    failing.disk.reset();
  }
}
