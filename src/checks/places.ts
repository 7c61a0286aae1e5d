import type { Claim } from '../ledger/model.ts';
import type { Path, Place } from '../place.ts';

/** What stands in a file at a path of its own: a topic, question, claim, speaker or source. */
interface Written {
  readonly file: string;
  readonly path: Path;
}

/** The place of an entity, or of the value at a path of keys below it. */
export function valueAt({ file, path }: Written, ...keys: Path): Place {
  return { file, path: [...path, ...keys], part: 'value' };
}

/** The place of the last of these keys, for a fault of the key itself. */
export function keyAt({ file, path }: Written, ...keys: Path): Place {
  return { file, path: [...path, ...keys], part: 'key' };
}

/** The place of one of several references, which are written as one text where there is only one. */
export function referenceAt(claim: Claim, key: 'source' | 'denies', index: number, count: number): Place {
  return count === 1 ? valueAt(claim, key) : valueAt(claim, key, index);
}
