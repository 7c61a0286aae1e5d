import type { TopicAnalysis } from '../analysis/analyse.ts';
import { type Clash, isMove } from '../analysis/clash.ts';
import type { Said } from '../analysis/said.ts';
import { timeOf } from '../analysis/select.ts';
import { sumOf } from '../analysis/tally.ts';
import type { Claim } from '../ledger/model.ts';
import { textOf } from '../sentence.ts';
import type { Block, Moved, ShownClaim, TimelineDay, View } from './block.ts';
import { claimData, clashData } from './data.ts';
import { each, lazy } from './lazy.ts';
import type { Line } from './line.ts';
import { ownAnswers } from './own-answers.ts';
import { defined, type SourceNumbers, saidWords, shownClaim, sourceNumbers, sourcesBlock } from './shown.ts';
import { spanOf } from './span.ts';
import { clashesAtLater } from './timeline-clashes.ts';
import { count, countsLine, kindWords } from './words.ts';

/** A topic's claims by date, with the moves that each speaker or party made. */
export function timeline(analysis: TopicAnalysis): View {
  const { topic, questions, byClaim } = analysis;
  const claims = [...analysis.claims].sort((a, b) => timeOf(a) - timeOf(b));
  const changes = questions.flatMap(({ clashes }) => clashes.filter(isMove));
  const rows = each(claims, (claim) => claimData(claim, byClaim.get(claim.id) ?? []));
  return {
    data: {
      topic: { id: topic.id, title: topic.title },
      claims: rows,
      changes: each(changes, clashData),
    },
    rows,
    blocks: lazy(() => blocksOf(analysis, claims, changes)),
  };
}

function* blocksOf(analysis: TopicAnalysis, claims: readonly Claim[], changes: readonly Clash[]): Generator<Block> {
  const { topic, questions, byClaim } = analysis;
  const moves = movesOf(changes);
  const clashing = clashesAtLater(analysis, claims);
  const numbers = sourceNumbers();
  const own = ownAnswers(analysis);
  const asks = new Map(questions.map(({ question }) => [question.id, question.ask]));
  const days = daysOf(claims, (claim) => ({
    ...(claim.question === undefined ? {} : { ask: asks.get(claim.question) ?? claim.question }),
    claim: shown(own(claim), byClaim.get(claim.id) ?? [], analysis, numbers),
    ...defined({ moved: moves.get(claim), clash: clashing.get(claim) }),
  }));
  const counts = countsLine(sumOf(questions.map((question) => question.counts)));
  yield { block: 'text', line: titleLine(topic.title, claims) };
  yield { block: 'text', line: [...changesLine(changes.length), ...counts] };
  yield { block: 'timeline', days };
  yield* sourcesBlock(numbers);
}

function titleLine(title: string, claims: readonly Claim[]): Line {
  return [{ text: title, tone: 'strong' }, { text: ` · ${count(claims.length, 'claim')}${spanOf(claims)}` }];
}

function changesLine(changes: number): Line {
  return [{ text: `${changes === 0 ? 'no changes' : count(changes, 'change')} · ` }];
}

function daysOf(
  claims: readonly Claim[],
  entry: (claim: Claim) => TimelineDay['entries'][number],
): readonly TimelineDay[] {
  const days = new Map<string, TimelineDay['entries'][number][]>();
  for (const claim of claims) {
    const day = saidWords(claim) ?? 'undated';
    const entries = days.get(day);
    if (entries === undefined) days.set(day, [entry(claim)]);
    else entries.push(entry(claim));
  }
  return [...days].map(([day, entries]) => ({ day, entries }));
}

/** The move that each claim makes: of several the one that is listed first. */
function movesOf(changes: readonly Clash[]): ReadonlyMap<Claim, Moved> {
  const moves = new Map<Claim, Moved>();
  for (const change of changes) {
    const { claim } = change.sides[1];
    if (!moves.has(claim)) moves.set(claim, moved(change));
  }
  return moves;
}

function moved(change: Clash): Moved {
  const kind = change.rule === '3.6 replaces' ? 'replacement' : kindWords(change);
  return { kind, word: change.word, reason: textOf(change.reason) };
}

function shown(said: Said, clashes: readonly Clash[], analysis: TopicAnalysis, numbers: SourceNumbers): ShownClaim {
  const mark = clashes.find(({ reviewed }) => reviewed === undefined)?.word;
  const replaced = analysis.replaced.has(said.claim);
  return shownClaim(said, numbers, { ...defined({ mark }), replaced });
}
