import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { afterAll, describe, expect, test } from 'vitest';
import { isLong } from '../harness/runs.ts';
import { TOPIC } from './ledger.ts';
import { obeyed, put } from './put.ts';
import { type Run, run } from './run.ts';

const SOUND = `${TOPIC}claims:\n  - { id: a, speaker: One, date: 2024-01-01, says: So, source: https://example.org }\n`;
const NOBODY = 65_534;
const root = mkdtempSync(`${tmpdir()}/claims-disk-`);
chmodSync(root, 0o755);
// By a program that can go down folders whose paths are too long to name.
afterAll(() => execFileSync('rm', ['-rf', root]));

describe('beside a sound topic', () => {
  test.each<[string, (path: string) => void]>([
    ['a folder', (path) => mkdirSync(path)],
    ['a FIFO that nobody writes to', (path) => execFileSync('mkfifo', [path])],
    ['a link to a device that never ends', (path) => symlinkSync('/dev/zero', path)],
    ['a link to a terminal', (path) => symlinkSync('/dev/tty', path)],
    ['a link to standard input', (path) => symlinkSync('/dev/stdin', path)],
    ['a link to itself', (path) => symlinkSync('x.yaml', path)],
    ['a link to nothing', (path) => symlinkSync('nowhere', path)],
    ['a link out of the ledger', (path) => symlinkSync('/etc/passwd', path)],
  ])('%s is one fault, and no more', (name, make) => {
    const folder = ledger(name);
    make(`${folder}/claims/x.yaml`);
    expectFault(folder, 'claims/x.yaml');
  });

  test('a socket is one fault, and no more', async () => {
    const folder = ledger('socket');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(`${folder}/claims/x.yaml`, resolve));
    expectFault(folder, 'claims/x.yaml');
    await new Promise((resolve) => server.close(resolve));
  });

  test.each([
    ['file', 'claims/x.yaml', 'claims/x.yaml'],
    ['folder', 'claims/shut', 'claims/shut/x.yaml'],
  ])('a %s that may not be read is one fault, and no more', (name, shut, path) => {
    const folder = ledger(`denied ${name}`);
    if (name === 'folder') mkdirSync(`${folder}/claims/shut`);
    writeFileSync(`${folder}/${path}`, SOUND);
    chmodSync(`${folder}/${shut}`, 0o000);
    // The superuser may read everything.
    expectFault(folder, shut, process.getuid?.() === 0 ? NOBODY : undefined);
    chmodSync(`${folder}/${shut}`, 0o755);
  });

  test('links between folders end', () => {
    const folder = ledger('ring');
    symlinkSync('.', `${folder}/claims/again`);
    symlinkSync('..', `${folder}/claims/up`);
    expect(run(folder, ['check'])).toMatchObject({ exit: 0, stderr: '' });
  });

  test('folders 1,500 deep end in a fault', () => {
    const folder = ledger('deep');
    const script = 'for (let i = 0; i < 1500; i++) { fs.mkdirSync("deeper"); process.chdir("deeper"); }';
    execFileSync(process.execPath, ['-e', script], { cwd: `${folder}/claims` });
    expect(faults(run(folder, ['check', '--format', 'json']))).toEqual([expect.stringMatching(/unreadable$/u)]);
  });
});

