import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { disk, type Io } from '../../src/io.ts';
import { main } from '../../src/main.ts';
import { dice } from '../harness/dice.ts';
import { memoryIo } from '../harness/memory.ts';
import { newPlace } from '../harness/place.ts';
import { isLong, runs } from '../harness/runs.ts';

const BRIDGE = `topic: A bridge
questions:
  - ask: Is it open?
    kind: yes-no
    claims:
      - { id: a, speaker: İdil, date: 2024-03-05T23:30-05:00, says: It is open, answer: yes }
      - { id: b, speaker: Şirin, date: 2024-03-06T04:30Z, says: It is shut, answer: no }
  - ask: How many cross?
    claims:
      - { id: c, speaker: Zoë, date: 2024-03-31T02:30+01:00, says: "53,000 cross", answer: "53,000" }
      - { id: d, speaker: ädil, date: 2024-03-30, says: 1.5 million cross, answer: 1.5 million }
`;
const NAMES = [
  'bridge',
  'Bridge-2',
  'i',
  'I',
  'ı',
  'İ',
  'z',
  'ä',
  'deep/er/one',
  'deep/a',
  'deep-b',
  '10',
  '9',
  'gate',
];
const FILES = {
  ...Object.fromEntries(NAMES.map((name) => [`claims/${name}.yaml`, BRIDGE])),
  'claims/twice.yaml': 'topic: Twice\n',
  'claims/twice.yml': 'topic: Twice\n',
  'claims/faulty.yaml': 'topic: [',
};
const place = newPlace(FILES);

afterAll(() => place.remove());

/** What reads a ledger, in every way in which it may look at its folders. */
const READING: readonly (readonly string[])[] = [
  ['list'],
  ['list', '--format', 'json'],
  ['topics'],
  ['diff', 'bridge'],
  ['diff', 'gat'],
  ['diff', 'nothing'],
  ['contradictions'],
  ['timeline'],
  ['check', '--format', 'json'],
  ['export', '--format', 'csv'],
  ['export', '--format', 'markdown'],
  ['fmt', '--check'],
  ['check', '--fix', '--dry-run'],
  ['__complete', '--', 'diff', ''],
];

describe('the output does not depend on', () => {
  const { numRuns, seed, timeout } = runs(2);

  test('the order in which a disk lists files', { timeout }, () => {
    const sorted = READING.map((args) => printed(args));
    for (let run = 0; run < Math.min(numRuns, 300); run += 1) {
      const { below } = dice(seed + run);
      const shuffle: Shuffle = (entries) =>
        entries
          .map((entry) => ({ entry, at: below(1_000_000) }))
          .sort((a, b) => a.at - b.at)
          .map(({ entry }) => entry);
      for (const [index, args] of READING.entries())
        expect(printed(args, shuffle), args.join(' ')).toEqual(sorted[index]);
    }
  });

  test('the day, but for dates that have not come', () => {
    for (const args of READING) {
      const on = (today: string): unknown => {
        const files = Object.entries(FILES).map(([path, text]) => [`/desk/${path}`, text] as const);
        const { io, stdout, stderr } = memoryIo({ files: new Map(files), cwd: '/desk', today });
        return { code: main(args, io), stdout: stdout(), stderr: stderr() };
      };
      expect(on('2100-12-31'), args.join(' ')).toEqual(on('2026-01-15'));
      if (args[0] !== 'check') expect(on('1970-01-01'), args.join(' ')).toEqual(on('2026-01-15'));
    }
  });

  const ZONES = ['Pacific/Kiritimati', 'Etc/GMT+12', 'Asia/Kathmandu', 'America/St_Johns', 'Nowhere/None', ':', ''];
  const LANGUAGES = ['C', 'POSIX', 'tr_TR.UTF-8', 'ar_EG.UTF-8', 'th_TH', 'de_DE.ISO-8859-1', 'none', ''];
  const SETTINGS = [
    ...ZONES.map((TZ) => ({ TZ })),
    ...LANGUAGES.flatMap((language) => [{ LC_ALL: language }, { LANG: language, LANGUAGE: language }]),
  ];
  const commands = isLong ? READING : [['check', '--format', 'json']];

  test.each(commands)('the time zone, the language or the home: %s %s', { timeout: 300_000 }, async (...args) => {
    const usual = await place.run(args);
    expect(usual.stdout + usual.stderr).not.toBe('');
    // In a run of the tests every other one, and all of them at their extremes.
    for (const env of isLong
      ? SETTINGS
      : [...SETTINGS.filter((_, index) => index % 4 === 0), { HOME: '/nowhere', TZ: 'Asia/Tokyo' }]) {
      expect(await place.run(args, { env }), JSON.stringify(env)).toEqual(usual);
    }
  });
});

