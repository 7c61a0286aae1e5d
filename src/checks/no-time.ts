import type { QuestionAnalysis, TopicAnalysis } from '../analysis/analyse.ts';
import { type Clash, isOpen } from '../analysis/clash.ts';
import type { Said } from '../analysis/said.ts';
import type { DayRange } from '../date.ts';
import { type Claim, daysOf } from '../ledger/model.ts';
import type { Check, Found } from './check.ts';
import { valueAt } from './places.ts';

/** Rule 3.4: what a question without `time` costs where its answers are given on different days. */
export const noTime: Check = {
  code: 'no-time',
  severity: 'warning',
  summary: 'A question does not say how its answer depends on time, and its answers are of different days.',
  *find(topic) {
    for (const asked of topic.questions) {
      if (asked.question.time !== undefined || !asked.question.sound) continue;
      yield* asked.kind === 'number' ? number(asked, topic) : other(asked);
    }
  },
};

function* number(asked: QuestionAnalysis, { replaced }: TopicAnalysis): Generator<Found> {
  const ends = asked.said.filter((said) => isCompared(said) && !replaced.has(said.claim)).flatMap(spanOf);
  const [starts, lasts] = [ends.map(({ days }) => days.first), ends.map(({ days }) => days.last)];
  const latest = ends[starts.indexOf(greatest(starts))];
  const earliest = ends[lasts.indexOf(-greatest(lasts.map((last) => -last)))];
  if (latest === undefined || earliest === undefined || latest.days.first <= earliest.days.last) return;
  yield {
    message: `the answers to \`${asked.question.id}\` are numbers of different days, and it has no \`time\``,
    place: valueAt(asked.question),
    hint: 'write `time: cumulative` for a total so far, `state` for a day, `flow` for a period, `fixed` for good',
    related: [earliest.claim, latest.claim].map(pointedAt),
  };
}

function* other({ question, clashes }: QuestionAnalysis): Generator<Found> {
  const clash = clashes.find(
    (one) => isOpen(one) && (one.rule === '3.4 fixed' || isFarApart(one, question.window ?? 7)),
  );
  if (clash === undefined) return;
  yield {
    message: `answers to \`${question.id}\` clash, though they are of days far apart, and it has no \`time\``,
    place: valueAt(question),
    hint: 'write `time: state` if the answer may change from day to day, or `time: fixed` if it holds for good',
    related: clash.sides.map(({ claim }) => pointedAt(claim)),
  };
}

function isCompared({ answer }: Said): boolean {
  return answer !== undefined && answer.form !== 'no comment';
}

interface Span {
  readonly claim: Claim;
  readonly days: DayRange;
}

// Without a date of its own a claim is only known to have been said by a day.
function spanOf({ claim }: Said): readonly Span[] {
  const days = daysOf(claim);
  if (days !== undefined) return [{ claim, days }];
  return claim.saidBy === undefined ? [] : [{ claim, days: { first: Number.NEGATIVE_INFINITY, last: claim.saidBy } }];
}

function isFarApart({ sides }: Clash, window: number): boolean {
  const [a, b] = sides.map(({ claim }) => daysOf(claim));
  if (a === undefined || b === undefined) return false;
  return Math.max(a.first, b.first) - Math.min(a.last, b.last) > window;
}

function greatest(days: readonly number[]): number {
  return days.reduce((most, day) => Math.max(most, day), Number.NEGATIVE_INFINITY);
}

function pointedAt(claim: Claim): { readonly message: string; readonly place: Found['place'] } {
  const key = claim.as_of === undefined ? 'date' : 'as_of';
  const days = daysOf(claim);
  const place = days === undefined ? valueAt(claim) : valueAt(claim, key);
  return { message: days === undefined ? `\`${claim.id}\` has no date` : `\`${claim.id}\` is of ${days.text}`, place };
}
