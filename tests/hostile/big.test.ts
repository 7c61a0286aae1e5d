import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isLong } from '../harness/runs.ts';
import { big } from './big.ts';
import { run } from './run.ts';

const folder = mkdtempSync(`${tmpdir()}/claims-big-`);
beforeAll(() => mkdirSync(`${folder}/claims`));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a command may take, in MB and in seconds of the processor. */
const MOST = { seconds: 5, megabytes: 512 };

const COMMANDS = [
  'list',
  'diff hostile',
  'fmt --check',
  'export --format html',
  'export --format json',
  'export --format markdown',
  'add hostile --speaker One --says So --dry-run',
];

// All of it takes some minutes: a short run checks those by which something of its own is held, and does nothing else.
const SHORT = [
  'deep-maps',
  'text-in-quotes',
  'text-in-lines',
  'brackets',
  'commas',
  'keys',
  'empty-maps',
  'anchors',
  'returns',
  'odd-lists',
  'line-ends',
  'blanks',
];

describe('a big hostile ledger', () => {
  test.each(big.filter(({ name }) => isLong || SHORT.includes(name)))(
    '$name: $what',
    ({ make, fault }) => {
      writeFileSync(`${folder}/claims/hostile.yaml`, make());
      const { stdout, ...checked } = run(folder, ['check', '--format', 'json']);
      expect(firstError(stdout)).toBe(fault);
      expect(checked.stderr).toMatch(/^(?:claims: [^\n]*\n)?$/u);
      // Where the only file cannot be read the request cannot be met.
      expect(checked.exit).toBe(fault === '' ? 0 : fault.endsWith('unreadable') ? 2 : 1);
      expect(excess(checked)).toEqual({});
      for (const line of isLong ? COMMANDS : []) {
        const other = run(folder, line.split(' '));
        expect({ line, exit: [0, 1, 2].includes(other.exit ?? -1), ...excess(other) }).toEqual({ line, exit: true });
        expect(other.stderr).toMatch(/^(?:claims: [^\n]*\n)*$/u);
      }
    },
    600_000,
  );
});

function firstError(stdout: string): string {
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { severity: string; code: string; line: number; column: number }[];
  };
  const first = diagnostics.find(({ severity }) => severity === 'error');
  return first === undefined ? '' : `${first.line}:${first.column} ${first.code}`;
}

/** What of it is too much. */
function excess({ seconds, megabytes }: typeof MOST): Partial<typeof MOST> {
  return { ...(seconds > MOST.seconds && { seconds }), ...(megabytes > MOST.megabytes && { megabytes }) };
}
