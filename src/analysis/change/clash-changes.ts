import type { Claim } from '../../ledger/model.ts';
import { byCodeUnit } from '../../text.ts';
import type { QuestionAnalysis, TopicAnalysis } from '../analyse.ts';
import { type Clash, clashOf, inListOrder } from '../clash.ts';
import { wholeOf } from '../compare.ts';
import { clashAt, meetingOn } from '../meeting.ts';
import type { Said } from '../said.ts';
import type { Match } from './match-claims.ts';
import type { TopicMatch } from './match-topics.ts';

/** A clash that came, went, or counts as something else now. */
export type ClashChange = Match<Clash>;

/**
 * What changed among the clashes that are listed, strongest first, those that are gone last. A pair is held against
 * itself, not against a list: of a crowd only some pairs are listed, and of a speaker's answers each change once, so that
 * a pair may come into a list or leave it without a change of its own.
 */
export function clashChanges(match: TopicMatch): readonly ClashChange[] {
  const [then, now] = [sideOf(match, 'before'), sideOf(match, 'after')];
  const came = now.listed.flatMap((after): readonly ClashChange[] => {
    const before = counterpart(after, now, then);
    if (before === undefined) return [{ after }];
    return standing(before) === standing(after) ? [] : [{ before, after }];
  });
  const told = new Set(came.map(({ after }) => after && keyOf(after)));
  const went = then.listed.flatMap((before): readonly ClashChange[] => {
    const after = counterpart(before, then, now);
    if (after === undefined) return [{ before }];
    return standing(before) === standing(after) || told.has(keyOf(after)) ? [] : [{ before, after }];
  });
  return inOrder([...came, ...went]);
}

/**
 * The claims, as they are now, whose answers alone account for the change of a pair: with those of now in the place of
 * those of then, what was before comes to what is now. The fewest; none where the answers do not account for it.
 */
export function claimsBehind({ before, after }: ClashChange, match: TopicMatch): readonly Claim[] {
  const clash = after ?? before;
  const side = after === undefined ? 'before' : 'after';
  const question = match.questions.find((one) => one[side]?.question.id === clash?.asked.question.id);
  const pair = (clash?.sides ?? []).flatMap(({ claim }) => {
    const both = match.claims.find((one) => one[side] === claim);
    const then = question?.before?.said.find((said) => said.claim === both?.before);
    const now = question?.after?.said.find((said) => said.claim === both?.after);
    return then === undefined || now === undefined ? [] : [{ then, now }];
  });
  const [one, other, third] = pair;
  const asked = question?.before;
  if (asked === undefined || one === undefined || other === undefined || third !== undefined) return [];
  const aim = after && standing(after);
  const exchanged = ({ then, now }: typeof one, those: typeof pair): Said =>
    those.some((each) => each.now === now) ? { ...then, words: now.words, answer: now.answer } : then;
  const behind = [[one], [other], pair].find((those) => {
    const result = clashOf(exchanged(one, those), exchanged(other, those), asked);
    return (result && standing(result)) === aim;
  });
  return behind?.map(({ now }) => now.claim) ?? [];
}

interface Side {
  readonly analysis: TopicAnalysis | undefined;
  readonly listed: readonly Clash[];
  readonly byId: ReadonlyMap<string, QuestionAnalysis>;
  /** What each claim and question of this side is on the other. */
  readonly claims: ReadonlyMap<Claim, Claim>;
  readonly questions: ReadonlyMap<string, string>;
}

function sideOf({ claims, questions, ...match }: TopicMatch, side: 'before' | 'after'): Side {
  const other = side === 'before' ? 'after' : 'before';
  const analysis = match[side];
  return {
    analysis,
    byId: new Map(analysis?.questions.map((asked) => [asked.question.id, asked])),
    listed: analysis?.questions.flatMap(({ clashes }) => clashes) ?? [],
    claims: new Map(claims.flatMap((one) => (one[side] && one[other] ? [[one[side], one[other]] as const] : []))),
    questions: new Map(
      questions.flatMap((one) =>
        one[side] && one[other] ? [[one[side].question.id, one[other].question.id] as const] : [],
      ),
    ),
  };
}

/** The clash between the same claims on the same question on the other side. */
function counterpart(clash: Clash, from: Side, to: Side): Clash | undefined {
  const claims = clash.sides.flatMap(({ claim }) => from.claims.get(claim) ?? []);
  const question = from.questions.get(clash.asked.question.id);
  const [one, other] = claims;
  if (to.analysis === undefined || question === undefined || claims.length < clash.sides.length) return undefined;
  if (clash.kind === 'joint') return to.listed.find((each) => each.kind === 'joint' && isAmong(each, claims, question));
  const asked = to.byId.get(question);
  if (one === undefined || other === undefined || asked === undefined) return undefined;
  const meeting = meetingOn(asked, wholeOf(asked, to.byId), one, other);
  const found = meeting && clashAt(meeting);
  const { replaced } = to.analysis;
  return found?.rule === REPLACES || !(replaced.has(one) || replaced.has(other)) ? found : undefined;
}

// A claim that another one replaces makes no clash of its own, only the move to what replaces it.
const REPLACES = '3.6 replaces';

function isAmong({ asked, sides }: Clash, claims: readonly Claim[], question: string): boolean {
  const isSame = sides.length === claims.length && sides.every(({ claim }) => claims.includes(claim));
  return isSame && asked.question.id === question;
}

/** What a clash counts as. */
function standing({ word, kind, reviewed }: Clash): string {
  return `${word} ${kind}${reviewed === undefined ? '' : ' reviewed'}`;
}

function keyOf({ asked, sides }: Clash): string {
  const ids = sides.map(({ claim }) => claim.id).sort(byCodeUnit);
  return JSON.stringify([asked.question.id, ...ids]);
}

function inOrder(changes: readonly ClashChange[]): readonly ClashChange[] {
  const byClash = new Map(changes.map((change) => [change.after ?? change.before, change] as const));
  const ordered = (some: readonly (Clash | undefined)[]): readonly ClashChange[] =>
    inListOrder(some.filter((clash) => clash !== undefined)).flatMap((clash) => byClash.get(clash) ?? []);
  const [staying, gone] = [changes.filter(({ after }) => after), changes.filter(({ after }) => !after)];
  return [...ordered(staying.map(({ after }) => after)), ...ordered(gone.map(({ before }) => before))];
}
