import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lock } from '../../src/io/lock.ts';
import { type Ran, ranOnDisk } from '../harness/on-disk.ts';

const SECRET = 'token: abc: secret\n';
const TOPIC =
  'topic: A bridge\nclaims:\n  - { id: a, speaker: Mayor, says: It is safe, source: "https://example.org/a" }\n';
const LED_OUT = 'is a link to what is no file of the ledger';

let folder = '';

beforeEach(() => {
  folder = realpathSync(mkdtempSync(`${tmpdir()}/claims-links-`));
  mkdirSync(`${folder}/claims/north`, { recursive: true });
  mkdirSync(`${folder}/claims/.kept`);
  mkdirSync(`${folder}/out`);
  writeFileSync(`${folder}/claims/bridge.yaml`, TOPIC);
  for (const path of [
    'out/secret.yaml',
    'out/config',
    'claims/.kept/config',
    'claims/.kept/secret.yaml',
    'claims/notes',
  ]) {
    writeFileSync(`${folder}/${path}`, SECRET);
  }
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a link in the ledger', () => {
  const OUT = [
    '../out/secret.yaml',
    '../out/config',
    '/etc/hostname',
    '/dev/zero',
    '.kept/config',
    '.kept/secret.yaml',
    'notes',
  ];

  test.each(OUT)('to %s is told of by every command, and nothing of it is shown or written', (target) => {
    link(target, 'claims/led.yaml');
    expect(run('check')).toMatchObject({ status: 1, stdout: expect.stringContaining(`the file ${LED_OUT}`) });
    for (const command of ['list', 'topics', 'export', 'export --format json']) {
      const { status, stdout, stderr } = run(...command.split(' '));
      expect([command, status, stderr]).toEqual([command, 0, expect.stringContaining('1 fault in the ledger')]);
      expect(stdout).toMatch(/bridge/iu);
    }
    for (const command of [
      'list led',
      'check led',
      'diff led',
      'timeline led',
      'check --fix',
      'check --format json',
      'check --format github',
    ]) {
      expect(run(...command.split(' ')).status, command).toBeGreaterThan(0);
    }
    const written = run('fmt');
    expect(written).toMatchObject({
      status: 2,
      stderr: `claims: \`claims/led.yaml\` is left as it is: the file ${LED_OUT}\n`,
    });
    const add = ['add', 'led', '--title', 'Led', '--speaker', 'Mayor', '--says', 'So'];
    expect(run(...add).status).toBe(2);
    expect(kept()).toEqual([SECRET, SECRET, SECRET, SECRET, SECRET]);
  });

  test('in the place of the shared file is told of, and nothing of it is used', () => {
    writeFileSync(`${folder}/out/shared.yaml`, 'speakers:\n  mayor: {name: M}\n');
    link('../out/shared.yaml', 'claims/_shared.yaml');
    const { status, stdout } = run('check');
    expect([status, stdout]).toEqual([
      1,
      expect.stringContaining('claims/_shared.yaml:1:1 error the file is a link to'),
    ]);
    expect(run('fmt', '_shared')).toMatchObject({ status: 2, stderr: expect.stringContaining(LED_OUT) });
    expect(run('list').stderr).toContain('1 fault in the ledger');
  });

  test.each(['north/road.yaml', 'bridge.yaml'])('to %s is that file under another name', (target) => {
    writeFileSync(`${folder}/claims/north/road.yaml`, TOPIC);
    link(target, 'claims/led.yaml');
    expect(run('check', 'led').status).toBe(0);
    expect(run('list', 'led')).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('It is safe') });
  });

  test('may be the ledger itself, or the one file that is named', () => {
    writeFileSync(`${folder}/out/road.yaml`, TOPIC);
    link('claims', 'ledger');
    link('out/road.yaml', 'road.yaml');
    expect(run('list', '--ledger', 'ledger').stdout).toContain('It is safe');
    expect(run('list', '--ledger', 'road.yaml').stdout).toContain('It is safe');
  });
});

describe('a folder in the ledger that is a link', () => {
  const sheet = 'topic_id,topic,speaker,says\nwest/bridge,A bridge,Mayor,It is safe\n';

  test.each(['../out', 'north'])('to %s takes no new topic', (target) => {
    link(target, 'claims/west');
    const add = run('add', 'west/bridge', '--title', 'A bridge', '--speaker', 'Mayor', '--says', 'So');
    expect(add).toMatchObject({
      status: 2,
      stderr: 'claims: `claims/west` is a link, and nothing is written through it\n',
    });
    writeFileSync(`${folder}/sheet.csv`, sheet);
    const imported = run('import', 'sheet.csv', '--write');
    expect([imported.status, imported.stdout]).toEqual([1, expect.stringContaining('`claims/west` is a link')]);
    expect(readdirSync(`${folder}/claims/west`)).toEqual(target === 'north' ? [] : ['config', 'secret.yaml']);
  });

  test('takes no new ledger', () => {
    mkdirSync(`${folder}/new`);
    link('../out', 'new/claims');
    for (const place of ['new', `${folder}/new`]) {
      const stderr = `claims: \`${place}/claims\` is a link, and nothing is written through it\n`;
      expect(run('init', place)).toMatchObject({ status: 2, stderr });
    }
    expect(readdirSync(`${folder}/out`).sort()).toEqual(['config', 'secret.yaml']);
    expect(run('init', 'newer').status).toBe(0);
  });

  test('unlike one that is none', () => {
    writeFileSync(`${folder}/sheet.csv`, sheet);
    expect(run('import', 'sheet.csv', '--write').status).toBe(0);
    expect(readFileSync(`${folder}/claims/west/bridge.yaml`, 'utf8')).toContain('It is safe');
  });
});

describe('what has the name of a lock', () => {
  test.each([
    ['a link to a device without end', '/dev/zero'],
    ['a link to a lock of a process that is gone', '../out/lock'],
  ])('and is %s keeps writers away, unread', (_, target) => {
    writeFileSync(`${folder}/out/lock`, '0 nowhere 0-0\n');
    link(target, 'claims/bridge.yaml.lock');
    expect(lock(`${folder}/claims/bridge.yaml.lock`, 0)).toEqual({ holder: undefined });
    expect(readdirSync(`${folder}/out`)).toContain('lock');
  });
});

function link(target: string, path: string): void {
  symlinkSync(target, `${folder}/${path}`);
}

/** What stands where links lead to, in all places but those of the system. */
function kept(): readonly string[] {
  return ['out/secret.yaml', 'out/config', 'claims/.kept/config', 'claims/.kept/secret.yaml', 'claims/notes'].map(
    (path) => readFileSync(`${folder}/${path}`, 'utf8'),
  );
}

/** Nothing of what no ledger holds may come out, wherever that is. */
function run(...args: readonly string[]): Ran {
  const ran = ranOnDisk(args, folder);
  expect(ran.stdout + ran.stderr).not.toContain('secret');
  return ran;
}
