import { describe, expect, test } from 'vitest';
import { corpus } from './corpus.ts';
import { put } from './put.ts';

interface Told {
  readonly diagnostics: readonly { code: string; severity: string; line: number; column: number }[];
}

describe('the faults of a hostile ledger', () => {
  const placed = corpus.flatMap(({ name, files, faults }) => (faults !== undefined ? [{ name, files, faults }] : []));

  test.each(placed)('$name', ({ files, faults }) => {
    const { diagnostics } = JSON.parse(put({ files }, 'check --format json').stdout) as Told;
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code, line, column }) => `${line}:${column} ${code}`)).toEqual(faults);
  });
});
