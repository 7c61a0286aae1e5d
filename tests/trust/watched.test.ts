import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { GIT_ENV } from '../harness/history.ts';
import { COMMAND, type Watched, watched } from '../harness/watched.ts';

const root = COMMAND.replace(/\/bin\/claims\.js$/u, '');
const folder = realpathSync(mkdtempSync(`${tmpdir()}/claims-trust-`));
const desk = `${folder}/desk/inner`;
const ledger = `${folder}/desk/claims`;
const home = `${folder}/home`;
const env = { ...GIT_ENV, HOME: home };

const TOPIC = `topic: A bridge
questions:
  - ask: Is it open?
    claims:
      - { id: a, speaker: Mayor, date: 2024-05-01, says: It is open, answer: yes, source: https://example.org/a }
      - { id: b, speaker: Guard, date: 2024-05-01, says: It is shut, answer: no, source: https://example.org/b }
`;

/** Every command as it is used; what it may write to is beside it, below the folder of the desk. */
const LINES: readonly (readonly [line: string, writes: readonly RegExp[]])[] = [
  ['--version', []],
  ['--help', []],
  ['list', []],
  ['list bridge --format csv', []],
  ['topics', []],
  ['diff bridge', []],
  ['contradictions', []],
  ['why bridge#a bridge#b', []],
  ['show bridge#a', []],
  ['timeline bridge', []],
  ['check --format sarif', []],
  ['explain undated', []],
  ['export bridge', []],
  ['export bridge --format html', []],
  ['schema', []],
  ['completion bash', []],
  ['__complete list br', []],
  ['changes', []],
  ['import sheet.csv bridge', []],
  ['fmt --diff', []],
  ['check --fix --dry-run', []],
  ['add bridge --speaker Mayor --says So --dry-run', []],
  ['export bridge --format markdown -o brief.md', [/^inner\/brief\.md(?:\.lock|\.[\w-]+\.tmp)?$/u]],
  ['export --format html --all -o pages', [/^inner\/pages(?:\/[\w-]+\.html(?:\.lock|\.[\w-]+\.tmp)?)?$/u]],
  ['import sheet.csv bridge --write', [/^claims(?:\/bridge\.yaml(?:\.lock|\.[\w-]+\.tmp)?)?$/u]],
  ['add bridge --speaker Mayor --says So', [/^claims\/bridge\.yaml(?:\.lock|\.[\w-]+\.tmp)?$/u]],
  ['fmt', [/^claims\/[\w-]+\.yaml(?:\.lock|\.[\w-]+\.tmp)?$/u]],
  ['check --fix', [/^claims\/[\w-]+\.yaml(?:\.lock|\.[\w-]+\.tmp)?$/u]],
  ['init new', [/^inner\/new(?:\/(?:claims|schema)(?:\/[\w.-]+)?)?$/u]],
];

beforeAll(() => {
  for (const path of [desk, ledger, `${ledger}/.kept`, home]) mkdirSync(path, { recursive: true });
  const secrets = [
    'desk/.env',
    'desk/inner/.claimsrc',
    'desk/inner/package.json',
    'desk/claims/.kept/x.yaml',
    'home/x.yaml',
  ];
  for (const path of secrets) writeFileSync(`${folder}/${path}`, '{}');
  writeFileSync(`${ledger}/bridge.yaml`, TOPIC);
  writeFileSync(`${ledger}/slips.yaml`, TOPIC.replace('answer: no', 'answr: no').replace('speaker', '"speaker"'));
  writeFileSync(`${desk}/sheet.csv`, 'speaker,says\nMayor,It rains\n');
  symlinkSync('../../home/x.yaml', `${ledger}/led.yaml`);
  for (const args of [
    ['init', '--quiet'],
    ['add', '.'],
    ['-c', 'user.name=A', '-c', 'user.email=a@b', 'commit', '--quiet', '-m', 'One'],
  ]) {
    execFileSync('git', args, { cwd: `${folder}/desk`, env });
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every command is watched', () => {
  const used = new Set(LINES.map(([line]) => line.split(' ')[0]));
  expect(Object.keys(commands).filter((name) => !used.has(name))).toEqual([]);
});

describe('the built command', () => {
  test.each(LINES)(
    '%s',
    (line, writes) => {
      const run = watched(line.split(' '), desk, env);
      expect([run.status, run.stderr]).toEqual([expect.toBeOneOf([0, 1, 2]), expect.not.stringContaining('bug')]);
      expect({ far: run.reached, away: strays(run), written: unasked(run, writes) }).toEqual({
        far: [],
        away: [],
        written: [],
      });
      expect(run.started.filter((call) => line !== 'changes' || !isQuietGit(call))).toEqual([]);
      if (line === 'changes') expect(run.started.length).toBeGreaterThan(3);
      if (writes.length > 0) expect(run.written.length).toBeGreaterThan(0);
    },
    30_000,
  );

  test('would be caught by the watch', () => {
    const spy = `${folder}/spy.cjs`;
    writeFileSync(
      spy,
      `require('node:fs').readFileSync('/etc/hostname');
      require('node:fs').writeFileSync(${JSON.stringify(`${folder}/spied`)}, '');
      require('node:child_process').execFileSync('true', []);
      try { require('node:http').get('http://127.0.0.1:9'); } catch {}`,
    );
    const run = watched(['--version'], desk, env, spy);
    expect(strays(run)).toEqual(['/etc/hostname', spy]);
    expect(unasked(run, [])).toEqual([`${folder}/spied`]);
    expect(run.started).toEqual(['["true"]']);
    expect(run.reached).toEqual(['connect', 'node:http']);
  });
});

// What the system itself sees, where there is a program to ask it; the check of every change brings it along.
describe.skipIf(spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']).status !== 0)('seen by the system', () => {
  const idle = (): Traced => traced(['-e', '0']);

  test.each([
    ['list', 0],
    ['check --format json', 1],
    ['export bridge --format html', 0],
    ['changes', 0],
    ['add bridge --speaker Mayor --says Again', 0],
  ])(
    '%s',
    (line, status) => {
      const [bare, run] = [idle(), traced([COMMAND, ...line.split(' ')])];
      expect([run.status, run.network]).toEqual([status, bare.network]);
      const programs = run.programs.filter((program) => !bare.programs.includes(program));
      expect(programs.filter((program) => line !== 'changes' || !program.endsWith('/git'))).toEqual([]);
      const written = run.written.filter((path) => !bare.written.includes(path) && path !== '/dev/null');
      const to = /\/claims(?:\/bridge\.yaml(?:\.lock|\.[\w-]+\.tmp)?)?$/u;
      expect(written.filter((path) => !(line.startsWith('add') && to.test(path)))).toEqual([]);
      expect(written.length > 0).toBe(line.startsWith('add'));
      const own = new RegExp(`^(?:${root}/|${ledger}(?:/[\\w.-]+)?$)|${OF_NODE.source}`, 'u');
      const strays = run.opened.filter((path) => !bare.opened.includes(path) && !own.test(path));
      expect(line === 'changes' ? [] : strays).toEqual([]);
    },
    60_000,
  );
});

