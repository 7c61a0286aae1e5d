import { latePattern, once } from '../memo.ts';
import { type Decimal, decimal, times } from './decimal.ts';

/** What multiplies a number, and how much of the text it takes. */
export interface Multiplier {
  /** Several where a word means different things: "5 m" may be metres. */
  readonly factors: readonly Decimal[];
  readonly length: number;
}

/** The multiplier that stands at an offset, directly after digits. Without one there are no factors. */
export function multiplierAt(text: string, offset: number): Multiplier {
  const first = wordAt(text, offset);
  const factor = first === undefined ? undefined : FACTORS().get(first.word);
  if (first === undefined || factor === undefined) return { factors: [], length: 0 };
  const second = wordAt(text, offset + first.length);
  const more = second === undefined ? undefined : FACTORS().get(second.word);
  if (second !== undefined && more !== undefined && second.word.length > 1) {
    return { factors: [times(decimal(factor), decimal(more))], length: first.length + second.length };
  }
  return {
    factors: AMBIGUOUS.has(first.word) ? [decimal(factor), decimal('1')] : [decimal(factor)],
    length: first.length,
  };
}

function wordAt(text: string, offset: number): { readonly word: string; readonly length: number } | undefined {
  const match = matchAt(PLAIN_WORD, text, offset) ?? matchAt(WORD(), text, offset);
  if (match?.[1] === undefined) return undefined;
  // Chinese and Japanese write no blank after the multiplier: only its own characters are looked at.
  const han = /^[\u4e07\u842c\u5104\u4ebf\u5343\u767e\ub9cc\uc5b5\ucc9c]/u.exec(match[1])?.[0];
  const word = han ?? match[1].toLowerCase();
  return { word, length: match[0].length - match[1].length + word.length };
}

// Mostly there is nothing but ASCII; the table of the letters of all scripts is made only for the rest.
const PLAIN_WORD = /(?![\s-]?[A-Za-z]*[^\0-\x7f])[\s-]?([A-Za-z]+)?/uy;
const WORD = latePattern(String.raw`[\s-]?([\p{L}\p{M}]+)`, 'uy');

function matchAt(sticky: RegExp, text: string, offset: number): RegExpExecArray | null {
  sticky.lastIndex = offset;
  return sticky.exec(text);
}

const AMBIGUOUS: ReadonlySet<string> = new Set(['k', 'm', 'b', 'mil', 'bin', 'tn']);

// English, German, French, Spanish, Portuguese, Italian, Dutch, Turkish, Russian, Ukrainian, Hebrew, Arabic, Persian,
// Hindi, Chinese, Japanese, Korean: what a quote in its own language has after the digits.
const WORDS: Readonly<Record<string, string>> = {
  '12': 'dozen dozens dutzend',
  '100': 'hundred hundreds hundert cien cento honderd 百',
  '1000':
    'k thousand thousands tausend tsd mille mil mila duizend bin тыс тысяч тысячи тысяча тисяч тисячі אלף אלפים ألف آلاف الف هزار हज़ार हजार 千 천',
  '10000': '万 萬 만',
  '100000': 'lakh lakhs lac लाख',
  '1000000':
    'm mn mln mio million millions millionen millón millones milhão milhões milione milioni miljoen milyon млн миллион миллиона миллионов мільйон мільйонів מיליון מליון مليون ملايين میلیون',
  '10000000': 'crore crores करोड़',
  '100000000': '億 亿 억',
  '1000000000':
    'b bn billion billions mrd milliarde milliarden milliard milliards miliardo miliardi miljard milyar млрд миллиард миллиарда миллиардов мільярд мільярдів מיליארד مليار میلیارد',
  '1000000000000': 'tn trillion trillions',
};

const FACTORS = once(
  (): ReadonlyMap<string, string> =>
    new Map(
      Object.entries(WORDS).flatMap(([factor, words]) =>
        words.split(' ').map((word) => [word.normalize('NFC'), factor] as const),
      ),
    ),
);
