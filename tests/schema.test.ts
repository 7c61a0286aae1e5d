import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDate } from '../src/date.ts';
import { jsonSchema } from '../src/ledger/json-schema.ts';
import { main } from '../src/main.ts';
import { memoryIo } from './harness/memory.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));

test.each([
  ['topic', ['schema']],
  ['shared', ['schema', '--shared']],
])('the shipped JSON Schema of a %s file is the printed one', async (file, args) => {
  const { io, stdout } = memoryIo({ files: {}, cwd: '/desk' });
  expect(main(args, io)).toBe(0);
  await expect(stdout()).toMatchFileSnapshot(`${repository}schema/${file}.schema.json`);
});

test('the JSON Schema takes every date that the format takes', () => {
  const { properties } = JSON.parse(JSON.stringify(jsonSchema('topic'))).$defs.claim;
  const pattern = new RegExp(properties.date.pattern, 'u');
  let taken = 0;
  fc.assert(
    fc.property(datelike, (text) => {
      if ('fault' in parseDate(text)) return;
      taken += 1;
      expect(text).toMatch(pattern);
    }),
    { numRuns: 2000 },
  );
  expect(taken).toBeGreaterThan(200);
  expect('12 March 2024').not.toMatch(pattern);
  expect('2024-3-12').not.toMatch(pattern);
});

const point = fc
  .tuple(
    fc.constantFrom('2024', '2024-03', '2024-03-12', '0001-12-31', '2024-3', ''),
    fc.constantFrom('', '', '', 'T14:30Z', 'T14:30:15+01:00', 'T23:59:59.25-14:59', 'T14:30', 'T7Z'),
    fc.constantFrom('', '', '~', '?', '%', '~?'),
  )
  .map((parts) => parts.join(''));
const end = fc.oneof(point, fc.constantFrom('', '..'));
const datelike = fc.oneof(
  point,
  fc.tuple(end, end).map((ends) => ends.join('/')),
);
