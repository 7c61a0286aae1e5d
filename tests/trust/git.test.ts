import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Io } from '../../src/io.ts';
import { GIT_ENV } from '../harness/history.ts';
import { type HostileClone, hostileClone } from '../harness/hostile-clone.ts';
import { type Ran, ranOnDisk } from '../harness/on-disk.ts';

const FILE = 'claims/bridge.yaml';
const topic = (says: string): string => `topic: T\nclaims:\n  - { id: a, speaker: mayor, says: ${says} }\n`;

let clone: HostileClone;

beforeAll(() => {
  clone = hostileClone(
    FILE,
    { day: '2024-05-01', files: { [FILE]: topic('One'), '.gitattributes': '*.yaml diff=own filter=own\n' } },
    { day: '2024-05-02', files: { [FILE]: topic('Two') } },
  );
});

afterAll(() => clone.remove());

describe('a clone whose settings name programs', () => {
  test('has them run by a git that is not told otherwise', () => {
    // Of a file that seems not to have changed git reads nothing, and has nothing filtered.
    utimesSync(`${clone.folder}/${FILE}`, 0, 0);
    // Older versions of git fetch what a partial clone lacks whenever it is asked for.
    for (const args of [['status'], ['show', `HEAD~1:${FILE}`]]) {
      const env = { ...GIT_ENV, GIT_NO_LAZY_FETCH: '0' };
      spawnSync('git', args, { cwd: clone.folder, env, stdio: 'pipe' });
    }
    expect(clone.ran()).toEqual(expect.arrayContaining(['core.fsmonitor', 'filter.own.process', 'remote.origin.url']));
  });

  test.each(['HEAD', 'HEAD~1', '2024-05-02', 'HEAD@{0}', ':/What', `:0:${FILE}`, `HEAD:${FILE}`, '--exec=x'])(
    'has none run for what it was since %s',
    (since) => {
      changes([`--since=${since}`]);
      expect(clone.ran()).toEqual([]);
    },
  );

  test('has none run by versions of git that know no other way to forbid that files are fetched', () => {
    const bin = `${clone.folder}/.git/bin`;
    mkdirSync(bin);
    writeFileSync(`${bin}/git`, '#!/bin/sh\nunset GIT_NO_LAZY_FETCH\nPATH=${PATH#*:} exec git "$@"\n', { mode: 0o755 });
    changes(['--since', 'HEAD~1'], { PATH: `${bin}:${GIT_ENV.PATH}` });
    expect(clone.ran()).toEqual([]);
  });

  test('and that lacks a file is not taken for one that never had it', () => {
    expect(changes(['--since', 'HEAD~1'])).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('a ledger that poses as a repository', () => {
  // Such a folder comes with a pull request, settings and all; no `.git` does.
  test('is not asked how it was', () => {
    const pose = `${clone.folder}/pose`;
    for (const folder of ['objects', 'refs']) mkdirSync(`${pose}/${folder}`, { recursive: true });
    writeFileSync(`${pose}/HEAD`, 'ref: refs/heads/main\n');
    writeFileSync(`${pose}/config`, '[core]\n  bare = false\n  worktree = .\n  repositoryformatversion = 0\n');
    writeFileSync(`${pose}/topic.yaml`, topic('One'));
    const asked = execFileSync('git', ['rev-parse', '--show-toplevel'], { cwd: pose, env: GIT_ENV, encoding: 'utf8' });
    expect(asked.trim()).toBe(pose);
    const { status, stderr } = changes(['--ledger', 'pose']);
    expect([status, stderr]).toEqual([
      2,
      'claims: the ledger `pose` is in no git repository, and git is what knows how it was\n',
    ]);
  });
});

function changes(args: readonly string[], env: Io['env'] = {}): Ran {
  return ranOnDisk(['changes', ...args], clone.folder, { env: { ...GIT_ENV, ...env } });
}
