import { chainDay } from '../ledger/model.ts';
import type { Clashes, Replaced } from './clashes.ts';
import { compare } from './compare.ts';
import { isInTime, spokenDays, zonesIn } from './crowd/crowd.ts';
import { boundsOf } from './crowd/finder.ts';
import { greatest, search } from './crowd/search.ts';
import { partyKey } from './kind.ts';
import { type Asked, isAnswer, type Said } from './said.ts';

/** How a question stands: rule 3.8. */
export type Status = 'disputed' | 'contested' | 'agreed' | 'apart' | 'one-sided' | 'open';

/** `open` is the weightiest open clash of the question. */
export function statusOf(asked: Asked, open: Clashes['open'], replaced: Replaced): Status {
  if (open !== 'none') return open;
  const answers = asked.said.filter((said) => isAnswer(said) && !replaced.has(said.claim));
  const sides = sidesBy(answers, ({ claim }) => partyKey(claim));
  if (sides.length === 0) return 'open';
  if (sides.length === 1) return 'one-sided';
  return agree(sides, asked) ? 'agreed' : 'apart';
}

/** Answers by who gives them. */
export function sidesBy(answers: readonly Said[], sideOf: (said: Said) => string): readonly (readonly Said[])[] {
  const sides = new Map<string, Said[]>();
  for (const said of answers) {
    const key = sideOf(said);
    const side = sides.get(key);
    if (side === undefined) sides.set(key, [said]);
    else side.push(said);
  }
  return [...sides.values()];
}

/** True if an answer of one side is compatible with one of another, and not only because one is said to be possible. */
export function agree(sides: readonly (readonly Said[])[], asked: Asked): boolean {
  const said = sides.flatMap((answers, side) => answers.map((one) => ({ one, side })));
  const timely = said.filter(({ one }) => isInTime(one, asked.question.time));
  const inTurn = timely.sort((a, b) => chainDay(a.one.claim) - chainDay(b.one.claim));
  const answers = inTurn.map(({ one }) => one);
  const sideAt = (place: number): number => inTurn[place]?.side ?? -1;
  const may = mayCompare(asked, answers, sideAt);
  return answers.some((one, place) => {
    const later = { from: place + 1, to: answers.length };
    for (const other of search(answers.length, later, 'forward', (node) => may(node, place))) {
      if (sideAt(other) !== sideAt(place) && fits(one, answers[other], asked)) return true;
    }
    return false;
  });
}

function fits(a: Said, b: Said | undefined, asked: Asked): boolean {
  if (b === undefined) return false;
  const { verdict, limits } = compare(a, b, asked.question);
  return verdict === 'compatible' && limits.length === 0;
}

/** False for stretches of answers none of which can be held against the one at a place, or that are all of its side. */
function mayCompare(
  { question }: Asked,
  answers: readonly Said[],
  sideAt: (place: number) => number,
): (node: number, place: number) => boolean {
  const [most, least] = [greatest(answers.length, sideAt), greatest(answers.length, (place) => -sideAt(place))];
  const isOther = (node: number, place: number): boolean =>
    most[node] !== sideAt(place) || least[node] !== -sideAt(place);
  if (question.time === undefined || question.time === 'fixed') return isOther;
  if (question.time === 'cumulative') {
    // Of two totals that are only known to be reached by some day, neither is the later.
    const isKnown = (place: number): number => Number(answers[place]?.claim.as_of !== undefined);
    const known = greatest(answers.length, isKnown);
    return (node, place) => isOther(node, place) && (known[node] === 1 || isKnown(place) === 1);
  }
  const days = boundsOf(
    spokenDays(answers, question.time),
    answers.map((_, place) => place),
  );
  const reach = question.time === 'state' ? Math.max(question.window ?? 7, zonesIn(answers)) : 0;
  return (node, place) =>
    isOther(node, place) &&
    days.leastLow(node) <= days.high(place) + reach &&
    days.greatestHigh(node) >= days.low(place) - reach;
}
