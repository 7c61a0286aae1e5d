import { describe, expect, test } from 'vitest';
import { gathered } from '../src/gathered.ts';
import type { Io, Output } from '../src/io.ts';
import { main } from '../src/main.ts';
import { memoryIo } from './harness/memory.ts';

describe('what is printed', () => {
  test('leaves in a few writes, whole and in order', () => {
    const { io, log } = recording();
    const { io: desk, flush } = gathered(io);
    const rows = Array.from({ length: 10_000 }, (_, index) => `row ${index}\n`);
    for (const row of rows) desk.out.write(row);
    flush();
    expect(log.map(([, text]) => text).join('')).toBe(rows.join(''));
    expect(log).toHaveLength(2);
  });

  test('is on its way before anything is written to standard error', () => {
    const { io, log } = recording();
    const { io: desk, flush } = gathered(io);
    desk.out.write('a row');
    desk.err.write('a fault');
    desk.out.write('another row');
    flush();
    expect(log).toEqual([
      ['out', 'a row'],
      ['err', 'a fault'],
      ['out', 'another row'],
    ]);
  });

  test('does not wait long for a row that is rare', () => {
    let now = 0;
    const { io, log } = recording({ elapsed: () => now });
    const { io: desk } = gathered(io);
    desk.out.write('one ');
    desk.out.write('two ');
    expect(log).toEqual([]);
    now = 51;
    desk.out.write('three');
    expect(log).toEqual([['out', 'one two three']]);
    desk.out.write('four');
    expect(log).toHaveLength(1);
  });

  test('does not wait for the next row when a file is read', () => {
    let now = 0;
    const { io, log } = recording({ elapsed: () => now });
    const { io: desk } = gathered(io);
    desk.out.write('a row');
    desk.read('/desk/claims/a.yaml', 10);
    expect(log).toEqual([]);
    now = 51;
    desk.read('/desk/claims/b.yaml', 10);
    expect(log).toEqual([['out', 'a row']]);
  });

  test('is shown on a terminal piece by piece', () => {
    const { io, log } = recording({ isTTY: true });
    const { io: desk } = gathered(io);
    desk.out.write('one');
    desk.out.write('two');
    expect(log).toHaveLength(2);
  });

  test.each([[['list']], [['list', '--format', 'json']]])('is not lost when %j breaks down', (args) => {
    const topic = 'topic: A bridge\nclaims:\n  - { speaker: mayor, says: It is safe }\n';
    const files = { '/desk/claims/a.yaml': topic, '/desk/claims/b.yaml': topic };
    const { io, stdout } = memoryIo({ files, cwd: '/desk' });
    const read: Io['read'] = (path, limit) => {
      if (path.endsWith('b.yaml')) throw new Error('a bug');
      return io.read(path, limit);
    };
    expect(() => main(args, { ...io, read })).toThrow('a bug');
    expect(stdout()).toContain('It is safe');
  });
});

/** An `Io` that keeps what is written to its streams, in the order in which it was. */
function recording(changes: { readonly elapsed?: Io['elapsed']; readonly isTTY?: boolean } = {}): {
  readonly io: Io;
  readonly log: readonly (readonly ['out' | 'err', string])[];
} {
  const { io } = memoryIo({ files: {}, cwd: '/desk' });
  const log: (readonly ['out' | 'err', string])[] = [];
  const stream = (name: 'out' | 'err'): Output => ({
    ...io[name],
    isTTY: changes.isTTY ?? false,
    write: (text) => void log.push([name, text]),
  });
  return { io: { ...io, elapsed: changes.elapsed ?? io.elapsed, out: stream('out'), err: stream('err') }, log };
}
