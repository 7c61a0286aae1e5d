import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { output } from '../src/io/output.ts';
import { disk, type Io } from '../src/io.ts';
import { main } from '../src/main.ts';

let folder = '';

beforeEach(() => {
  folder = realpathSync(mkdtempSync(`${tmpdir()}/claims-io-`));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('writing', () => {
  test('creates a file, once', () => {
    expect(disk.write(`${folder}/new`, 'one', 'create')).toBe('written');
    expect(disk.write(`${folder}/new`, 'two', 'create')).toBe('exists');
    expect(contents('new')).toBe('one');
    expect(disk.write(`${folder}/other`, 'two', 'replace')).toBe('written');
    expect(readdirSync(folder)).toEqual(['new', 'other']);
  });

  test.each([0o640, 0o666, 0o755])('replaces a file and keeps its mode %o', (mode) => {
    file('old');
    chmodSync(`${folder}/old`, mode);
    expect(disk.write(`${folder}/old`, 'new', 'replace')).toBe('written');
    expect(contents('old')).toBe('new');
    expect(statSync(`${folder}/old`).mode & 0o777).toBe(mode);
    expect(readdirSync(folder)).toEqual(['old']);
  });

  test.each(['create', 'replace'] as const)('leaves no half of what could not be made to its end: %s', (over) => {
    file('old');
    const before = contents('old');
    function* halves(): Generator<string> {
      yield 'a half'.repeat(100_000);
      throw new Error('no other half');
    }
    const name = over === 'create' ? 'new' : 'old';
    expect(() => disk.write(`${folder}/${name}`, halves(), over)).toThrow('no other half');
    expect([readdirSync(folder), contents('old')]).toEqual([['old'], before]);
  });

  test('replaces what a link leads to, and keeps the link', () => {
    mkdirSync(`${folder}/away`);
    file('away/real');
    symlinkSync('away/real', `${folder}/link`);
    expect(disk.write(`${folder}/link`, 'new', 'create')).toBe('exists');
    expect(disk.write(`${folder}/link`, 'new', 'replace')).toBe('written');
    expect(lstatSync(`${folder}/link`).isSymbolicLink()).toBe(true);
    expect(contents('away/real')).toBe('new');
    expect([readdirSync(folder), readdirSync(`${folder}/away`)]).toEqual([['away', 'link'], ['real']]);
  });

  test.each(['create', 'replace'] as const)('waits for who writes there already, and then says so: %s', (over) => {
    if (over === 'replace') file('old');
    writeFileSync(`${folder}/old.lock`, `${process.ppid} ${hostname()} 11111111-2222-3333-4444-555555555555\n`);
    const lockedBy = `process ${process.ppid} on ${hostname()}`;
    expect(disk.write(`${folder}/old`, 'new', over)).toEqual({ lockedBy, lock: `${folder}/old.lock` });
  });

  test('refuses what is not a regular file, without waiting for it', () => {
    makeFifo();
    symlinkSync('nowhere', `${folder}/loose`);
    symlinkSync('loop', `${folder}/loop`);
    mkdirSync(`${folder}/sub`);
    for (const name of ['fifo', 'loose', 'loop', 'sub']) {
      expect(disk.write(`${folder}/${name}`, 'new', 'replace')).toMatchObject({ unreadable: 'not-a-file' });
      expect(disk.write(`${folder}/${name}`, 'new', 'create')).toBe('exists');
    }
    expect(lstatSync(`${folder}/fifo`).isFIFO()).toBe(true);
  });

  test.each(['create', 'replace'] as const)('says what is missing: %s', (over) => {
    file('old');
    const missing = { unreadable: 'missing', message: 'is in a folder that does not exist' };
    expect(disk.write(`${folder}/none/new`, 'new', over)).toEqual(missing);
    expect(disk.write(`${folder}/old/new`, 'new', over)).toEqual(missing);
  });
});

describe('making a folder', () => {
  test('makes those above it, and is fine with one that stands', () => {
    expect([disk.makeFolder(`${folder}/one/two`), disk.makeFolder(`${folder}/one/two`)]).toEqual(['made', 'made']);
    expect(readdirSync(`${folder}/one`)).toEqual(['two']);
  });

  test('says what keeps it from being made', () => {
    file('old');
    symlinkSync('nowhere', `${folder}/loose`);
    symlinkSync('loop', `${folder}/loop`);
    const said = ['old/new', 'loose/new', 'old', 'loop/new'].map((name) => disk.makeFolder(`${folder}/${name}`));
    expect(said).toEqual([
      { unreadable: 'missing', message: 'cannot be made: what is above it is no folder, or takes none' },
      { unreadable: 'missing', message: 'cannot be made: what is above it is no folder, or takes none' },
      { unreadable: 'failed', message: 'could not be made (something else has that name, EEXIST)' },
      { unreadable: 'failed', message: 'could not be made (links lead round in a circle, ELOOP)' },
    ]);
  });

  test.runIf(process.platform === 'linux')('ends where the system takes no folder', () => {
    expect(disk.makeFolder('/proc/none/two')).toMatchObject({ unreadable: 'missing' });
  });

  test.each(['old', 'loose'])('is told of by init: %s', (name) => {
    file('old');
    symlinkSync('nowhere', `${folder}/loose`);
    const stderr = `claims: the folder \`${name}/claims\` cannot be made: what is above it is no folder, or takes none\n`;
    expect(run('init', name)).toEqual({ status: 2, stderr });
    expect(readdirSync(folder).sort()).toEqual(['loose', 'old']);
  });
});

describe('reading', () => {
  test('gives the bytes of a file up to a limit', () => {
    file('old');
    expect(disk.read(`${folder}/old`, 3)).toEqual(new Uint8Array(Buffer.from('old')));
    expect(disk.read(`${folder}/old`, 2)).toMatchObject({ unreadable: 'too-large' });
  });

  test('refuses what is not a regular file, without waiting for it', () => {
    makeFifo();
    symlinkSync('fifo', `${folder}/link`);
    for (const name of ['fifo', 'link', '.']) {
      expect(disk.read(`${folder}/${name}`, 9)).toMatchObject({ unreadable: 'not-a-file' });
    }
    expect(disk.read(`${folder}/none`, 9)).toMatchObject({ unreadable: 'missing' });
  });
});

describe('printing', () => {
  test('waits for a slow reader of a pipe that does not block', async () => {
    makeFifo();
    const program = 'sh';
    const reader = spawn(program, ['-c', 'sleep 0.2; cat fifo > got'], { cwd: folder });
    const handle = openSync(`${folder}/fifo`, constants.O_RDWR | constants.O_NONBLOCK);
    const failures: unknown[] = [];
    const standard = { handle, stream: () => process.stdout, lost: (error: unknown) => void failures.push(error) };
    const text = 'more than a pipe holds '.repeat(20_000);
    output(standard, {}).write(text);
    closeSync(handle);
    await once(reader, 'exit');
    expect(failures).toEqual([]);
    expect(contents('got')).toBe(text);
  });

  test('ends where nobody takes it, and says so once', () => {
    const handle = openSync('/dev/full', 'w');
    const failures: unknown[] = [];
    const full = output({ handle, stream: () => process.stdout, lost: (error) => void failures.push(error) }, {});
    expect(full.isClosed?.()).toBe(false);
    full.write('one');
    full.write('two');
    closeSync(handle);
    expect(failures).toEqual([expect.objectContaining({ code: 'ENOSPC' })]);
    expect(full.isClosed?.()).toBe(true);
  });
});

describe('looking', () => {
  test('a link to a folder is not entered, so that a loop of links ends', () => {
    mkdirSync(`${folder}/sub`);
    file('sub/topic.yaml');
    symlinkSync('..', `${folder}/sub/up`);
    symlinkSync('round', `${folder}/sub/round`);
    symlinkSync('topic.yaml', `${folder}/sub/link.yaml`);
    const entries = disk.list(`${folder}/sub`);
    expect(entries).toHaveLength(4);
    expect(entries).toEqual(
      expect.arrayContaining([
        { name: 'topic.yaml', kind: 'file' },
        { name: 'link.yaml', kind: 'file', isLink: true },
        { name: 'up', kind: 'other', isLink: true },
        { name: 'round', kind: 'other', isLink: true },
      ]),
    );
    expect(disk.list(`${folder}/none`)).toMatchObject({ unreadable: 'missing' });
  });

  test('a topic behind a link to a folder is none, and one behind a link to a file has the id of the link', () => {
    mkdirSync(`${folder}/claims/north`, { recursive: true });
    writeFileSync(`${folder}/claims/north/bridge.yaml`, 'topic: Bridge\n');
    symlinkSync('north', `${folder}/claims/up`);
    symlinkSync('north/bridge.yaml', `${folder}/claims/link.yaml`);
    expect(run('list', 'up/bridge').stderr).toMatch(/^claims: there is no topic `up\/bridge`/u);
    expect(run('list', 'link').status).toBe(0);
    expect(run('list', 'north/bridge').status).toBe(0);
  });

  test('one path names what several lead to', () => {
    file('real');
    symlinkSync('real', `${folder}/link`);
    expect(['real', 'link', './link', 'none'].map((name) => disk.real(`${folder}/${name}`))).toEqual([
      `${folder}/real`,
      `${folder}/real`,
      `${folder}/real`,
      undefined,
    ]);
  });
});

describe('export -o', () => {
  const topic = 'topic: Bridge\nclaims:\n  - { speaker: mayor, says: It is safe }\n';

  beforeEach(() => {
    mkdirSync(`${folder}/claims`);
    for (const name of ['bridge.yaml', 'road.yaml', 'road.yml']) writeFileSync(`${folder}/claims/${name}`, topic);
    writeFileSync(`${folder}/claims/_shared.yaml`, 'speakers: {}\n');
    symlinkSync('claims/bridge.yaml', `${folder}/link.md`);
    symlinkSync('claims', `${folder}/here`);
  });

  test.each([
    'claims/bridge.yaml',
    './claims/../claims/bridge.yaml',
    'link.md',
    'here/road.yaml',
    'claims/road.yml',
    'claims/_shared.yaml',
  ])('does not write over the ledger: %s', (output) => {
    const before = contents(output);
    for (const args of [[], ['--force']]) {
      const message = `claims: \`${output}\` is a file of the ledger; name another file\n`;
      expect(run('export', 'bridge', '-o', output, ...args)).toEqual({ status: 2, stderr: message });
      expect(run('export', 'bridge', '-o', `${folder}/${output}`, ...args).status).toBe(2);
    }
    expect(contents(output)).toBe(before);
  });

  test('does not write over the one file that is read', () => {
    const args = ['--ledger', 'link.md', '-o', 'claims/bridge.yaml', '--force'];
    expect(run('export', ...args).stderr).toContain('is a file of the ledger');
  });

  test('writes only to regular files', () => {
    makeFifo();
    expect(run('export', 'bridge', '-o', 'fifo', '--force').stderr).toContain('`fifo` is not a regular file\n');
    expect(run('export', 'bridge', '-o', 'claims', '--force').stderr).toContain('`claims` is a folder; name a file\n');
    expect(run('export', 'bridge', '-o', 'brief.md').status).toBe(0);
    expect(run('export', 'bridge', '-o', 'brief.md').stderr).toContain('--force overwrites it');
    expect(run('export', 'bridge', '-o', 'brief.md', '--force').status).toBe(0);
  });
});

function file(name: string): void {
  writeFileSync(`${folder}/${name}`, 'old');
}

// Node itself cannot make one.
function makeFifo(): void {
  const program = 'mkfifo';
  execFileSync(program, [`${folder}/fifo`]);
}

function contents(name: string): string {
  return readFileSync(`${folder}/${name}`, 'utf8');
}

// Of standard error the last line: those before it count the faults.
function run(...args: readonly string[]): { readonly status: number; readonly stderr: string } {
  const written: string[] = [];
  const output = { color: false, width: undefined, isTTY: false };
  const io: Io = {
    ...disk,
    stdin: { read: () => new Uint8Array() },
    cwd: folder,
    env: {},
    today: () => '2026-01-15',
    elapsed: () => 0,
    out: { ...output, write: () => {} },
    err: { ...output, write: (text) => void written.push(text) },
  };
  return { status: main(args, io), stderr: written.at(-1) ?? '' };
}
