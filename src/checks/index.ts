import type { Finding, Severity } from '../diagnostic.ts';
import type { Check, Code, Desk } from './check.ts';
import { circularReference } from './circular-reference.ts';
import { duplicateId } from './duplicate-id.ts';
import { futureDate } from './future-date.ts';
import { hedgedWords } from './hedged-words.ts';
import { implicitReference } from './implicit-reference.ts';
import { inexactAnswer } from './inexact-answer.ts';
import { mildDenial } from './mild-denial.ts';
import { noAnswer } from './no-answer.ts';
import { noAsOf } from './no-as-of.ts';
import { noMeasure } from './no-measure.ts';
import { noReason } from './no-reason.ts';
import { noTime } from './no-time.ts';
import { numberNotInWords } from './number-not-in-words.ts';
import { oneSided } from './one-sided.ts';
import { ownDenial } from './own-denial.ts';
import { quoteWithoutSource } from './quote-without-source.ts';
import { readingCodes } from './reading.ts';
import { saidAfterPublished } from './said-after-published.ts';
import { shadowedEntry } from './shadowed-entry.ts';
import { sharedName } from './shared-name.ts';
import { similarParty } from './similar-party.ts';
import { similarSpeaker } from './similar-speaker.ts';
import { strayDenial } from './stray-denial.ts';
import { strayReplacement } from './stray-replacement.ts';
import { undated } from './undated.ts';
import { unknownReference } from './unknown-reference.ts';
import { unlikePart } from './unlike-part.ts';
import { unreadableAnswer } from './unreadable-answer.ts';
import { unsourced } from './unsourced.ts';
import { unusedSource } from './unused-source.ts';
import { unusedSpeaker } from './unused-speaker.ts';
import { wrongTime } from './wrong-time.ts';

/** Every rule about the ledger's files, errors first. */
export const checks: readonly Check[] = [
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
  hedgedWords,
  inexactAnswer,
  mildDenial,
  noAnswer,
  noAsOf,
  noMeasure,
  noReason,
  noTime,
  numberNotInWords,
  oneSided,
  quoteWithoutSource,
  saidAfterPublished,
  shadowedEntry,
  sharedName,
  similarParty,
  similarSpeaker,
  undated,
  unlikePart,
  unsourced,
  unusedSource,
  unusedSpeaker,
];

/** Every code that a finding can have. */
export const codes: readonly Code[] = [...readingCodes, ...checks];

/** What the checks find: all of it, or only what is of one severity. */
export function findAll(desk: Desk, severity?: Severity): readonly Finding[] {
  return checks
    .filter((check) => severity === undefined || check.severity === severity)
    .flatMap((check) =>
      Array.from(check.find(desk), (found) => ({ code: check.code, severity: check.severity, ...found })),
    );
}
