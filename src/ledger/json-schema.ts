import { type Entity, type Field, FORMAT, fieldsOf, type Shape } from './schema.ts';

/** The format as JSON Schema (draft 2020-12), for editors that complete and check YAML. */
export function jsonSchema(): object {
  const entities = (Object.keys(FORMAT) as Entity[]).filter((entity) => entity !== 'topic');
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A topic of a claims ledger',
    ...entitySchema('topic'),
    $defs: Object.fromEntries(entities.map((entity) => [entity, entitySchema(entity)])),
  };
}

function entitySchema(entity: Entity): object {
  const fields = [...fieldsOf(entity)];
  const required = fields.filter(([, field]) => field.required === true).map(([key]) => key);
  return {
    type: 'object',
    properties: Object.fromEntries(
      fields.map(([key, field]) => [key, { description: field.about, ...valueSchema(field) }]),
    ),
    ...(required.length === 0 ? {} : { required }),
    ...(entity === 'claim' ? { anyOf: [{ required: ['says'] }, { required: ['quote'] }] } : {}),
    additionalProperties: false,
  };
}

function valueSchema(field: Field): object {
  const of = { $ref: `#/$defs/${field.of}` };
  if (field.shape === 'list') return { type: ['array', 'null'], items: of };
  if (field.shape === 'entry') return { anyOf: [of, { type: 'null' }] };
  if (field.shape === 'map') return { type: ['object', 'null'], additionalProperties: of };
  if (field.shape === 'one-of') return { enum: field.values ?? [] };
  return SHAPES[field.shape];
}

// YAML makes numbers and truth values of plain words: a year, an answer, a name such as 7.
const SCALAR = { type: ['string', 'number', 'boolean', 'null'] } as const;
const SCALARS = { type: 'array', items: SCALAR, minItems: 1 } as const;

const SHAPES: Readonly<Record<Exclude<Shape, 'list' | 'map' | 'entry' | 'one-of'>, object>> = {
  prose: SCALAR,
  line: SCALAR,
  id: SCALAR,
  reference: SCALAR,
  lines: SCALARS,
  references: { anyOf: [SCALAR, SCALARS] },
  url: { type: ['string', 'null'], pattern: '^https?://' },
  date: SCALAR,
  days: { type: ['integer', 'null'], minimum: 0 },
  share: { type: ['string', 'null'], pattern: '%$' },
  answer: { anyOf: [SCALAR, SCALARS] },
  answers: { type: 'object', additionalProperties: { anyOf: [SCALAR, SCALARS] } },
};