describe('with a clock that is set to', () => {
  const add = ['add', '--ledger', 'late', '--speaker', 'Mayor', '--says', 'New words'];

  test.each(['1970-01-01', '2100-01-01'])('%s claims are added', async (day) => {
    const env = { NODE_OPTIONS: `--require=${clockAt(day)}` };
    // A lock without words has nothing but its date.
    place.write({ 'late/bridge.yaml': BRIDGE, 'late/bridge.yaml.lock': '' });
    expect(await place.run(add, { env })).toMatchObject({ status: 0, stderr: '' });
    expect(Object.keys(place.files()).filter((path) => path.startsWith('late/'))).toEqual(['late/bridge.yaml']);
    expect(place.files()['late/bridge.yaml']).toContain('New words');
  });

  test('a day long ago, what has been said since is refused in words that say why', async () => {
    const env = { NODE_OPTIONS: `--require=${clockAt('1970-01-01')}` };
    place.write({ 'late/bridge.yaml': BRIDGE });
    const ran = await place.run([...add, '--date', '2024-03-05'], { env });
    expect(ran).toMatchObject({ status: 2, stderr: expect.stringContaining('`date` lies in the future') });
    expect(place.files()['late/bridge.yaml']).toBe(BRIDGE);
  });

  /** What sets the clock of a process before the program is loaded. */
  function clockAt(day: string): string {
    const path = `${place.folder}/clock-${day}.cjs`;
    writeFileSync(path, `Date.now = () => Date.parse('${day}');\n`);
    return path;
  }
});

describe('a ledger stands at a path with', () => {
  const odd = ['blanks  in it', 'a\nline', ' ', '-dash', "quote's", '\u202eback', '\u001b[31m', '😀', '%41', '~'];

  test.each(odd)('%j', (name) => {
    const folder = `odd/${name}`;
    place.write({ [`${folder}/bridge.yaml`]: BRIDGE });
    const ledger = `--ledger=${folder}`;
    expect(printed(['list', ledger])).toEqual(printed(['list', 'bridge']));
    const added = printed(['add', ledger, '--speaker', 'Mayor', '--says', 'New words']);
    expect(added).toMatchObject({ code: 0, err: '', out: expect.not.stringMatching(/[^\P{Cc}\n]|\u202e/u) });
    expect(printed(['fmt', ledger])).toMatchObject({ code: 0 });
    expect(printed(['export', ledger, '-o', `${folder}/brief.md`])).toMatchObject({ code: 0, err: '' });
    const files = Object.keys(place.files()).filter((path) => path.startsWith(`${folder}/`));
    expect(files).toEqual([`${folder}/bridge.yaml`, `${folder}/brief.md`]);
    expect(place.files()[`${folder}/bridge.yaml`]).toContain('New words');
  });
});

type Entries = Exclude<ReturnType<Io['list']>, { readonly unreadable: unknown }>;
type Shuffle = (entries: Entries) => Entries;

function printed(args: readonly string[], shuffle: Shuffle = (entries) => entries): unknown {
  const told = { out: '', err: '' };
  const output = { color: false, width: undefined, isTTY: false };
  const io: Io = {
    ...disk,
    list: (folder) => {
      const entries = disk.list(folder);
      return 'unreadable' in entries ? entries : shuffle(entries);
    },
    stdin: { read: () => new Uint8Array() },
    cwd: place.folder,
    env: {},
    today: () => '2026-01-15',
    elapsed: () => 0,
    out: {
      ...output,
      write: (text) => {
        told.out += text;
      },
    },
    err: {
      ...output,
      write: (text) => {
        told.err += text;
      },
    },
  };
  return { code: main(args, io), ...told };
}
