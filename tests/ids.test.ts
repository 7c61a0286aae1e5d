import { describe, expect, test } from 'vitest';
import { idFrom } from '../src/ledger/id.ts';
import { main } from '../src/main.ts';
import { memoryIo } from './harness/memory.ts';

describe('an id made of words', () => {
  test.each([
    ["Traders' union", 'traders-union'],
    ['סוחרי הגשר', 'סוחרי-הגשר'],
    ['…', ''],
    ['a'.repeat(100), 'a'.repeat(100)],
    ['a'.repeat(101), 'a'.repeat(100)],
    [`${'a'.repeat(60)} ${'b'.repeat(39)}`, `${'a'.repeat(60)}-${'b'.repeat(39)}`],
    [`${'a'.repeat(60)} ${'b'.repeat(40)}`, 'a'.repeat(60)],
    [`${'a'.repeat(100)} b`, 'a'.repeat(100)],
    [`a ${'b'.repeat(200)}`, `a-${'b'.repeat(98)}`],
    [`a${'𝒜'.repeat(99)} b`, `a${'a'.repeat(99)}`],
    ['𐐨'.repeat(150), '𐐨'.repeat(100)],
  ])('“%s” is cut between words', (words, id) => {
    expect(idFrom(words)).toBe(id);
  });

  const long = `Ministry of ${'Roads and '.repeat(103)}Bridges`;
  const other = `${long} of the North`;
  const rows = [long, long, other].map((name, index) => ({ speaker: name, role: 'ministry', says: `words ${index}` }));
  const before = { '/desk/claims/bridge.yaml': 'topic: A bridge\n', '/desk/rows.jsonl': lines(rows) };

  test.each([
    ['add', ['add', '--stdin']],
    ['import', ['import', 'rows.jsonl', 'bridge', '--write']],
  ])('is one that a file can hold, and another one for another name (%s)', (_, args) => {
    const { io, files, stderr } = memoryIo({ files: before, cwd: '/desk', stdin: lines(rows) });
    expect({ code: main(args, io), stderr: stderr() }).toEqual({ code: 0, stderr: '' });
    const text = String(files.get('/desk/claims/bridge.yaml'));
    const ids = [...text.matchAll(/^ {2}([^\s:]+):$/gmu)].map(([, id = '']) => id);
    expect(ids).toHaveLength(2);
    expect(ids[1]).toBe(`${ids[0]}-2`);
    expect(ids[0]).toMatch(/^ministry-of-(?:roads-and-)+roads$/u);
    expect([...text.matchAll(/^ +id: (\S+)/gmu)].every(([, id = '']) => id.length <= 200)).toBe(true);
    const checked = memoryIo({ files: Object.fromEntries(files), cwd: '/desk' });
    expect(main(['check'], checked.io)).toBe(0);
  });

  test('is cut for a claim too, whose speaker stands by name alone', () => {
    const named = [1, 2].map((number) => ({ speaker: long, says: `words ${number}` }));
    const { io, files } = memoryIo({ files: before, cwd: '/desk', stdin: lines(named) });
    expect(main(['add', '--stdin'], io)).toBe(0);
    expect(files.get('/desk/claims/bridge.yaml')).toMatch(/ id: ministry-of-(?:roads-and-)+roads-2\n/u);
  });
});

function lines(rows: readonly object[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}
