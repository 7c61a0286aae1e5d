import type { QuestionAnalysis, TopicAnalysis } from '../analysis/analyse.ts';
import { countsOf } from '../analysis/analyse.ts';
import { type Clash, isOpen } from '../analysis/clash.ts';
import { isAnswer, type Said } from '../analysis/said.ts';
import { timeOf } from '../analysis/select.ts';
import type { Claim } from '../ledger/model.ts';
import { byCodeUnit } from '../text.ts';
import type { Block, GridRow, Line, ShownClaim, View } from './block.ts';
import { type ColumnBy, columnsOf } from './columns.ts';
import { claimData, clashData, sourceData } from './data.ts';
import { reasonsOf } from './reasons.ts';
import { asSaid, type SourceNumbers, shownClaim, sourceNumbers } from './shown.ts';
import { count, countsLine, spanWords } from './words.ts';

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

/** A topic side by side: a row a question, a column a party, clashes first. `alarm`: a contradiction is shown. */
export function diff(analysis: TopicAnalysis, options: DiffOptions): View & { readonly alarm: boolean } {
  const columns = columnsOf(analysis.topic, options);
  const numbers = sourceNumbers();
  const sheet: Sheet = { analysis, options, columns, numbers };
  const questions = questionsOf(sheet);
  const inGrid = questions.filter(({ group }) => group < GROUPS.length);
  const rows = inGrid.map((question) => gridRow(sheet, question));
  const titles = columns.titles.filter((_, index) => rows.some(({ cells }) => (cells[index] ?? []).length > 0));
  const used = columns.titles.map((title) => titles.includes(title));
  const shown = questions.flatMap(({ clashes }) => clashes);
  return {
    data: dataOf(sheet, questions),
    blocks: [
      ...head(sheet, questions, shown),
      ...(rows.length === 0
        ? []
        : [
            {
              block: 'grid' as const,
              columns: titles,
              rows: rows.map((row) => ({ ...row, cells: row.cells.filter((_, index) => used[index]) })),
            },
          ]),
      ...(options.only === undefined ? below(sheet, questions) : []),
      ...sourcesBlock(numbers),
    ],
    alarm: shown.some((clash) => isOpen(clash) && clash.word === 'contradiction'),
  };
}

interface Sheet {
  readonly analysis: TopicAnalysis;
  readonly options: DiffOptions;
  readonly columns: ReturnType<typeof columnsOf>;
  readonly numbers: SourceNumbers;
}

/** A question as far as it is shown: the claims that pass, and the clashes whose both sides do. */
interface ShownQuestion {
  readonly asked: QuestionAnalysis;
  readonly said: readonly Said[];
  readonly clashes: readonly Clash[];
  /** Its place among `GROUPS`, or one past them for what stands below the grid. */
  readonly group: number;
}

const GROUPS = ['disputed', 'contested', 'changed', 'compatible'] as const;

function questionsOf({ analysis, options, columns }: Sheet): readonly ShownQuestion[] {
  const isShown = ({ claim }: Said): boolean => columns.indexOf(claim) !== undefined && options.passes(claim);
  return analysis.questions
    .filter(({ question }) => options.questions === undefined || options.questions.includes(question.id))
    .map((asked) => {
      const clashes = asked.clashes.filter((clash) => clash.sides.every(isShown));
      const ofClash = new Set(clashes.flatMap(({ sides }) => sides));
      const moves = clashes.filter(({ word }) => word === 'shift').flatMap(({ sides }) => sides);
      const elsewhere = [...new Set(moves)].filter((side) => !asked.said.includes(side));
      const said = [...asked.said.filter((one) => isShown(one) && (!one.implied || ofClash.has(one))), ...elsewhere];
      return { asked, said, clashes, group: groupOf(asked, clashes, said, columns.indexOf) };
    })
    .filter(({ said, asked }) => said.length > 0 || asked.said.length === 0)
    .filter(({ group }) => options.only === undefined || group < 2)
    .sort((a, b) => a.group - b.group);
}

function groupOf(
  asked: QuestionAnalysis,
  clashes: readonly Clash[],
  said: readonly Said[],
  column: (claim: Claim) => number | undefined,
): number {
  if (asked.status === 'disputed' && clashes.some(isOpen)) return 0;
  if (clashes.some(isOpen)) return 1;
  if (clashes.length > 0) return 2;
  const answering = new Set(said.filter(isAnswer).map(({ claim }) => `${column(claim)} ${claim.party}`));
  return answering.size > 1 ? 3 : 4;
}

function gridRow({ analysis, columns, numbers }: Sheet, { asked, said, clashes }: ShownQuestion): GridRow {
  const cells = columns.titles.map((_, index) => {
    const own = said.filter(({ claim }) => columns.indexOf(claim) === index);
    return cellOf(own, clashes).map((one) => {
      const mark = markOf(one, clashes);
      return shownClaim(one, numbers, {
        ...(mark === undefined ? {} : { mark }),
        replaced: analysis.replaced.has(one.claim.id),
      });
    });
  });
  const mark = clashes.find(isOpen)?.word ?? clashes[0]?.word;
  const state = { status: asked.status, ...(mark === undefined ? {} : { mark }) };
  return { ask: asked.question.ask, id: asked.question.id, state, reasons: reasonsOf(clashes), cells };
}

