import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { newPlace, type Ran } from '../harness/place.ts';

const TOPIC = 'topic: A bridge\nclaims:\n  - { speaker: Mayor, says: It is safe }\n';
const place = newPlace({});
const stops = mkdtempSync(`${tmpdir()}/claims-stops-`);

beforeEach(() => {
  place.reset({ 'claims/bridge.yaml': TOPIC });
  for (const name of readdirSync(stops)) rmSync(`${stops}/${name}`);
});
afterAll(() => {
  place.remove();
  rmSync(stops, { recursive: true, force: true });
});

// The first makes its lock, and is stopped before it writes its words. The second gives that lock up, and is stopped when it
// has looked a last time. Now the first writes its words and goes on, if it may, to where it puts its text in place.
test.each(['accessSync', 'renameSync'])(
  'a lock whose words come late is never that of two, who end before %s',
  { timeout: 60_000 },
  async (last) => {
    const first = add('First', { stops: ['writeFileSync', last], step: 1 });
    await present('First.writeFileSync');
    const second = add('Second', { stops: ['renameSync'], step: 500 });
    await present('Second.renameSync');
    go('First.writeFileSync');
    await present(`First.${last}`, 'First.waits');
    go('Second.renameSync');
    expect(await second).toMatchObject({ status: 0, stderr: '' });
    await present(`First.${last}`);
    go(`First.${last}`);
    expect(await first).toMatchObject({ status: 0, stderr: '' });
    const files = place.files();
    expect(Object.keys(files)).toEqual(['claims/bridge.yaml']);
    expect(files['claims/bridge.yaml']).toContain('Said by First');
    expect(files['claims/bridge.yaml']).toContain('Said by Second');
  },
);

interface Stopping {
  readonly stops: readonly string[];
  /** Milliseconds by which its clock goes on at each look for the lock. */
  readonly step: number;
}

function add(speaker: string, { stops: names, step }: Stopping): Promise<Ran> {
  return place.run(['add', 'bridge', '--speaker', speaker, '--says', `Said by ${speaker}`], {
    env: {
      NODE_OPTIONS: `--require ${import.meta.dirname}/../harness/stops.cjs`,
      STOPS: names.join(','),
      STEP: String(step),
      AT: `${stops}/${speaker}`,
    },
  });
}

/** Waits until one of the files is there that a command makes where it stops or waits. */
async function present(...names: readonly string[]): Promise<void> {
  const end = performance.now() + 15_000;
  while (!names.some((name) => existsSync(`${stops}/${name}`))) {
    if (performance.now() > end) throw new Error(`none of ${names.join(', ')}`);
    await setTimeout(5);
  }
}

function go(name: string): void {
  rmSync(`${stops}/${name}`);
}
