import { defined } from '../shown.ts';

/** A key whose value came, went or changed. Values are as JSON gives them; a side without one has no value. */
export interface KeyChange {
  readonly key: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** The keys that differ between two entities as JSON gives them, in the order of the later one. */
export function keyChanges(before: object, after: object): readonly KeyChange[] {
  const [old, now] = [new Map(Object.entries(defined(before))), new Map(Object.entries(defined(after)))];
  const keys = new Set([...now.keys(), ...old.keys()]);
  return [...keys].filter((key) => !isSame(old.get(key), now.get(key))).map((key) => change(key, old, now));
}

/** A value of a key in words. */
export function valueWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueWords).join(value.some(isMap) ? '; ' : ', ');
  if (!isMap(value)) return String(value);
  return Object.entries(value)
    .map(([key, one]) => `${key}: ${valueWords(one)}`)
    .join(', ');
}

// How a text is broken into lines in its file is no change.
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string') return unbroken(a) === unbroken(b);
  return JSON.stringify(a) === JSON.stringify(b);
}

function unbroken(text: string): string {
  return text.trim().replace(/\s+/gu, ' ');
}

function change(key: string, old: ReadonlyMap<string, unknown>, now: ReadonlyMap<string, unknown>): KeyChange {
  return {
    key,
    ...(old.has(key) ? { before: old.get(key) } : {}),
    ...(now.has(key) ? { after: now.get(key) } : {}),
  };
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
