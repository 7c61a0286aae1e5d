import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokensOf } from '../src/views/changes/tokens.ts';
import { wordDiff } from '../src/views/changes/word-diff.ts';

/** `[-old-]{+new+}`, as the terminal shows it. */
function told(before: string, after: string): string {
  const marks = { kept: ['', ''], old: ['[-', '-]'], new: ['{+', '+}'] } as const;
  return wordDiff(before, after)
    .map(({ mark, text }) => `${marks[mark][0]}${text}${marks[mark][1]}`)
    .join('');
}

describe('one token is', () => {
  test.each([
    '53,000',
    '53 000',
    '53.5',
    '1.2 million',
    '3bn',
    '40k',
    '30%',
    '30 %',
    '30 per cent',
    '−5',
    '$1.2 million',
    '30-40%',
    '1/2',
    '2025-05-17',
    '12:30',
    '5th',
    'F-16s',
    'half a million',
    'one hundred and twenty',
    '٥٣٬٠٠٠',
    'و53,000',
    'ב-53,000',
    'כ־1.2 מיליון',
    '1,5 млн',
    '120万',
    '5万3千',
    '三百五十',
    '百分之三十',
    'don’t',
    're-engaging',
    '👩‍👩‍👧',
    'é',
  ])('%s', (token) => {
    expect(tokensOf(token)).toEqual([token]);
    expect(tokensOf(`(${token}, x`)).toContain(token);
  });
});

describe('a changed text', () => {
  test.each([
    ['More than 1,200 were killed', 'More than 1,300 were killed', 'More than [-1,200-]{+1,300+} were killed'],
    ['some 1.2 million left', 'some 1.2 billion left', 'some [-1.2 million-]{+1.2 billion+} left'],
    ['about 30% of it', 'about 30 of it', 'about [-30%-]{+30+} of it'],
    ['about 40 boats came in', 'about 40 came in', 'about 40 [-boats -]came in'],
    ['all of the old red boats', 'all of the new grey boats', 'all of the [-old red-]{+new grey+} boats'],
    ['It is safe', 'Nobody knows anything about that', '[-It is safe-]{+Nobody knows anything about that+}'],
    ['', 'It is safe', '{+It is safe+}'],
    ['המו״מ לא נעצר בימים האחרונים', 'המו״מ נעצר בימים האחרונים', 'המו״מ [-לא -]נעצר בימים האחרונים'],
    ['قتل ٥٣ شخصا في المدينة', 'قتل ٥٤ شخصا في المدينة', 'قتل [-٥٣-]{+٥٤+} شخصا في المدينة'],
    ['约有120万人离开了城市', '约有130万人离开了城市', '约有[-120万-]{+130万+}人离开了城市'],
  ])('%s > %s', (before, after, expected) => {
    expect(told(before, after)).toBe(expected);
  });

  test('of the greatest length is told in seconds', () => {
    const long = (word: string): string => `${word} `.repeat(65_000 / (word.length + 1));
    const words = (letter: string): string => Array.from({ length: 10_000 }, (_, index) => letter + index).join(' ');
    const pairs = [
      [long('שלום'), long('שלומ')],
      ['政府発表'.repeat(16_000), '政府発表'.repeat(15_999)],
      [words('v'), words('w')],
    ] as const;
    for (const [before, after] of pairs) expect(wordDiff(before, after).length).toBeGreaterThan(0);
  });
});

const NUMBERS = ['53,000', '1.2 million', '30%', '5万', '٥٣٬٠٠٠', '3bn', '2025-05-17', '12 000', '7', 'ב-40'];
const WORDS = ['people', 'and', 'שלום', 'قتل', '约有', '人死亡', 'were', '—', '“', ',', 'é', '👩‍👩‍👧'];
const number = fc.constantFrom(...NUMBERS);
const piece = fc.oneof(number, fc.constantFrom(...WORDS));

test('kept and old make the old text, kept and new the new one', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(piece).map((pieces) => pieces.join(' ')),
  );
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = wordDiff(before, after);
      const without = (mark: string): string => pieces.map((one) => (one.mark === mark ? '' : one.text)).join('');
      expect([without('new'), without('old')]).toEqual([before, after]);
      expect(tokensOf(before).join('')).toBe(before);
    }),
  );
});

test('no number is cut', () => {
  const sentence = fc.array(piece, { minLength: 1 });
  fc.assert(
    fc.property(sentence, sentence, (one, other) => {
      // A semicolon parts two numbers in a row, which could be read as one.
      const [before, after] = [one.join(' ; '), other.join(' ; ')];
      const pieces = wordDiff(before, after);
      for (const [mark, parts] of [
        ['old', one],
        ['new', other],
      ] as const) {
        const cuts = cutsIn(
          pieces.filter((each) => each.mark === 'kept' || each.mark === mark).map(({ text }) => text),
        );
        for (const [start, end] of numbersAmong(parts)) {
          expect(cuts.filter((cut) => cut > start && cut < end)).toEqual([]);
        }
      }
    }),
  );
});

/** Where a text made of these pieces is parted. */
function cutsIn(pieces: readonly string[]): readonly number[] {
  let at = 0;
  return pieces.map((text) => {
    at += text.length;
    return at;
  });
}

/** Where the numbers among parts begin and end in the text that they make. */
function numbersAmong(parts: readonly string[]): readonly (readonly [number, number])[] {
  let at = 0;
  return parts.flatMap((part) => {
    const start = at;
    at += part.length + ' ; '.length;
    return NUMBERS.includes(part) ? [[start, start + part.length] as const] : [];
  });
}
