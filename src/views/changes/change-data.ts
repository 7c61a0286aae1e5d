import type { QuestionAnalysis } from '../../analysis/analyse.ts';
import type { ClashChange } from '../../analysis/change/clash-changes.ts';
import type { Claim } from '../../ledger/model.ts';
import { claimData, clashData } from '../data.ts';
import { questionKeys } from '../row-columns.ts';
import { defined } from '../shown.ts';
import { causeOf } from './causes.ts';
import { isProse } from './change-lines.ts';
import type { ClaimChange } from './claim-changes.ts';
import type { EntityChange, Gains } from './gains.ts';
import type { KeyChange } from './keys.ts';
import { wordDiff } from './word-diff.ts';

/** What a topic gained as JSON gives it. */
export function gainsData(gains: Gains): object {
  const { match, change, analysis, keys, clashes, claims, questions, speakers, sources } = gains;
  const { id, title } = analysis.topic;
  return {
    id,
    title,
    change,
    keys: keys.map(keyData),
    clashes: clashes.map((one) => clashChangeData(one, gains)),
    claims: claims.map((one) => claimChangeData(one, gains)),
    questions: questions.map(questionChangeData),
    speakers: speakers.map(namedChangeData),
    sources: sources.map(namedChangeData),
    ...(match.before && match.before.topic.id !== id ? { was: match.before.topic.id } : {}),
  };
}

/** Each change of a topic by itself, with the topic and what it is a change of. */
export function* changeRows(gains: Gains): Generator<object> {
  const row = (of: string, change: object): object => ({ topic: gains.analysis.topic.id, of, ...change });
  const { change, keys, clashes, claims, questions, speakers, sources } = gains;
  if (change !== 'changed' || keys.length > 0) yield row('topic', { change, keys: keys.map(keyData) });
  for (const one of clashes) yield row('clash', clashChangeData(one, gains));
  for (const one of claims) yield row('claim', claimChangeData(one, gains));
  for (const one of questions) yield row('question', questionChangeData(one));
  for (const one of speakers) yield row('speaker', namedChangeData(one));
  for (const one of sources) yield row('source', namedChangeData(one));
}

/** How a clash changed: it came, it went, or it counts as something else now. */
export function clashChangeKind({ before, after }: ClashChange): 'new' | 'changed' | 'gone' {
  if (before === undefined) return 'new';
  return after === undefined ? 'gone' : 'changed';
}

function clashChangeData(change: ClashChange, { match }: Gains): object {
  const { before, after } = change;
  return {
    change: clashChangeKind(change),
    why: causeOf(change, match),
    ...defined({ before: before && clashData(before), after: after && clashData(after) }),
  };
}

function claimChangeData({ match: { before, after }, change, keys }: ClaimChange, { match }: Gains): object {
  const data = (claim: Claim | undefined, side: Gains['match']['after']): object | undefined =>
    claim && claimData(claim, side?.byClaim.get(claim.id) ?? []);
  const claims = { before: data(before, match.before), after: data(after, match.after) };
  return { change, id: (after ?? before)?.id, keys: keys.map(keyData), ...defined(claims) };
}

function questionChangeData({ match: { before, after }, change, keys }: EntityChange<QuestionAnalysis>): object {
  const asked = after ?? before;
  const own = asked && { id: asked.question.id, ask: asked.question.ask, ...questionKeys(asked.question) };
  return { change, ...own, keys: keys.map(keyData) };
}

function namedChangeData<T extends { readonly id: string }>({ match, change, keys }: EntityChange<T>): object {
  return { change, id: (match.after ?? match.before)?.id, keys: keys.map(keyData) };
}

function keyData(change: KeyChange): object {
  const { before, after } = change;
  const isReworded = isProse(change) && before !== undefined && after !== undefined;
  return { ...change, ...(isReworded ? { words: wordDiff(String(before), String(after)) } : {}) };
}
