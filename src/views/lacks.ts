import type { QuestionAnalysis } from '../analysis/analyse.ts';
import { isAnswer } from '../analysis/said.ts';
import type { Claim, Topic } from '../ledger/model.ts';
import { fold } from '../text.ts';
import { joined } from './words.ts';

/** What the file lacks that would help to settle a question, in sentences without a full stop. */
export function lacksOf(topic: Topic, asked: QuestionAnalysis): readonly string[] {
  const { question, kind, clashes } = asked;
  const { claims } = question;
  const names = clashes.some(({ reason }) => reason.includes('two names for one thing'));
  return [
    ...silentParties(topic, asked),
    ...about(
      claims.filter(({ answer }) => answer === undefined),
      'gives no answer',
      'give no answer',
    ),
    ...about(
      claims.filter((claim) => lacksDay(claim, question.time)),
      DAYS[question.time ?? 'fixed'].one,
      DAYS[question.time ?? 'fixed'].many,
    ),
    ...(kind === 'number' && question.time === undefined
      ? ['the question does not say with `time` whether its number changes']
      : []),
    ...(kind === 'number' && question.measure === undefined && clashes.length > 0
      ? ['the question does not say with `measure` what exactly is counted']
      : []),
    ...(names ? ['the question has no `options`, so that two words may be names for one thing'] : []),
    ...about(
      claims.filter(({ sourceIds }) => sourceIds.length === 0),
      'has no source',
      'have no source',
    ),
  ];
}

const DAYS = {
  fixed: { one: '', many: '' },
  state: {
    one: 'has no date or `as_of` to say which day it speaks about',
    many: 'have no date or `as_of` to say which day they speak about',
  },
  flow: { one: 'has no `as_of` for the period it covers', many: 'have no `as_of` for the period they cover' },
  cumulative: {
    one: 'has no `as_of` for the day it counts up to',
    many: 'have no `as_of` for the day they count up to',
  },
} as const;

function lacksDay(claim: Claim, time: keyof typeof DAYS | undefined): boolean {
  if (time === undefined || time === 'fixed') return false;
  return claim.as_of === undefined && (time !== 'state' || claim.date === undefined);
}

function silentParties(topic: Topic, { said }: QuestionAnalysis): readonly string[] {
  const answering = new Set(said.filter(isAnswer).map(({ claim }) => fold(claim.party)));
  const silent = (topic.parties ?? []).filter((party) => !answering.has(fold(party)));
  return silent.length === 0 ? [] : [`no answer by ${joined(silent, 'or')}`];
}

function about(claims: readonly Claim[], one: string, many: string): readonly string[] {
  if (claims.length === 0) return [];
  return [`${joined(claims.map(({ id }) => `\`${id}\``))} ${claims.length === 1 ? one : many}`];
}
