import type { TopicAnalysis } from '../analysis/analyse.ts';
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

/** Finds what is wrong with one topic. */
export type Checker = (analysis: TopicAnalysis) => readonly Finding[];

/**
 * Holds topic after topic against all checks, or only those of one severity. What several of them would tell of a place
 * in the shared file, since they name the same speakers and sources, is told with the first.
 */
export function checker(desk: Desk, severity?: Severity): Checker {
  const wanted = checks.filter((check) => severity === undefined || check.severity === severity);
  const told = new Set<string>();
  const isNew = ({ code, place }: Finding): boolean => {
    const before = told.size;
    return told.add(JSON.stringify([code, place])).size > before;
  };
  return (analysis) => {
    const findings: Finding[] = [];
    for (const { code, severity, find } of wanted) {
      for (const found of find(analysis, desk)) {
        const finding = { code, severity, ...found };
        if (finding.place.file === analysis.topic.file || isNew(finding)) findings.push(finding);
      }
    }
    return findings;
  };
}
