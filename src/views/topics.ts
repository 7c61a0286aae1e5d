import type { TopicAnalysis } from '../analysis/analyse.ts';
import { lastDay } from '../analysis/select.ts';
import { sumOf } from '../analysis/tally.ts';
import { isoDay } from '../date.ts';
import { claimsOf } from '../ledger/model.ts';
import { fold } from '../text.ts';
import type { View } from './block.ts';
import { each } from './lazy.ts';
import { type Line, plain } from './line.ts';
import type { RowTable } from './row-table.ts';
import { defined } from './shown.ts';
import { legend } from './words.ts';

/** A line a topic: what it holds, and how many clashes are open. */
export function topics(analyses: readonly TopicAnalysis[]): View {
  const rows = analyses.map(summary);
  const table: RowTable = {
    columns: KEYS.map((name) => ({ name, holds: 'text' })),
    rows: each(rows, (row) => KEYS.map((key) => row[key])),
  };
  const columns = [
    { title: 'topic', size: 'id' },
    { title: 'title', size: 'fill' },
    { title: 'questions', size: 'fit', align: 'right' },
    { title: 'claims', size: 'fit', align: 'right' },
    { title: 'parties', size: 'fit', align: 'right' },
    { title: '✗', size: 'fit', align: 'right' },
    { title: '⇄', size: 'fit', align: 'right' },
    { title: '~', size: 'fit', align: 'right' },
    { title: 'last', size: 'fit' },
  ] as const;
  if (rows.length === 0)
    return { data: { topics: [] }, rows, table, blocks: [{ block: 'text', line: plain('no topics') }] };
  const signs = legend(new Set(['contradiction', 'opposed', 'tension']));
  return {
    data: { topics: rows },
    rows,
    table,
    blocks: [
      { block: 'table', columns, rows: rows.map(rowOf) },
      { block: 'text', line: signs },
    ],
  };
}

interface Summary {
  readonly id: string;
  readonly title: string;
  readonly questions: number;
  readonly claims: number;
  readonly parties: number;
  /** Open contradictions. */
  readonly contradictions: number;
  /** Open oppositions. */
  readonly opposed: number;
  /** Open tensions. */
  readonly tensions: number;
  /** The day of the last claim, YYYY-MM-DD. */
  readonly last?: string;
}

const KEYS: readonly (keyof Summary)[] = [
  'id',
  'title',
  'questions',
  'claims',
  'parties',
  'contradictions',
  'opposed',
  'tensions',
  'last',
];

function summary({ topic, questions }: TopicAnalysis): Summary {
  const counts = sumOf(questions.map((question) => question.counts));
  const last = lastDay(topic);
  const claims = claimsOf(topic);
  return {
    id: topic.id,
    title: topic.title,
    questions: questions.length,
    claims: claims.length,
    parties: new Set(claims.map(({ party }) => fold(party))).size,
    contradictions: counts.contradiction,
    opposed: counts.opposed,
    tensions: counts.tension,
    ...defined({ last: last === undefined ? undefined : isoDay(last) }),
  };
}

function rowOf(row: Summary): readonly Line[] {
  const flagged = (number: number, tone: 'contradiction' | 'opposed' | 'tension'): Line => [
    number > 0 ? { text: String(number), tone } : { text: '0' },
  ];
  return [
    plain(row.id),
    plain(row.title),
    plain(String(row.questions)),
    plain(String(row.claims)),
    plain(String(row.parties)),
    flagged(row.contradictions, 'contradiction'),
    flagged(row.opposed, 'opposed'),
    flagged(row.tensions, 'tension'),
    plain(row.last ?? ''),
  ];
}
