import { saidBy, type TopicAnalysis } from '../analysis/analyse.ts';
import { type Clash, isMove } from '../analysis/clash.ts';
import { timeOf } from '../analysis/select.ts';
import { type Claim, claimsOf } from '../ledger/model.ts';
import type { Moved, ShownClaim, TimelineDay, View } from './block.ts';
import { claimData, clashData } from './data.ts';
import { type SourceNumbers, saidWords, shownClaim, sourceNumbers, sourcesBlock } from './shown.ts';
import { count, kindWords } from './words.ts';

/** A topic's claims by date, with the moves that each speaker or party made. */
export function timeline(analysis: TopicAnalysis): View {
  const { topic, questions, byClaim } = analysis;
  const claims = [...claimsOf(topic)].sort((a, b) => timeOf(a) - timeOf(b));
  const changes = questions.flatMap(({ clashes }) => clashes.filter(isMove));
  const numbers = sourceNumbers();
  const asks = new Map(questions.map(({ question }) => [question.id, question.ask]));
  const days = daysOf(claims, (claim) => ({
    ...(claim.question === undefined ? {} : { ask: asks.get(claim.question) ?? claim.question }),
    claim: shown(claim, byClaim.get(claim.id) ?? [], analysis, numbers),
    ...movedBy(claim, changes),
  }));
  return {
    data: {
      topic: { id: topic.id, title: topic.title },
      claims: claims.map((claim) => claimData(claim, byClaim.get(claim.id) ?? [])),
      changes: changes.map(clashData),
    },
    rows: claims.map((claim) => claimData(claim, byClaim.get(claim.id) ?? [])),
    blocks: [
      {
        block: 'text',
        line: [
          { text: topic.title, tone: 'strong' },
          {
            text: ` · ${count(claims.length, 'claim')}, ${changes.length === 0 ? 'no changes' : count(changes.length, 'change')}`,
          },
        ],
      },
      { block: 'timeline', days },
      ...sourcesBlock(numbers),
    ],
  };
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

function movedBy(claim: Claim, changes: readonly Clash[]): { readonly moved?: Moved } {
  const change = changes.find(({ sides }) => sides[1].claim === claim);
  return change === undefined
    ? {}
    : {
        moved: {
          kind: change.rule === '3.6 replaces' ? 'replacement' : kindWords(change),
          word: change.word,
          reason: change.reason,
        },
      };
}

function shown(claim: Claim, clashes: readonly Clash[], analysis: TopicAnalysis, numbers: SourceNumbers): ShownClaim {
  const mark = clashes.find(({ reviewed }) => reviewed === undefined)?.word;
  return shownClaim(saidBy(analysis, claim), numbers, {
    ...(mark === undefined ? {} : { mark }),
    replaced: analysis.replaced.has(claim),
  });
}
