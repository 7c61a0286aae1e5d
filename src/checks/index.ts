import type { Check, Code } from './check.ts';
import { faults } from './faults.ts';
import { hedgedWords } from './hedged-words.ts';
import { inexactAnswer } from './inexact-answer.ts';
import { lookAlikeId } from './look-alike-id.ts';
import { mildDenial } from './mild-denial.ts';
import { noAnswer } from './no-answer.ts';
import { noAsOf } from './no-as-of.ts';
import { noMeasure } from './no-measure.ts';
import { noReason } from './no-reason.ts';
import { noTime } from './no-time.ts';
import { numberNotInWords } from './number-not-in-words.ts';
import { oneSided } from './one-sided.ts';
import { quoteWithoutSource } from './quote-without-source.ts';
import { readingCodes } from './reading.ts';
import { saidAfterPublished } from './said-after-published.ts';
import { shadowedEntry } from './shadowed-entry.ts';
import { sharedName } from './shared-name.ts';
import { similarParty } from './similar-party.ts';
import { similarSpeaker } from './similar-speaker.ts';
import { undated } from './undated.ts';
import { unlikePart } from './unlike-part.ts';
import { unsourced } from './unsourced.ts';
import { unusedSource } from './unused-source.ts';
import { unusedSpeaker } from './unused-speaker.ts';

/** Every rule about the ledger's files, errors first. */
export const checks: readonly Check[] = [
  ...faults,
  hedgedWords,
  inexactAnswer,
  lookAlikeId,
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
