import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { disk, type Io } from '../src/io.ts';
import { main } from '../src/main.ts';
import { memoryIo } from './harness/memory.ts';

const repository = `${import.meta.dirname}/..`;
const folder = mkdtempSync(`${tmpdir()}/claims-start-`);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a command line', () => {
  const files = { '/desk/claims/bridge.yaml': 'topic: Bridge\nclaims:\n  - { speaker: mayor, says: It is safe }\n' };

  test.each([
    [['--ledger', 'claims', 'list']],
    [['--ledger=claims', '--width', '80', 'list']],
    [['--color', 'never', 'list', '--ledger', 'claims']],
    [['--', 'list']],
  ])('finds its command in %j', (args) => {
    expect(ran(args)).toEqual(ran(['list']));
  });

  test.each([
    [['--help', 'list'], ['--help']],
    [[], ['--help']],
    [['--version', 'list'], ['--version']],
    [['--width', '80', '--version'], ['--version']],
    [['list', '--version'], ['--version']],
  ])('%j prints what %j does', (args, same) => {
    const { stdout, stderr } = ran(args);
    expect(stdout + stderr).toBe(ran(same).stdout);
  });

  test.each([
    [['lst'], "claims: unknown command 'lst'\n(Did you mean list?)\n"],
    [['--ledger', 'list'], expect.stringContaining('Commands:')],
    [['--ledger'], "claims: option '--ledger <path>' argument missing\n"],
    [['--widht', 'list'], "claims: unknown option '--widht'\n(Did you mean --width?)\n"],
    [['toString'], "claims: unknown command 'toString'\n"],
  ])('%j is refused', (args, message) => {
    expect(ran(args)).toEqual({ status: 2, stdout: '', stderr: message });
  });

  function ran(args: readonly string[]): { readonly status: number; readonly stdout: string; readonly stderr: string } {
    const { io, stdout, stderr } = memoryIo({ files, cwd: '/desk' });
    return { status: main(args, io), stdout: stdout(), stderr: stderr() };
  }
});

describe('of the built command', () => {
  test.each([
    [['--version'], ['claims.cjs']],
    [['list'], ['claims.cjs', 'everyday.cjs']],
    [['check'], ['check.cjs', 'claims.cjs', 'everyday.cjs']],
    [
      ['diff', 'gaza-talks', '--format', 'json'],
      ['claims.cjs', 'everyday.cjs'],
    ],
  ])('%j loads %j, and no module of Node that a start has not', (args, parts) => {
    const bare = loadedBy(['-e', '0']);
    const { files, modules } = loadedBy(['bin/claims.js', ...args]);
    expect(files.filter((file) => file.endsWith('.cjs')).sort()).toEqual(parts);
    expect(modules.filter((name) => !bare.modules.includes(name) && !SMALL.has(name))).toEqual([]);
  });

  // Each part of the program is loaded by one of these.
  test.each([
    ['--help'],
    ['add --help'],
    ['list --format csv'],
    ['list --format jsonl'],
    ['topics --format tsv'],
    ['check --format sarif'],
    ['check --format github'],
    ['check --format compact'],
    ['check --strict --fix --dry-run'],
    ['diff gaza-talks --color always'],
    ['contradictions'],
    ['why gaza-talks#katz-reengaged mardawi-never-stopped'],
    ['show gaza-talks#hamas-and-the-talks'],
    ['timeline gaza-talks'],
    ['add gaza-talks --dry-run --question hamas-and-the-talks --speaker katz --says 再開する --answer returned'],
    ['explain undated'],
    ['explain undatde'],
    ['fmt --check'],
    ['export gaza-talks'],
    ['export gaza-talks --format html-fragment'],
    ['export gaza-talks --format json'],
    ['export --format claimreview'],
    ['import README.md'],
    ['schema --shared'],
    ['completion fish'],
    ['__complete diff gaza'],
    ['__complete --breaks = claims\\ li'],
  ])('%s does what the source does', (line) => {
    const args = line.split(/(?<!\\) /u).map((word) => word.replace('\\ ', ' '));
    const { status, stdout, stderr } = spawnSync(process.execPath, [`${repository}/bin/claims.js`, ...args], {
      cwd: repository,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: '/nowhere' },
    });
    expect({ status, stdout, stderr }).toEqual(fromSource(args));
  });
});

// Node's own note of where it keeps compiled code, and the handle of the process.
const SMALL: ReadonlySet<string> = new Set(['NativeModule process', 'NativeModule os', 'Internal Binding os']);

interface LoadedFiles {
  readonly files: readonly string[];
  readonly modules: readonly string[];
}

function loadedBy(args: readonly string[]): LoadedFiles {
  const hook = `${folder}/hook.cjs`;
  const told = `${folder}/loaded.json`;
  writeFileSync(
    hook,
    `process.on('exit', () => {
      const loaded = { files: Object.keys(require.cache), modules: process.moduleLoadList };
      require('node:fs').writeFileSync(${JSON.stringify(told)}, JSON.stringify(loaded));
    });`,
  );
  const { status, stderr } = spawnSync(process.execPath, ['-r', hook, ...args], { cwd: repository, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const { files, modules } = JSON.parse(readFileSync(told, 'utf8'));
  return { files: files.map((file: string) => basename(file)).filter((file: string) => file !== 'hook.cjs'), modules };
}

function fromSource(args: readonly string[]): {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
} {
  const written = { out: '', err: '' };
  const output = (to: 'out' | 'err'): Io['out'] => ({
    color: false,
    width: undefined,
    isTTY: false,
    write: (text) => {
      written[to] += text;
    },
  });
  const status = main(args, {
    ...disk,
    stdin: { read: () => new Uint8Array() },
    cwd: repository,
    env: { HOME: '/nowhere' },
    today: () => new Date().toISOString().slice(0, 10),
    elapsed: () => 0,
    out: output('out'),
    err: output('err'),
  });
  return { status, stdout: written.out, stderr: written.err };
}
