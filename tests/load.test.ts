import { describe, expect, test } from 'vitest';
import { diagnose } from '../src/ledger/diagnose.ts';
import { claimsOf, type Topic } from '../src/ledger/model.ts';
import { readEntity } from '../src/ledger/read-file.ts';
import { load, topicAt } from '../src/load.ts';
import { main } from '../src/main.ts';
import { memoryIo } from './harness/memory.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

const UTF16 = new Uint8Array([0xff, 0xfe, 0x74, 0]);
const SOUND = 'topic: Bridge\nclaims:\n  - { speaker: mayor, says: It is safe, date: 2026-01-16 }\n';

test('a question may have more claims than a call has arguments', () => {
  const { io } = desk({ 'a.yaml': 'topic: T\nquestions: [{ ask: Is it?, claims: [{ speaker: a, says: b }] }]\n' });
  const [topic] = load(io, undefined).ledger.topics;
  const questions = topic?.questions.map((one) => ({ ...one, claims: Array(200_000).fill(one.claims[0]) }));
  expect(claimsOf({ ...topic, questions } as Topic)).toHaveLength(200_000);
});

test('many findings in one line do not each keep all of it', () => {
  const line = `{ topic: x, ${Array.from({ length: 900 }, (_, at) => `k${at}: ${'word '.repeat(200)}`).join(', ')}}`;
  const file = 'claims/a.yaml';
  const found = diagnose(readEntity({ path: file, text: line }, 'topic').findings, new Map([[file, line]]));
  expect(found).toHaveLength(900);
  expect(found.reduce((sum, { excerpt }) => sum + (excerpt?.text.length ?? 0), 0)).toBeLessThan(10_000_000);
  const meant = found.map(({ excerpt, start, end }) => {
    const from = excerpt?.from ?? 0;
    return excerpt?.text.slice(start.column - 1 - from, end.column - 1 - from);
  });
  expect(meant).toEqual(Array.from({ length: 900 }, (_, at) => `k${at}`));
  const { io, stdout } = memoryIo({ files: { '/desk/claims/a.yaml': line }, cwd: '/desk', width: 60 });
  expect(main(['check'], io)).toBe(1);
  expect(stdout()).toMatch(/ {2}1 \| …[^\n]*, k899: word[^\n]*…\n {4}\| +\^{4}\n/u);
});

test('many findings in one file are placed in one pass', () => {
  const sound = '- { speaker: mayor, date: 2025-01-01, says: It is safe, source: https://example.org }\n'.repeat(
    59_000,
  );
  const lacking = '- { speaker: mayor, says: It is safe }\n'.repeat(1_000);
  const content = `topic: T\nclaims:\n${sound}${lacking}`;
  const { status, stdout } = run({ 'claims.yaml': content }, 'check', '--format', 'compact');
  expect(status).toBe(0);
  expect(stdout).toContain('claims/claims.yaml:60002:3: warning: ');
});

// What a shared file would say of a speaker is not known while it cannot be read.
test.each<[string, Files, boolean]>([
  ['is not there', {}, true],
  ['is sound', { '_shared.yaml': 'speakers: { clerk: { name: The Clerk } }\n' }, true],
  ['has a fault in one entry', { '_shared.yaml': 'speakers: { clerk: { nam: The Clerk } }\n' }, true],
  ['has a syntax fault', { '_shared.yml': 'speakers: "\n' }, false],
  ['is in another encoding', { '_shared.yaml': UTF16 }, false],
  ['is a folder', { '_shared.yaml/a.txt': '' }, false],
])('a speaker of no entry where the shared file %s', (_, files, sound) => {
  const { io } = desk({ 'bridge.yaml': SOUND, ...files });
  const [topic] = load(io, undefined).ledger.topics;
  expect(topic?.speakers.map((speaker) => speaker.sound)).toEqual([sound]);
});

describe('check ends with', () => {
  const shared = { '_shared.yaml': 'speakers: {}\n' };
  const files = { 'bridge.yaml': SOUND, 'enc.yaml': UTF16, 'cut.yaml': 'topic: "\n' };

  test.each<[number, string, Files, readonly string[]]>([
    [0, 'a sound topic', { ...files, ...shared }, ['bridge']],
    [1, 'a sound topic beside a shared file that cannot be decoded', { ...files, '_shared.yaml': UTF16 }, ['bridge']],
    [1, 'a syntax fault', { ...files, ...shared }, ['cut']],
    [1, 'a syntax fault, and nothing else read', files, ['cut']],
    [1, 'one of two topics read', files, ['enc', 'bridge']],
    [2, 'a topic that cannot be decoded', files, ['enc']],
    [2, 'a topic that cannot be decoded beside a sound shared file', { ...files, ...shared }, ['enc']],
    [2, 'a topic that is a folder', { 'bridge.yaml/a.txt': '', ...shared }, ['bridge']],
  ])('%i on %s', (status, _, ledger, topics) => {
    expect(run(ledger, 'check', ...topics, '--skip', 'future-date').status).toBe(status);
  });
});

