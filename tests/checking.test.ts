import { describe, expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { withProgress } from '../src/progress.ts';
import { type MemoryOptions, memoryIo } from './harness/memory.ts';

describe('several topics that name entries of the shared file', () => {
  const shared = [
    'speakers:',
    '  clerk: { name: The Clerk, aliases: [Ann] }',
    '  mayor: { name: Ann }',
    'sources:',
    '  ahead: { outlet: Courier, published: 2027-01-01 }',
    '  past: { outlet: Courier, published: 2025-01-01 }',
  ];
  const topic = [
    'topic: T',
    'claims:',
    '  - { speaker: clerk, says: So it is, date: 2025-02-01, source: ahead }',
    '  - { speaker: mayor, says: So it is, date: 2025-02-01, source: past }',
  ];
  const { io, stdout } = memoryIo({
    files: {
      '/desk/claims/_shared.yaml': shared.join('\n'),
      '/desk/claims/a.yaml': topic.join('\n'),
      '/desk/claims/b.yaml': topic.join('\n'),
    },
    cwd: '/desk',
  });
  main(['check', '--format', 'json'], io);
  const { diagnostics } = JSON.parse(stdout()) as { diagnostics: readonly { code: string; file: string }[] };
  const places = (code: string): readonly unknown[] => diagnostics.filter((one) => one.code === code);

  test('tell what is wrong with one of them once', () => {
    expect(places('future-date')).toMatchObject([{ file: 'claims/_shared.yaml', line: 5, column: 40 }]);
    expect(places('shared-name')).toMatchObject([
      { file: 'claims/_shared.yaml', line: 3, related: [{ file: 'claims/_shared.yaml', line: 2 }] },
    ]);
  });

  test('each point into it', () => {
    const related = [{ file: 'claims/_shared.yaml', line: 6, column: 39 }];
    expect(places('said-after-published')).toMatchObject([
      { file: 'claims/a.yaml', line: 4, related },
      { file: 'claims/b.yaml', line: 4, related },
    ]);
  });
});

describe('a check that takes over a second', () => {
  const files = Object.fromEntries(
    Array.from({ length: 200 }, (_, index) => [`/desk/claims/topic-${index}.yaml`, 'topic: T\n']),
  );

  test('tells a terminal how far it has come, ten times a second, and wipes that before it prints', () => {
    let asked = 0;
    // Ten milliseconds pass with each file.
    const elapsed = (): number => 10 * asked++;
    const { stdout, stderr } = run({ files, elapsed, stderr: 'terminal' });
    const [first, ...lines] = stderr().split('\r');
    expect(first).toBe('');
    expect(lines.at(0)).toBe('claims: 101 of 200 files read');
    expect(lines.at(1)).toBe('claims: 111 of 200 files read');
    expect(lines.slice(10)).toEqual([' '.repeat('claims: 191 of 200 files read'.length), '']);
    expect(stdout()).toBe('no faults\n');
  });

  test.each<[string, Pick<MemoryOptions, 'stderr' | 'elapsed' | 'width'>]>([
    ['a pipe', { elapsed: () => 5000 }],
    ['a terminal on which the line does not fit', { elapsed: () => 5000, stderr: 'terminal', width: 20 }],
    ['a terminal before the second is over', { elapsed: () => 999, stderr: 'terminal' }],
  ])('tells nothing to %s', (_, options) => {
    expect(run({ files, ...options }).stderr()).toBe('');
  });

  test.each([
    ['a command that prints when all is read', ['contradictions'], 'terminal', 'tells'],
    ['rows that go elsewhere', ['list'], 'pipe', 'tells'],
    ['rows on the same terminal', ['list'], 'terminal', 'does not tell'],
  ] as const)('of %s %j', (_, args, stdout, expected) => {
    const { stderr } = run({ files, elapsed: () => 5000, stderr: 'terminal', stdout }, args);
    expect(stderr().includes('files read') ? 'tells' : 'does not tell').toBe(expected);
  });

  test('wipes its line where reading breaks off', () => {
    const { io, stderr } = memoryIo({ files, cwd: '/desk', elapsed: () => 5000, stderr: 'terminal' });
    function* broken(): Generator<number> {
      yield 1;
      throw new Error('broken');
    }
    expect(() => [...withProgress(broken(), 2, io)]).toThrow('broken');
    expect(stderr()).toBe(`\rclaims: 1 of 2 files read\r${' '.repeat(25)}\r`);
  });

  function run(options: Omit<MemoryOptions, 'cwd'>, args: readonly string[] = ['check']): ReturnType<typeof memoryIo> {
    const memory = memoryIo({ ...options, cwd: '/desk' });
    main(args, memory.io);
    return memory;
  }
});
