import type { QuestionAnalysis, TopicAnalysis } from '../analysis/analyse.ts';
import { type Clash, isOpen } from '../analysis/clash.ts';
import { isAnswer, type Said } from '../analysis/said.ts';
import type { Claim } from '../ledger/model.ts';
import type { ColumnBy, Columns } from './columns.ts';
import type { SourceNumbers } from './shown.ts';

/** What to set side by side, and of it what to leave out. */
export interface DiffOptions {
  readonly by: ColumnBy;
  /** Names of the only columns to show. */
  readonly parties?: readonly string[];
  /** Ids of the only questions to show. */
  readonly questions?: readonly string[];
  readonly only?: 'disputed';
  readonly passes: (claim: Claim) => boolean;
}

/** What a side-by-side is made from. */
export interface Sheet {
  readonly analysis: TopicAnalysis;
  readonly options: DiffOptions;
  readonly columns: Columns;
  readonly numbers: SourceNumbers;
}

/** A question as far as it is shown: the claims that pass, and the clashes whose both sides do. */
export interface ShownQuestion {
  readonly asked: QuestionAnalysis;
  readonly said: readonly Said[];
  readonly clashes: readonly Clash[];
  readonly group: Group;
}

/** Where a question stands: in the grid with the first four, below it with the others. */
export type Group = 'disputed' | 'contested' | 'changed' | 'answered' | 'one-sided' | 'unanswered';

const GROUPS: readonly Group[] = ['disputed', 'contested', 'changed', 'answered', 'one-sided', 'unanswered'];

/** The questions that have something to show, the most disputed first. */
export function questionsOf({ analysis, options, columns }: Sheet): readonly ShownQuestion[] {
  const isShown = ({ claim }: Said): boolean => columns.indexOf(claim) !== undefined && options.passes(claim);
  return analysis.questions
    .filter(({ question }) => options.questions === undefined || options.questions.includes(question.id))
    .map((asked) => {
      const clashes = asked.clashes.filter((clash) => clash.sides.every(isShown));
      const ofClash = new Set(clashes.flatMap(({ sides }) => sides));
      const moves = clashes.filter(({ word }) => word === 'shift').flatMap(({ sides }) => sides);
      const elsewhere = [...new Set(moves)].filter((side) => !asked.said.includes(side));
      const shown = asked.said.filter(isShown);
      const isSilent = shown.every(({ implied }) => implied);
      const said = [...shown.filter((one) => !one.implied || isSilent || ofClash.has(one)), ...elsewhere];
      return { asked, said, clashes, group: groupOf(asked, clashes, said, columns.indexOf) };
    })
    .filter(({ said, asked }) => said.length > 0 || asked.said.length === 0)
    .filter(({ group }) => options.only === undefined || group === 'disputed' || group === 'contested')
    .sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group));
}

function groupOf(
  asked: QuestionAnalysis,
  clashes: readonly Clash[],
  said: readonly Said[],
  column: (claim: Claim) => number | undefined,
): Group {
  if (clashes.some(isOpen)) return asked.status === 'disputed' ? 'disputed' : 'contested';
  if (clashes.length > 0) return 'changed';
  const answering = new Set(said.filter(isAnswer).map(({ claim }) => `${column(claim)} ${claim.party}`));
  return answering.size > 1 ? 'answered' : answering.size === 1 ? 'one-sided' : 'unanswered';
}

/** The claims without a question that are shown: none when only some questions are. */
export function looseOf({ analysis, options, columns }: Sheet): readonly Claim[] {
  if (options.questions !== undefined || options.only !== undefined) return [];
  return analysis.topic.claims.filter((claim) => columns.indexOf(claim) !== undefined && options.passes(claim));
}
