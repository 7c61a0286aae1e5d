import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { neutralise, width, wrap } from '../src/text.ts';

describe('neutralise', () => {
  test.each([
    ['plain words', 'plain words'],
    ['a\x1b[31mred\x1b[0m', 'a␛[31mred␛[0m'],
    ['bell\x07 back\b nul\0', 'bell␇ back␈ nul␀'],
    ['one\r\ntwo\tthree', 'one two three'],
    ['del\x7f', 'del␡'],
    ['c1 \x9b31m', 'c1 <U+009B>31m'],
    ['bidi \u202egnp.exe', 'bidi <U+202E>gnp.exe'],
    ['isolate \u2066x\u2069', 'isolate <U+2066>x<U+2069>'],
    ['zero\u200bwidth\ufeff', 'zero<U+200B>width<U+FEFF>'],
    ['tag \u{e0041}', 'tag <U+E0041>'],
    ['lone \ud800 surrogate', 'lone <U+D800> surrogate'],
    ['soft\u00adhyphen', 'soft<U+00AD>hyphen'],
    ['a picture \u241b of it', 'a picture <U+241B> of it'],
    ['its code <U+202E>', 'its code <U+003C>U+202E>'],
    ['no code <U+12>, <u+202e>, <U+202E', 'no code <U+12>, <u+202e>, <U+202E'],
    [
      'joined \u{1f468}\u200d\u{1f469}, \u05e9\u05dc\u05d5\u05dd, \u653f\u5e9c',
      'joined \u{1f468}\u200d\u{1f469}, \u05e9\u05dc\u05d5\u05dd, \u653f\u5e9c',
    ],
  ])('%j becomes %j', (raw, safe) => {
    expect(neutralise(raw)).toBe(safe);
  });

  test('lets no control character through, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(neutralise(text)).not.toMatch(/\p{Cc}|[\u2028-\u202e\u2066-\u2069]|\p{Surrogate}/u);
      }),
    );
  });
});

describe('width', () => {
  test('is what string-width measures', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (raw) => {
        const text = neutralise(raw);
        expect(width(text)).toBe(stringWidth(text));
      }),
    );
  });

  test('counts two columns for a Chinese character and none for a mark', () => {
    expect([width('政府'), width('שָׁלוֹם'), width('“✗ → ⇄”')]).toEqual([4, 4, 7]);
  });
});

describe('wrap', () => {
  const TEXTS = fc.oneof(
    fc.string({ maxLength: 80 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.lorem({ maxCount: 20 }),
  );

  test('keeps every line within its columns and every word of the text', () => {
    fc.assert(
      fc.property(TEXTS, fc.integer({ min: 4, max: 40 }), (raw, columns) => {
        const text = neutralise(raw);
        const lines = wrap(text, columns);
        for (const line of lines) expect(line.columns).toBeLessThanOrEqual(columns);
        expect(lines.map((line) => line.columns)).toEqual(lines.map((line) => width(line.text)));
        expect(lines.map((line) => line.text.replaceAll(' ', '')).join('')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });

  test('breaks between words, and inside a word that is too long', () => {
    expect(wrapped('the talks have been going on', 12)).toEqual(['the talks', 'have been', 'going on']);
    expect(wrapped('see https://example.org/a/long/path now', 16)).toEqual([
      'see',
      'https://example.',
      'org/a/long/path',
      'now',
    ]);
  });

  test('puts as many words on a line as fit, whatever blanks stand between them', () => {
    const word = fc.stringMatching(/^[a-z]{1,9}$/u);
    const blanks = fc.constantFrom(' ', ' ', '  ', '   ');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, blanks), { minLength: 1, maxLength: 20 }), fc.nat(20), (words, more) => {
        const columns = 9 + more;
        const lines = wrapped(words.flat().join(''), columns);
        expect(lines.join(' ')).toBe(words.map(([one]) => one).join(' '));
        for (const [index, next] of lines.slice(1).entries()) {
          expect(`${lines[index]} ${next.split(' ')[0]}`.length).toBeGreaterThan(columns);
        }
      }),
    );
  });

  test('keeps a long text of one-column characters whole, in one word or many', () => {
    const words = 'Wörter “quoted” – and more '.repeat(2500).trimEnd();
    expect(wrapped(words, 72).join(' ')).toBe(words);
    expect(wrapped('a'.repeat(65_536), 100).join('')).toBe('a'.repeat(65_536));
  });

  test('cuts a text of another script that is too long to lay out, and says so', () => {
    expect(wrapped('ש'.repeat(5000), 100).join('')).toBe(`${'ש'.repeat(1999)}…`);
  });

  test('a text as long as a file can be measured and made safe', () => {
    const text = `${'a'.repeat(2 ** 24)}\ud800`;
    expect(width('a'.repeat(2 ** 24))).toBe(2 ** 24);
    expect(width(`${text}ש`)).toBeLessThan(2001);
    expect(neutralise(text).endsWith('a<U+D800>')).toBe(true);
  });
});

function wrapped(text: string, columns: number): readonly string[] {
  return wrap(text, columns).map((line) => line.text);
}
