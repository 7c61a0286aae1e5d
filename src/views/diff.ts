import { analyseTopic, type TopicAnalysis } from '../analysis/analyse.ts';
import { isOpen } from '../analysis/clash.ts';
import { isAnswer, type Said } from '../analysis/said.ts';
import { keepInTopic, timeOf } from '../analysis/select.ts';
import { sumOf } from '../analysis/tally.ts';
import { type Claim, claimsOf } from '../ledger/model.ts';
import type { Block, GridRow, ShownClaim, View } from './block.ts';
import { campLines } from './camps.ts';
import { byColumn, type Columns, columnsOf } from './columns.ts';
import { diffData } from './diff-data.ts';
import {
  claimsShown,
  type DiffOptions,
  type Group,
  looseOf,
  questionsOf,
  type Sheet,
  type ShownQuestion,
} from './diff-sheet.ts';
import type { Line } from './line.ts';
import { type Marks, marksOf } from './marks.ts';
import { ownAnswers } from './own-answers.ts';
import { untoldOf } from './question-state.ts';
import { reasonsOf, type Told } from './reasons.ts';
import { type SourceNumbers, shownClaim, sourceNumbers, sourcesBlock } from './shown.ts';
import { spanOf } from './span.ts';
import { count, countsLine, UNREAD } from './words.ts';

/** A topic side by side: a row a question, a column a party, clashes first. `alarm`: a contradiction is shown. */
export function diff(analysis: TopicAnalysis, options: DiffOptions): View & { readonly alarm: boolean } {
  const columns = columnsOf(analysis.topic, options);
  const shown = shownOf(analysis, columns, options);
  const hidden = new Set(
    shown.questions
      .filter(({ said }, index) => said.length === 0 && analysis.questions[index]?.said.length !== 0)
      .map(({ question }) => question.id),
  );
  const sheet: Sheet = { analysis: shown, hidden, options, columns, numbers: sourceNumbers() };
  const { numbers } = sheet;
  const questions = questionsOf(sheet);
  const inGrid = questions.filter(({ group }) => group !== 'one-sided' && group !== 'unanswered');
  const rows = inGrid.map((question) => gridRow(sheet, question));
  const used = columns.titles.map((_, index) => rows.some(({ cells }) => (cells[index] ?? []).length > 0));
  const titles = columns.titles.filter((_, index) => used[index] === true);
  const clashes = questions.flatMap((question) => question.clashes);
  return {
    data: diffData(sheet, questions),
    blocks: [
      ...head(sheet, questions),
      ...(rows.length === 0
        ? []
        : [
            {
              block: 'grid' as const,
              columns: titles,
              rows: rows.map((row) => withColumns(row, used)),
            },
          ]),
      ...(options.only === undefined ? below(sheet, questions) : []),
      ...sourcesBlock(numbers),
    ],
    alarm: clashes.some((clash) => isOpen(clash) && clash.word === 'contradiction'),
  };
}

// What is left out is not there: clashes, numbers and statuses are those of the claims that are shown.
function shownOf(analysis: TopicAnalysis, columns: Columns, { passes }: DiffOptions): TopicAnalysis {
  const isShown = (claim: Claim): boolean => columns.indexOf(claim) !== undefined && passes(claim);
  if (claimsOf(analysis.topic).every(isShown)) return analysis;
  // What was replaced stays so, even by a claim that is left out.
  const replaced = new Map([...analysis.replaced].map(([older, newer]) => [older, newer.filter(isShown)]));
  return analyseTopic(keepInTopic(analysis.topic, isShown), 'told', replaced);
}

function withColumns(row: GridRow, used: readonly boolean[]): GridRow {
  const isUsed = (_: unknown, index: number): boolean => used[index] === true;
  return { ...row, cells: row.cells.filter(isUsed), earlier: row.earlier.filter(isUsed) };
}

/** A question as a row of the side-by-side. */
export function gridRow(sheet: Sheet, question: ShownQuestion): GridRow {
  const { asked, said, clashes } = question;
  const marks = marksOf(clashes);
  const told = reasonsOf(clashes, asked.isCrowded ? MOST_REASONS : clashes.length);
  const own = byColumn(sheet.columns, said, ({ claim }) => claim);
  const cells = own.map((claims) => (asked.isCrowded ? crowdedCellOf(claims, told) : cellOf(claims, marks)));
  const earlier = own.map((claims, index) => claims.length - (cells[index]?.length ?? 0));
  const { ask, id } = asked.question;
  const shown = cells.map((claims) => claims.map((one) => shownIn(sheet, one, marks)));
  const reasons = told.map(({ reason }) => reason);
  return {
    ask,
    id,
    state: stateOf(question),
    reasons,
    untold: untoldOf(asked.counts, reasons),
    camps: campLines(asked),
    cells: shown,
    earlier,
  };
}

