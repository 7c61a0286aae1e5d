import { CLASH_WORDS, type Clash } from '../../analysis/clash.ts';
import { type Counts, countsOf } from '../../analysis/tally.ts';
import type { Line, Piece } from '../line.ts';
import { count } from '../words.ts';
import { clashChangeKind } from './change-data.ts';
import type { ClaimChange } from './claim-changes.ts';
import type { Gains } from './gains.ts';

/** How much a ledger changed. */
export interface ChangeCounts {
  readonly claims: Readonly<Record<ClaimChange['change'], number>>;
  readonly questions: Readonly<Record<'new' | 'changed' | 'removed', number>>;
  readonly clashes: { readonly new: Counts; readonly gone: Counts; readonly changed: number };
}

export function countChanges(gains: readonly Gains[]): ChangeCounts {
  const claims = gains.flatMap((one) => one.claims);
  const questions = gains.flatMap((one) => one.questions);
  const clashes = gains.flatMap((one) => one.clashes);
  const claimsThat = (change: string): number => claims.filter((one) => one.change === change).length;
  const questionsThat = (change: string): number => questions.filter((one) => one.change === change).length;
  const clashesThat = (kind: string): readonly Clash[] =>
    clashes.filter((one) => clashChangeKind(one) === kind).map(({ before, after }) => after ?? before);
  return {
    claims: {
      new: claimsThat('new'),
      answer: claimsThat('answer'),
      wording: claimsThat('wording'),
      keys: claimsThat('keys'),
      removed: claimsThat('removed'),
    },
    questions: {
      new: questionsThat('new'),
      changed: questionsThat('changed'),
      removed: questionsThat('removed'),
    },
    clashes: {
      new: countsOf(clashesThat('new')),
      gone: countsOf(clashesThat('gone')),
      changed: clashesThat('changed').length,
    },
  };
}

/** The counts that are not zero in words: clashes on one line, claims and questions on the next. */
export function countsLines({ claims, questions, clashes }: ChangeCounts): readonly Line[] {
  const came = CLASH_WORDS.map((word) => part(clashes.new[word], `new ${NAMES[word]}`, word));
  const went = CLASH_WORDS.map((word) => part(clashes.gone[word], NAMES[word], undefined, ' gone'));
  const reviewed = part(clashes.new.reviewed, 'new reviewed clash', undefined, '', 'new reviewed clashes');
  const reviewedGone = part(clashes.gone.reviewed, 'reviewed clash', undefined, ' gone', 'reviewed clashes');
  const first = commas([
    ...came,
    reviewed,
    part(clashes.changed, 'changed clash', undefined, '', 'changed clashes'),
    ...went,
    reviewedGone,
  ]);
  const second = commas([
    part(claims.new, 'new claim'),
    part(claims.answer, 'moved answer'),
    part(claims.wording, 'reworded claim'),
    part(claims.keys, 'otherwise changed claim'),
    part(claims.removed, 'removed claim'),
    part(questions.new, 'new question'),
    part(questions.changed, 'changed question'),
    part(questions.removed, 'removed question'),
  ]);
  const lines = [first, second].filter((line) => line.length > 0);
  return lines.length > 0 ? lines : [[{ text: 'no claim, question or clash has changed' }]];
}

const NAMES: Readonly<Record<Clash['word'], string>> = {
  contradiction: 'contradiction',
  opposed: 'opposed pair',
  tension: 'tension',
  shift: 'shift',
};

function part(number: number, one: string, tone?: Piece['tone'], tail = '', many = `${one}s`): Piece | undefined {
  if (number === 0) return undefined;
  return { text: `${count(number, one, many)}${tail}`, ...(tone === undefined ? {} : { tone }) };
}

function commas(parts: readonly (Piece | undefined)[]): Line {
  return parts
    .filter((piece) => piece !== undefined)
    .flatMap((piece, index) => (index === 0 ? [piece] : [{ text: ', ' }, piece]));
}
