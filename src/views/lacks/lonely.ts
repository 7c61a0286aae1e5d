import { partyKey } from '../../analysis/kind.ts';
import type { Asked, Said } from '../../analysis/said.ts';
import { instantOf } from '../../analysis/shared-days.ts';
import { isOpen } from '../../analysis/time.ts';
import type { DayRange } from '../../date.ts';
import { type Claim, daysOf } from '../../ledger/model.ts';
import { about } from './few.ts';
import { nested, type Span, sharing } from './spans.ts';

/** Which claims stand alone in time: no other party gives an answer for days that theirs could be held against. */
export function lonelyLacks({ question, kind }: Asked, answers: readonly Said[]): readonly string[] {
  if (new Set(answers.map(({ claim }) => partyKey(claim))).size < 2) return [];
  if (question.time === 'state') return aboutState(answers, question.window ?? 7);
  return question.time === 'flow' && kind === 'number' ? aboutPeriods(answers) : [];
}

function aboutState(answers: readonly Said[], window: number): readonly string[] {
  const dated = answers.filter(({ claim }) => daysOf(claim) !== undefined);
  const exact = dated.flatMap(({ claim }) => spanOf(claim, daysOf(claim)));
  // Where either has no `as_of`, days as far apart as the window still meet.
  const reaching = dated.flatMap(({ claim }) => spanOf(claim, reachOf(claim, window)));
  const [meetsExact, meetsReaching] = [sharing(exact), sharing(reaching)];
  const moments = sharedMoments(dated);
  const lonely = dated.filter((said, index) => {
    const [days, reach] = [exact[index], reaching[index]];
    const isAlone = days !== undefined && reach !== undefined && !meetsExact(reach) && !meetsReaching(days);
    return isAlone && !moments.has(instantOf(said.claim));
  });
  return about(
    lonely,
    'stands alone on its days: ask the other parties about them',
    'stand alone on their days: ask the other parties about them',
  );
}

/** Moments of which several parties speak: two time zones may write one as two days. */
function sharedMoments(said: readonly Said[]): ReadonlySet<number | undefined> {
  const sides = new Map<number, string>();
  const shared = new Set<number | undefined>();
  for (const { claim } of said) {
    const moment = instantOf(claim);
    if (moment === undefined) continue;
    const known = sides.get(moment);
    if (known !== undefined && known !== partyKey(claim)) shared.add(moment);
    sides.set(moment, known ?? partyKey(claim));
  }
  return shared;
}

function reachOf(claim: Claim, window: number): DayRange | undefined {
  const days = daysOf(claim);
  if (days === undefined || claim.as_of !== undefined) return days;
  return { first: days.first - window, last: days.last + window };
}

function aboutPeriods(answers: readonly Said[]): readonly string[] {
  const closed = answers.filter(({ claim }) => claim.as_of !== undefined && !isOpen(claim.as_of));
  const numbers = closed.filter(({ answer }) => answer?.form === 'amount' && !answer.percent);
  const percentages = closed.filter(({ answer }) => answer?.form === 'amount' && answer.percent);
  const lonely = new Set([...unnested(numbers), ...unmatched(percentages)]);
  return about(
    closed.filter((said) => lonely.has(said)),
    'stands alone on its period: ask the other parties about it',
    'stand alone on their periods: ask the other parties about them',
  );
}

function unnested(numbers: readonly Said[]): readonly Said[] {
  const spans = numbers.flatMap((said) => spanOf(said.claim, said.claim.as_of).map((span) => ({ ...span, said })));
  const held = nested(spans);
  return spans.filter((span) => !held.has(span)).map(({ said }) => said);
}

// Of a percentage a shorter period says nothing about a longer one.
function unmatched(percentages: readonly Said[]): readonly Said[] {
  const sides = new Map<string, Set<string>>();
  for (const { claim } of percentages) {
    const known = sides.get(periodOf(claim));
    if (known === undefined) sides.set(periodOf(claim), new Set([partyKey(claim)]));
    else known.add(partyKey(claim));
  }
  return percentages.filter(({ claim }) => sides.get(periodOf(claim))?.size === 1);
}

function periodOf({ as_of: days }: Claim): string {
  return `${days?.first} ${days?.last}`;
}

function spanOf(claim: Claim, days: DayRange | undefined): readonly Span[] {
  return days === undefined ? [] : [{ side: partyKey(claim), first: days.first, last: days.last }];
}
