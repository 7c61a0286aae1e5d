import type { Path } from '../../place.ts';
import { type Entity, type Field, fieldsOf } from '../schema.ts';

/** The keys that the map at a path of a file may have, in the order of the format; none where its keys are ids. */
export function keysAt(file: 'topic' | 'shared', path: Path): readonly string[] {
  const entity = entityAt(file, path);
  return entity === undefined ? [] : [...fieldsOf(entity).keys()];
}

/** The entity of the format that stands at a path; undefined for a list, a map of ids, or a single value. */
export function entityAt(file: 'topic' | 'shared', path: Path): Entity | undefined {
  let entity: Entity | undefined = file;
  for (let at = 0; at < path.length; at += 1) {
    const field: Field | undefined = entity === undefined ? undefined : fieldsOf(entity).get(String(path[at]));
    const isOneOfMany = field?.shape === 'list' || field?.shape === 'map';
    if (isOneOfMany) at += 1;
    entity = at < path.length ? field?.of : undefined;
  }
  return entity;
}
