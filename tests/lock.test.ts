import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { disk } from '../src/io.ts';
import { ranOnDisk } from './harness/on-disk.ts';

// Who waits for a lock waits no time here, though its clock goes on.
vi.mock('../src/io/pause.ts', () => ({ pause: (milliseconds: number) => vi.advanceTimersByTime(milliseconds) }));

beforeAll(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterAll(() => void vi.useRealTimers());

let folder = '';
let file = '';

beforeEach(() => {
  folder = realpathSync(mkdtempSync(`${tmpdir()}/claims-lock-`));
  file = `${folder}/topic.yaml`;
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('replacing a file', () => {
  test('writes it whole and leaves nothing beside it', () => {
    writeFileSync(file, 'old');
    expect(disk.replace(file, bytes('old'), 'new')).toBe('written');
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['topic.yaml']);
  });

  test('leaves one alone that has changed, that is gone, or that has come', () => {
    expect(disk.replace(file, bytes('old'), 'new')).toBe('changed');
    writeFileSync(file, 'mine');
    expect(disk.replace(file, bytes('old'), 'new')).toBe('changed');
    expect(disk.replace(file, undefined, 'new')).toBe('changed');
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(readdirSync(folder)).toEqual(['topic.yaml']);
  });

  test('makes one that is not there', () => {
    expect(disk.replace(file, undefined, 'new')).toBe('written');
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['topic.yaml']);
  });

  test('keeps its mode, and the link that leads to it', () => {
    writeFileSync(file, 'old');
    chmodSync(file, 0o640);
    symlinkSync('topic.yaml', `${folder}/link.yaml`);
    expect(disk.replace(`${folder}/link.yaml`, bytes('old'), 'new')).toBe('written');
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(lstatSync(`${folder}/link.yaml`).isSymbolicLink()).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe('new');
  });

  test('takes a name of any length, in any script', () => {
    for (const name of [`${'n'.repeat(250)}.yaml`, `${'橋'.repeat(83)}.yml`]) {
      expect(disk.replace(`${folder}/${name}`, undefined, 'old')).toBe('written');
      expect(disk.replace(`${folder}/${name}`, bytes('old'), 'new')).toBe('written');
    }
    expect(readdirSync(folder).sort()).toEqual([`${'n'.repeat(250)}.yaml`, `${'橋'.repeat(83)}.yml`]);
  });

  test('refuses a folder and a link that leads nowhere', () => {
    symlinkSync('nowhere', file);
    expect(disk.replace(file, undefined, 'new')).toMatchObject({ unreadable: 'not-a-file' });
    expect(disk.replace(folder, undefined, 'new')).toMatchObject({ unreadable: 'not-a-file' });
    expect(disk.replace(`${folder}/none/topic.yaml`, undefined, 'new')).toMatchObject({ unreadable: 'missing' });
  });
});

describe('a lock', () => {
  const token = '11111111-2222-3333-4444-555555555555';

  test('of a process that is gone is taken over, and what it left behind goes with it', () => {
    writeFileSync(file, 'old');
    const gone = Number(execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }));
    writeFileSync(`${file}.lock`, `${gone} ${hostname()} ${token}\n`);
    writeFileSync(`${file}.${token}.tmp`, 'ne');
    expect(disk.replace(file, bytes('old'), 'new')).toBe('written');
    expect(readdirSync(folder)).toEqual(['topic.yaml']);
  });

  test('that is taken over goes with all that was left beside the file, and with nothing else', () => {
    writeFileSync(file, 'old');
    const gone = Number(execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }));
    const other = '66666666-7777-8888-9999-000000000000';
    writeFileSync(`${file}.lock`, `${gone} ${hostname()} ${token}\n`);
    for (const left of [`.${other}.tmp`, `.lock.${other}`, `.lock.${other}.${token}`, `.lock.${'0'.repeat(32)}`]) {
      writeFileSync(`${file}${left}`, 'left');
    }
    const own = [`other.yaml.${other}.tmp`, 'topic.yaml.lock.txt', `topic.yaml.old.${other}.tmp`, 'topic.yaml.tmp'];
    for (const name of own) writeFileSync(`${folder}/${name}`, 'mine');
    expect(disk.replace(file, bytes('old'), 'new')).toBe('written');
    expect(readdirSync(folder)).toEqual([own[0], 'topic.yaml', ...own.slice(1)].sort());
  });

  // As one that a process left which was ended between making and writing it.
  test.each([0, 4_102_444_800])('without words is given up, whatever its date: %d', (date) => {
    writeFileSync(file, 'old');
    writeFileSync(`${file}.lock`, '');
    utimesSync(`${file}.lock`, date, date);
    expect(disk.replace(file, bytes('old'), 'new')).toBe('written');
    expect(readdirSync(folder)).toEqual(['topic.yaml']);
  });

  test('that was broken off in its words is given up', () => {
    writeFileSync(file, 'old');
    writeFileSync(`${file}.lock`, `${process.pid} ${encodeURIComponent(hostname())} 11111111-22`);
    expect(disk.replace(file, bytes('old'), 'new')).toBe('written');
    expect(readdirSync(folder)).toEqual(['topic.yaml']);
  });

  // Such as the `yarn.lock` of whoever writes to `yarn`.
  test.each([
    ['a text', '# yarn lockfile v1\n'],
    ['a number, as other programs keep in theirs', '4711'],
    ['a text that begins like a lock', '12 monkeys'],
    ['a lock and more', `1 elsewhere ${token}\nmine\n`],
    ['a lock with another word', '1 elsewhere mine\n'],
    ['a text that is longer than any lock', `1 elsewhere ${'a'.repeat(5000)}`],
  ])('that is none, but %s, is kept as it is and told of', (_, text) => {
    writeFileSync(`${file}.lock`, text);
    expect(disk.write(file, ['new'], 'create')).toEqual({ lockedBy: undefined, lock: `${file}.lock` });
    expect(readFileSync(`${file}.lock`, 'utf8')).toBe(text);
    expect(readdirSync(folder)).toEqual(['topic.yaml.lock']);
  });

  test('that is none, but a folder, is kept as it is and told of', () => {
    mkdirSync(`${file}.lock`);
    expect(disk.replace(file, undefined, 'new')).toEqual({ lockedBy: undefined, lock: `${file}.lock` });
    expect(readdirSync(folder)).toEqual(['topic.yaml.lock']);
  });

  test('that somebody puts another file in the place of is not taken away with it', () => {
    const text = (function* pieces(): Generator<string> {
      writeFileSync(`${file}.lock`, 'mine\n');
      yield 'new';
    })();
    expect(disk.write(file, text, 'create')).toBe('written');
    expect(readFileSync(`${file}.lock`, 'utf8')).toBe('mine\n');
  });

  test('that is none is told of by the command, with what to do', () => {
    mkdirSync(`${folder}/claims`);
    writeFileSync(`${folder}/claims/bridge.yaml`, 'topic: A bridge\n');
    writeFileSync(`${folder}/yarn.lock`, '# yarn lockfile v1\n');
    expect(ranOnDisk(['export', 'bridge', '-o', 'yarn'], folder)).toEqual({
      status: 4,
      stdout: '',
      stderr: `claims: \`yarn\` was not written: \`${folder}/yarn.lock\` is in the way: it has the name of its lock, and was not made by claims; move it, or write elsewhere\n`,
    });
    expect(readdirSync(folder)).toEqual(['claims', 'yarn.lock']);
    expect(readFileSync(`${folder}/yarn.lock`, 'utf8')).toBe('# yarn lockfile v1\n');
  });

  test('of a living process, or one on another host, is waited for and then told of', () => {
    writeFileSync(file, 'old');
    writeFileSync(`${file}.lock`, `${process.ppid} ${hostname()} ${token}\n`);
    const lockedBy = `process ${process.ppid} on ${hostname()}`;
    expect(disk.replace(file, bytes('old'), 'new')).toEqual({ lockedBy, lock: `${file}.lock` });
    // No process here has this number: whether there is one elsewhere is not known.
    writeFileSync(`${file}.lock`, `99999999 elsewhere ${token}\n`);
    expect(disk.replace(file, bytes('old'), 'new')).toMatchObject({ lockedBy: 'process 99999999 on elsewhere' });
    expect(readFileSync(file, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['topic.yaml', 'topic.yaml.lock']);
  });
});
