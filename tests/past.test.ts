import { readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { disk, type Io } from '../src/io.ts';
import { type Commit, GIT_ENV, type History, history } from './harness/history.ts';
import { type Ran, ranOnDisk } from './harness/on-disk.ts';

const made: History[] = [];

afterEach(() => {
  for (const one of made.splice(0)) one.remove();
});

function repository(...commits: readonly Commit[]): History {
  const one = history(...commits);
  made.push(one);
  return one;
}

/** A topic with one claim for each id. */
function topic(...ids: readonly string[]): string {
  const claims = ids.map((id) => `  - { id: ${id}, speaker: Mayor, says: This is ${id} }\n`);
  return `topic: The bridge\nclaims:\n${claims.join('')}`;
}

const FILE = 'claims/bridge.yaml';

function threeDays(): History {
  return repository(
    { day: '2024-05-01', files: { 'README.md': 'A desk\n' } },
    { day: '2024-05-02', files: { [FILE]: topic('a') } },
    { day: '2024-05-03', files: { [FILE]: topic('a', 'b') } },
  );
}

describe('since', () => {
  test('the last commit, when nothing else is said', () => {
    const { folder, write } = threeDays();
    expect(gained(folder)).toEqual([]);
    write({ [FILE]: topic('a', 'b', 'c') });
    expect(gained(folder)).toEqual(['new c']);
  });

  test.each([
    ['HEAD~1', ['new b']],
    ['v1', ['new b']],
    ['main~2', ['new a', 'new b']],
    [':/2024-05-02', ['new b']],
    ['2024-05-03', ['new b']],
    ['2024-05-04', []],
    ['2024-05-02', ['new a', 'new b']],
    ['2024-05-03T12:00Z', ['new b']],
    ['2024-05-03T12:01Z', []],
    ['2024-05-03T14:01+02:00', []],
    ['2024-05', ['new a', 'new b']],
    ['1950-01-01', ['new a', 'new b']],
    ['2999-01-01', []],
    // A branch of that name is meant by its whole name alone.
    ['2024-05-01', ['new a', 'new b']],
    ['heads/2024-05-01', []],
  ])('%s', (since, expected) => {
    const { folder, git } = threeDays();
    git('tag', 'v1', 'HEAD~1');
    git('branch', '2024-05-01');
    for (const TZ of ['UTC', 'Pacific/Kiritimati', 'Pacific/Niue']) {
      expect(gained(folder, ['--since', since], { TZ })).toEqual(expected);
    }
  });

  test('a day, on the way of first parents alone', () => {
    const { folder, git, commit } = threeDays();
    git('checkout', '--quiet', '-b', 'side', 'HEAD~1');
    commit({ day: '2024-05-04', files: { 'claims/quay.yaml': topic('q') } });
    git('checkout', '--quiet', 'main');
    git('merge', '--quiet', '--no-edit', 'side');
    expect(gained(folder, ['--since', '2024-05-05', 'quay'])).toEqual(['new q']);
  });

  test.each([
    ['nowhere', 'there is no commit `nowhere` in the repository'],
    ['-x', 'there is no commit `-x` in the repository'],
    ['--output=x', 'there is no commit `--output=x` in the repository'],
    ['HEAD:claims', 'there is no commit `HEAD:claims` in the repository'],
    ['HEAD~1..HEAD', 'there is no commit `HEAD~1..HEAD` in the repository'],
    ['2024-13-01', 'there is no commit `2024-13-01` in the repository'],
  ])('%s is refused', (since, message) => {
    const { folder } = threeDays();
    expect(run(folder, [`--since=${since}`])).toMatchObject({ status: 2, stderr: `claims: ${message}\n` });
    expect(readdirSync(folder)).not.toContain('x');
  });
});

describe('the repository', () => {
  test('is that of the ledger, from any folder and whatever is set for git', () => {
    const { folder, write } = threeDays();
    write({ [FILE]: topic('a'), 'sub/deep/x': '' });
    const expected = ['removed b'];
    expect(gained(`${folder}/sub/deep`)).toEqual(expected);
    expect(gained(`${folder}/claims`)).toEqual(expected);
    expect(gained('/', ['--ledger', `${folder}/claims`])).toEqual(expected);
    for (const named of ['claims/', './claims//', 'sub/../claims']) {
      expect(gained(folder, ['--ledger', named])).toEqual(expected);
    }
    expect(gained(folder, ['--ledger', FILE])).toEqual(expected);
    const env = { GIT_DIR: '/nowhere', GIT_WORK_TREE: '/', GIT_INDEX_FILE: '/nowhere', LC_ALL: 'de_DE.UTF-8' };
    expect(gained(folder, [], env)).toEqual(expected);
  });

  test('has a file that is named and is no YAML', () => {
    const { folder, write } = repository({ day: '2024-05-01', files: { 'claims/bridge.txt': topic('a') } });
    write({ 'claims/bridge.txt': topic('a', 'b') });
    expect(gained(folder, ['--ledger', 'claims/bridge.txt'])).toEqual(['new b']);
  });

  test('may be a worktree, or have the ledger at its top', () => {
    const { folder, git, write } = threeDays();
    git('worktree', 'add', '--quiet', `${folder}/other`, 'HEAD~1');
    write({ [`other/${FILE}`]: topic('w') });
    expect(gained(`${folder}/other`)).toEqual(['new w', 'removed a']);
    const top = repository({ day: '2024-05-01', files: { 'bridge.yaml': topic('a') } });
    top.write({ 'bridge.yaml': topic('a', 'b') });
    expect(gained(top.folder, ['--ledger', '.'])).toEqual(['new b']);
  });

  test('is not written to', () => {
    const { folder } = threeDays();
    const before = snapshot(`${folder}/.git`);
    run(folder, ['--since', '2024-05-02']);
    expect(snapshot(`${folder}/.git`)).toEqual(before);
  });

  test('without a commit has nothing to hold against', () => {
    const { folder, write } = repository();
    write({ [FILE]: topic('a') });
    expect(gained(folder)).toEqual(['new a']);
    expect(gained(folder, ['--since', '2024-05-01'])).toEqual(['new a']);
    expect(run(folder, ['--since', 'main']).status).toBe(2);
  });

  test('that is shallow says where it ends', () => {
    const { folder } = threeDays();
    const { folder: other, git } = repository();
    git('clone', '--quiet', '--depth', '2', `file://${folder}`, 'clone');
    const clone = `${other}/clone`;
    expect(gained(clone, ['--since', '2024-05-03'])).toEqual(['new b']);
    const early = 'this clone is shallow and does not reach back to 2024-05-02; `git fetch --unshallow` gets the rest';
    expect(run(clone, ['--since', '2024-05-02']).stderr).toBe(`claims: ${early}\n`);
    expect(run(clone, ['--since', 'HEAD~2']).stderr).toContain('`git fetch --unshallow` gets the rest');
  });

  test('that is partial says what it lacks, and fetches nothing', () => {
    const { folder, git } = threeDays();
    git('config', 'uploadpack.allowFilter', 'true');
    const { folder: other, git: gitThere } = repository();
    gitThere('clone', '--quiet', '--filter=blob:none', `file://${folder}`, 'clone');
    const before = snapshot(`${other}/clone/.git`);
    const lacking = 'this clone is partial and lacks files of that commit; checking it out once gets them';
    expect(run(`${other}/clone`, ['--since', 'HEAD~1'])).toMatchObject({ status: 2, stderr: `claims: ${lacking}\n` });
    expect(snapshot(`${other}/clone/.git`)).toEqual(before);
    expect(gained(`${other}/clone`)).toEqual([]);
  });

  test('is asked for in one sentence where there is none, or none that is trusted', () => {
    const { folder, write } = repository();
    write({ [FILE]: topic('a') });
    rmSync(`${folder}/.git`, { recursive: true });
    const none = 'the ledger `claims` is in no git repository, and git is what knows how it was';
    expect(run(folder, [])).toMatchObject({ status: 2, stderr: `claims: ${none}\n` });
    const err = "fatal: detected dubious ownership in repository at '/srv/desk'\nTo add an exception …\n";
    const distrust = run(folder, [], {}, () => ({ code: 128, out: new Uint8Array(), err }));
    expect(distrust).toMatchObject({ status: 2, stderr: expect.stringContaining('does not trust') });
    expect(distrust.stderr).toContain("git config --global --add safe.directory '/srv/desk'\n");
    for (const failed of ['missing', 'too-slow', 'too-large', 'not-run'] as const) {
      expect(run(folder, [], {}, () => ({ failed }))).toMatchObject({ status: 2, stdout: '' });
    }
  });
});

describe('the ledger at a commit', () => {
  test('may not have been there', () => {
    const { folder } = threeDays();
    const { stdout } = run(folder, ['--since', 'HEAD~2', '--format', 'pretty']);
    expect(stdout.replace(/\s+/gu, ' ')).toContain('the ledger was not there yet, so that everything is new');
  });

  test('has its shared file, and only what is a topic', () => {
    const files = {
      [FILE]: 'topic: T\nclaims:\n  - { id: a, speaker: mayor, says: So }\n',
      'claims/.b.yaml': '-',
      'claims/x.md': '-',
    };
    const shared = (party: string): string => `speakers: { mayor: { name: The mayor, party: ${party} } }\n`;
    const { folder, write } = repository({
      day: '2024-05-01',
      files: { ...files, 'claims/_shared.yaml': shared('Town') },
    });
    write({ 'claims/_shared.yaml': shared('Port') });
    expect(told(folder).flatMap(({ speakers }) => speakers)).toEqual([
      { change: 'changed', id: 'mayor', keys: [{ key: 'party', before: 'Town', after: 'Port' }] },
    ]);
  });

  test('may have had links, which lead to no file but of the ledger', () => {
    const files = { 'out.yaml': topic('a'), 'claims/old/bridge.yaml': topic('a') };
    const { folder, commit, write } = repository({ day: '2024-05-01', files });
    symlinkSync('old/bridge.yaml', `${folder}/${FILE}`);
    symlinkSync('../out.yaml', `${folder}/claims/near.yaml`);
    symlinkSync('/etc/hostname', `${folder}/claims/far.yaml`);
    symlinkSync('nowhere', `${folder}/claims/loose.yaml`);
    commit({ day: '2024-05-02', files: {} });
    write({ 'claims/old/bridge.yaml': topic('a', 'b'), 'out.yaml': topic('a', 'b') });
    expect(gained(folder, ['bridge'])).toEqual(['new b']);
    expect(run(folder, ['bridge']).stderr).toBe('');
    expect(gained(folder, ['near', 'far'])).toEqual([]);
  });

  test('is no older one for a file that has become a link out of it', () => {
    const { folder } = repository({ day: '2024-05-01', files: { [FILE]: topic('a') } });
    rmSync(`${folder}/${FILE}`);
    writeFileSync(`${folder}/out.yaml`, topic('a', 'b'));
    symlinkSync('../out.yaml', `${folder}/${FILE}`);
    const { status, stdout, stderr } = run(folder, ['--exit-code', '--format', 'pretty']);
    expect(stdout).toContain('`bridge` cannot be read now; `claims check` says why: what it gained is not\nknown');
    expect([status, stderr]).toEqual([2, expect.stringContaining('a file cannot be read')]);
  });

  test('may have had what cannot be read: then it is not known what is new', () => {
    const { folder, write } = repository({ day: '2024-05-01', files: { [FILE]: new Uint8Array([0xff, 0xfe]) } });
    write({ [FILE]: topic('a') });
    const { status, stdout, stderr } = run(folder, ['--format', 'pretty']);
    expect([status, stdout.split('\n')[2]]).toEqual([
      0,
      '`bridge` could not be read then: what it gained is not known',
    ]);
    expect(stderr).toBe('claims: 1 fault in the ledger then; what could not be read is left out\n');
  });

  test('may have a submodule in it, which is a ledger of its own', () => {
    const { folder: inner } = threeDays();
    const { folder, git } = repository({ day: '2024-05-01', files: { [FILE]: topic('a') } });
    git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner, 'claims/sub');
    git('commit', '--quiet', '-m', 'Add it');
    expect(run(folder, []).stderr).toBe('claims: `sub` in the ledger is a submodule; name its folder with --ledger\n');
    expect(gained(folder, ['--ledger', 'claims/sub/claims', '--since', 'HEAD~1'])).toEqual(['new b']);
  });

  test('may have topics that are gone', () => {
    const { folder, write } = repository({
      day: '2024-05-01',
      files: { [FILE]: topic('a'), 'claims/quay.yaml': 'topic: Q\n' },
    });
    write({ [FILE]: undefined });
    expect(gained(folder, ['bridge'])).toEqual(['removed a']);
    write({ 'claims/quay.yaml': undefined });
    expect(gained(folder, ['bri'])).toEqual(['removed a']);
  });
});

