import { watch } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { disk } from '../../src/io.ts';
import { main } from '../../src/main.ts';
import { dice } from '../harness/dice.ts';
import { memoryIo } from '../harness/memory.ts';
import { newPlace, type Ran, type Running } from '../harness/place.ts';
import { isLong, runs } from '../harness/runs.ts';

/** Of each command: a thousand of all three in a long run. */
const KILLS = isLong ? 334 : 6;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const;

const BRIDGE = `topic: A bridge
questions:
  -   id: open
      ask: "Is it open?"
      claims:
        - { speaker: Mayor, date: 2024-03-05, says: 'The bridge is open', answer: yes }
`;
const SHEET = `topic,question,speaker,date,says,answer
bridge,Is it open?,Traders,2024-03-06,It is shut,no
quay,,Traders,2024-03-06,The quay is shut,
`;
const FILES: Readonly<Record<string, string>> = {
  'claims/bridge.yaml': BRIDGE,
  // So long that writing it takes a while.
  'claims/ferry.yaml': `${BRIDGE}${"        - { speaker: Mayor, says: 'So' }\n".repeat(500)}`,
  'sheet.csv': SHEET,
};
const WRITING: Readonly<Record<string, readonly string[]>> = {
  add: ['add', 'bridge', '--question', 'open', '--speaker', 'Traders', '--says', 'It is shut', '--answer', 'no'],
  fmt: ['fmt'],
  import: ['import', 'sheet.csv', '--write'],
};
const place = newPlace({});

afterAll(() => place.remove());

describe.each(Object.entries(WRITING))('%s', (name, args) => {
  const timeout = 60_000 + KILLS * 5000;

  test(`ended ${KILLS} times leaves old files and new ones, and no trouble for the next`, { timeout }, async ({
    annotate,
  }) => {
    const whole = afterwards(args);
    const { below, pick } = dice(runs(1).seed);
    const counted = { changed: 0, leaving: 0 };
    place.reset(FILES);
    const begun = performance.now();
    await place.run(args);
    const longest = performance.now() - begun;
    for (let kill = 0; kill < KILLS; kill += 1) {
      place.reset(FILES);
      const signal = pick(SIGNALS);
      // One in two is ended just after it has begun to write, the others at any moment.
      const end = kill % 2 === 0 ? onceItWrites(signal, below(12)) : after(signal, below(Math.ceil(longest)));
      const ran = await place.run(args, { begun: end });
      const told = `${signal} on ${name}, ${JSON.stringify(ran)}`;
      expect(ran.stderr, told).toBe('');
      expect([ran.status, ran.signal], told).toContain(ran.status === null ? signal : 0);
      const now = place.files();
      for (const path of Object.keys(whole))
        expect([FILES[path], whole[path]], `${path}: ${told}`).toContain(now[path]);
      counted.changed += Object.keys(whole).some((path) => now[path] !== FILES[path]) ? 1 : 0;
      counted.leaving += leftIn(now, whole).length > 0 ? 1 : 0;
      for (const path of Object.keys(whole)) expect(writeNext(path, now[path]), `${path}: ${told}`).toBe('written');
      expect(leftIn(place.files(), whole), told).toEqual([]);
    }
    await annotate(`${counted.changed} had written, ${counted.leaving} left a lock or a part`);
    if (isLong) expect(Math.min(...Object.values(counted))).toBeGreaterThan(0);
  });
});

test('of eight who add at once none loses a claim', { timeout: 600_000 }, async () => {
  const each = isLong ? 25 : 2;
  place.reset({ 'claims/bridge.yaml': BRIDGE });
  const add = async (writer: number): Promise<readonly Ran[]> => {
    const done: Ran[] = [];
    for (let claim = 0; claim < each; claim += 1) {
      const says = `Claim ${claim} of writer ${writer}`;
      done.push(await place.run(['add', 'bridge', '--speaker', `Writer ${writer}`, '--says', says]));
    }
    return done;
  };
  const done = await Promise.all(Array.from({ length: 8 }, (_, writer) => add(writer)));
  expect(done.flat().filter(({ status, stderr }) => status !== 0 || stderr !== '')).toEqual([]);
  const files = place.files();
  const claims = [...(files['claims/bridge.yaml'] ?? '').matchAll(/Claim \d+ of writer \d+/gu)].map(([words]) => words);
  expect(claims).toHaveLength(8 * each);
  expect(new Set(claims).size).toBe(8 * each);
  expect(Object.keys(files)).toEqual(['claims/bridge.yaml']);
  expect(await place.run(['check'])).toMatchObject({ status: 0 });
});

type Files = Readonly<Record<string, string>>;
type Begun = NonNullable<Running['begun']>;

/** The files as a run leaves them that nothing ends. */
function afterwards(args: readonly string[]): Files {
  const files = Object.entries(FILES).map(([path, text]) => [`/desk/${path}`, text] as const);
  const { io, files: written } = memoryIo({ files: new Map(files), cwd: '/desk' });
  expect(main(args, io)).toBe(0);
  return Object.fromEntries([...written].map(([path, text]) => [path.slice('/desk/'.length), String(text)]));
}

function after(signal: NodeJS.Signals, milliseconds: number): Begun {
  return (child) => {
    const timer = setTimeout(() => child.kill(signal), milliseconds);
    child.on('exit', () => clearTimeout(timer));
  };
}

function onceItWrites(signal: NodeJS.Signals, milliseconds: number): Begun {
  return (child) => {
    const watcher = watch(`${place.folder}/claims`, () => {
      watcher.close();
      after(signal, milliseconds)(child);
    });
    child.on('exit', () => watcher.close());
  };
}

function leftIn(files: Files, whole: Files): readonly string[] {
  return Object.keys(files).filter((path) => !(path in whole));
}

function writeNext(path: string, before: string | undefined): unknown {
  return disk.replace(`${place.folder}/${path}`, before === undefined ? undefined : Buffer.from(before), 'next');
}
