import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson } from '../src/ledger/reader/json.ts';
import type { Tree } from '../src/ledger/reader/tree.ts';

describe('a text of JSON', () => {
  test('is read as JSON.parse reads it, whatever blanks and escapes it is written with', () => {
    const value = fc.letrec<{ any: unknown }>((tie) => ({
      any: fc.oneof(
        { depthSize: 'medium', maxDepth: 6 },
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.string({ unit: 'binary' }),
          fc.integer(),
          fc.boolean(),
          fc.constant(null),
        ),
        fc.array(tie('any'), { maxLength: 4 }),
        fc.dictionary(fc.string({ unit: 'binary', maxLength: 4 }), tie('any'), { maxKeys: 4 }),
      ),
    })).any;
    const written = fc
      .tuple(value, fc.constantFrom('', ' ', '\t', '\n  '), fc.boolean())
      .map(([one, blank, isEscaped]) => {
        const text = JSON.stringify(one, undefined, blank);
        return isEscaped
          ? text.replace(/[^\0-\x7f]/gu, (char) => JSON.stringify(char.split('')).replace(/[[\]",]/gu, ''))
          : text;
      });
    fc.assert(
      fc.property(written, (text) => {
        expect(readJson(` ${text} `)).toEqual({ tree: asTree(JSON.parse(text)), value: JSON.parse(text) });
      }),
    );
  });

  test.each([
    ['1.50', '1.50'],
    ['-0.0', '-0.0'],
    ['12345678901234567890', '12345678901234567890'],
    ['1e3', '1000'],
    ['1.5E+2', '150'],
    ['true', 'yes'],
    ['false', 'no'],
  ])('`%s` stays what was written: `%s`', (text, read) => {
    expect(readJson(text)).toHaveProperty('tree', read);
  });

  test('what is null is left out, and is an empty text in a list', () => {
    expect(readJson('{"a": null, "b": [null, {"c": null}]}')).toHaveProperty('tree', new Map([['b', ['', new Map()]]]));
  });

  test.each([
    ['{"says":"x","says":"y"}', 'has the key `says` twice'],
    ['{"says":"x","s\\u0061ys":"x"}', 'has the key `says` twice'],
    ['{"a":null,"a":null}', 'has the key `a` twice'],
    ['[{"a":[{"b":1,"c":{"b":2},"b":3}]}]', 'has the key `b` twice'],
    ['{"says":"half \\ud83d emoji"}', 'holds half of a character: an escape such as `\\ud83d` without its other half'],
    ['{"\\ude00":"x"}', 'holds half of a character: an escape such as `\\ud83d` without its other half'],
    [`${'['.repeat(18)}${']'.repeat(18)}`, 'holds lists or maps that are nested too deep'],
    ['1e400', 'holds the number 1e400, which is too large or too small to be read'],
    ['1e-9', 'holds the number 1e-9, which is too large or too small to be read'],
    ['{a: 1}', 'is not JSON'],
    ['', 'is not JSON'],
  ])('`%s` is a fault: it %s', (text, fault) => {
    expect(readJson(text)).toHaveProperty('fault', fault);
  });

  test('a key may stand in several maps, and look like another', () => {
    expect('tree' in readJson('[{"a":{"a":1}},{"a":"{\\"a\\":1,\\"a\\":2}"},{"a":1,"A":2,"á":3,"a\u0301":4}]')).toBe(
      true,
    );
  });

  test('nesting without end is a fault and no overflow', () => {
    expect(readJson(`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 500)).toHaveProperty('fault');
  });
});

/** The same by `JSON.parse`, which loses nothing of what the property makes. */
function asTree(value: unknown): Tree {
  if (Array.isArray(value)) return value.map(asTree);
  if (typeof value === 'object' && value !== null)
    return new Map(Object.entries(value).flatMap(([key, one]) => (one === null ? [] : [[key, asTree(one)] as const])));
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value === null ? '' : String(value);
}
