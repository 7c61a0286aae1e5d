import type { Asked, Said } from '../analysis/said.ts';
import { parseDate, spokenDate } from '../date.ts';
import type { Claim } from '../ledger/model.ts';
import { withoutBlanks } from '../text.ts';
import { saidWords } from './shown.ts';

/** An answer as a reader would say it: a date in words, the rest as written. */
export function answerText({ words }: Said, { kind }: Pick<Asked, 'kind'>): string {
  const date = kind === 'date' ? parseDate(words.trim()) : undefined;
  return date === undefined || 'fault' in date ? words : spokenDate(date);
}

/** The answer with its certainty, or the words where there is none. */
export function sayingWords(said: Said, asked: Pick<Asked, 'kind'>): string {
  const { certainty, says, quote } = said.claim;
  const text = said.words === '' ? `“${says ?? quote ?? ''}”` : answerText(said, asked);
  return certainty === 'asserted' ? text : `${text} (${certainty})`;
}

/** When it was said, and what day it speaks about if that is another one. */
export function daysWords(claim: Claim): string {
  const said = saidWords(claim) ?? 'undated';
  const asOf = claim.as_of === undefined ? said : spokenDate(claim.as_of);
  return asOf === said ? said : `${said}, as of ${asOf}`;
}

/** A text as a sentence: with a full stop, unless it ends in a mark that closes one. */
export function asSentence(text: string): string {
  const trimmed = withoutBlanks(text);
  return /[.!?…。！？؟۔।]["'”’»)\]]*$/u.test(trimmed) ? trimmed : `${trimmed}.`;
}
