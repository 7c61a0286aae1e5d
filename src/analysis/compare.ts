import type { Meeting, Verdict } from '../answers/meet.ts';
import { isPercent } from '../answers/read.ts';
import type { Claim, Question } from '../ledger/model.ts';
import type { Asked, Said } from './said.ts';
import { type Footing, meetInTime, meetPart, type Timed, type TimeLimit, type Timely } from './time.ts';

/** What lowers a verdict below what the answers alone come to. */
export type Limit = TimeLimit | 'likely' | 'possible' | 'implied' | 'relayed';

/** The verdict on two claims, with all that an explanation needs. */
export interface Comparison {
  readonly verdict: Verdict;
  /** The rule that decided, as numbered in docs/verdicts.md. */
  readonly rule: string;
  readonly meeting: Meeting;
  readonly footing: Footing;
  /** The limits that made a difference. */
  readonly limits: readonly Limit[];
  /** The claim that denies the other, where that decided. */
  readonly denier: Claim | undefined;
}

/** Rules 3.1 to 3.6 for two claims on one question. The order of the two makes no difference to the verdict. */
export function compare(a: Said, b: Said, question: Question): Comparison {
  const [one, other] = [comparable(a), comparable(b)];
  const timed = one && other ? meetInTime(one, other, question) : UNANSWERED;
  return limited(a, b, timed, denierOf(a, b, question));
}

/**
 * What would keep two compatible claims from a contradiction, if they were none; undefined where they clash, or are not
 * held against each other on one day.
 */
export function limitsBetween(a: Said, b: Said, question: Question): readonly Limit[] | undefined {
  const [one, other] = [comparable(a), comparable(b)];
  if (one === undefined || other === undefined || compare(a, b, question).verdict !== 'compatible') return undefined;
  const { footing, limits } = meetInTime(one, other, question);
  return footing.held !== 'together' || limits.includes('days apart') ? undefined : [...limits, ...sayingLimits(a, b)];
}

/** Rule 3.5: a claim on a question that is part of another, against a claim on that other. */
export function comparePart(part: Said, whole: Said, question: Question, wholeQuestion: Question): Comparison {
  const [lesser, greater] = [comparable(part), comparable(whole)];
  if (!isSameScope(question, wholeQuestion)) return limited(part, whole, OTHER_SCOPE);
  return limited(part, whole, lesser && greater ? meetPart(lesser, greater, question, wholeQuestion) : UNANSWERED);
}

/** True if numbers of a part can be held against those of its whole: they count the same, in the same way in time. */
export function isSameScope(part: Question, whole: Question): boolean {
  const sameMeasure = (part.unit ?? '') === (whole.unit ?? '') && !isPercent(part.unit);
  return sameMeasure && (part.time ?? 'fixed') === (whole.time ?? 'fixed');
}

/** What two claims on questions that have nothing to do with each other come to. */
export function outOfScope(a: Said, b: Said): Comparison {
  return { ...limited(a, b, OTHER_SCOPE), verdict: 'incomparable' };
}

/** True for two claims known to be one speaker's; two unnamed speakers never are. */
export function sameSpeaker(a: Claim, b: Claim): boolean {
  return a.speaker.id === b.speaker.id && a.anonymous === undefined && b.anonymous === undefined;
}

/** The question that a question says it is part of. `byId` has the questions of its topic. */
export function wholeOf({ question }: Asked, byId: ReadonlyMap<string, Asked>): Asked | undefined {
  return question.part_of === undefined || question.part_of === question.id ? undefined : byId.get(question.part_of);
}

function comparable({ claim, answer }: Said): Timely | undefined {
  return answer === undefined || answer.form === 'no comment' ? undefined : { claim, answer };
}

const UNANSWERED: Timed = {
  meeting: { verdict: 'incomparable', rule: '3.1 no answer', why: 'no answer' },
  footing: { held: 'together' },
  limits: [],
};

const OTHER_SCOPE: Timed = {
  meeting: { verdict: 'incomparable', rule: '3.5 scope', why: 'no answer' },
  footing: { held: 'no', because: 'other questions' },
  limits: [],
};

function limited(a: Said, b: Said, timed: Timed, declared?: Claim): Comparison {
  const { meeting, footing } = timed;
  const isCalm = meeting.verdict === 'compatible' || meeting.verdict === 'incomparable';
  if (isCalm && declared === undefined)
    return { verdict: meeting.verdict, rule: meeting.rule, meeting, footing, limits: [], denier: undefined };
  const denier = capped(meeting.verdict, timed.limits) === 'contradiction' ? undefined : declared;
  const found: Verdict = denier === undefined ? meeting.verdict : 'contradiction';
  const limits = denier === undefined ? [...timed.limits, ...sayingLimits(a, b)] : certaintyLimits(a, b);
  const effective = limits.filter((limit) => capped(found, [limit]) !== found);
  const rule = ruleOf(timed, effective, denier);
  return { verdict: capped(found, limits), rule, meeting, footing, limits: effective, denier };
}

function ruleOf(timed: Timed, effective: readonly Limit[], denier: Claim | undefined): string {
  const last = effective.at(-1);
  if (last !== undefined) return LIMIT_RULES[last];
  return denier === undefined ? timed.meeting.rule : '3.6 denies';
}

const LIMIT_RULES: Readonly<Record<Limit, string>> = {
  'no time': '3.4 fixed',
  'hedged day': '3.4 time',
  'long day': '3.4 time',
  'other hours': '3.4 time',
  'turning day': '3.4 time',
  foretold: '3.4 time',
  'days apart': '3.4 state',
  likely: '3.6 certainty',
  possible: '3.6 certainty',
  implied: '3.6 implies',
  relayed: '3.6 via',
};

// "At most tension" leaves every verdict but a contradiction as it is; `possible` takes back a tension too.
function capped(verdict: Verdict, limits: readonly Limit[]): Verdict {
  if (verdict === 'incomparable' || verdict === 'compatible' || limits.length === 0) return verdict;
  return limits.includes('possible') ? 'compatible' : 'tension';
}

function denierOf(a: Said, b: Said, question: Question): Claim | undefined {
  const isKnown = question.sound && a.claim.sound && b.claim.sound;
  if (!isKnown || a.implied || b.implied || sameSpeaker(a.claim, b.claim)) return undefined;
  if (denies(a.claim, b.claim)) return a.claim;
  return denies(b.claim, a.claim) ? b.claim : undefined;
}

function denies(claim: Claim, other: Claim): boolean {
  return other.idWritten && claim.question === other.question && claim.denies?.includes(other.id) === true;
}

function sayingLimits(a: Said, b: Said): readonly Limit[] {
  const implied: readonly Limit[] = a.implied || b.implied ? ['implied'] : [];
  const relayed: readonly Limit[] = isRelayed(a.claim, b.claim) ? ['relayed'] : [];
  return [...implied, ...relayed, ...certaintyLimits(a, b)];
}

/** Words passed on by others, against the same speaker's other claims: rule 3.6. */
export function isRelayed(a: Claim, b: Claim): boolean {
  return sameSpeaker(a, b) && (a.via !== undefined || b.via !== undefined);
}

/** True for two claims of one speaker that are no relayed words: a change of that speaker's. */
export function isOwnPair(a: Said, b: Said): boolean {
  return sameSpeaker(a.claim, b.claim) && !isRelayed(a.claim, b.claim);
}

function certaintyLimits(a: Said, b: Said): readonly Limit[] {
  const certainties = [a.claim.certainty, b.claim.certainty];
  if (certainties.includes('possible')) return ['possible'];
  return certainties.includes('likely') ? ['likely'] : [];
}
