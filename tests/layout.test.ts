import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { width } from '../src/text.ts';
import { memoryIo } from './harness/memory.ts';

const LEDGER = `${import.meta.dirname}/../claims`;
const FILES = Object.fromEntries(
  readdirSync(LEDGER).map((name) => [`/desk/claims/${name}`, readFileSync(`${LEDGER}/${name}`, 'utf8')]),
);

describe.each([40, 60, 80, 120])('at %i columns', (columns) => {
  test.each([
    'list',
    'topics',
    'diff gaza-talks',
    'diff example-harbour --by speaker',
    'contradictions --all',
    'why israel-disarm hamas-keeps-arsenal',
    'show preconditions',
    'timeline gaza-talks',
    'timeline example-dam-toll',
    'check',
  ])('no line of `claims %s` is wider', (command) => {
    const { io, stdout } = memoryIo({ files: FILES, cwd: '/desk' });
    expect(main([...command.split(' '), '--width', String(columns)], io)).toBe(0);
    const lines = stdout().split('\n');
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.filter((line) => width(line) > columns)).toEqual([]);
  });
});
