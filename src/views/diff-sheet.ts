import type { QuestionAnalysis, TopicAnalysis } from '../analysis/analyse.ts';
import { type Clash, isOpen } from '../analysis/clash.ts';
import { agree } from '../analysis/crowd/agreement.ts';
import { grouped } from '../analysis/grouped.ts';
import { partyKey } from '../analysis/kind.ts';
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
  /** Questions that are answered, but by none of the claims that are shown. */
  readonly hidden: ReadonlySet<string>;
  readonly numbers: SourceNumbers;
}

/** A question with the claims that its row is made of. */
export interface ShownQuestion {
  readonly asked: QuestionAnalysis;
  readonly said: readonly Said[];
  readonly clashes: readonly Clash[];
  readonly group: Group;
  /** True if two sides answer alike, and none is in an open clash. */
  readonly agreed: boolean;
}

/** Where a question stands: in the grid with the first four, below it with the others. */
export type Group = 'disputed' | 'contested' | 'changed' | 'answered' | 'one-sided' | 'unanswered';

const GROUPS: readonly Group[] = ['disputed', 'contested', 'changed', 'answered', 'one-sided', 'unanswered'];

/** The questions that have something to show, the most disputed first. */
export function questionsOf({ analysis, options, columns, hidden }: Sheet): readonly ShownQuestion[] {
  return analysis.questions
    .filter(({ question }) => options.questions === undefined || options.questions.includes(question.id))
    .filter(({ question }) => !hidden.has(question.id))
    .map((asked) => shownQuestion(asked, columns))
    .filter(({ group }) => options.only === undefined || group === 'disputed' || group === 'contested')
    .sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group));
}

function shownQuestion(asked: QuestionAnalysis, columns: Columns): ShownQuestion {
  const { clashes } = asked;
  const ofClash = new Set(clashes.flatMap(({ sides }) => sides));
  const moves = clashes.filter(({ word }) => word === 'shift').flatMap(({ sides }) => sides);
  const here = new Set(asked.said);
  const elsewhere = [...new Set(moves)].filter((side) => !here.has(side));
  const isSilent = asked.said.every(({ implied }) => implied);
  const said = [...asked.said.filter((one) => !one.implied || isSilent || ofClash.has(one)), ...elsewhere];
  const sides = grouped(said.filter(isAnswer), ({ claim }) => `${columns.indexOf(claim)} ${partyKey(claim)}`);
  // The status tells, but for two speakers of one party that has the question to itself.
  const agreed = asked.status === 'agreed' || (asked.status === 'one-sided' && agree(sides, asked));
  return { asked, said, clashes, group: groupOf(asked, sides.length), agreed };
}

function groupOf({ status, clashes }: QuestionAnalysis, sides: number): Group {
  if (clashes.some(isOpen)) return status === 'disputed' ? 'disputed' : 'contested';
  if (clashes.length > 0) return 'changed';
  return sides > 1 ? 'answered' : sides === 1 ? 'one-sided' : 'unanswered';
}

/** Every claim that is shown, once. */
export function claimsShown(sheet: Sheet, questions: readonly ShownQuestion[]): readonly Claim[] {
  const answering = questions.flatMap(({ said }) => said.map(({ claim }) => claim));
  return [...new Set([...answering, ...looseOf(sheet)])];
}

/** The claims without a question that are shown: none when only some questions are. */
export function looseOf({ analysis, options }: Sheet): readonly Claim[] {
  return options.questions === undefined && options.only === undefined ? analysis.topic.claims : [];
}
