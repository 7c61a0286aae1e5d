import type { TopicAnalysis } from '../analysis/analyse.ts';
import { isOpen } from '../analysis/clash.ts';
import type { Said } from '../analysis/said.ts';
import { timeOf } from '../analysis/select.ts';
import { isoDay, spokenDay } from '../date.ts';
import type { Claim } from '../ledger/model.ts';
import type { Page, PageCell, PageClaim, PageRow, PageSection, View } from './block.ts';
import { byColumn, columnsOf } from './columns.ts';
import { cellOf, gridRow, head, shownIn } from './diff.ts';
import { type Group, questionsOf, type Sheet, type ShownQuestion } from './diff-sheet.ts';
import { type Line, plain } from './line.ts';
import { marksOf } from './marks.ts';
import { ownAnswers } from './own-answers.ts';
import { pictureOf } from './picture.ts';
import { untoldOf } from './question-state.ts';
import { reasonsOf } from './reasons.ts';
import { defined, sourceNumbers } from './shown.ts';
import { totalsOf } from './totals.ts';

/** What a page says of itself. */
export interface PageOptions {
  /** The day whose record it shows, where it is not all there is. */
  readonly until?: number | undefined;
  /** The address of the page that lists all topics. */
  readonly home?: string;
}

/** A topic as a page of its own: the side-by-side of `diff`, but with every claim whole, and those it leaves out. */
export function page(analysis: TopicAnalysis, { until, home }: PageOptions = {}): View & { readonly page: Page } {
  const { topic } = analysis;
  const columns = columnsOf(topic, { by: 'party' });
  const options = { by: 'party', passes: () => true } as const;
  const sheet: Sheet = { analysis, hidden: new Set(), options, columns, numbers: sourceNumbers() };
  const questions = questionsOf(sheet);
  const all = [...sectionsOf(sheet, questions), ...looseSection(sheet)];
  const used = columns.titles.map((_, index) => all.some(({ rows }) => rows.some((row) => isUsed(row, index))));
  const sections = all.map(({ title, rows }) => ({
    title,
    rows: rows.map((row) => ({ ...row, cells: row.cells.filter((_, index) => used[index]) })),
  }));
  const shown: Page = {
    title: topic.title,
    ...defined({ summary: topic.summary }),
    lines: [...asOf(until), ...linesOf(sheet, questions)],
    columns: columns.titles.filter((_, index) => used[index]),
    sections,
    unanswered: questions.filter(({ said }) => said.length === 0).map(({ asked }) => asked.question.ask),
    ...defined({ picture: pictureOf(analysis, columns), home }),
    sources: sheet.numbers.list(),
  };
  return { data: { topic: { id: topic.id, title: topic.title } }, blocks: [], page: shown };
}

const SECTIONS: readonly { readonly title: string; readonly groups: readonly Group[] }[] = [
  { title: 'In dispute', groups: ['disputed', 'contested'] },
  { title: 'Changed or explained', groups: ['changed'] },
  { title: 'Answered without a clash', groups: ['answered'] },
  { title: 'Answered by one side', groups: ['one-sided'] },
  { title: 'Spoken about, not answered', groups: ['unanswered'] },
];

function sectionsOf(sheet: Sheet, questions: readonly ShownQuestion[]): readonly PageSection[] {
  return SECTIONS.map(({ title, groups }) => {
    const own = questions.filter(({ group, said }) => groups.includes(group) && said.length > 0);
    return { title, rows: own.map((question) => rowOf(sheet, question)) };
  }).filter(({ rows }) => rows.length > 0);
}

function rowOf(sheet: Sheet, question: ShownQuestion): PageRow {
  const { cells: _cells, earlier: _earlier, ...row } = gridRow(sheet, question);
  const { asked, said, clashes } = question;
  const marks = marksOf(clashes);
  const reasons = reasonsOf(clashes, clashes.length).map(({ reason }) => reason);
  const cells = byColumn(sheet.columns, said, ({ claim }) => claim).map((own): PageCell => {
    const lead = new Set(cellOf(own, marks));
    const shown = (one: Said): PageClaim => ({
      shown: shownIn(sheet, one, marks),
      home: !one.implied && one.claim.question === asked.question.id,
      ...dayOf(one.claim),
    });
    return { lead: [...lead].map(shown), earlier: own.filter((one) => !lead.has(one)).map(shown) };
  });
  return {
    ...row,
    state: stateOf(question, row.state),
    // All of them, so that none of the marks stands without its reason.
    reasons,
    untold: untoldOf(asked.counts, reasons),
    ...defined({ measure: asked.question.measure, totals: totalsOf(sheet.analysis, asked) }),
    disputed: clashes.some(isOpen),
    cells,
  };
}

function stateOf({ group, agreed }: ShownQuestion, state: PageRow['state']): PageRow['state'] {
  if (agreed || (group !== 'one-sided' && group !== 'unanswered')) return state;
  return { status: group === 'unanswered' ? 'open' : group };
}

/** The claims without a question: the last section, as a row that asks nothing. */
function looseSection(sheet: Sheet): readonly PageSection[] {
  const { analysis, columns } = sheet;
  const loose = [...analysis.topic.claims].sort((a, b) => timeOf(a) - timeOf(b));
  if (loose.length === 0) return [];
  const own = ownAnswers(analysis);
  const shown = (claim: Claim): PageClaim => ({
    shown: shownIn(sheet, own(claim), new Map()),
    home: true,
    ...dayOf(claim),
  });
  const cells = byColumn(columns, loose, (claim) => claim).map((claims) => ({ lead: claims.map(shown), earlier: [] }));
  const row = {
    ask: '',
    state: { status: 'open' },
    reasons: [],
    untold: { pairs: 0, all: 0, more: false },
    camps: [],
    disputed: false,
    cells,
  } as const;
  return [{ title: 'Said, without a question', rows: [row] }];
}

function dayOf({ saidBy }: Claim): { readonly day?: string } {
  return saidBy === undefined ? {} : { day: isoDay(saidBy) };
}

function isUsed({ cells }: PageRow, index: number): boolean {
  const cell = cells[index];
  return cell !== undefined && cell.lead.length + cell.earlier.length > 0;
}

function asOf(until: number | undefined): readonly Line[] {
  return until === undefined ? [] : [plain(`What was on record on ${spokenDay(until)}`)];
}

// The title stands above them.
function linesOf(sheet: Sheet, questions: readonly ShownQuestion[]): readonly Line[] {
  return head(sheet, questions).flatMap((block) => (block.block === 'text' ? [withoutTitle(block.line)] : []));
}

function withoutTitle(line: Line): Line {
  return line
    .filter(({ tone }) => tone !== 'strong')
    .map((piece) => ({ ...piece, text: piece.text.replace(/^ · /u, '') }));
}
