import { type Clash, inListOrder } from '../analysis/clash.ts';
import type { Claim, Question, Source, Speaker, Topic } from '../ledger/model.ts';
import { textOf } from '../sentence.ts';
import { assessmentData, reviewData, sourceData } from './data.ts';
import type { RowColumn } from './row-table.ts';
import { defined } from './shown.ts';
import { kindAndSides } from './words.ts';

/** A topic with what its part of a row is made from. */
interface TopicRow {
  readonly topic: Topic;
  /** What no claim tells of, on the topic's first row. */
  readonly rest: object | undefined;
}

/** A claim with what its row is made from. */
interface Row extends TopicRow {
  readonly claim: Claim;
  readonly question: Question | undefined;
  /** The source that has columns of its own. */
  readonly source: Source | undefined;
  /** Strongest first. */
  readonly clashes: readonly Clash[];
  /** The claim's place among those of its topic, from 1. */
  readonly place: number | undefined;
}

interface FilledColumn<R = Row> extends RowColumn {
  readonly of: (row: R) => unknown;
}

// Columns without a prefix are the claim's. What a question, a speaker, a source or a topic has of its own is repeated
// on every row, so that each row can be read, sorted and filtered by itself.

const TITLE: FilledColumn<TopicRow> = text('topic', ({ topic }) => topic.title);

/** What a desk looks at first, in words rather than ids. */
const DESK: readonly FilledColumn[] = [
  TITLE,
  text('question', ({ question }) => question?.ask),
  text('party', ({ claim }) => claim.party),
  text('speaker', ({ claim }) => claim.speaker.name),
  text('role', ({ claim }) => claim.role),
  text('date', ({ claim }) => claim.date?.text),
  text('as_of', ({ claim }) => claim.as_of?.text),
  text('says', ({ claim }) => claim.says),
  text('quote', ({ claim }) => claim.quote),
  { name: 'answer', holds: 'text-or-list', of: ({ claim }) => claim.answer },
  text('source_outlet', ({ source }) => source?.outlet),
  text('source_title', ({ source }) => source?.title),
  text('source_url', ({ source }) => source?.url),
  text('source_archive', ({ source }) => source?.archive),
  text('clash', ({ clashes }) => clashWords(clashes[0])),
  text('why', ({ clashes }) => whyWords(clashes[0])),
];

const OF_CLAIM: readonly FilledColumn[] = [
  list('clash_with', clashesWith),
  text('id', ({ claim }) => claim.id),
  text('certainty', ({ claim }) => claim.certainty),
  text('verb', ({ claim }) => claim.verb),
  text('lang', ({ claim }) => claim.lang),
  text('translation', ({ claim }) => claim.translation),
  text('translator', ({ claim }) => claim.translator),
  list('sources', ({ claim }) => claim.sourceIds),
  text('at', ({ claim }) => claim.at),
  list('via', ({ claim }) => claim.via),
  text('anonymous', ({ claim }) => claim.anonymous),
  list('denies', ({ claim }) => claim.denies),
  text('replaces', ({ claim }) => claim.replaces),
  data('implies', ({ claim }) => claim.implies && Object.fromEntries(claim.implies)),
  data('reviewed', ({ claim }) => claim.reviewed?.map(reviewData)),
  data('assessment', ({ claim }) => claim.assessment && assessmentData(claim.assessment)),
  text('note', ({ claim }) => claim.note),
];

const OF_SPEAKER: readonly FilledColumn[] = [
  text('speaker_id', ({ claim }) => claim.speaker.id),
  text('speaker_role', ({ claim }) => claim.speaker.role),
  text('speaker_party', ({ claim }) => claim.speaker.party),
  list('speaker_aliases', ({ claim }) => claim.speaker.aliases),
  text('speaker_url', ({ claim }) => claim.speaker.url),
  text('speaker_note', ({ claim }) => claim.speaker.note),
];

const OF_SOURCES: readonly FilledColumn[] = [
  text('source_byline', ({ source }) => source?.byline),
  text('source_kind', ({ source }) => source?.kind),
  text('source_published', ({ source }) => source?.published?.text),
  text('source_lang', ({ source }) => source?.lang),
  text('source_note', ({ source }) => source?.note),
  data('other_sources', otherSources),
];

const OF_QUESTION: readonly FilledColumn[] = [
  text('question_id', ({ question }) => question?.id),
  text('question_kind', ({ question }) => question?.kind),
  list('question_options', ({ question }) => question?.options),
  text('question_unit', ({ question }) => question?.unit),
  text('question_measure', ({ question }) => question?.measure),
  text('question_scale', ({ question }) => question?.scale),
  text('question_about', ({ question }) => question?.about),
  text('question_time', ({ question }) => question?.time),
  text('question_window', ({ question }) => question?.window),
  text('question_tolerance', ({ question }) => question?.tolerance),
  text('question_part_of', ({ question }) => question?.part_of),
  text('question_note', ({ question }) => question?.note),
];

