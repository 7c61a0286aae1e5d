import type { Match } from '../../analysis/change/match-claims.ts';
import type { TopicMatch } from '../../analysis/change/match-topics.ts';
import { spokenSet } from '../../analysis/explain.ts';
import type { Said } from '../../analysis/said.ts';
import type { Claim } from '../../ledger/model.ts';
import { fold } from '../../text.ts';
import { claimData } from '../data.ts';
import { ownAnswers } from '../own-answers.ts';
import { type KeyChange, keyChanges } from './keys.ts';

/** A claim that came, went or changed: by its answer, else by its words, else by another key. */
export interface ClaimChange {
  readonly match: Match<Claim>;
  readonly change: 'new' | 'answer' | 'wording' | 'keys' | 'removed';
  /** What changed on the claim itself, its answer first, without what its speaker's own entry says. */
  readonly keys: readonly KeyChange[];
}

/** The claims of a topic that changed, in the order of the file, those that went last. */
export function claimChanges(topic: TopicMatch): readonly ClaimChange[] {
  const saidBefore = topic.before && ownAnswers(topic.before);
  const saidAfter = topic.after && ownAnswers(topic.after);
  return topic.claims.flatMap((match): readonly ClaimChange[] => {
    const { before, after } = match;
    if (before === undefined) return [{ match, change: 'new', keys: [] }];
    if (after === undefined) return [{ match, change: 'removed', keys: [] }];
    const keys = answerFirst(changedKeys(topic, before, after)).filter(({ key }) => !isSpeakersOwn(key, before, after));
    if (keys.length === 0) return [];
    const moved = !isSameAnswer(saidBefore?.(before), saidAfter?.(after));
    return [{ match, change: kindOf(keys, moved), keys }];
  });
}

/** Every key in which a claim differs, that of its question and those that its speaker gives it included. */
export function changedKeys(topic: TopicMatch, before: Claim, after: Claim): readonly KeyChange[] {
  return keyChanges(dataOf(before), dataOf(after)).filter(({ key }) => {
    if (key === 'question') return !isSameQuestion(topic, before, after);
    return key !== 'id' || before.idWritten || after.idWritten;
  });
}

function answerFirst(keys: readonly KeyChange[]): readonly KeyChange[] {
  return [...keys.filter(({ key }) => key === 'answer'), ...keys.filter(({ key }) => key !== 'answer')];
}

function dataOf(claim: Claim): object {
  const {
    topic: _topic,
    speaker_id: _speaker,
    clashes: _clashes,
    ...keys
  } = claimData(claim, []) as Readonly<Record<string, unknown>>;
  return keys;
}

function isSameQuestion({ questions }: TopicMatch, before: Claim, after: Claim): boolean {
  if (before.question === undefined || after.question === undefined) return before.question === after.question;
  return questions.some(
    (one) => one.before?.question.id === before.question && one.after?.question.id === after.question,
  );
}

/** True for what stands in the speaker's entry both times: it is told there. */
function isSpeakersOwn(key: string, before: Claim, after: Claim): boolean {
  if (before.speaker.id !== after.speaker.id) return false;
  const both = (isOwn: (claim: Claim) => boolean): boolean => isOwn(before) && isOwn(after);
  if (key === 'speaker') return true;
  if (key === 'role') return both(({ role, speaker }) => role === speaker.role);
  return key === 'party' && both(({ party, speaker }) => party === (speaker.party ?? speaker.name));
}

function kindOf(keys: readonly KeyChange[], moved: boolean): 'answer' | 'wording' | 'keys' {
  if (moved && keys.some(({ key }) => key === 'answer')) return 'answer';
  return keys.some(({ key }) => WORDING.includes(key)) ? 'wording' : 'keys';
}

const WORDING: readonly string[] = ['says', 'quote', 'translation'];

/** True if two answers come to the same, however they are written: `53000` and `53,000`. */
function isSameAnswer(before: Said | undefined, after: Said | undefined): boolean {
  if (before?.words === after?.words) return true;
  if (before === undefined || after === undefined) return false;
  if (fold(before.words) === fold(after.words)) return true;
  const [a, b] = [before.answer, after.answer];
  if (a === undefined || b === undefined || a.form !== b.form) return false;
  return spokenSet(a, 'core') === spokenSet(b, 'core') && spokenSet(a, 'halo') === spokenSet(b, 'halo');
}