// Node itself, and what it asks of the machine: how much memory there is, and the time zone.
const OF_NODE = /\/node$|^\/(?:proc|sys)\/|^\/etc\/localtime$|\/zoneinfo\//u;

interface Traced {
  readonly status: number | null;
  readonly network: readonly string[];
  readonly programs: readonly string[];
  readonly opened: readonly string[];
  readonly written: readonly string[];
}

/** Runs Node with the system's calls written down: those for networks, for programs and for files that are opened. */
function traced(args: readonly string[]): Traced {
  const told = `${folder}/trace`;
  const calls =
    'trace=%network,execve,open,openat,creat,rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat';
  const { status } = spawnSync('strace', ['-f', '-qq', '-e', calls, '-o', told, process.execPath, ...args], {
    cwd: desk,
    env,
    input: '',
  });
  const lines = readFileSync(told, 'utf8')
    .split('\n')
    .filter((line) => !line.includes(' = -1 '));
  const named = (calls: RegExp): readonly string[] =>
    lines
      .filter((line) => calls.test(line))
      .flatMap((line) => [...line.matchAll(/"([^"]*)"/gu)].slice(0, 2).flatMap(([, path = '']) => path));
  return {
    status,
    network: lines
      .filter((line) => /^\d+ +(?:socket|connect|bind|listen|sendto|accept4?)\(/u.test(line))
      .map((line) => line.replace(/^\d+ +/u, '')),
    programs: named(/ execve\(/u).filter((path) => path.startsWith('/')),
    opened: named(/ open(?:at)?\([^)]*O_RDONLY/u),
    written: named(/ (?:creat|rename|link|unlink|mkdir)\w*\(| open(?:at)?\([^)]*O_(?:WRONLY|RDWR)/u),
  };
}

/** The paths that a command has no reason to look at. */
function strays({ read }: Watched): readonly string[] {
  const upward = [desk, dirname(desk), folder, tmpdir(), '/'].map((path) => join(path, 'claims'));
  // A folder is opened so that the name of a new file in it is on the disk as well.
  const own = [COMMAND, '/dev/null', desk, ...upward];
  return read.filter((path) => {
    if (own.includes(path) || join(path) === join(root, 'package.json')) return false;
    if (join(path).startsWith(join(root, 'dist/'))) return false;
    if (path.startsWith(`${desk}/`)) return /\.claimsrc$|package\.json$/u.test(path);
    return (
      !new RegExp(`^${ledger}/[\\w-]+\\.ya?ml(?:\\.lock|\\.[\\w-]+\\.tmp)?$`, 'u').test(path) &&
      !/^\/.*\/home\/(?:Library\/Caches|\.cache)$/u.test(path)
    );
  });
}

function unasked({ written }: Watched, writes: readonly RegExp[]): readonly string[] {
  return written.filter((path) => !writes.some((one) => one.test(join(path).replace(`${folder}/desk/`, ''))));
}

// No shell; the settings of the clone come to nothing, whatever is asked.
function isQuietGit(call: string): boolean {
  const [program, ...args] = JSON.parse(call) as readonly string[];
  const verb = args.slice(8)[0] ?? '';
  const settings = ['-c', 'core.fsmonitor=', '-c', 'core.hooksPath=/dev/null', '-c', 'safe.bareRepository=explicit'];
  return (
    program === 'git' &&
    args.slice(0, 8).join(' ') === ['--no-pager', '--no-optional-locks', ...settings].join(' ') &&
    ['rev-parse', 'rev-list', 'cat-file', 'ls-tree'].includes(verb) &&
    !args.some((arg) => /^--(?:textconv|filters|ext-diff|show-signature)/u.test(arg)) &&
    !args.includes('in a shell')
  );
}
