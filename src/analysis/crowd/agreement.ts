import { chainDay } from '../../ledger/model.ts';
import { compare } from '../compare.ts';
import type { Asked, Said } from '../said.ts';
import { isInTime } from '../time.ts';
import { boundsOf } from './bounds.ts';
import { daysAbout, zonesIn } from './crowd.ts';
import { greatest, search } from './search.ts';

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
    daysAbout(answers, question.time),
    answers.map((_, place) => place),
  );
  const reach = question.time === 'state' ? Math.max(question.window ?? 7, zonesIn(answers)) : 0;
  return (node, place) =>
    isOther(node, place) &&
    days.leastLow(node) <= days.high(place) + reach &&
    days.greatestHigh(node) >= days.low(place) - reach;
}
