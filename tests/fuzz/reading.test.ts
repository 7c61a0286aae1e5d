import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainPlaces, plainValues } from '../../src/ledger/reader/plain/plain.ts';
import { main } from '../../src/main.ts';
import { anyBytes, anyLedger, pieces, slipped } from '../harness/any-ledger.ts';
import { memoryIo } from '../harness/memory.ts';
import { difference } from '../harness/plain-gate.ts';
import { runs } from '../harness/runs.ts';

const PATH = '/desk/claims/a.yaml';

describe('whatever stands in a file', () => {
  const { timeout, ...parameters } = runs(120);

  test.each([
    ['any bytes', anyBytes],
    ['pieces of YAML', pieces],
    ['a ledger in which somebody slipped', slipped],
    ['a ledger of any shape', anyLedger],
  ])(
    '%s: every command ends as it says, and every fault has a place in the file',
    (_, contents) => {
      fc.assert(
        fc.property(contents as fc.Arbitrary<string | Uint8Array>, fc.constantFrom(...COMMANDS), (content, command) => {
          const run = (args: readonly string[]): string => {
            const { io, stdout } = memoryIo({ files: { [PATH]: content }, cwd: '/desk' });
            expect([0, 1, 2], args.join(' ')).toContain(main(args, io));
            return stdout();
          };
          run(command);
          const told = run(['check', '--format', 'json']);
          if (told !== '') expect(astray(JSON.parse(told).diagnostics, textOf(content))).toEqual([]);
        }),
        parameters,
      );
    },
    timeout,
  );

  test(
    'is the same to both readers, where both read it',
    () => {
      const reader = { values: plainValues, places: plainPlaces };
      fc.assert(
        fc.property(fc.oneof(anyLedger, slipped), (text) => {
          expect(difference(reader, text, 'places too')).toBeUndefined();
        }),
        parameters,
      );
    },
    timeout,
  );
});

describe('a text that repeats a piece', () => {
  // Each is as long as many of the others.
  const { timeout, numRuns, seed } = runs(1_000);

  test(
    'is read in a time that grows as its length does',
    () => {
      fc.assert(
        fc.property(fc.tuple(pieces, pieces, pieces), ([before, piece, after]) => {
          const unit = piece.slice(0, 40) || ' ';
          const text = `${before}${unit.repeat(Math.ceil(LENGTH / unit.length))}${after}`;
          const from = process.cpuUsage();
          for (const args of [['check'], ['list']]) main(args, memoryIo({ files: { [PATH]: text }, cwd: '/desk' }).io);
          const { user } = process.cpuUsage(from);
          // Some 30 ms are usual; what grows with the square takes many seconds.
          expect(user / 1000, JSON.stringify([before, unit, after])).toBeLessThan(2_500);
        }),
        { numRuns: Math.ceil(numRuns / 60), seed },
      );
    },
    timeout * 10,
  );
});

// Characters.
const LENGTH = 40_000;

const COMMANDS: readonly (readonly string[])[] = [
  ['check'],
  ['list'],
  ['diff'],
  ['contradictions', '--all', '--pairs'],
  ['export', '--format', 'json'],
  ['fmt', '--check'],
  ['check', '--fix', '--dry-run'],
  ['check', '--format', 'sarif'],
  ['topics'],
  ['timeline', 'a'],
  ['show', 'a'],
];

interface Told {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly related?: readonly { readonly line: number; readonly column: number }[];
}

/** The diagnostics that begin or end where the text has no character. */
function astray(diagnostics: readonly Told[], text: string): readonly Told[] {
  const lines = text.split(/\r\n|[\r\n]/u);
  const isIn = (line: number, column: number): boolean =>
    line >= 1 && line <= lines.length && column >= 1 && column <= (lines[line - 1] ?? '').length + 1;
  return diagnostics.filter(({ line, column, endLine, endColumn, related = [] }) => {
    const isForward = endLine > line || (endLine === line && endColumn >= column);
    const isAll = isIn(line, column) && isIn(endLine, endColumn) && related.every((one) => isIn(one.line, one.column));
    return !isForward || !isAll;
  });
}

/** What is no text has a fault in its first place. */
function textOf(content: string | Uint8Array): string {
  return typeof content === 'string' ? content : new TextDecoder('utf-8').decode(content);
}
