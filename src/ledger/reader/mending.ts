import type { ErrorCode } from 'yaml';
import type { Range } from '../../place.ts';

/** A fault in the words of this project, before it is a finding. */
export interface Fault {
  readonly range: Range;
  readonly message: string;
  readonly hint: string;
}

/**
 * Common mistakes that the library would report in its own terms, several times over, and recover from by moving
 * later keys into other entities. They are found in the tokens, and the one character to blame is covered, so that
 * the rest of the text is read as it was meant.
 */
export interface Mending {
  readonly faults: readonly Fault[];
  /** Offsets of characters that must not be read as punctuation. */
  readonly covers: readonly number[];
  /** Stretches in which whatever else is reported comes from a fault that is already told. */
  readonly told: readonly Range[];
  /** Whether the text, once covered, has the structure that was meant. */
  readonly sound: boolean;
}

/** What the watchers of single mistakes write down. */
export interface Notes {
  readonly faults: Fault[];
  readonly covers: number[];
  readonly told: Range[];
  sound: boolean;
}

/** What the library says of an error: a code of a closed list, and where. Its message is never shown. */
export interface LibraryError {
  readonly code: ErrorCode;
  readonly pos: readonly [number, number];
}