describe('a topic may be named by its file', () => {
  const files = { 'bridge.yaml': SOUND, 'north/bridge.yml': SOUND, 'north/bridge.yaml': SOUND, '_shared.yaml': '' };

  test.each([
    ['claims/bridge.yaml', 'bridge'],
    ['./claims/north/../bridge.yaml', 'bridge'],
    ['/desk/claims/north/bridge.yaml', 'north/bridge'],
    ['claims/north/bridge.yml', 'north/bridge'],
  ])('%s', (path, id) => {
    const { io } = desk(files);
    expect(load(io, undefined, [path]).ledger.topics.map((topic) => topic.id)).toEqual([id]);
    expect(topicAt(io, undefined, path)).toBe(id);
  });

  test.each([
    ['claims/_shared.yaml', '`claims/_shared.yaml` is no topic: it serves all of them; leave it out to read them all'],
    ['claims/brigde.yaml', 'there is no topic `claims/brigde.yaml`; there are `bridge`, `north/bridge`'],
  ])('%s is refused', (path, message) => {
    const { io } = desk(files);
    expect(() => load(io, undefined, [path])).toThrow(message);
  });

  test('but not by one outside the ledger', () => {
    const { io } = desk(files);
    expect(() => load(io, 'claims/north', ['claims/bridge.yaml'])).toThrow(
      '`claims/bridge.yaml` is not in the ledger `claims/north`; name its ledger with --ledger',
    );
  });

  test('an id that ends like a file is the id', () => {
    const { io } = desk({ 'a.yaml.yaml': SOUND, 'a.yaml': SOUND });
    expect(load(io, undefined, ['a.yaml']).ledger.topics.map((topic) => topic.id)).toEqual(['a.yaml']);
  });
});

describe('a topic named by its id', () => {
  const files = {
    'bridge.yaml': SOUND,
    'north/bridge.yml': SOUND,
    'north/road.yaml': SOUND,
    'north/road.yml': SOUND,
    '.old/bridge.yaml': SOUND,
    'x.yaml/bridge.yaml': SOUND,
    '_shared.yaml': 'speakers: {}',
  };

  test.each([
    [['diff', 'bridge'], ['bridge.yaml']],
    [['timeline', 'north/bridge'], ['north/bridge.yml']],
    [
      ['list', 'bridge', 'north/bridge', 'bridge'],
      ['bridge.yaml', 'north/bridge.yml'],
    ],
    [['check', 'north/road'], ['north/road.yaml']],
    [['show', 'bridge#mayor-2026-01-16'], ['bridge.yaml']],
    [
      ['why', 'bridge#mayor-2026-01-16', 'north/bridge#mayor-2026-01-16'],
      ['bridge.yaml', 'north/bridge.yml'],
    ],
    [['fmt', '--check', 'north/bridge'], ['north/bridge.yml']],
    [['export', 'bridge'], ['bridge.yaml']],
  ])('in %j has its own files read and no folder looked through', (args, paths) => {
    const { io } = desk(files);
    const read: string[] = [];
    const watched = {
      ...io,
      list: (folder: string) => {
        throw new Error(`${folder} is looked through`);
      },
      read: (path: string, limit: number) => {
        if (!read.includes(path)) read.push(path);
        return io.read(path, limit);
      },
    };
    expect(main(args, watched)).toBeLessThan(2);
    const own = read.map((path) => path.replace('/desk/claims/', '')).filter((path) => path !== '_shared.yaml');
    expect(own).toEqual(paths);
  });

  test('has a twin told', () => {
    const { io } = desk(files);
    const whole = load(io, undefined).findings.filter(({ code }) => code === 'duplicate-topic');
    expect(whole).toHaveLength(1);
    expect(load(io, undefined, ['north/road']).findings).toEqual(whole);
    expect(load(io, undefined, ['bridge']).findings).toEqual([]);
  });

  test.each(['.old/bridge', 'x.yaml/bridge', '_shared', 'north/../bridge', 'north//bridge', '/bridge', './bridge'])(
    'is not %s',
    (word) => {
      const { io } = desk(files);
      expect(() => load(io, undefined, [word])).toThrow(`there is no topic \`${word}\``);
    },
  );
});

test('only `check` looks at today', () => {
  expect(run({ 'bridge.yaml': SOUND }, 'list').stderr).toBe('');
  expect(run({ 'bridge.yaml': SOUND }, 'check').stdout).toContain('[future-date]');
});

test('other faults are counted on standard error', () => {
  const files = { 'bridge.yaml': SOUND.replace('date:', 'denies: nobody, date:') };
  expect(run(files, 'list').stderr).toBe('claims: 1 fault in the ledger; `claims check` lists it\n');
  expect(run(files, 'export', '--until', '2026-01-01').stderr).toContain('1 fault');
});

function desk(files: Files): ReturnType<typeof memoryIo> {
  const paths = Object.entries(files).map(([name, content]) => [`/desk/claims/${name}`, content] as const);
  return memoryIo({ files: Object.fromEntries(paths), cwd: '/desk', today: '2026-01-15' });
}

function run(files: Files, ...args: readonly string[]): { status: number; stdout: string; stderr: string } {
  const { io, stdout, stderr } = desk(files);
  const status = main(args, io);
  return { status, stdout: stdout(), stderr: stderr() };
}