/** The latest claim of each party in a cell, and any that clashes, in the order in which they were made. */
function cellOf(said: readonly Said[], clashes: readonly Clash[]): readonly Said[] {
  const clashing = new Set(clashes.flatMap(({ sides }) => sides.map(({ claim }) => claim)));
  const ordered = [...said].sort((a, b) => timeOf(a.claim) - timeOf(b.claim) || byCodeUnit(a.claim.id, b.claim.id));
  const latest = new Set([
    ...new Map(ordered.filter(({ implied }) => !implied).map((one) => [one.claim.party, one])).values(),
  ]);
  return ordered.filter((one) => latest.has(one) || clashing.has(one.claim));
}

function markOf(said: Said, clashes: readonly Clash[]): ShownClaim['mark'] {
  const own = clashes.filter(({ sides }) => sides.some(({ claim }) => claim === said.claim));
  return (own.find(isOpen) ?? own.find(({ word }) => word === 'shift'))?.word;
}

function head(
  { analysis, options, columns }: Sheet,
  questions: readonly ShownQuestion[],
  shown: readonly Clash[],
): readonly Block[] {
  const loose =
    options.questions === undefined
      ? analysis.topic.claims.filter((claim) => columns.indexOf(claim) !== undefined && options.passes(claim))
      : [];
  const claims = [...new Set([...questions.flatMap(({ said }) => said.map(({ claim }) => claim)), ...loose])];
  const days = claims.flatMap((claim) => claim.saidBy ?? []);
  const firsts = claims.flatMap((claim) => claim.date?.first ?? claim.saidBy ?? []);
  const span = days.length === 0 ? 'undated' : spanWords(Math.min(...firsts), Math.max(...days));
  const title: Line = [
    { text: analysis.topic.title, tone: 'strong' },
    { text: ` · ${count(claims.length, 'claim')}, ${span}` },
  ];
  const counts: Line = [...countsLine(countsOf(shown)), { text: ` in ${count(questions.length, 'question')}` }];
  return [
    { block: 'text', line: title },
    { block: 'text', line: counts },
  ];
}

function below(sheet: Sheet, questions: readonly ShownQuestion[]): readonly Block[] {
  const { analysis, options, columns, numbers } = sheet;
  const single = questions.filter(({ group, said }) => group === GROUPS.length && said.length > 0);
  const unasked = questions
    .filter(({ said }) => said.length === 0)
    .map(({ asked }): Line => [{ text: asked.question.ask }]);
  const loose = analysis.topic.claims.filter((claim) => columns.indexOf(claim) !== undefined && options.passes(claim));
  const oneSided = single.map((question): Line => lineOf(question, numbers));
  return [
    ...section('Answered by one side', oneSided),
    ...section('Answered by nobody', unasked),
    ...(loose.length === 0 || options.questions !== undefined
      ? []
      : [
          { block: 'heading' as const, level: 2 as const, text: 'Said, without a question' },
          {
            block: 'claims' as const,
            form: 'lines' as const,
            claims: loose.map((claim) => shownClaim(asSaid(claim), numbers)),
          },
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
  const answers = cellOf(said, []).map((one): Line => {
    const { answer, name, said: when, asOf, sources, certainty } = shownClaim(one, numbers);
    const details = [name, certainty, when, asOf && `as of ${asOf}`]
      .filter((detail) => detail !== undefined)
      .join(', ');
    const cited = sources.map((number) => ` [${number}]`).join('');
    return [{ text: ' ' }, { text: answer ?? 'no answer', tone: 'strong' }, { text: ` (${details})${cited}` }];
  });
  return [
    { text: asked.question.ask },
    ...answers.flatMap((answer, index) => (index === 0 ? answer : [{ text: ';' }, ...answer])),
  ];
}

function sourcesBlock(numbers: SourceNumbers): readonly Block[] {
  const sources = numbers.list();
  return sources.length === 0 ? [] : [{ block: 'sources', sources }];
}

function dataOf({ analysis, options, columns }: Sheet, questions: readonly ShownQuestion[]): object {
  const { topic, byClaim } = analysis;
  const loose = options.questions === undefined && options.only === undefined ? topic.claims : [];
  const claims = [
    ...new Set([...questions.flatMap(({ said }) => said.map(({ claim }) => claim)), ...loose.filter(options.passes)]),
  ];
  const sources = topic.sources.filter((source) => claims.some((claim) => claim.sources.includes(source)));
  return {
    topic: { id: topic.id, title: topic.title },
    by: options.by,
    columns: columns.titles,
    questions: questions.map((question) => questionData(question, columns)),
    claims: claims
      .filter((claim) => columns.indexOf(claim) !== undefined)
      .map((claim) => claimData(claim, byClaim.get(claim.id) ?? [])),
    sources: sources.map(sourceData),
  };
}

function questionData({ asked, said, clashes }: ShownQuestion, columns: Sheet['columns']): object {
  const { question, kind, status } = asked;
  const cells = columns.titles.map((column, index) => ({
    column,
    answers: said
      .filter(({ claim, words }) => columns.indexOf(claim) === index && words !== '')
      .map(({ claim, words, implied }) => ({
        claim: claim.id,
        answer: implied ? words : (claim.answer ?? words),
        ...(implied ? { implied } : {}),
      })),
  }));
  const { id, ask, time = 'fixed', about = 'fact' } = question;
  return { id, ask, kind, time, about, status, cells, clashes: clashes.map(clashData) };
}