const OF_TOPIC: readonly FilledColumn<TopicRow>[] = [
  text('topic_id', ({ topic }) => topic.id),
  text('topic_summary', ({ topic }) => topic.summary),
  list('topic_parties', ({ topic }) => topic.parties),
  text('topic_note', ({ topic }) => topic.note),
  data('topic_rest', ({ rest }) => rest),
];

// `place` is last: no claim is without one, so that no line ends in a delimiter.
const OF_ROW: readonly FilledColumn[] = [
  list('made_up', madeUp),
  data('shared', sharedEntries),
  text('place', ({ place }) => place),
];

/** The columns of a row, in their order; a new one is added at the end of its group, but before `place`. */
export const ROW_COLUMNS: readonly FilledColumn[] = [
  ...DESK,
  ...OF_CLAIM,
  ...OF_SPEAKER,
  ...OF_SOURCES,
  ...OF_QUESTION,
  ...OF_TOPIC,
  ...OF_ROW,
];

/** The row of a claim: a value for each column. */
export function claimCells(row: Row): readonly unknown[] {
  return ROW_COLUMNS.map(({ of }) => of(row));
}

/** The row of a topic without a claim. */
export function topicCells(row: TopicRow): readonly unknown[] {
  return ROW_COLUMNS.map(({ name }) => TOPIC_COLUMNS.find((column) => column.name === name)?.of(row));
}

/** True for the name of a column that is worked out from claims, and written in no file. */
export function isDerived(name: string): boolean {
  return DERIVED.has(name);
}

const DERIVED: ReadonlySet<string> = new Set(['clash', 'why', 'clash_with']);

/** Those that a topic without a claim fills. */
const TOPIC_COLUMNS: readonly FilledColumn<TopicRow>[] = [TITLE, ...OF_TOPIC];

/** The keys of a question that are set, but for its id, what it asks and its claims. */
export function questionKeys(question: Question): object {
  const { kind, options, unit, measure, scale, about, time, window, tolerance, part_of, note } = question;
  return defined({ kind, options, unit, measure, scale, about, time, window, tolerance, part_of, note });
}

function text<R = Row>(name: string, of: (row: R) => unknown): FilledColumn<R> {
  return { name, holds: 'text', of };
}

function list<R = Row>(name: string, of: (row: R) => unknown): FilledColumn<R> {
  return { name, holds: 'list', of };
}

function data<R = Row>(name: string, of: (row: R) => unknown): FilledColumn<R> {
  return { name, holds: 'data', of };
}

/** That of the first id in `sources`, so that it is clear which entry the columns are from; nothing if it is unknown. */
export function firstSource({ sources, sourceIds }: Claim): Source | undefined {
  return sources.find(({ id }) => id === sourceIds[0]);
}

function otherSources({ claim, source }: Row): readonly object[] | undefined {
  const others = claim.sources.filter((other) => other !== source);
  return others.length === 0 ? undefined : others.map(sourceData);
}

/** The ids that stand in no file: what is read back gets them anew. */
function madeUp({ claim, question }: Row): readonly string[] {
  return [
    ...(claim.idWritten ? [] : ['id']),
    ...(claim.speaker.declared ? [] : ['speaker_id']),
    ...(question === undefined || question.idWritten ? [] : ['question_id']),
  ];
}

// Told, so that what is read back does not leave each topic with a copy of its own.
function sharedEntries({ topic, claim }: Row): object | undefined {
  const shared = (entries: readonly (Speaker | Source)[]): readonly string[] | undefined => {
    const ids = entries.filter(({ file }) => file !== topic.file).map(({ id }) => id);
    return ids.length === 0 ? undefined : ids;
  };
  const ids = defined({ speakers: shared([claim.speaker]), sources: shared(claim.sources) });
  return Object.keys(ids).length === 0 ? undefined : ids;
}

/** What somebody has looked at comes after all that is open. */
export function strongestFirst(clashes: readonly Clash[]): readonly Clash[] {
  if (clashes.length === 0) return clashes;
  const ordered = inListOrder(clashes);
  return [
    ...ordered.filter(({ reviewed }) => reviewed === undefined),
    ...ordered.filter(({ reviewed }) => reviewed !== undefined),
  ];
}

function clashWords(clash: Clash | undefined): string | undefined {
  if (clash === undefined) return undefined;
  return `${clash.word} (${kindAndSides(clash)})${clash.reviewed === undefined ? '' : ', reviewed'}`;
}

function whyWords(clash: Clash | undefined): string | undefined {
  if (clash === undefined) return undefined;
  const why = textOf(clash.reason);
  return clash.reviewed === undefined ? why : `${why} (reviewed: ${clash.reviewed.reason})`;
}

function clashesWith({ claim, clashes }: Row): readonly string[] {
  const others = clashes.flatMap(({ sides }) => sides.filter((side) => side.claim !== claim));
  return [...new Set(others.map((side) => side.claim.id))];
}