describe('names', () => {
  const names = [
    `${'a'.repeat(250)}.yaml`,
    'new\nline.yaml',
    '-rf.yaml',
    '--help.yaml',
    'esc\u001b[31m.yaml',
    'bell\u0007.yaml',
    'back\\slash.yaml',
    '$(id) `id`.yaml',
    '::error::x%0A.yaml',
    '<script>.yaml',
    '=1+1.yaml',
    '__proto__.yaml',
    '\u202eback.yaml',
    'caf\u00e9.yaml',
    'cafe\u0301.yaml',
    'c1\u009b31m.yaml',
  ];

  test('of any kind are read, and shown without what a terminal would obey', () => {
    const folder = ledger('names');
    for (const name of names) writeFileSync(`${folder}/claims/${name}`, SOUND);
    const listed = run(folder, ['list', '--width', '400']);
    expect(listed).toMatchObject({ exit: 0, stderr: '' });
    expect(listed.stdout.match(/^Invented/gmu)).toHaveLength(names.length + 1);
    for (const line of [
      'list',
      'topics',
      'check',
      'check --format github',
      'check --format sarif',
      'fmt --check',
      'topics --format json',
    ]) {
      const { stdout, stderr } = run(folder, line.split(' '));
      expect([obeyed(stdout, 'plain'), obeyed(stderr, 'plain')], line).toEqual([undefined, undefined]);
    }
  });

  test('of any kind are told of without that, where nothing of the files can be read', () => {
    for (const name of names) {
      for (const line of ['list', 'topics', 'fmt', 'fmt --diff', 'check --fix']) {
        const { stdout, stderr } = put(
          { files: { [name]: Uint8Array.of(0xff), [`2${name}`]: Uint8Array.of(0xff), [`3${name}`]: SOUND } },
          line,
        );
        expect([line, obeyed(stdout, 'plain'), obeyed(stderr, 'plain')]).toEqual([line, undefined, undefined]);
      }
    }
  });

  test('that are not UTF-8 are told of as such', () => {
    const folder = ledger('other names');
    writeFileSync(
      Buffer.concat([Buffer.from(`${folder}/claims/`), Buffer.from([0xff, 0xfe]), Buffer.from('.yaml')]),
      SOUND,
    );
    const { stdout } = run(folder, ['check']);
    expect(stdout).toContain('has a name that is not UTF-8 [unreadable]');
  });
});

describe('a file that does not keep still', () => {
  test.each([
    ['grows', `while (performance.now() < 60000) fs.appendFileSync('x.yaml', '# more\\n')`],
    [
      'comes and goes',
      `while (performance.now() < 60000) { fs.writeFileSync('x.yaml', ${JSON.stringify(SOUND)}); fs.unlinkSync('x.yaml') }`,
    ],
    ['becomes a folder', `while (performance.now() < 60000) { fs.mkdirSync('x.yaml'); fs.rmdirSync('x.yaml') }`],
  ])(
    'and %s while it is read',
    (name, script) => {
      const folder = ledger(name);
      const other = spawn(process.execPath, ['-e', script], { cwd: `${folder}/claims`, stdio: 'ignore' });
      try {
        for (const line of ['check', 'list', 'export --format json', 'check']) {
          const { exit, stderr } = run(folder, line.split(' '));
          expect([0, 1]).toContain(exit);
          expect(stderr).toMatch(/^(?:claims: [^\n]*\n)*$/u);
        }
      } finally {
        other.kill('SIGKILL');
      }
    },
    60_000,
  );
});

// Honest work for each of them, so that only the memory is held to a limit.
test('fifty thousand files are read in turn', { timeout: 600_000 }, () => {
  const folder = ledger('many');
  const count = isLong ? 50_000 : 2_000;
  for (let at = 1; at < count; at += 1) writeFileSync(`${folder}/claims/t${at}.yaml`, SOUND);
  const { exit, megabytes } = run(folder, ['check']);
  expect({ exit, isFrugal: megabytes < 512 }).toEqual({ exit: 0, isFrugal: true });
});

function ledger(name: string): string {
  const folder = `${root}/${name}`;
  mkdirSync(`${folder}/claims`, { recursive: true });
  writeFileSync(`${folder}/claims/sound.yaml`, SOUND);
  return folder;
}

/** The sound topic is listed, and one place is at fault. */
function expectFault(folder: string, file: string, user?: number): void {
  expect(faults(run(folder, ['check', '--format', 'json'], user))).toEqual([`${file}:1:1 unreadable`]);
  const { exit, stdout, stderr } = run(folder, ['list'], user);
  expect(exit).toBe(0);
  expect(stderr).toMatch(/^(?:claims: nothing of `[^`]*` could be read\n)?claims: 1 fault in the ledger; [^\n]*\n$/u);
  expect(stdout).toContain('One');
}

function faults({ exit, stdout }: Run): readonly string[] {
  expect(exit).toBe(1);
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { code: string; file: string; line: number; column: number }[];
  };
  return diagnostics.map(({ code, file, line, column }) => `${file}:${line}:${column} ${code}`);
}
