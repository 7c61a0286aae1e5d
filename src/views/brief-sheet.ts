import type { TopicAnalysis } from '../analysis/analyse.ts';
import type { Columns } from './columns.ts';
import type { SourceNumbers } from './shown.ts';

/** A topic while its brief is written. */
export interface BriefSheet {
  readonly analysis: TopicAnalysis;
  readonly columns: Columns;
  readonly numbers: SourceNumbers;
  /** What tells the headings of one topic from those of the others, where there are others. */
  readonly named: string;
}
