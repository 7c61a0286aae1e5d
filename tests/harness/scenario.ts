import { analyseTopic, type QuestionAnalysis, type TopicAnalysis } from '../../src/analysis/analyse.ts';
import type { Clash } from '../../src/analysis/clash.ts';
import type { Listing } from '../../src/analysis/tally.ts';
import { kindWords } from '../../src/views/words.ts';
import { type Plain, topicOf } from './topic.ts';

export type Entry = { readonly [key: string]: Plain };

export interface Scene {
  /** Keys of the question asked. */
  readonly question: Entry;
  /** Claims in short, as `claimOf` reads them. */
  readonly claims: readonly string[];
  /** Further keys of the topic: its parties, other questions, claims without one. */
  readonly more?: {
    readonly parties?: readonly string[];
    readonly questions?: readonly Plain[];
    readonly claims?: readonly Plain[];
  };
  readonly listing?: Listing;
}

const SPEAKERS: Entry = {
  mayor: { name: 'Mayor', party: 'Town' },
  clerk: { name: 'Clerk', party: 'Town' },
  port: { name: 'Port', party: 'Harbour' },
  guard: { name: 'Guard' },
};

/** The question of a scene with everything that is derived about it. */
export function analysed(scene: Scene): QuestionAnalysis {
  const [analysis] = analysedTopic(scene).questions;
  if (analysis === undefined) throw new Error('the question was not built');
  return analysis;
}

/** The topic of a scene with everything that is derived about it; the question of the scene is the first. */
export function analysedTopic({ question, claims, more, listing = 'told' }: Scene): TopicAnalysis {
  const first = { ask: 'Is it so?', id: 'first', ...question, claims: claims.map(claimOf) };
  const questions = [first, ...(more?.questions ?? [])];
  const parties = more?.parties === undefined ? {} : { parties: more.parties };
  const topic = { topic: 'A topic', ...parties, speakers: SPEAKERS, questions, claims: more?.claims ?? [] };
  return analyseTopic(topicOf(topic), listing);
}

/** A claim in short: `a mayor: yes @2025-05-01, as_of 2025-05, denies b`; a list of answers is `north | south`. */
export function claimOf(short: string): Entry {
  const [said = '', ...keys] = short.split(', ');
  const [, id, speaker, answer, date] = /^(\S+) ([^:]+): (.+?)(?: @(\S+))?$/u.exec(said) ?? [];
  if (id === undefined || speaker === undefined || answer === undefined) throw new Error(`\`${short}\` is no claim`);
  return {
    id,
    speaker,
    says: 'something',
    answer: answer.includes(' | ') ? answer.split(' | ') : answer,
    ...(date === undefined ? {} : { date }),
    ...Object.fromEntries(keys.map(keyOf)),
  };
}

/** `a b: contradiction, dispute (3.3 choice)`. */
export function told(clash: Clash): string {
  return `${idsOf(clash)}: ${clash.word}, ${kindWords(clash)} (${clash.rule})`;
}

/** The ids of the two claims, in the order in which they are told. */
export function idsOf({ sides }: Clash): string {
  return sides.map(({ claim }) => claim.id).join(' ');
}

function keyOf(short: string): readonly [string, Plain] {
  const [key = '', ...words] = short.split(' ');
  const value = words.join(' ');
  if (key === 'via' || key === 'denies') return [key, [value]];
  if (key === 'reviewed') return [key, [{ with: value, reason: 'They speak of two harbours' }]];
  return key === 'implies' ? [key, { first: value }] : [key, value];
}
