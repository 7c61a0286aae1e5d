import { type Entity, type Field, FORMAT, fieldsOf, type Shape } from './schema.ts';

/** The two kinds of file that a ledger has. */
export type FileEntity = 'topic' | 'shared';

/**
 * The format of a file as JSON Schema (draft 2020-12), for editors that complete and check YAML. Every key says what it
 * means and how its value is written, and `enumDescriptions`, which editors know beside the draft's own keywords, says
 * what each word means where there are only some.
 */
export function jsonSchema(file: FileEntity): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...entitySchema(file),
    $defs: Object.fromEntries(entitiesIn(file).map((entity) => [entity, entitySchema(entity)])),
  };
}

/** Editors print it above the explanation of each key. */
const TITLES: Readonly<Record<Entity, string>> = {
  topic: 'A topic',
  shared: 'What all topics share',
  speaker: 'A speaker',
  source: 'A source',
  question: 'A question',
  claim: 'A claim',
  review: 'A review of a clash',
  assessment: 'An assessment by others',
};

/** The entities that stand inside another, at any depth, in the order of the format. */
function entitiesIn(outer: Entity): readonly Entity[] {
  const found = new Set<Entity>();
  const visit = (entity: Entity): void => {
    for (const { of } of fieldsOf(entity).values()) {
      if (of === undefined || found.has(of)) continue;
      found.add(of);
      visit(of);
    }
  };
  visit(outer);
  return (Object.keys(FORMAT) as Entity[]).filter((entity) => found.has(entity));
}

function entitySchema(entity: Entity): object {
  const fields = [...fieldsOf(entity)];
  const required = fields.filter(([, field]) => field.required === true).map(([key]) => key);
  return {
    title: TITLES[entity],
    type: 'object',
    properties: Object.fromEntries(
      fields.map(([key, field]) => [key, { description: description(field), ...valueSchema(field) }]),
    ),
    ...(required.length === 0 ? {} : { required }),
    ...(entity === 'claim' ? { anyOf: [{ required: ['says'] }, { required: ['quote'] }] } : {}),
    additionalProperties: false,
  };
}

function description({ about, shape }: Field): string {
  const writing = WRITING[shape];
  return writing === undefined ? about : `${about} ${writing}`;
}

/** How a value of a shape is written, where its key does not say it. */
const WRITING: Readonly<Partial<Record<Shape, string>>> = {
  lines: 'A list: [one, two], or a line for each that begins with "- ".',
  id: 'Letters, digits, "-", "_" and ".", without blanks.',
  references: 'One, or a list: [one, two].',
  url: 'It begins with http:// or https://.',
  date:
    'A year 2024, a month 2024-03, a day 2024-03-12, or a day with a time and its zone 2024-03-12T14:30+01:00. ' +
    'After a year, month or day "~" means about, "?" perhaps, "%" both. ' +
    'A period is two of them with "/" between, 2024-03-01/2024-03-12, with ".." for an open end.',
  days: 'A whole number of days.',
  share: 'From 0% to 100%, with the sign.',
  answer:
    'It is yes or no; one of the options, a list of them, or "not" and an option; a number as it was put, such as ' +
    '53,000, exactly 53, about 40, more than 40, up to 40, 30 to 40, 1.2 million, 30%, dozens or none; or a date.',
  answers: 'Written { question-id: answer, other-id: answer }.',
  map: 'An id for each, then its keys: id: { key: value }, or indented lines.',
  list: 'A "- " for each, then its keys.',
};

function valueSchema(field: Field): object {
  const of = { $ref: `#/$defs/${field.of}` };
  if (field.shape === 'list') return { type: ['array', 'null'], items: of };
  if (field.shape === 'entry') return { anyOf: [of, { type: 'null' }] };
  if (field.shape === 'map') return { type: ['object', 'null'], additionalProperties: of };
  if (field.shape === 'one-of') return words(field.values ?? {});
  return SHAPES[field.shape];
}

function words(values: Readonly<Record<string, string>>): object {
  return { enum: Object.keys(values), enumDescriptions: Object.values(values) };
}

// YAML makes numbers and truth values of plain words: a year, an answer, a name such as 7. All are taken, and asked for
// is text: of a list of types an editor would offer true, false and null as words to write.
const SCALAR = { if: { type: ['string', 'number', 'boolean', 'null'] }, else: { type: 'string' } } as const;
const ENTRIES = { items: SCALAR, minItems: 1 } as const;
const SCALARS = { type: 'array', ...ENTRIES } as const;
const ONE_OR_MORE = { if: { not: { type: 'object' } }, else: { type: ['string', 'array'] }, ...ENTRIES } as const;

// What a date looks like; whether there is such a day `claims check` knows.
const TIME = 'T\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d)';
const POINT = `\\d{4}(-\\d\\d(-\\d\\d(${TIME})?)?)?[~?%]?`;
const END = `(${POINT}|\\.\\.)?`;

const SHAPES: Readonly<Record<Exclude<Shape, 'list' | 'map' | 'entry' | 'one-of'>, object>> = {
  prose: SCALAR,
  line: SCALAR,
  id: SCALAR,
  reference: SCALAR,
  lines: SCALARS,
  references: ONE_OR_MORE,
  url: orNothing({
    type: 'string',
    pattern: '^https?://',
    patternErrorMessage: 'A URL begins with http:// or https://.',
  }),
  date: {
    ...SCALAR,
    pattern: `^\\s*(${POINT}|${END}/${END})\\s*$`,
    patternErrorMessage: 'A date is written 2024, 2024-03, 2024-03-12, or two of them with / between.',
  },
  days: orNothing({ type: 'integer', minimum: 0 }),
  share: orNothing({ type: 'string', pattern: '%$', patternErrorMessage: 'A percentage has its sign, as 10%.' }),
  answer: ONE_OR_MORE,
  answers: { type: 'object', additionalProperties: ONE_OR_MORE },
};

function orNothing(schema: object): object {
  return { if: { type: 'null' }, else: schema };
}
