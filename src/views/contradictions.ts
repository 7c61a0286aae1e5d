import { allClashes, type TopicAnalysis } from '../analysis/analyse.ts';
import { type Clash, isOpen } from '../analysis/clash.ts';
import type { ClashKind } from '../analysis/kind.ts';
import { countsOf, sumOf } from '../analysis/tally.ts';
import type { Block, View } from './block.ts';
import { campBlocks, campsData } from './camps.ts';
import { clashData } from './data.ts';
import { each, lazy } from './lazy.ts';
import { plain } from './line.ts';
import { shownClash, sourceNumbers, sourcesBlock } from './shown.ts';
import { count, countsLine, unlistedPairs } from './words.ts';

export interface ContradictionsOptions {
  readonly kind?: ClashKind;
  readonly verdict?: 'contradiction' | 'opposed' | 'tension';
  /** The open ones, or also those reviewed and the shifts. */
  readonly show: 'open' | 'all';
}

/** Every clash, strongest first, in full. `alarm`: an open contradiction is among them. */
export function contradictions(
  topics: readonly TopicAnalysis[],
  options: ContradictionsOptions,
): View & { readonly alarm: boolean } {
  const every = allClashes(topics).filter((clash) => isWanted(clash, options));
  const clashes = every.filter((clash) => options.show === 'all' || isOpen(clash));
  const rows = each(clashes, clashData);
  // A filter picks from what is listed; without one the numbers are of all there are.
  const isWhole = options.kind === undefined && options.verdict === undefined;
  const questions = topics.flatMap((topic) => topic.questions);
  const counts = isWhole ? sumOf(questions.map((question) => question.counts)) : countsOf(every);
  const unlisted = isWhole ? questions.map(unlistedPairs).reduce((sum, pairs) => sum + pairs, 0) : 0;
  return {
    data: { contradictions: rows, questions: lazy(() => topics.flatMap(questionsData).values()), counts },
    rows,
    blocks: lazy(function* (): Generator<Block> {
      const more = every.length > clashes.length ? [{ text: ' (--all shows shifts and what was reviewed)' }] : [];
      const numbers = sourceNumbers();
      yield { block: 'text', line: [...countsLine(counts), ...more] };
      if (isWhole) yield* questions.flatMap(campBlocks);
      for (const clash of clashes) yield { block: 'clash', clash: shownClash(clash, numbers) };
      if (unlisted > 0) yield { block: 'text', line: plain(`and ${count(unlisted, 'more pair')}; --pairs lists all`) };
      yield* sourcesBlock(numbers);
    }),
    alarm: clashes.some((clash) => isOpen(clash) && clash.word === 'contradiction'),
  };
}

function isWanted(clash: Clash, { kind, verdict }: ContradictionsOptions): boolean {
  return (kind === undefined || clash.kind === kind) && (verdict === undefined || clash.word === verdict);
}

function questionsData({ topic, questions }: TopicAnalysis): readonly object[] {
  return questions
    .filter(({ clashes }) => clashes.length > 0)
    .map((asked) => ({
      topic: topic.id,
      question: asked.question.id,
      status: asked.status,
      claims: asked.question.claims.length,
      pairs: asked.pairs,
      ...campsData(asked),
    }));
}
