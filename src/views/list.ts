import type { TopicAnalysis } from '../analysis/analyse.ts';
import { CLASH_WORDS, type Clash, type ClashWord, isOpen } from '../analysis/clash.ts';
import { answerWords } from '../analysis/said.ts';
import { timeOf } from '../analysis/select.ts';
import { isoDay } from '../date.ts';
import type { Claim } from '../ledger/model.ts';
import { byCodeUnit } from '../text.ts';
import type { Block, View } from './block.ts';
import { claimData } from './data.ts';
import { each, lazy } from './lazy.ts';
import { type Line, plain } from './line.ts';
import { pickedRows } from './rows.ts';
import { legend, SIGNS } from './words.ts';

export type ListOrder = 'file' | 'date' | 'speaker' | 'party';

export interface ListOptions {
  readonly passes: (claim: Claim) => boolean;
  readonly only?: 'flagged' | 'unanswered';
  readonly sort: ListOrder;
}

/** Claims one a row, topic by topic, each topic taken when the one before has been shown. */
export function list(topics: Iterable<TopicAnalysis>, options: ListOptions): View {
  const rows = lazy(() => claimRows(topics, options));
  return {
    data: { claims: rows },
    rows,
    table: pickedRows(topics, (analysis) => pick(analysis, options)),
    blocks: lazy(() => blocksOf(topics, options)),
  };
}

function* claimRows(topics: Iterable<TopicAnalysis>, options: ListOptions): Generator<object> {
  for (const analysis of topics) {
    for (const claim of pick(analysis, options)) yield claimData(claim, clashesOf(analysis, claim));
  }
}

function* blocksOf(topics: Iterable<TopicAnalysis>, options: ListOptions): Generator<Block> {
  const signs = new Set<ClashWord>();
  let isEmpty = true;
  for (const analysis of topics) {
    const claims = pick(analysis, options);
    if (claims.length === 0) continue;
    isEmpty = false;
    yield* topicBlocks(analysis, claims);
    for (const claim of claims) for (const word of openWords(clashesOf(analysis, claim))) signs.add(word);
  }
  const line = isEmpty ? plain('no claims') : legend(signs);
  if (line.length > 0) yield { block: 'text', line };
}

function clashesOf({ byClaim }: TopicAnalysis, claim: Claim): readonly Clash[] {
  return byClaim.get(claim.id) ?? NONE;
}

const NONE: readonly Clash[] = [];

function pick(analysis: TopicAnalysis, { passes, only, sort }: ListOptions): readonly Claim[] {
  const claims = analysis.claims.filter((claim) => {
    if (only === 'flagged' && !clashesOf(analysis, claim).some(isOpen)) return false;
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

function topicBlocks(analysis: TopicAnalysis, claims: readonly Claim[]): readonly Block[] {
  const { title, id } = analysis.topic;
  return [
    { block: 'heading', level: 2, text: `${title} · ${id}` },
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
      rows: each(claims, (claim) => rowOf(claim, clashesOf(analysis, claim))),
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

// The sign of each kind of clash the claim is in.
function flags(clashes: readonly Clash[]): Line {
  if (clashes.length === 0) return [];
  const words = new Set(openWords(clashes));
  return CLASH_WORDS.filter((word) => words.has(word)).map((word) => ({ text: SIGNS[word], tone: word }));
}

function openWords(clashes: readonly Clash[]): readonly ClashWord[] {
  return clashes.flatMap(({ word, reviewed }) => (reviewed === undefined ? [word] : []));
}
