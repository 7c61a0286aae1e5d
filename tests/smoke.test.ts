import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Readable } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';

const repository = `${import.meta.dirname}/..`;
const claims = `${repository}/bin/claims.js`;
const folder = mkdtempSync(`${tmpdir()}/claims-smoke-`);
const listMany = ['list', '--ledger', manyFiles(`${folder}/many`)];
const exportLong = ['export', '--format', 'json', '--ledger', longLedger(`${folder}/long`)];

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the built command', () => {
  test('prints its version', () => {
    const { version } = JSON.parse(readFileSync(`${repository}/package.json`, 'utf8'));
    expect(run('--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('helps', () => {
    const { status, stdout, stderr } = run('--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('claims');
  });

  test.each([[['nonsense']], [['list', '--nonsense']], [['--nonsense']]])('refuses %j', (args) => {
    const { status, stdout, stderr } = run(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('nonsense');
  });

  test('sees what is on the disk', () => {
    expect(run('list')).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('never left') });
  });

  test('says in one sentence that it has not been built', () => {
    mkdirSync(`${folder}/bin`);
    for (const name of ['claims.js', 'package.json']) {
      writeFileSync(`${folder}/bin/${name}`, readFileSync(`${repository}/bin/${name}`));
    }
    const { status, stderr } = spawnSync(process.execPath, [`${folder}/bin/claims.js`], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^[^\n]*npm run build\n$/u);
  });
});

describe('a pipe', () => {
  test.each(['diff gaza-talks', 'list --format json'])('may be closed before %s is through', async (command) => {
    const child = start(command.split(' '));
    child.stdout.destroy();
    expect(await ended(child)).toEqual({ status: 0, signal: null, stderr: '' });
  });

  test('gets a long output whole', () => {
    const { status, stdout } = run(...exportLong);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).topics[0].claims).toHaveLength(3000);
  });

  // How many faults there are is told when the last file has been read.
  test('ends the reading of a ledger when it is closed', async () => {
    const child = start(listMany);
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await ended(child)).toEqual({ status: 0, signal: null, stderr: '' });
    expect(run(...listMany).stderr).toContain('1 fault in the ledger');
  });

  test('holds up the reading of a ledger when nobody empties it', async () => {
    const child = start(listMany);
    const told = new Promise((resolve) => child.stderr.once('data', resolve));
    const patience = new Promise((resolve) => setTimeout(() => resolve('nothing'), 1500));
    expect(await Promise.race([told, patience])).toBe('nothing');
    child.stdout.resume();
    expect(await ended(child)).toMatchObject({ status: 0, stderr: expect.stringContaining('1 fault in the ledger') });
  });

  // A shell reports the end by this signal as 130.
  test('that nobody empties can be interrupted', async () => {
    const child = start(exportLong);
    child.stdout.once('readable', () => child.kill('SIGINT'));
    expect(await ended(child)).toEqual({ status: null, signal: 'SIGINT', stderr: '' });
  });
});

describe('colour', () => {
  const sequence = '\u001b[';

  test.each([
    [{}, false],
    [{ FORCE_COLOR: '1' }, true],
    [{ FORCE_COLOR: '0' }, false],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  ])('with %j in a pipe: %s', (env, expected) => {
    const { stdout } = spawnSync(process.execPath, [claims, 'diff', 'gaza-talks'], {
      cwd: repository,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, ...env },
    });
    expect(stdout.includes(sequence)).toBe(expected);
  });
});

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(...args: readonly string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [claims, ...args], {
    cwd: repository,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
    maxBuffer: 2 ** 26,
  });
  return { status, stdout, stderr };
}

function start(args: readonly string[]): ChildProcessByStdio<null, Readable, Readable> {
  return spawn(process.execPath, [claims, ...args], {
    cwd: repository,
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function ended(child: ChildProcessByStdio<null, Readable, Readable>): Promise<object> {
  let stderr = '';
  child.stderr.on('data', (data) => {
    stderr += data;
  });
  return new Promise((resolve) => {
    // What is left in a pipe that nobody reads would keep it open.
    child.on('exit', () => child.stdout.destroy());
    child.on('close', (status, signal) => resolve({ status, signal, stderr }));
  });
}

// The last of them has a fault. The rows of each are more than a pipe holds.
function manyFiles(path: string): string {
  const claims = Array.from(
    { length: 1000 },
    (_, index) => `  - { speaker: S${index}, says: ${'word '.repeat(30)} }\n`,
  );
  mkdirSync(path);
  for (let file = 0; file < 10; file += 1) {
    const fault = file === 9 ? 'nonsense: yes\n' : '';
    writeFileSync(`${path}/topic-${file}.yaml`, `topic: Topic ${file}\n${fault}claims:\n${claims.join('')}`);
  }
  return path;
}

// More than a pipe holds, so that the command has to wait for its reader.
function longLedger(path: string): string {
  const claim = (_: unknown, index: number): string => `  - { speaker: S${index}, says: word ${'more '.repeat(20)} }\n`;
  mkdirSync(path);
  writeFileSync(`${path}/long.yaml`, `topic: Long\nclaims:\n${Array.from({ length: 3000 }, claim).join('')}`);
  return path;
}
