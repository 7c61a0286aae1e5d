import { isObject, type JsonObject } from './json.ts';

// JSON-LD writes one and the same thing in many ways: a value or a list of them, a text or an object with a name.

/** A value, or each of several. */
export function list(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** The first text of a value: its own, its `@value`, its `name` or its address. */
export function text(value: unknown, depth = 0): string | undefined {
  const [first] = depth > DEEPEST ? [] : list(value);
  if (typeof first === 'string') return first.trim() === '' ? undefined : first.trim();
  if (typeof first === 'number') return String(first);
  return isObject(first) ? (text(first['@value'], depth + 1) ?? text(first.name, depth + 1)) : undefined;
}

// A name within a name within a name is nobody's.
const DEEPEST = 16;

/** The `@id` of a node, or of what refers to one. */
export function id(value: unknown): string | undefined {
  return isObject(value) && typeof value['@id'] === 'string' ? value['@id'] : undefined;
}

/** Whether a node is of a type of schema.org, with or without the vocabulary's address before it. */
export function isType(node: JsonObject, type: string): boolean {
  return list(node['@type']).some((one) => typeof one === 'string' && one.replace(/^.*[/:#]/u, '') === type);
}

/** The first address on the web among values. */
export function address(...values: readonly unknown[]): string | undefined {
  const texts = values.flatMap(list).map((value) => (isObject(value) ? (value.url ?? value['@id']) : value));
  return texts.find((one): one is string => typeof one === 'string' && /^https?:\/\//u.test(one));
}

/** A date; a clock time without a zone is left out, since nobody knows which moment it is. */
export function day(value: unknown): string | undefined {
  return text(value)?.replace(/^(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/u, '$1');
}