test('--exit-code tells of a contradiction that is open now and was not', () => {
  const claims = (answer: string): string =>
    `topic: T\nquestions:\n  - ask: So?\n    claims:\n      - { id: a, speaker: A, date: 2024-05-01, says: So, answer: yes }\n      - { id: b, speaker: B, date: 2024-05-01, says: No, answer: ${answer} }\n`;
  const { folder, write, commit } = repository({ day: '2024-05-01', files: { [FILE]: claims('yes') } });
  write({ [FILE]: claims('no') });
  expect([run(folder, []).status, run(folder, ['--exit-code']).status]).toEqual([0, 1]);
  commit({ day: '2024-05-02', files: {} });
  expect(run(folder, ['--exit-code']).status).toBe(0);
});

interface Topic {
  readonly claims: readonly { readonly change: string; readonly id: string }[];
  readonly speakers: readonly unknown[];
}

function gained(cwd: string, args: readonly string[] = [], env: Io['env'] = {}): readonly string[] {
  return told(cwd, args, env).flatMap(({ claims }) => claims.map(({ change, id }) => `${change} ${id}`));
}

function told(cwd: string, args: readonly string[] = [], env: Io['env'] = {}): readonly Topic[] {
  const { stdout, stderr, status } = run(cwd, args, env);
  expect({ status, faults: stderr.replace(/^claims: \d+ faults? in .*\n/gmu, '') }).toEqual({ status: 0, faults: '' });
  return JSON.parse(stdout).topics;
}

function run(cwd: string, args: readonly string[], env: Io['env'] = {}, git: Io['git'] = disk.git): Ran {
  const format = args.includes('--format') ? [] : ['--format', 'json'];
  return ranOnDisk(['changes', ...args, ...format], cwd, { env: { ...GIT_ENV, ...env }, git });
}

/** Every file below a folder with what it holds and when it was written. */
function snapshot(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return names.map((name) => {
    const stat = statSync(`${folder}/${name}`);
    const content = stat.isFile() ? readFileSync(`${folder}/${name}`, 'latin1') : '';
    return `${name} ${stat.mtimeMs} ${content}`;
  });
}
