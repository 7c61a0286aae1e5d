import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
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
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { disk } from '../src/io.ts';

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
    for (const left of [`.${other}.tmp`, `.lock.${other}`, `.lock.${other}.${token}`, '.lock.wordless-12-34']) {
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

  test('of a living process, or one on another host, is waited for and then told of', () => {
    writeFileSync(file, 'old');
    writeFileSync(`${file}.lock`, `${process.ppid} ${hostname()} ${token}\n`);
    const lockedBy = `process ${process.ppid} on ${hostname()}`;
    expect(disk.replace(file, bytes('old'), 'new')).toEqual({ lockedBy, lock: `${file}.lock` });
    writeFileSync(`${file}.lock`, `1 elsewhere ${token}\n`);
    expect(disk.replace(file, bytes('old'), 'new')).toMatchObject({ lockedBy: 'process 1 on elsewhere' });
    expect(readFileSync(file, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['topic.yaml', 'topic.yaml.lock']);
  });
});
