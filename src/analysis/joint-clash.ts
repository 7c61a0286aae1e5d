import { listing, type Sentence, say, textOf } from '../sentence.ts';
import { bySaidOrder, type Clash } from './clash.ts';
import { type Joint, jointOf } from './joint.ts';
import { partyKey } from './kind.ts';
import type { Asked, Said } from './said.ts';
import { phrase } from './spoken.ts';
import { withDate } from './when.ts';

/** The clash of the fewest claims on a question that cannot all be true, though any two of them can. */
export function jointClash(asked: Asked, said: readonly Said[]): Clash | undefined {
  if (asked.kind !== 'choice') return undefined;
  const found = clashOf(asked, jointOf(asked, said));
  if (found?.reviewed === undefined) return found;
  // What a person has explained may not hide another one.
  const reviewers = new Set(found.sides.filter((side) => reviewBy(side, found.sides).length > 0));
  const rest = said.filter((one) => !reviewers.has(one));
  return jointClash(asked, rest) ?? found;
}

function clashOf(asked: Asked, joint: Joint | undefined): Clash | undefined {
  const [first, second, ...more] = [...(joint?.said ?? [])].sort(bySaidOrder);
  if (joint === undefined || first === undefined || second === undefined) return undefined;
  const about = asked.question.about ?? 'fact';
  const isTension = joint.limits.length > 0;
  const reviewed = [first, second, ...more].flatMap((one) => reviewBy(one, joint.said)).at(0);
  return {
    asked,
    sides: [first, second, ...more],
    verdict: isTension ? 'tension' : 'contradiction',
    word: isTension ? 'tension' : about === 'position' ? 'opposed' : 'contradiction',
    kind: 'joint',
    rule: '3.3 joint choice',
    reason: explained([first, second, ...more], joint.limits, about),
    ...(reviewed === undefined ? {} : { reviewed }),
  };
}

/** True if it is between parties. */
export function isBetweenParties({ sides }: Clash): boolean {
  return new Set(sides.map(({ claim }) => partyKey(claim))).size > 1;
}

/** A person who has looked at it names all the others. */
function reviewBy({ claim }: Said, said: readonly Said[]): NonNullable<Said['claim']['reviewed']> {
  const reviews = claim.reviewed ?? [];
  const others = said.filter((one) => one.claim !== claim);
  const isWhole = others.every(
    ({ claim: { id, idWritten } }) => idWritten && reviews.some((review) => review.with === id),
  );
  return isWhole ? reviews.filter((review) => review.with === others[0]?.claim.id) : [];
}

function explained(sides: readonly Said[], limits: Joint['limits'], about: 'fact' | 'position'): Sentence {
  const hedges = [...new Set(limits.map((limit) => HEDGES[limit] ?? OTHER_TIMES))];
  const hedge = hedges.length === 0 ? '' : `, but ${hedges.join(', and ')}`;
  const be = about === 'fact' ? 'true' : 'met';
  return say`${listed(sides.map(phrase))} cannot all be ${be}, though any two of them can${hedge}`;
}

/** All answers with their dates; a date that they share is said once. */
function listed(phrases: readonly ReturnType<typeof phrase>[]): Sentence {
  const dates = new Set(phrases.map((one) => textOf(withDate(one)).slice(textOf(one.words).length)));
  const [date] = dates;
  if (dates.size > 1 || date === undefined) return listing(phrases.map(withDate));
  return say`${listing(phrases.map(({ words }) => words))}${date === '' ? '' : `, all${date},`}`;
}

const OTHER_TIMES = 'they may not speak about the same time';

const HEDGES: Partial<Record<Joint['limits'][number], string>> = {
  likely: 'not all of them are said for certain',
  implied: 'not all of them were said in so many words',
  relayed: 'one of them was passed on by others',
  'no time': 'the question does not say whether its answer changes over time',
  names: 'two of the words may be names for one thing',
};