// Of a crowd so many reasons say what there is to say; the pairs beyond are counted.
const MOST_REASONS = 10;

function stateOf({ agreed, clashes }: ShownQuestion): GridRow['state'] {
  const mark = clashes.find(isOpen)?.word ?? clashes[0]?.word;
  const reviewed = clashes.length > 0 && clashes.every((clash) => clash.reviewed !== undefined);
  return {
    status: agreed ? 'agreed' : 'apart',
    ...(mark === undefined ? {} : { mark }),
    ...(reviewed ? { reviewed } : {}),
  };
}

export function shownIn({ analysis, numbers }: Sheet, one: Said, marks: Marks): ShownClaim {
  const mark = marks.get(one.claim);
  const replaced = analysis.replaced.has(one.claim);
  return shownClaim(one, numbers, { ...(mark === undefined ? {} : { mark }), replaced });
}

/** The latest claim of each party in a cell, its latest answer, and any that clashes, in the order of their dates. */
export function cellOf(said: readonly Said[], marks: Marks): readonly Said[] {
  const ordered = [...said].sort((a, b) => timeOf(a.claim) - timeOf(b.claim));
  const own = ordered.filter(({ implied }) => !implied);
  const latest = new Set([...latestByParty(own), ...latestByParty(own.filter(isAnswer))]);
  return ordered.filter((one) => latest.has(one) || one.implied || marks.has(one.claim));
}

/** Of a crowd only the claims that the reasons are about, and the last answer. */
function crowdedCellOf(said: readonly Said[], told: readonly Told[]): readonly Said[] {
  const sides = new Set(told.flatMap(({ clash }) => clash.sides));
  const ordered = [...said].sort((a, b) => timeOf(a.claim) - timeOf(b.claim));
  const last = ordered.filter(isAnswer).at(-1);
  return ordered.filter((one) => one === last || sides.has(one));
}

function latestByParty(ordered: readonly Said[]): Iterable<Said> {
  return new Map(ordered.map((one) => [one.claim.party, one])).values();
}

/** The title with the number and the days of its claims, and the counts of what clashes. */
export function head(sheet: Sheet, questions: readonly ShownQuestion[]): readonly Block[] {
  const claims = claimsShown(sheet, questions);
  const counted = claims.length === 0 ? 'no claims' : `${count(claims.length, 'claim')}${spanOf(claims)}`;
  const title: Line = [{ text: sheet.analysis.topic.title, tone: 'strong' }, { text: ` · ${counted}` }];
  const counts: Line = [
    ...countsLine(sumOf(questions.map(({ asked }) => asked.counts))),
    { text: ` in ${count(questions.length, 'question')}` },
  ];
  return [
    { block: 'text', line: title },
    { block: 'text', line: counts },
  ];
}

function below(sheet: Sheet, questions: readonly ShownQuestion[]): readonly Block[] {
  const lines = (wanted: Group): readonly Line[] =>
    questions.filter(({ group }) => group === wanted).map((question) => lineOf(question, sheet.numbers));
  const own = ownAnswers(sheet.analysis);
  const loose = looseOf(sheet).map((claim) => shownClaim(own(claim), sheet.numbers));
  return [
    ...section('Answered by one side', lines('one-sided')),
    ...section('Not answered', lines('unanswered')),
    ...(loose.length === 0
      ? []
      : [
          { block: 'heading' as const, level: 2 as const, text: 'Said, without a question' },
          { block: 'claims' as const, form: 'lines' as const, claims: loose },
        ]),
  ];
}

function section(text: string, items: readonly Line[]): readonly Block[] {
  return items.length === 0
    ? []
    : [
        { block: 'heading', level: 2, text },
        { block: 'items', items },
      ];
}

function lineOf({ asked, said }: ShownQuestion, numbers: SourceNumbers): Line {
  const answers = cellOf(said, new Map()).map((one): Line => {
    const { answer, name, said: when, asOf, sources, certainty, implied, unread } = shownClaim(one, numbers);
    const details = [name, certainty, implied && 'implied', when, asOf && `as of ${asOf}`, unread && UNREAD]
      .filter((detail) => typeof detail === 'string')
      .join(', ');
    const cited = sources.map((number) => ` [${number}]`).join('');
    return [{ text: ' ' }, { text: answer ?? 'no answer', tone: 'strong' }, { text: ` (${details})${cited}` }];
  });
  return [
    { text: asked.question.ask },
    ...answers.flatMap((answer, index) => (index === 0 ? answer : [{ text: ';' }, ...answer])),
  ];
}
