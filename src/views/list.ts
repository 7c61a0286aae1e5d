import type { TopicAnalysis } from '../analysis/analyse.ts';
import { type Clash, type ClashWord, isOpen } from '../analysis/clash.ts';
import { answerWords } from '../analysis/said.ts';
import { timeOf } from '../analysis/select.ts';
import { isoDay } from '../date.ts';
import { type Claim, claimsOf } from '../ledger/model.ts';
import { byCodeUnit } from '../text.ts';
import type { Block, View } from './block.ts';
import { claimData } from './data.ts';
import { type Line, plain } from './line.ts';
import { pickedRows } from './rows.ts';
import { legend, SIGNS } from './words.ts';

export type ListOrder = 'file' | 'date' | 'speaker' | 'party';

export interface ListOptions {
  readonly passes: (claim: Claim) => boolean;
  readonly only?: 'flagged' | 'unanswered';
  readonly sort: ListOrder;
}

/** Claims one a row, topic by topic. */
export function list(topics: readonly TopicAnalysis[], options: ListOptions): View {
  const picked = topics
    .map((analysis) => ({ analysis, claims: pick(analysis, options) }))
    .filter(({ claims }) => claims.length > 0);
  const rows = picked.flatMap(({ analysis, claims }) =>
    claims.map((claim) => claimData(claim, analysis.byClaim.get(claim.id) ?? [])),
  );
  const blocks = picked.flatMap(({ analysis, claims }) => topicBlocks(analysis, claims));
  return {
    data: { claims: rows },
    rows,
    table: pickedRows(topics, (analysis) => pick(analysis, options)),
    blocks: blocks.length > 0 ? [...blocks, ...signs(picked)] : [{ block: 'text', line: plain('no claims') }],
  };
}

interface Picked {
  readonly analysis: TopicAnalysis;
  readonly claims: readonly Claim[];
}

function signs(picked: readonly Picked[]): readonly Block[] {
  const clashes = picked.flatMap(({ analysis, claims }) => claims.flatMap(({ id }) => analysis.byClaim.get(id) ?? []));
  const line = legend(new Set(clashes.filter(({ reviewed }) => reviewed === undefined).map(({ word }) => word)));
  return line.length === 0 ? [] : [{ block: 'text', line }];
}

function pick({ topic, byClaim }: TopicAnalysis, { passes, only, sort }: ListOptions): readonly Claim[] {
  const claims = claimsOf(topic).filter((claim) => {
    if (only === 'flagged' && !(byClaim.get(claim.id) ?? []).some(isOpen)) return false;
    return (only !== 'unanswered' || claim.answer === undefined) && passes(claim);
  });
  return sort === 'file'
    ? claims
    : [...claims].sort((a, b) => ORDERS[sort](a, b) || timeOf(a) - timeOf(b) || byCodeUnit(a.id, b.id));
}

const ORDERS: Readonly<Record<Exclude<ListOrder, 'file'>, (a: Claim, b: Claim) => number>> = {
  date: (a, b) => timeOf(a) - timeOf(b),
  speaker: (a, b) => byCodeUnit(a.speaker.name, b.speaker.name),
  party: (a, b) => byCodeUnit(a.party, b.party),
};

function topicBlocks({ topic, byClaim }: TopicAnalysis, claims: readonly Claim[]): readonly Block[] {
  return [
    { block: 'heading', level: 2, text: `${topic.title} · ${topic.id}` },
    {
      block: 'table',
      columns: [
        { title: 'id', size: 'id' },
        { title: 'date', size: 'fit' },
        { title: 'speaker', size: 'fit' },
        { title: 'says', size: 'fill' },
        { title: 'answer', size: 'fit' },
        { title: '', size: 'fit' },
      ],
      rows: claims.map((claim) => rowOf(claim, byClaim.get(claim.id) ?? [])),
    },
  ];
}

function rowOf(claim: Claim, clashes: readonly Clash[]): readonly Line[] {
  const words = claim.says ?? (claim.quote === undefined ? '' : `“${claim.quote}”`);
  return [
    plain(claim.id),
    plain(dayOf(claim)),
    plain(claim.speaker.name),
    plain(words),
    plain(claim.answer === undefined ? '' : answerWords(claim.answer)),
    flags(clashes),
  ];
}

function dayOf(claim: Claim): string {
  return claim.date?.text ?? (claim.saidBy === undefined ? '' : `by ${isoDay(claim.saidBy)}`);
}

// The sign of each kind of clash the claim is in, the reviewed left out.
function flags(clashes: readonly Clash[]): Line {
  const words = new Set(clashes.filter(({ reviewed }) => reviewed === undefined).map(({ word }) => word));
  return (Object.keys(SIGNS) as ClashWord[])
    .filter((word) => words.has(word))
    .map((word) => ({ text: SIGNS[word], tone: word }));
}
