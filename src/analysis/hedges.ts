import { spokenDay } from '../date.ts';
import { type Claim, daysOf } from '../ledger/model.ts';
import { fromLedger, listing, type Sentence, say, textOf } from '../sentence.ts';
import type { Limit } from './compare.ts';
import { grouped } from './grouped.ts';
import type { Said } from './said.ts';
import { isHedgedDay, isVague } from './shared-days.ts';
import { flat, nameOf } from './spoken.ts';
import { saidWhen } from './when.ts';

/** What keeps two answers that cannot both be true from a contradiction: `, but “no” is only said to be likely`. */
export function hedged(a: Said, b: Said, limits: readonly Limit[]): Sentence {
  const reasons = joined(limits.map((limit) => clauseOf(a, b, limit)));
  return reasons.length === 0 ? [] : say`, but ${listing(reasons, ', ', ', and ')}`;
}

/** One reason as a clause, which names the answer that it is about. The two are in the order in which they are told. */
export function hedge(a: Said, b: Said, limit: Limit): Sentence {
  return listing(joined([clauseOf(a, b, limit)]));
}

interface Clause {
  readonly subject: Sentence;
  readonly predicate: string | Sentence;
}

/** Clauses as they are read out: what is about one subject names it once. */
function joined(clauses: readonly Clause[]): readonly Sentence[] {
  return grouped(clauses, ({ subject }) => textOf(subject)).map((alike) => {
    const predicates = alike.map(({ predicate }) => say`${predicate}`);
    return say`${alike[0]?.subject ?? ''} ${listing(predicates, ' and ')}`;
  });
}

function clauseOf(a: Said, b: Said, limit: Limit): Clause {
  const about = (is: (side: Said) => boolean): About => ({ a, b, is });
  switch (limit) {
    case 'no time':
      return { subject: say`the question`, predicate: 'does not say whether its answer changes over time' };
    case 'hedged day':
      return hedgedDay(a, b);
    case 'long day':
      return oneOf(
        about(({ claim }) => isVague(claim)),
        'speaks about no exact day',
        'speak about no exact day',
      );
    case 'other hours':
      return { subject: say`they`, predicate: 'may speak about different hours of that day' };
    case 'turning day':
      return turningDay(a, b);
    case 'foretold':
      return foretold(a, b);
    case 'days apart':
      return { subject: say`they`, predicate: 'speak about different days, close together' };
    case 'likely':
    case 'possible':
      return oneOf(about(isSaid(limit)), `is only said to be ${limit}`, `are only said to be ${limit}`);
    case 'implied':
      return oneOf(about(isImplied), 'was implied rather than said', 'were implied rather than said');
    case 'relayed':
      return relayed(a, b);
  }
}

/** Which of two sides something holds for. */
interface About {
  readonly a: Said;
  readonly b: Said;
  readonly is: (side: Said) => boolean;
}

function oneOf({ a, b, is }: About, predicate: string | Sentence, ofBoth: string): Clause {
  const [only, other] = [a, b].filter(is);
  if (only === undefined || other !== undefined) return { subject: say`both`, predicate: ofBoth };
  return { subject: nameOf(only, a, b), predicate };
}

function isSaid(certainty: 'likely' | 'possible'): (side: Said) => boolean {
  return ({ claim }) => claim.certainty === certainty;
}

function isImplied({ implied }: Said): boolean {
  return implied;
}

function relayed(a: Said, b: Said): Clause {
  const relay = [a, b].find(({ claim }) => claim.via !== undefined);
  const by = (relay?.claim.via ?? []).map((name) => fromLedger(flat(name)));
  const about = { a, b, is: ({ claim }: Said): boolean => claim.via !== undefined };
  return oneOf(about, say`was passed on by ${listing(by, ' and ')}`, 'were passed on by others');
}

function turningDay(a: Said, b: Said): Clause {
  const day = spokenDay(sharedFrom(a, b));
  return { subject: say`they`, predicate: `share only ${day}, the day on which one period ends and the other begins` };
}

function hedgedDay(a: Said, b: Said): Clause {
  const sides = [a, b].filter(({ claim }) => isHedgedDay(claim));
  const [only, other] = sides;
  const marks = [...new Set(sides.flatMap(({ claim }) => marksOf(claim)))].sort();
  if (only === undefined || other !== undefined)
    return { subject: say`both dates`, predicate: `are ${marks.join(' or ')}` };
  return { subject: say`the date of ${nameOf(only, a, b)}`, predicate: `is ${marks.join(' and ')}` };
}

function marksOf(claim: Claim): readonly string[] {
  const points = (daysOf(claim)?.points ?? []).flatMap((point) => point ?? []);
  return [
    ...(points.some(({ approximate }) => approximate) ? ['only approximate'] : []),
    ...(points.some(({ uncertain }) => uncertain) ? ['uncertain'] : []),
  ];
}

function foretold(a: Said, b: Said): Clause {
  const start = sharedFrom(a, b);
  const isEarly = ({ claim }: Said): boolean => (claim.saidBy ?? start) < start;
  const early = [a, b].find(isEarly);
  const when = early === undefined ? '' : saidWhen(early.claim);
  return oneOf({ a, b, is: isEarly }, `was said in advance ${when}`, 'were said in advance');
}

/** The first of the days that two claims share. */
function sharedFrom(a: Said, b: Said): number {
  return Math.max(...[a, b].map(({ claim }) => daysOf(claim)?.first ?? Number.NEGATIVE_INFINITY));
}
