import { type Counted, counted, MOST_TOLD } from '../counted.ts';
import { parseDate } from '../date.ts';
import type { Finding } from '../diagnostic.ts';
import { perText } from '../memo.ts';
import { nearest, slipOf } from '../nearest.ts';
import type { Path } from '../place.ts';
import type { Entry } from './entry.ts';
import type { Tree } from './reader/tree.ts';
import { type Entity, type Field, fieldsOf, requiredOf } from './schema.ts';
import { isFault, readShape } from './shapes.ts';

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
  const faults = counted(MOST_TOLD);
  const reading: Reading = { file, faults, marred: new Set(marred.map(String)), dateOf: perText(parseDate) };
  const entry = readEntity(reading, tree, entity, []) as Entry<E> | undefined;
  return { entry, findings: faults.findings() };
}

interface Reading {
  readonly file: string;
  readonly faults: Counted;
  readonly marred: ReadonlySet<string>;
  /** A file says the same few days over and over. */
  readonly dateOf: typeof parseDate;
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
  const map: ReadonlyMap<string, Tree> = tree;
  const fields = fieldsOf(entity);
  const where = { path, sound: reading.marred.size === 0 || !reading.marred.has(String(path)) };
  const values: Record<string, unknown> = { where };
  for (const [key, value] of map) {
    const field = fields.get(key);
    if (field === undefined) {
      if (!isNumberTail(key, value)) unknownKey(reading, entity, [...path, key], map);
      where.sound = false;
    } else if (value !== '') {
      const read = readField(reading, field, value, { path, key });
      if (read !== undefined) values[key] = read;
      else if (bears(field)) where.sound = false;
    }
  }
  return isComplete(reading, entity, { map, values, path }) ? values : undefined;
}

/** The place of a key's value. The whole path is made where something points there. */
interface KeyPlace {
  readonly path: Path;
  readonly key: string;
}

// No verdict hangs on a link, on the words themselves, or on what somebody else has made of them.
function bears({ shape }: Field): boolean {
  return shape !== 'url' && shape !== 'prose' && shape !== 'entry';
}

function readField(reading: Reading, field: Field, value: Tree, place: KeyPlace): unknown {
  if (field.shape === 'list') return readList(reading, field, value, place);
  if (field.shape === 'map') return readMap(reading, field, value, place);
  const { path, key } = place;
  if (field.shape === 'entry') return readEntity(reading, value, field.of ?? 'claim', [...path, key]);
  const read = readShape(field, value, reading.dateOf);
  if (!isFault(read)) return read;
  const at = [...path, key, ...(read.path ?? [])];
  report(reading, read.code ?? 'wrong-type', at, `\`${key}\` ${read.fault}`, read);
  return undefined;
}

function readList(reading: Reading, field: Field, value: Tree, { path, key }: KeyPlace): unknown {
  if (!Array.isArray(value)) {
    report(reading, 'wrong-type', [...path, key], `\`${key}\` is a list, not ${nameOf(value)}`, {
      hint: 'begin each entry with `- `',
    });
    return undefined;
  }
  const entries: object[] = [];
  for (const [index, item] of value.entries()) {
    const entry = readEntity(reading, item, field.of ?? 'claim', path.concat(key, index));
    if (entry !== undefined) entries.push(entry);
  }
  return entries;
}

function readMap(reading: Reading, field: Field, value: Tree, { path, key }: KeyPlace): unknown {
  if (!(value instanceof Map)) {
    report(reading, 'wrong-type', [...path, key], `\`${key}\` is a map of ids, not ${nameOf(value)}`, {
      hint: 'write `id: { … }` for each',
    });
    return undefined;
  }
  const entries = new Map<string, unknown>();
  for (const [id, item] of value as ReadonlyMap<string, Tree>) {
    const at = path.concat(key, id);
    const entry = readEntity(reading, item, field.of ?? 'speaker', at);
    // A speaker whose entry is broken is still the one that claims mean by the id.
    entries.set(id, entry ?? { name: id, where: { path: at, sound: false } });
  }
  return entries;
}

interface Read {
  readonly map: ReadonlyMap<string, Tree>;
  readonly values: Readonly<Record<string, unknown>>;
  readonly path: Path;
}

/** True if an entity has what it must have, readable or, where no verdict hangs on it, at least written. */
function isComplete(reading: Reading, entity: Entity, { map, values, path }: Read): boolean {
  const isMissing = (key: string): boolean => (map.get(key) ?? '') === '';
  let complete = true;
  for (const key of requiredOf(entity)) {
    if (values[key] !== undefined) continue;
    const field = fieldsOf(entity).get(key);
    if (isMissing(key)) missingKey(reading, entity, `\`${key}\``, path);
    if (isMissing(key) || field === undefined || bears(field)) complete = false;
  }
  if (entity !== 'claim' || values.says !== undefined || values.quote !== undefined) return complete;
  if (!isMissing('says') || !isMissing('quote')) return complete;
  missingKey(reading, entity, '`says` (or `quote`)', path);
  return false;
}

function missingKey(reading: Reading, entity: Entity, key: string, path: Path): void {
  report(reading, 'missing-key', path, `${NAMES[entity]} needs ${key}`);
}

function unknownKey({ file, faults }: Reading, entity: Entity, path: Path, map: ReadonlyMap<string, Tree>): void {
  faults.add('unknown-key', () => {
    const key = String(path.at(-1));
    const keys = [...fieldsOf(entity).keys()];
    const near = nearest(key, keys);
    const hint =
      near === undefined ? `its keys are ${keys.map((name) => `\`${name}\``).join(', ')}` : `did you mean \`${near}\`?`;
    const meant = slipOf(key, keys);
    return {
      code: 'unknown-key',
      severity: 'error',
      message: `${NAMES[entity]} has no key \`${key}\``,
      place: { file, path, part: 'key' },
      hint,
      ...(meant === undefined || map.has(meant) ? {} : { fix: meant }),
    };
  });
}

// `{ toll: 53,000 }` leaves a key 000, which the reader has already reported as a number that was cut.
function isNumberTail(key: string, value: Tree): boolean {
  return value === '' && /^\d{3}$/u.test(key);
}

function report(reading: Reading, code: string, path: Path, message: string, { hint, fix }: Remedy = {}): void {
  const place = { file: reading.file, path, part: 'value' } as const;
  const remedy = { ...(hint === undefined ? {} : { hint }), ...(fix === undefined ? {} : { fix }) };
  reading.faults.add(code, () => ({ code, severity: 'error', message, place, ...remedy }));
}

type Remedy = Pick<Finding, 'hint' | 'fix'>;

function nameOf(tree: Tree): string {
  if (tree === '') return 'nothing';
  return typeof tree === 'string' ? 'text' : Array.isArray(tree) ? 'a list' : 'a map';
}
