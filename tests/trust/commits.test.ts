import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { disk, type Io } from '../../src/io.ts';
import { byCodeUnit } from '../../src/text.ts';
import { GIT_ENV } from '../harness/history.ts';
import { type Ran, ranOnDisk } from '../harness/on-disk.ts';
import { type Entry, type Plumbing, plumbing } from '../harness/plumbing.ts';

const MIB = 2 ** 20;
const topic = (says: string): string => `topic: T\nclaims:\n  - { id: a, speaker: mayor, says: ${says} }\n`;

let one: Plumbing;

beforeEach(() => {
  one = plumbing();
  mkdirSync(`${one.folder}/claims`);
});

afterEach(() => one.remove());

describe('a commit', () => {
  test('of one large topic under many names is read in little memory', () => {
    const large = topic('One') + `# ${'x'.repeat(1000)}\n`.repeat(1000);
    const id = one.blob(large);
    const link = one.blob('large.yaml');
    const names = Array.from({ length: 20 }, (_, index) => `${index}.yaml`);
    ledger([
      ['100644', 'large.yaml', id],
      ...names.map((name): Entry => ['100644', `same-${name}`, id]),
      ...names.map((name): Entry => ['120000', `link-${name}`, link]),
    ]);
    one.write({ 'claims/large.yaml': large });
    const calls = callsOf(() => expect(removed()).toHaveLength(40));
    expect(Math.max(...calls.map(({ most }) => most))).toBeLessThan(33 * MIB);
    expect(calls.reduce((sum, { printed }) => sum + printed, 0)).toBeLessThan(2 * large.length);
  });

  test('of 200 topics is read by as many runs of git as one of a few', () => {
    const entries = (count: number): readonly Entry[] =>
      Array.from({ length: count }, (_, index) => ['100644', `${index}.yaml`, one.blob(topic(`This is ${index}`))]);
    const runs = [2, 200].map((count) => {
      ledger(entries(count));
      return callsOf(() => expect(removed()).toHaveLength(count)).length;
    });
    expect(runs[1]).toBe(runs[0]);
  });

  test('of more than is in memory at once is read whole', () => {
    const filled = (says: string): string => topic(says) + `# ${'x'.repeat(1000)}\n`.repeat(3000);
    const all = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    ledger(all.map((name) => ['100644', `${name}.yaml`, one.blob(filled(name))]));
    for (const name of all) one.write({ [`claims/${name}.yaml`]: filled(name === 'c' || name === 'g' ? 'New' : name) });
    expect(shown()).toMatchObject([
      { id: 'c', claims: [{ before: { says: 'c' }, after: { says: 'New' } }] },
      { id: 'g', claims: [{ before: { says: 'g' }, after: { says: 'New' } }] },
    ]);
  });

  test('with more than can be compared is refused', () => {
    ledger([['100644', 'a.yaml', one.blob(`topic: T\nquestions:\n${'- ask: a\n'.repeat(250_001)}`)]]);
    const { status, stdout, stderr } = run();
    expect([status, stdout, stderr]).toEqual([2, '', expect.stringContaining('too many to compare')]);
  });

  test.each([
    ['a name with a folder that has none', [['100644', 'a//b.yaml', '']]],
    ['a name that leads out', [['100644', '../b.yaml', '']]],
    ['a name from the root', [['100644', '/b.yaml', '']]],
    [
      'a name twice',
      [
        ['100644', 'b.yaml', ''],
        ['100644', 'b.yaml', ''],
      ],
    ],
  ] as const)('with %s is read', (_, entries) => {
    ledger([
      ['100644', 'sound.yaml', one.blob(topic('So'))],
      ...entries.map(([mode, name]): Entry => [mode, name, one.blob(topic('Odd'))]),
    ]);
    expect(removed()).toContain('sound');
  });

  test('with names of signs that a terminal obeys is read, and shown without them', () => {
    const names = ['a\nb.yaml', '\u001b[31m.yaml', '"\'`.yaml', '\t.yaml', '\u202e.yaml', '%s\\.yaml'];
    ledger(names.map((name) => ['100644', name, one.blob(topic('So'))]));
    expect([...removed()].sort()).toEqual(names.map((name) => name.slice(0, -'.yaml'.length)).sort());
    const { stdout } = run(['--format', 'pretty']);
    for (const sign of ['\u001b', '\t', '\u202e']) expect(stdout).not.toContain(sign);
  });

  test.each([
    ['empty', ''],
    ['with a file', topic('So')],
  ])('whose folders hold each other ten times over, %s, ends', (_, content) => {
    let tree = one.tree(content === '' ? [] : [['100644', 'a.yaml', one.blob(content)]]);
    for (let depth = 0; depth < 20; depth += 1) {
      const inner = tree;
      tree = one.tree('0123456789'.split('').map((name): Entry => ['40000', name, inner]));
    }
    one.commit(one.tree([['40000', 'claims', tree]]));
    expect(run()).toMatchObject({
      status: 2,
      stdout: '',
      stderr: 'claims: the ledger was too large then to be read\n',
    });
  });

  test('whose folders are in each other deeper than a disk takes them ends', () => {
    let tree = one.tree([['100644', 'a.yaml', one.blob(topic('So'))]]);
    for (let depth = 0; depth < 21; depth += 1) tree = one.tree([['40000', 'd'.repeat(200), tree]]);
    one.commit(one.tree([['40000', 'claims', tree]]));
    const stderr = 'claims: folders in the ledger were nested too deeply then to be read\n';
    expect(run()).toMatchObject({ status: 2, stdout: '', stderr });
  });

  test('is what its id stands for, whatever the clone puts in its place', () => {
    const [was, other] = ['One', 'Other'].map((says) =>
      one.commit(one.tree([['40000', 'claims', one.tree([['100644', 'a.yaml', one.blob(topic(says))]])]])),
    );
    one.git('update-ref', 'refs/heads/main', was ?? '');
    one.git('replace', was ?? '', other ?? '');
    expect(one.git('show', 'HEAD:claims/a.yaml')).toBe(topic('Other'));
    one.write({ 'claims/a.yaml': topic('One') });
    expect(shown()).toEqual([]);
  });

  test('has the parents that its id stands for', () => {
    const [first = '', last = ''] = ['2024-05-01', '2024-05-02'].map((day) =>
      one.commit(one.tree([['40000', 'claims', one.tree([['100644', 'a.yaml', one.blob(topic(day))]])]])),
    );
    writeFileSync(`${one.folder}/.git/info/grafts`, `${last} ${first}\n`);
    expect(one.git('rev-parse', 'HEAD~1').trim()).toBe(first);
    one.write({ 'claims/a.yaml': topic('One') });
    expect(run(['--since', 'HEAD~1'])).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('a link in a commit', () => {
  const SOUND = 'south/road.yaml';

  /** A ledger with a link, committed, and the same on the disk; `end` is the topic that it leads to. */
  const both = (target: string): void => {
    const hidden = one.blob(topic('Hidden'));
    const road = one.tree([['100644', 'road.yaml', one.blob(topic('So'))]]);
    ledger([
      ['100644', 'notes.txt', hidden],
      ['40000', '.hid', one.tree([['100644', 'x.yaml', hidden]])],
      ['40000', 'south', road],
      ['40000', 'road.yaml', road],
      ['120000', 'way', one.blob('south')],
      ['120000', '.way.yaml', one.blob('way/road.yaml')],
      ['120000', 'round.yaml', one.blob('round.yaml')],
      ['120000', 'led.yaml', one.blob(target)],
    ]);
    one.write({ 'claims/notes.txt': topic('Hidden'), 'claims/.hid/x.yaml': topic('Hidden') });
    one.write({ [`claims/${SOUND}`]: topic('So'), 'claims/road.yaml/road.yaml': topic('So') });
    symlinkSync('south', `${one.folder}/claims/way`);
    symlinkSync('way/road.yaml', `${one.folder}/claims/.way.yaml`);
    symlinkSync(target, `${one.folder}/claims/led.yaml`);
  };

  test.each([
    SOUND,
    './/south/../south/./road.yaml',
    'way/road.yaml',
    'way/../south/road.yaml',
    '.way.yaml',
    '../claims/south/road.yaml',
    'notes.txt',
    '.hid/x.yaml',
    '../other/x.yaml',
    '../../x.yaml',
    '/etc/hostname',
    'south',
    'road.yaml',
    'south/road.yaml/.',
    'nowhere.yaml',
    'round.yaml',
    'led.yaml',
    '..',
  ])('to %s counts as on the disk', (target) => {
    both(target);
    const isRead = ranOnDisk(['list', 'led'], one.folder).status === 0;
    one.write({ 'claims/led.yaml': undefined });
    expect(run().stdout).not.toContain('Hidden');
    expect(removed().includes('led')).toBe(isRead);
  });

  test('may be one of at most 40 on the way', () => {
    const chain = (length: number): readonly Entry[] =>
      Array.from({ length }, (_, index) => [
        '120000',
        `l${index}`,
        one.blob(index === 0 ? 'end.yaml' : `l${index - 1}`),
      ]);
    for (const [length, expected] of [
      [39, ['end', 'led']],
      [40, ['end']],
      [100, ['end']],
    ] as const) {
      const last: Entry = ['120000', 'led.yaml', one.blob(`l${length - 1}`)];
      ledger([...chain(length), ['100644', 'end.yaml', one.blob(topic('So'))], last]);
      expect(removed()).toEqual(expected);
    }
  });

  test('is not followed where it is longer than a path can be, and links without number are refused', () => {
    const end: Entry = ['100644', 'end.yaml', one.blob(topic('So'))];
    const long = one.blob(`${'./'.repeat(2000)}end.yaml`);
    ledger([
      end,
      ['120000', 'longer.yaml', one.blob(`${'./'.repeat(10 * MIB)}end.yaml`)],
      ['120000', 'long.yaml', long],
    ]);
    expect(removed()).toEqual(['end', 'long']);
    ledger([end, ...Array.from({ length: 300 }, (_, index): Entry => ['120000', `${index}.yaml`, long])]);
    expect(run()).toMatchObject({ status: 2, stderr: 'claims: the ledger had too many links then to be read\n' });
  });
});

test('a repository of a format that git does not know is told of as that', () => {
  ledger([]);
  writeFileSync(`${one.folder}/.git/config`, '[core]\n  repositoryformatversion = 99\n');
  const { status, stderr } = run();
  expect([status, stderr]).toEqual([2, expect.stringContaining('git could not open the repository (')]);
});

function ledger(entries: readonly Entry[]): void {
  // Git itself looks entries up in their order.
  const sorted = [...entries].sort(([, a], [, b]) => byCodeUnit(a, b));
  one.commit(one.tree([['40000', 'claims', one.tree(sorted)]]));
}

interface Changed {
  readonly id: string;
  readonly change: string;
}

function shown(git: Io['git'] = disk.git): readonly Changed[] {
  return JSON.parse(run([], git).stdout).topics;
}

let watched: Io['git'] = disk.git;

function removed(): readonly string[] {
  return shown(watched).flatMap(({ id, change }) => (change === 'removed' ? [id] : []));
}

/** The most bytes that each run of git might have printed, and how many it did. */
function callsOf(task: () => void): readonly { readonly most: number; readonly printed: number }[] {
  const calls: { readonly most: number; readonly printed: number }[] = [];
  watched = (call) => {
    const answer = disk.git(call);
    calls.push({ most: call.most, printed: 'failed' in answer ? 0 : answer.out.length });
    return answer;
  };
  try {
    task();
  } finally {
    watched = disk.git;
  }
  return calls;
}

function run(args: readonly string[] = [], git: Io['git'] = disk.git): Ran {
  const format = args.includes('--format') ? [] : ['--format', 'json'];
  return ranOnDisk(['changes', ...args, ...format], one.folder, { env: GIT_ENV, git });
}
