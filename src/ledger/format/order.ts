import { type Field, fieldsOf } from '../schema.ts';
import { entityAt, keysAt } from '../write/keys.ts';
import type { Part } from './parts.ts';

/**
 * What a part holds, in the order of the format: keys as it lists them, one that it does not know behind the key that
 * it follows; items, and keys that are ids, as they stand. (The shared file has its keys in the order of a topic.)
 */
export function inOrder({ path, parts, value }: Part): readonly Part[] {
  const order = value.kind === 'map' ? keysAt('topic', path) : [];
  let rank = -1;
  const ranked = parts.map((part) => {
    const place = order.indexOf(String(part.path.at(-1)));
    if (place >= 0) rank = place;
    return { part, rank };
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ part }) => part);
}

/** Whether a part is a list or map of entities, which stand on lines of their own. */
export function holdsEntities({ path, parts }: Part): boolean {
  const entity = path.length === 0 ? undefined : entityAt('topic', path.slice(0, -1));
  const field: Field | undefined = entity === undefined ? undefined : fieldsOf(entity).get(String(path.at(-1)));
  return parts.length > 0 && (field?.shape === 'list' || field?.shape === 'map');
}

/** Whether a part is the list of questions, between which empty lines stand. */
export function isQuestions({ path }: Part): boolean {
  return path.length === 1 && path[0] === 'questions';
}
