import type { TopicAnalysis } from '../analysis/analyse.ts';
import { lastDay, timeOf } from '../analysis/select.ts';
import { sumOf } from '../analysis/tally.ts';
import { spokenDay } from '../date.ts';
import type { Block, View } from './block.ts';
import { briefSections } from './brief-sections.ts';
import type { BriefSheet } from './brief-sheet.ts';
import { byColumn, columnsOf, OTHERS } from './columns.ts';
import { plain } from './line.ts';
import { ownAnswers } from './own-answers.ts';
import { shownClaim, sourceNumbers, sourcesBlock } from './shown.ts';
import { count, joined } from './words.ts';

/** Topics in an editor's order, what is disputed first, with every claim in full and its sources at the end. */
export function brief(topics: readonly TopicAnalysis[], until: number | undefined): View {
  const numbers = sourceNumbers();
  const title: readonly Block[] =
    topics.length > 1 ? [{ block: 'heading', level: 1, text: `Brief on ${topics.length} topics` }] : [];
  const parts = topics.flatMap((analysis) => {
    const named = topics.length > 1 ? ` (${analysis.topic.id})` : '';
    return topicBlocks({ analysis, numbers, columns: columnsOf(analysis.topic, { by: 'party' }), named }, until);
  });
  return {
    data: { topics: topics.map(({ topic }) => ({ id: topic.id, title: topic.title })) },
    blocks: [...title, ...parts, ...sourcesBlock(numbers)],
  };
}

function topicBlocks(sheet: BriefSheet, until: number | undefined): readonly Block[] {
  const sections = briefSections(sheet, { 'One side only': unasked });
  const headed = sections.flatMap(({ title, blocks }): readonly Block[] => [
    { block: 'heading', level: 2, text: title + sheet.named },
    ...blocks,
  ]);
  return [...head(sheet, until), ...headed];
}

function head({ analysis }: BriefSheet, until: number | undefined): readonly Block[] {
  const { title, summary } = analysis.topic;
  const day = until ?? lastDay(analysis.topic);
  const state = `${stateOf(analysis)}.`;
  return [
    { block: 'heading', level: 1, text: title },
    ...(summary === undefined ? [] : [{ block: 'text' as const, line: plain(summary) }]),
    { block: 'text', line: plain(day === undefined ? capital(state) : `As of ${spokenDay(day)}: ${state}`) },
  ];
}

/** `2 contradictions, 3 tensions and 1 shift in 12 questions`. */
function stateOf(analysis: TopicAnalysis): string {
  const { contradiction, opposed, tension, shift, reviewed } = sumOf(
    analysis.questions.map((question) => question.counts),
  );
  const counts = [
    [contradiction, 'contradiction'],
    [opposed, 'opposed pair'],
    [tension, 'tension'],
    [shift, 'shift'],
    [reviewed, 'reviewed clash', 'reviewed clashes'],
  ] as const;
  const words = counts.filter(([number]) => number > 0).map(([number, one, many]) => count(number, one, many));
  return `${words.length === 0 ? 'no clashes' : joined(words)} in ${count(analysis.questions.length, 'question')}`;
}

/** Claims that answer no question, by party, in the order of time. */
function unasked({ analysis, columns, numbers, named }: BriefSheet): readonly Block[] {
  const said = ownAnswers(analysis);
  return byColumn(columns, analysis.topic.claims, (claim) => claim).flatMap((own, index): readonly Block[] => {
    if (own.length === 0) return [];
    const title = columns.titles[index] ?? OTHERS;
    const inTime = [...own].sort((a, b) => timeOf(a) - timeOf(b));
    const claims = inTime.map((claim) => shownClaim(said(claim), numbers, { replaced: analysis.replaced.has(claim) }));
    const text = `Also said by ${title === OTHERS ? 'others' : title}${named}`;
    return [
      { block: 'heading', level: 3, text },
      { block: 'claims', form: 'full', claims },
    ];
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
