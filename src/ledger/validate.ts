import type { Finding } from '../diagnostic.ts';
import { nearest, slipOf } from '../nearest.ts';
import type { Path } from '../place.ts';
import type { Entry } from './entry.ts';
import type { Tree } from './reader/tree.ts';
import { type Entity, type Field, fieldsOf } from './schema.ts';
import { readShape } from './shapes.ts';

/** What a file's tree holds as the format has it, and every way in which it does not. */
export interface Validated<E extends Entity> {
  readonly entry: Entry<E> | undefined;
  readonly findings: readonly Finding[];
}

/**
 * Holds a tree against an entity of the format. What can be read is kept: an unreadable key is left out and makes its
 * entity unsound, a claim or question without a required key is left out whole.
 * `marred` are paths of maps in which the reader itself found a fault.
 */
export function validate<E extends Entity>(
  file: string,
  tree: Tree,
  entity: E,
  marred: readonly Path[] = [],
): Validated<E> {
  const findings: Finding[] = [];
  const reading: Reading = { file, findings, marred: new Set(marred.map(String)) };
  return { entry: readEntity(reading, tree, entity, []) as Entry<E> | undefined, findings };
}

interface Reading {
  readonly file: string;
  readonly findings: Finding[];
  readonly marred: ReadonlySet<string>;
}

const NAMES: Readonly<Record<Entity, string>> = {
  topic: 'a topic',
  shared: 'a shared file',
  speaker: 'a speaker',
  source: 'a source',
  question: 'a question',
  claim: 'a claim',
  review: 'a review',
  assessment: 'an assessment',
};

function readEntity(reading: Reading, tree: Tree, entity: Entity, path: Path): object | undefined {
  if (!(tree instanceof Map)) {
    const hint = path.length === 0 ? 'begin with `topic: ` and a title' : 'write its keys as `key: value`';
    report(reading, 'wrong-type', path, `${NAMES[entity]} is a map of keys, not ${nameOf(tree)}`, { hint });
    return undefined;
  }
  const fields = fieldsOf(entity);
  const values: Record<string, unknown> = Object.create(null);
  let sound = !reading.marred.has(String(path));
  for (const [key, value] of tree as ReadonlyMap<string, Tree>) {
    const field = fields.get(key);
    if (field === undefined) {
      if (!isNumberTail(key, value)) unknownKey(reading, entity, [...path, key], tree as ReadonlyMap<string, Tree>);
      sound = false;
    } else if (value !== '') {
      const read = readField(reading, field, value, [...path, key]);
      if (read === undefined && bears(field)) sound = false;
      else values[key] = read;
    }
  }
  reportMissing(reading, entity, tree as ReadonlyMap<string, Tree>, path);
  return isComplete(entity, values) ? { ...values, where: { path, sound } } : undefined;
}

// No verdict hangs on a link, on the words themselves, or on what somebody else has made of them.
function bears({ shape }: Field): boolean {
  return shape !== 'url' && shape !== 'prose' && shape !== 'entry';
}

function readField(reading: Reading, field: Field, value: Tree, path: Path): unknown {
  if (field.shape === 'list') return readList(reading, field, value, path);
  if (field.shape === 'map') return readMap(reading, field, value, path);
  if (field.shape === 'entry') return readEntity(reading, value, field.of ?? 'claim', path);
  const read = readShape(field, value);
  if (!('fault' in read)) return read.value;
  report(
    reading,
    read.code ?? 'wrong-type',
    read.path ? [...path, ...read.path] : path,
    `\`${path.at(-1)}\` ${read.fault}`,
    read,
  );
  return undefined;
}

function readList(reading: Reading, field: Field, value: Tree, path: Path): unknown {
  if (!Array.isArray(value)) {
    report(reading, 'wrong-type', path, `\`${path.at(-1)}\` is a list, not ${nameOf(value)}`, {
      hint: 'begin each entry with `- `',
    });
    return undefined;
  }
  const entity = field.of ?? 'claim';
  return value
    .map((item, index) => readEntity(reading, item, entity, [...path, index]))
    .filter((item) => item !== undefined);
}

function readMap(reading: Reading, field: Field, value: Tree, path: Path): unknown {
  if (!(value instanceof Map)) {
    report(reading, 'wrong-type', path, `\`${path.at(-1)}\` is a map of ids, not ${nameOf(value)}`, {
      hint: 'write `id: { … }` for each',
    });
    return undefined;
  }
  const entries = new Map<string, unknown>();
  for (const [id, item] of value as ReadonlyMap<string, Tree>) {
    const entry = readEntity(reading, item, field.of ?? 'speaker', [...path, id]);
    // A speaker whose entry is broken is still the one that claims mean by the id.
    entries.set(id, entry ?? { name: id, where: { path: [...path, id], sound: false } });
  }
  return entries;
}

function reportMissing(reading: Reading, entity: Entity, tree: ReadonlyMap<string, Tree>, path: Path): void {
  const isMissing = (key: string): boolean => (tree.get(key) ?? '') === '';
  for (const key of requiredOf(entity).filter(isMissing)) missingKey(reading, entity, `\`${key}\``, path);
  if (entity === 'claim' && isMissing('says') && isMissing('quote')) {
    missingKey(reading, entity, '`says` (or `quote`)', path);
  }
}

function isComplete(entity: Entity, values: Readonly<Record<string, unknown>>): boolean {
  const hasWords = entity !== 'claim' || 'says' in values || 'quote' in values;
  return hasWords && requiredOf(entity).every((key) => key in values);
}

function requiredOf(entity: Entity): readonly string[] {
  return [...fieldsOf(entity)].filter(([, field]) => field.required === true).map(([key]) => key);
}

function missingKey(reading: Reading, entity: Entity, key: string, path: Path): void {
  report(reading, 'missing-key', path, `${NAMES[entity]} needs ${key}`);
}

function unknownKey(reading: Reading, entity: Entity, path: Path, map: ReadonlyMap<string, Tree>): void {
  const key = String(path.at(-1));
  const keys = [...fieldsOf(entity).keys()];
  const near = nearest(key, keys);
  const hint =
    near === undefined ? `its keys are ${keys.map((name) => `\`${name}\``).join(', ')}` : `did you mean \`${near}\`?`;
  const meant = slipOf(key, keys);
  reading.findings.push({
    code: 'unknown-key',
    severity: 'error',
    message: `${NAMES[entity]} has no key \`${key}\``,
    place: { file: reading.file, path, part: 'key' },
    hint,
    ...(meant === undefined || map.has(meant) ? {} : { fix: meant }),
  });
}

// `{ toll: 53,000 }` leaves a key 000, which the reader has already reported as a number that was cut.
function isNumberTail(key: string, value: Tree): boolean {
  return value === '' && /^\d{3}$/u.test(key);
}

function report(reading: Reading, code: string, path: Path, message: string, { hint, fix }: Remedy = {}): void {
  const place = { file: reading.file, path, part: 'value' } as const;
  const remedy = { ...(hint === undefined ? {} : { hint }), ...(fix === undefined ? {} : { fix }) };
  reading.findings.push({ code, severity: 'error', message, place, ...remedy });
}

type Remedy = Pick<Finding, 'hint' | 'fix'>;

function nameOf(tree: Tree): string {
  if (tree === '') return 'nothing';
  return typeof tree === 'string' ? 'text' : Array.isArray(tree) ? 'a list' : 'a map';
}
