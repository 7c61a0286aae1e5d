import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { jsonSchema } from '../src/ledger/json-schema.ts';

const SHIPPED = fileURLToPath(new URL('../schema/topic.schema.json', import.meta.url));

test('the shipped JSON Schema is the one that the format prints', async () => {
  await expect(`${JSON.stringify(jsonSchema(), null, 2)}\n`).toMatchFileSnapshot(SHIPPED);
});
