import { type ClashChange, claimsBehind } from '../../analysis/change/clash-changes.ts';
import type { TopicMatch } from '../../analysis/change/match-topics.ts';
import type { Clash } from '../../analysis/clash.ts';
import type { Claim } from '../../ledger/model.ts';
import { questionKeys } from '../row-columns.ts';
import { joined } from '../words.ts';
import { changedKeys } from './claim-changes.ts';
import { type KeyChange, keyChanges, valueWords } from './keys.ts';

/** Why a clash came, went or counts as something else now: one sentence without a full stop. */
export function causeOf(change: ClashChange, topic: TopicMatch): string {
  const claims = involved(change, topic);
  const causes = [
    comings(change, topic),
    answerCauses(change, topic),
    [
      ...reviews(change),
      ...replacements(change, topic),
      ...claimCauses(claims, topic, change.before && change.after ? [...COMPARING, ...NAMING] : COMPARING),
      ...questionCauses(change, topic),
    ],
    claimCauses(claims, topic, NAMING),
    soundness(change, topic),
    kindCauses(change, topic),
  ].find((found) => found.length > 0);
  if (causes === undefined) return 'what the claims are held against has changed';
  const told = [...new Set(causes)];
  const rest = told.length - MOST;
  return joined(rest > 0 ? [...told.slice(0, MOST), `${rest} more changed`] : told);
}

// One sentence holds no more.
const MOST = 4;

interface Involved {
  readonly before: Claim | undefined;
  readonly after: Claim | undefined;
}

function involved({ before, after }: ClashChange, { claims }: TopicMatch): readonly Involved[] {
  const side = after === undefined ? 'before' : 'after';
  const clash = after ?? before;
  const own = (clash?.sides ?? []).map(({ claim }) => claims.find((match) => match[side] === claim));
  return own.flatMap((match) => (match === undefined ? [] : [{ before: match.before, after: match.after }]));
}

function comings(change: ClashChange, topic: TopicMatch): readonly string[] {
  const claims = involved(change, topic).flatMap(({ before, after }) => {
    if (before === undefined && after !== undefined) return [`\`${after.id}\` is new`];
    return after === undefined && before !== undefined ? [`\`${before.id}\` was removed`] : [];
  });
  const asked = (change.after ?? change.before)?.asked.question.id;
  const question = topic.questions.find((one) => (one.after ?? one.before)?.question.id === asked);
  if (claims.length > 0 || (question?.before && question.after)) return claims;
  return [question?.after === undefined ? 'the question was removed' : 'the question is new'];
}

function reviews({ before, after }: ClashChange): readonly string[] {
  if (before === undefined || after === undefined) return [];
  if (before.reviewed === undefined && after.reviewed !== undefined) {
    const { by, reason } = after.reviewed;
    return [`it was reviewed${by === undefined ? '' : ` by ${by}`}: ${reason}`];
  }
  return before.reviewed !== undefined && after.reviewed === undefined ? ['its review was taken back'] : [];
}

/** A claim that is replaced makes no clash of its own. */
function replacements(change: ClashChange, topic: TopicMatch): readonly string[] {
  return involved(change, topic).flatMap(({ before, after }) => {
    const earlier = before && topic.before?.replaced.get(before);
    const later = after && topic.after?.replaced.get(after);
    const [newer] = later ?? [];
    if (newer !== undefined && earlier === undefined) return [`\`${after?.id}\` is replaced by \`${newer.id}\``];
    return earlier !== undefined && later === undefined ? [`\`${after?.id}\` is not replaced any more`] : [];
  });
}

/** Where answers alone account for the change nothing else is named. */
function answerCauses(change: ClashChange, topic: TopicMatch): readonly string[] {
  const behind = claimsBehind(change, topic);
  const those = involved(change, topic).filter(({ after }) => after !== undefined && behind.includes(after));
  return claimCauses(those, topic, ['answer', 'implies']);
}

function claimCauses(claims: readonly Involved[], topic: TopicMatch, keys: readonly string[]): readonly string[] {
  return claims.flatMap(({ before, after }) => {
    if (before === undefined || after === undefined) return [];
    return changedKeys(topic, before, after)
      .filter(({ key }) => keys.includes(key))
      .map((one) => keyCause(one, `of \`${after.id}\``));
  });
}

// The keys of a claim on which it rests whether it clashes, and those on which it rests who clashes with whom.
const COMPARING: readonly string[] = [
  'question',
  'date',
  'as_of',
  'answer',
  'certainty',
  'via',
  'anonymous',
  'denies',
  'replaces',
  'implies',
];
const NAMING: readonly string[] = ['speaker', 'party'];

function questionCauses(change: ClashChange, topic: TopicMatch): readonly string[] {
  const asked = (change.after ?? change.before)?.asked.question;
  const side = change.after === undefined ? 'before' : 'after';
  // A part is held against its whole.
  const ids = [asked?.id, asked?.part_of].filter((id) => id !== undefined);
  return topic.questions.flatMap(({ before, after }) => {
    const id = (side === 'before' ? before : after)?.question.id;
    if (before === undefined || after === undefined || id === undefined || !ids.includes(id)) return [];
    const whose = id === asked?.id ? 'of the question' : 'of the question that it is part of';
    return keyChanges(questionKeys(before.question), questionKeys(after.question))
      .filter(({ key }) => key !== 'measure' && key !== 'note')
      .map((one) => keyCause(one, whose));
  });
}

function keyCause({ key, before, after }: KeyChange, whose: string): string {
  const quoted = (value: unknown): string => `“${valueWords(value)}”`;
  if (before === undefined) return `the ${key} ${whose} was given as ${quoted(after)}`;
  if (after === undefined) return `the ${key} ${whose}, ${quoted(before)}, was taken out`;
  return `the ${key} ${whose} changed from ${quoted(before)} to ${quoted(after)}`;
}

/** Claims that cannot be compared while a key of theirs cannot be read. */
function soundness(change: ClashChange, topic: TopicMatch): readonly string[] {
  return involved(change, topic).flatMap(({ before, after }) => {
    if (before === undefined || after === undefined || before.sound === after.sound) {
      if (before?.saidBy === after?.saidBy) return [];
      return [`the day by which \`${after?.id}\` was said is another`];
    }
    return [`\`${after.id}\` ${after.sound ? 'can' : 'cannot'} be compared now; \`claims check\` says why`];
  });
}

function kindCauses({ before, after }: ClashChange, topic: TopicMatch): readonly string[] {
  const asked = (after ?? before)?.asked.question.id;
  const question = topic.questions.find((one) => (one.after ?? one.before)?.question.id === asked);
  const [old, now] = [question?.before?.kind, question?.after?.kind];
  return old === now || old === undefined || now === undefined
    ? []
    : [`answers to the question are read as ${KINDS[now]} now, not as ${KINDS[old]}`];
}

const KINDS: Readonly<Record<Clash['asked']['kind'], string>> = {
  'yes-no': 'yes or no',
  choice: 'choices',
  number: 'numbers',
  date: 'dates',
};
