import { saidBy, type TopicAnalysis } from '../analysis/analyse.ts';
import type { Clash } from '../analysis/clash.ts';
import { spokenAnswer } from '../analysis/explain.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Claim } from '../ledger/model.ts';
import type { Block, View } from './block.ts';
import { diagnosticData } from './check.ts';
import { claimData, clashData } from './data.ts';
import type { Line, Piece } from './line.ts';
import { showClaim } from './show.ts';
import { defined } from './shown.ts';
import { count, joined, SIGNS } from './words.ts';

/** A claim that was added, with its topic as it is now. */
export interface AddedClaim {
  readonly analysis: TopicAnalysis;
  readonly claim: Claim;
}

/** Claims that were added, or would be: how the answer reads, what each clashes with, and what to look at again. */
export function added(
  all: readonly AddedClaim[],
  warnings: readonly Diagnostic[],
  outcome: 'written' | 'not written',
): View {
  const [only, ...others] = all;
  const isOne = only !== undefined && others.length === 0;
  return {
    data: { added: all.map(dataOf), written: outcome === 'written', diagnostics: warnings.map(diagnosticData) },
    blocks: [
      ...(isOne ? wholeOf(only) : [{ block: 'items' as const, items: all.map(lineOf) }]),
      ...warnings.map((diagnostic): Block => ({ block: 'finding', diagnostic })),
      { block: 'text', line: [{ text: outcomeOf(all, outcome) }] },
    ],
  };
}

/** How an answer is understood, in words; undefined without one, or where it only says that there is none. */
function readAs({ analysis, claim }: AddedClaim): string | undefined {
  const { answer } = saidBy(analysis, claim);
  return answer === undefined || answer.form === 'no comment' ? undefined : spokenAnswer(answer);
}

function dataOf(one: AddedClaim): object {
  const { analysis, claim } = one;
  const clashes = analysis.byClaim.get(claim.id) ?? [];
  const read = defined({ read_as: readAs(one) });
  return { file: claim.file, ...read, claim: claimData(claim, clashes), clashes: clashes.map(clashData) };
}

function wholeOf(one: AddedClaim): readonly Block[] {
  const read = readAs(one);
  const fact: Line = [{ text: read ?? '' }];
  const blocks = [...showClaim(one.analysis, one.claim).blocks];
  return read === undefined
    ? blocks
    : blocks.map((block) =>
        block.block === 'facts' ? { ...block, facts: [...block.facts, ['read as', fact] as const] } : block,
      );
}

function lineOf({ analysis, claim }: AddedClaim): Line {
  const clashes = analysis.byClaim.get(claim.id) ?? [];
  const name = `${analysis.topic.id}#${claim.id}`;
  return [{ text: name }, ...clashes.flatMap((clash): Line => [{ text: ', ' }, ...clashLine(clash, claim)])];
}

function clashLine({ word, sides }: Clash, own: Claim): readonly Piece[] {
  const others = sides.flatMap(({ claim }) => (claim === own ? [] : [claim.id]));
  return [{ text: `${SIGNS[word]} ${word}`, tone: word }, { text: ` with ${joined(others)}` }];
}

function outcomeOf(all: readonly AddedClaim[], outcome: 'written' | 'not written'): string {
  const files = [...new Set(all.map(({ claim }) => claim.file))];
  if (outcome === 'written') return `Added to ${joined(files)}.`;
  return `Not written: ${count(all.length, 'claim')} would go into ${joined(files)}.`;
}
