import { CLASH_WORDS, type ClashWord } from '../../analysis/clash.ts';
import type { Line, Piece } from '../block.ts';
import { count } from '../words.ts';
import { clashChangeKind } from './change-data.ts';
import type { Gains } from './gains.ts';

/** How much a ledger changed. */
export interface ChangeCounts {
  readonly claims: { readonly [K in 'new' | 'answer' | 'wording' | 'keys' | 'removed']: number };
  readonly questions: { readonly [K in 'new' | 'changed' | 'removed']: number };
  /** Of each word those that are new, and of what they were those that are gone; then those that changed. */
  readonly clashes: {
    readonly new: { readonly [K in ClashWord]: number };
    readonly gone: { readonly [K in ClashWord]: number };
    readonly changed: number;
  };
}

export function countChanges(gains: readonly Gains[]): ChangeCounts {
  const claims = gains.flatMap((one) => one.claims);
  const questions = gains.flatMap((one) => one.questions);
  const clashes = gains.flatMap((one) => one.clashes);
  const claimsThat = (change: string): number => claims.filter((one) => one.change === change).length;
  const questionsThat = (change: string): number => questions.filter((one) => one.change === change).length;
  const ofWords = (kind: 'new' | 'gone'): ChangeCounts['clashes']['new'] => {
    const some = clashes.filter((one) => clashChangeKind(one) === kind);
    const number = (word: ClashWord): number => some.filter((one) => (one.after ?? one.before).word === word).length;
    const [contradiction, opposed, tension, shift] = CLASH_WORDS;
    return {
      contradiction: number(contradiction),
      opposed: number(opposed),
      tension: number(tension),
      shift: number(shift),
    };
  };
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
      new: ofWords('new'),
      gone: ofWords('gone'),
      changed: clashes.filter((one) => clashChangeKind(one) === 'changed').length,
    },
  };
}

/** The counts that are not zero in words: clashes on one line, claims and questions on the next. */
export function countsLines({ claims, questions, clashes }: ChangeCounts): readonly Line[] {
  const came = CLASH_WORDS.map((word) => part(clashes.new[word], `new ${NAMES[word]}`, word));
  const went = CLASH_WORDS.map((word) => part(clashes.gone[word], NAMES[word], undefined, ' gone'));
  const first = commas([...came, part(clashes.changed, 'changed clash', undefined, '', 'changed clashes'), ...went]);
  const second = commas([
    part(claims.new, 'new claim'),
    part(claims.answer, 'moved answer'),
    part(claims.wording, 'changed wording'),
    part(claims.keys, 'claim', undefined, ' changed otherwise'),
    part(claims.removed, 'removed claim'),
    part(questions.new, 'new question'),
    part(questions.changed, 'changed question'),
    part(questions.removed, 'removed question'),
  ]);
  const lines = [first, second].filter((line) => line.length > 0);
  return lines.length > 0 ? lines : [[{ text: 'no claim, question or clash has changed' }]];
}

const NAMES: Readonly<Record<ClashWord, string>> = {
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
