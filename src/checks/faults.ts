import type { Check } from './check.ts';
import { circularReference } from './circular-reference.ts';
import { duplicateId } from './duplicate-id.ts';
import { futureDate } from './future-date.ts';
import { implicitReference } from './implicit-reference.ts';
import { ownDenial } from './own-denial.ts';
import { strayDenial } from './stray-denial.ts';
import { strayReplacement } from './stray-replacement.ts';
import { unknownReference } from './unknown-reference.ts';
import { unreadableAnswer } from './unreadable-answer.ts';
import { wrongTime } from './wrong-time.ts';

/** Every rule of which a breach is an error. The commands that read a ledger count their findings. */
export const faults: readonly Check[] = [
  circularReference,
  duplicateId,
  futureDate,
  implicitReference,
  ownDenial,
  strayDenial,
  strayReplacement,
  unknownReference,
  unreadableAnswer,
  wrongTime,
];
