import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { quoted } from '../../src/ledger/write/scalar.ts';
import { main } from '../../src/main.ts';
import { neutralise } from '../../src/text.ts';
import { memoryIo } from '../harness/memory.ts';
import { command, differenceOf, LOOKS, OBEYED, printed } from '../harness/printed.ts';
import { runs } from '../harness/runs.ts';
import type { Plain } from '../harness/topic.ts';
import { anyLedger, anyWords } from '../harness/worded-ledger.ts';

const { timeout, ...params } = runs(25);

describe('a terminal', () => {
  test(
    'gets lines that fit, and nothing that it would obey',
    () => {
      const property = fc.property(
        anyLedger,
        command([...LOOKS, 'check']),
        fc.constantFrom(60, 80, 120),
        (any, look, width) => {
          const text = printed(any.file, look, { width });
          const lines = text.split('\n');
          expect(text).not.toMatch(OBEYED);
          expect(lines.filter((line) => stringWidth(line) > width && !LONG_LINK.test(line))).toEqual([]);
          expect(lines.filter((line) => line.endsWith(' '))).toEqual([]);
        },
      );
      fc.assert(property, params);
    },
    timeout,
  );

  test(
    'is shown the place of a fault, whatever stands on its line',
    () => {
      const property = fc.property(anyWords, anyWords, fc.constantFrom(60, 80, 120), (before, after, width) => {
        const line = `  - { speaker: ann, says: ${quoted(before)}, answr: ${quoted(after)} }`;
        const { io, stdout } = memoryIo({
          files: { '/desk/claims/t.yaml': `claims:\n${line}\n` },
          cwd: '/desk',
          width,
        });
        main(['check'], io);
        expect(stdout()).not.toMatch(OBEYED);
        const lines = stdout().split('\n');
        expect(lines.filter((one) => stringWidth(one) > width)).toEqual([]);
        const excerpt = lines.find((one) => one.includes('answr:')) ?? '';
        const caret = lines[lines.indexOf(excerpt) + 1]?.indexOf('^^^^^') ?? -1;
        expect(stringWidth(excerpt.slice(0, excerpt.lastIndexOf('answr:')))).toBe(caret);
      });
      fc.assert(property, runs(200));
    },
    timeout,
  );

  test(
    'gets colours that say nothing more',
    () => {
      const property = fc.property(anyLedger, command([...LOOKS, 'check']), ({ file }, look) => {
        const coloured = printed(file, `--color always ${look}`);
        expect(stripVTControlCharacters(coloured)).toBe(printed(file, `--color never ${look}`));
      });
      fc.assert(property, params);
    },
    timeout,
  );

  test(
    'shows each text, whatever is in it',
    () => {
      const property = fc.property(anyLedger, command(LOOKS), (any, look) => {
        // Where no two cells stand side by side, a text can be read from line to line.
        const width = look.startsWith('diff') ? 59 : 9999;
        const bare = (text: string): string => text.replace(/\s+/gu, '');
        const told = (file: Plain): string => bare(printed(file, look, { width }));
        expect(differenceOf(any, told, (text) => bare(neutralise(text)))).toBe(undefined);
      });
      fc.assert(property, params);
    },
    timeout,
  );
});

test(
  'what is shown of a text can be read back, but for tabs and line ends',
  () => {
    const many = runs(300);
    const property = fc.property(nearlyShown, (text) => {
      expect(asItWas(neutralise(text))).toBe(text.replace(/[\t\n\r]+/gu, ' '));
    });
    fc.assert(property, many);
  },
  timeout,
);

// An address that is longer than a line stays whole, so that it can be followed.
const LONG_LINK = /^ *(?:\[\d+\] )?(?:archived at )?https?:\S+$/u;

// Texts that a terminal would obey, next to what is shown in their place.
const nearlyShown = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\u001b',
        '\u241b',
        '\u007f',
        '\u2421',
        '\u202e',
        '\ufeff',
        '<',
        '<U+',
        'U+202E>',
        '<U+001B>',
        '>',
      ),
      fc.constantFrom('003C', '<U+003C>', '<U+<U+202E>', '\ud800', '\t', '\n', '\u2409', ' ', 'a'),
      fc.string({ unit: 'binary', maxLength: 2 }),
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(''));

/** The text of which this is shown, by the rule that ARCHITECTURE.md states. */
function asItWas(shown: string): string {
  return shown.replace(/[\u2400-\u241f\u2421]|<U\+([0-9A-F]{4,6})>/gu, (sign, code: string | undefined) => {
    if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16));
    return sign === '\u2421' ? '\u007f' : String.fromCharCode(sign.charCodeAt(0) - 0x2400);
  });
}
