import type { TopicAnalysis } from '../analysis/analyse.ts';
import { counted, MOST_TOLD } from '../counted.ts';
import type { Finding } from '../diagnostic.ts';
import type { Check, Desk } from './check.ts';

/** Finds what is wrong with one topic. */
export type Checker = (analysis: TopicAnalysis) => readonly Finding[];

/**
 * Holds topic after topic against some checks. What several of them would tell of a place in the shared file, since they
 * name the same speakers and sources, is told with the first. What one check finds over and over is told as `counted` does.
 */
export function checker(checks: readonly Check[], desk: Desk): Checker {
  const told = new Set<string>();
  const isNew = ({ code, place }: Finding): boolean => {
    const before = told.size;
    return told.add(JSON.stringify([code, place])).size > before;
  };
  return (analysis) => {
    const all = counted(MOST_TOLD);
    for (const { code, severity, find } of checks) {
      for (const found of find(analysis, desk)) {
        const finding = { code, severity, ...found };
        if (finding.place.file === analysis.topic.file || isNew(finding)) all.add(code, () => finding);
      }
    }
    return all.findings();
  };
}
