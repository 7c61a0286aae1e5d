import { nearest } from '../nearest.ts';
import { fold } from '../text.ts';
import type { Unreadable } from './unreadable.ts';

/** An answer in words, yes and no among them: any of `any`, or, with `not`, anything but those. */
export interface Words {
  readonly form: 'words';
  /** Folded for comparison. */
  readonly any: readonly string[];
  readonly not: boolean;
  /** True when the list of possible answers is closed; only then do two different words exclude each other. */
  readonly closed: boolean;
}

/** Yes or no, whatever YAML would have made of them. */
export function readYesNo(text: string): Words | Unreadable {
  const word = yesOrNo(text);
  if (word !== undefined) return { form: 'words', any: [word], not: false, closed: true };
  return { fault: `\`${text}\` is neither yes nor no`, hint: 'answer `yes`, `no` or `no comment`' };
}

/** One option, a list of options (any of these), or `not X`. Without options any words will do. */
export function readChoice(texts: readonly string[], options: readonly string[] | undefined): Words | Unreadable {
  return options === undefined ? readOpen(texts) : readClosed(texts, options);
}

/** Rule 3.3. Two sets of words share one, exclude each other, or, where the list is open, may be names of one thing. */
export function meetWords(a: Words, b: Words): 'shared' | 'apart' | 'unsure' {
  if (a.not && b.not) return 'shared';
  if (a.not || b.not) {
    const [named, excluded] = a.not ? [b, a] : [a, b];
    return named.any.every((word) => excluded.any.includes(word)) ? 'apart' : 'shared';
  }
  if (a.any.some((word) => b.any.includes(word))) return 'shared';
  return a.closed && b.closed ? 'apart' : 'unsure';
}

/** The same text for answers that mean the same options. */
export function answerKey({ any, not }: Words): string {
  return [not ? 'not' : '', ...[...new Set(any)].sort()].join('\n');
}

/** What stands in the place of an answer that YAML knows by other names: `yes` or `no`; undefined for any other text. */
export function yesOrNo(text: string): string | undefined {
  const word = text.trim();
  return word.length > 'false'.length ? undefined : YES_NO.get(fold(word));
}

const YES_NO: ReadonlyMap<string, string> = new Map([
  ['yes', 'yes'],
  ['true', 'yes'],
  ['no', 'no'],
  ['false', 'no'],
]);

function readOpen(texts: readonly string[]): Words | Unreadable {
  const words = texts.map(fold);
  const negated = words.filter((word) => NOT.test(word));
  if (negated.length > 0 && words.length > 1) return alone(texts);
  const not = negated.length === 1;
  const any = words.map((word) => word.replace(NOT, ''));
  if (any.some((word) => word === '')) return { fault: 'an answer in a list is empty' };
  return { form: 'words', any, not, closed: false };
}

const NOT = /^not /u;

function readClosed(texts: readonly string[], options: readonly string[]): Words | Unreadable {
  const known = options.map(fold);
  const any: string[] = [];
  for (const text of texts) {
    const word = optionOf(fold(text), known);
    const excluded = NOT.test(word) ? word.replace(NOT, '') : undefined;
    if (known.includes(word)) any.push(word);
    else if (excluded === undefined || !known.includes(excluded)) return unknown(text, options);
    else if (texts.length > 1) return alone(texts);
    else any.push(...known.filter((option) => option !== excluded));
  }
  if (any.length === 0) return { fault: `\`${texts.join(', ')}\` leaves none of the options` };
  return { form: 'words', any, not: false, closed: true };
}

// `true` and `false` are `yes` and `no` wherever these are options.
function optionOf(word: string, known: readonly string[]): string {
  const alias = YES_NO.get(word);
  return alias !== undefined && !known.includes(word) && known.includes(alias) ? alias : word;
}

function alone(texts: readonly string[]): Unreadable {
  return { fault: `\`not\` stands alone, not in a list as here: ${texts.map((text) => `\`${text}\``).join(', ')}` };
}

function unknown(text: string, options: readonly string[]): Unreadable {
  const near = nearest(text, options);
  const hint =
    near === undefined ? `the options are ${options.map((o) => `\`${o}\``).join(', ')}` : `did you mean \`${near}\`?`;
  return { fault: `\`${text}\` is not one of the options`, hint };
}
