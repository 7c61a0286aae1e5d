import { expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { memoryIo } from './harness/memory.ts';

const ledger = (assessment: string): string => `topic: "Invented: a bridge"
questions:
  - ask: Is the bridge open?
    claims:
      - id: a
        speaker: Road office
        date: 2024-03-12
        says: The bridge is open
        answer: yes
        assessment: ${assessment}
      - { id: b, speaker: Bus company, date: 2024-03-12, says: The bridge is closed, answer: no }
`;

test.each(['{ rating: false, by: Checkers }', '{ rating: true }', '{ rating: x, by: y, on: March }', 'true', '[x]'])(
  'bears on no verdict, sound or not: %s',
  (assessment) => {
    expect(run('why a b', assessment)).toContain('✗ contradiction');
  },
);

test.each([
  ['{ rating: true }', 'an assessment needs `by`'],
  ['true', 'an assessment is a map of keys, not text'],
  ['{ rating: x, by: y, verdict: z }', 'an assessment has no key `verdict`'],
])('%s is a fault', (assessment, fault) => {
  expect(run('check', assessment).replace(/\s+/gu, ' ')).toContain(fault);
});

test('what was published later is not on record', () => {
  const assessment = '{ rating: Partly right, by: Checkers, on: 2024-03-15 }';
  expect(run('export --format csv --until 2024-03-14', assessment)).not.toContain('Partly right');
  expect(run('export --format csv --until 2024-03-15', assessment)).toContain('Partly right');
});

function run(command: string, assessment: string): string {
  const { io, stdout } = memoryIo({ files: { '/desk/claims/bridge.yaml': ledger(assessment) }, cwd: '/desk' });
  main(command.split(' '), io);
  return stdout();
}
