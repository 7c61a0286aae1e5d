import { multiplierAt } from '../../answers/multipliers.ts';
import { spelledNumbers } from '../../answers/spelled-numbers.ts';

/**
 * A text cut into words, numbers, blanks and signs, of which nothing is lost. A number is one token: digits of any
 * script with their separators, decimals, multiplier, percent sign and the letters that belong to them, a range, a date,
 * a clock time, a number in English words or in Chinese characters.
 */
export function tokensOf(text: string): readonly string[] {
  const spelled = new Map(spelledNumbers(text).map(({ start, end }) => [start, end]));
  const tokens: string[] = [];
  for (let at = 0; at < text.length; ) {
    const unspaced = endOf(UNSPACED, text, at);
    const end = spelled.get(at) ?? numberEnd(text, at) ?? unspaced ?? wordEnd(text, at) ?? endOf(OTHER, text, at);
    const token = text.slice(at, end ?? at + 1);
    if (end === unspaced) tokens.push(...segmented(token));
    else tokens.push(token);
    at += token.length;
  }
  return tokens;
}

// Scripts that put no blanks between words.
const SCRIPTS = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar'];
const NO_BLANKS = SCRIPTS.map((script) => String.raw`\p{Script=${script}}`).join('');
const LETTER = String.raw`(?![${NO_BLANKS}])[\p{L}\p{M}\p{Nl}\p{No}]`;

// `53,000`, `5.3`, `2025-05-17`, `12:30`, `30-40`, `1/2`; `53 000` with any blank that is used for it.
const DIGITS = String.raw`\p{Nd}+(?:[.,'’٫٬:/，．\u2010-\u2015\u2212-]\p{Nd}+)*`;
const GROUPS = String.raw`\p{Nd}{1,3}(?:[ \u00a0\u2009\u202f]\p{Nd}{3})+(?!\p{Nd})(?:[.,٫]\p{Nd}+)?`;
const SIGN = String.raw`(?<![\p{L}\p{N}\p{Pd}])[-\u2212+~≈<>≤≥]?\p{Sc}?`;
const NUMBER = new RegExp(`(?:${SIGN})?(?:${GROUPS}|${DIGITS})`, 'uy');
const PERCENT = /\s?(?:[%٪％‰]|per ?cent(?!\p{L}))/iuy;
const REST = new RegExp(`(?:${LETTER})+`, 'uy');

const CHINESE = '[〇零一二三四五六七八九十百千万萬亿億兆两兩]';
const IN_CHINESE = new RegExp(
  `百分之${CHINESE}+(?:[点點]${CHINESE}+)?|${CHINESE}+[点點]${CHINESE}+|${CHINESE}{2,}`,
  'uy',
);

const WORD = new RegExp(`(?:${LETTER})+(?:['’\u05be\u2010\u2011-](?:${LETTER})+)*`, 'uy');
// `F-16`, `G7`, a Hebrew or Arabic particle before a number.
const TO_NUMBER = /[\u05be\u2010\u2011-]?(?=\p{Nd})/uy;
const UNSPACED = new RegExp(String.raw`(?:(?!${IN_CHINESE.source})[${NO_BLANKS}]\p{M}*)+`, 'uy');
// Blanks, or one sign with what is put on it.
const OTHER = /\s+|.[\p{M}\p{Emoji_Modifier}]*(?:\u200d.[\p{M}\p{Emoji_Modifier}]*)*/suy;

function numberEnd(text: string, at: number): number | undefined {
  const digits = endOf(NUMBER, text, at);
  if (digits === undefined) return endOf(IN_CHINESE, text, at);
  const multiplied = digits + multiplierAt(text, digits).length;
  const end = endOf(PERCENT, text, multiplied) ?? endOf(REST, text, multiplied) ?? multiplied;
  // `5万3千`: what goes on is the same number.
  return end > digits ? (endOf(NUMBER, text, end) === undefined ? end : numberEnd(text, end)) : end;
}

function wordEnd(text: string, at: number): number | undefined {
  const end = endOf(WORD, text, at);
  const number = end === undefined ? undefined : endOf(TO_NUMBER, text, end);
  return number === undefined ? end : (numberEnd(text, number) ?? end);
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

// Segmenting is quadratic on Node 20: a longer stretch is cut without regard to words.
const LONGEST = 1000;

function segmented(text: string): readonly string[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
  return stretches(text).flatMap((stretch) => Array.from(segmenter.segment(stretch), ({ segment }) => segment));
}

function stretches(text: string): readonly string[] {
  if (text.length <= LONGEST) return [text];
  const characters = Array.from(text);
  const count = Math.ceil(characters.length / LONGEST);
  return Array.from({ length: count }, (_, index) => characters.slice(index * LONGEST, (index + 1) * LONGEST).join(''));
}
