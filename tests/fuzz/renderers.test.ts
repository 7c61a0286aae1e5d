import { stripVTControlCharacters } from 'node:util';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { quoted } from '../../src/ledger/write/scalar.ts';
import { main } from '../../src/main.ts';
import { neutralise } from '../../src/text.ts';
import { type AnyLedger, anyLedger, anyWords, inPlace, PLACEHOLDER } from '../harness/worded-ledger.ts';
import { memoryIo } from '../harness/memory.ts';
import { unshielded } from '../harness/read-back.ts';
import { runs } from '../harness/runs.ts';
import { firstDifference } from '../harness/told-alike.ts';
import { fileText, type Plain } from '../harness/topic.ts';
import { kindsOfMarkdown, reachOfPage, wordsOfMarkdown, wordsOfPage } from '../harness/words-in.ts';

const { timeout, ...params } = runs(40);

const LOOKS = [
  'list',
  'topics',
  'diff',
  'diff --by speaker',
  'contradictions --all',
  'timeline topic',
  'show p0',
  'show whole',
  'why p0 p1',
];

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
          expect(text).not.toMatch(/[^\n\P{Cc}]|\p{Surrogate}/u);
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
        expect(stdout()).not.toMatch(/[^\n\P{Cc}]|\p{Surrogate}/u);
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

describe('another program reads every text as it is', () => {
  test.each([
    'export --format json',
    'export --format jsonl',
    'export --format claimreview',
    'list --format json',
    'diff --format json',
    'contradictions --all --format json',
    'timeline topic --format json',
    'show p0 --format json',
    'why p0 p1 --format json',
  ])(
    '%s',
    (look) => {
      const property = fc.property(anyLedger, (any) => {
        const told = (file: Plain): string => {
          const text = printed(file, look);
          expect(text).not.toMatch(/[^\n\P{Cc}]|\p{Surrogate}/u);
          const documents = look.endsWith('jsonl') ? text.trimEnd().split('\n') : [text];
          return documents.map((document) => leaves(JSON.parse(document)).join('\n')).join('\n');
        };
        expect(differenceOf(any, told)).toBe(undefined);
      });
      fc.assert(property, params);
    },
    timeout,
  );

  test.each([
    ['csv', ','],
    ['tsv', '\t'],
  ])(
    'export --format %s',
    (format, delimiter) => {
      const property = fc.property(anyLedger, (any) => {
        const told = (file: Plain): string => {
          const rows = parseCsv(printed(file, `export --format ${format}`), { columns: true, delimiter });
          return rows
            .map((row) =>
              leaves(unshielded(row as Readonly<Record<string, string>>))
                .flatMap(opened)
                .join('\n'),
            )
            .join('\n');
        };
        expect(differenceOf(any, told)).toBe(undefined);
      });
      fc.assert(property, params);
    },
    timeout,
  );
});

describe('a browser', () => {
  test.each(['html', 'html-fragment'])(
    'shows every text of %s, and does no more',
    (format) => {
      const property = fc.property(anyLedger, (any) => {
        const pages = (file: Plain): string => printed(file, `export --format ${format}`);
        expect(differenceOf(any, (file) => wordsOfPage(pages(file)), neutralise)).toBe(undefined);
        const { links, deeds } = reachOfPage(pages(any.file));
        expect(deeds).toEqual([]);
        expect(
          links.filter(
            (link) =>
              !/^(?:https:\/\/(?:example\.org|xn--e1afmkfd\.example)\/|http:\/\/example\.org\/\?a=|#)/u.test(link),
          ),
        ).toEqual([]);
      });
      fc.assert(property, params);
    },
    timeout,
  );
});

test(
  'a reader of Markdown shows every text as text',
  () => {
    const property = fc.property(anyLedger, (any) => {
      expect(differenceOf(any, (file) => wordsOfMarkdown(printed(file, 'export')), neutralise)).toBe(undefined);
      const kinds = new Set(kindsOfMarkdown(printed(any.file, 'export')));
      const plain = ['root', 'heading', 'paragraph', 'text', 'list', 'listItem', 'strong', 'inlineCode', 'link'];
      expect(
        [...kinds].filter((kind) => ![...plain, 'footnoteReference', 'footnoteDefinition'].includes(kind)),
      ).toEqual([]);
    });
    fc.assert(property, params);
  },
  timeout,
);

test(
  'how names sort changes nothing',
  () => {
    const formats = ['markdown', 'html-fragment', 'json', 'csv', 'claimreview'].map(
      (format) => `export --format ${format}`,
    );
    const mirrored = (text: string): string => text.replace(PLACEHOLDER, (word) => `zq${mirror(word.slice(2, -2))}qz`);
    const property = fc.property(anyLedger, command([...LOOKS, 'check', ...formats]), ({ twin }, look) => {
      expect(mirrored(printed(inPlace(twin, mirrored), look))).toBe(printed(twin, look));
    });
    fc.assert(property, params);
  },
  timeout,
);

// What comes before something else comes after it then.
function mirror(letters: string): string {
  return [...letters].map((letter) => String.fromCharCode(A_AND_Z - letter.charCodeAt(0))).join('');
}

const A_AND_Z = 'a'.charCodeAt(0) + 'z'.charCodeAt(0);

function command(all: readonly string[]): fc.Arbitrary<string> {
  return fc.constantFrom(...all);
}

function differenceOf(
  { file, twin, texts }: AnyLedger,
  told: (file: Plain) => string,
  shown = (text: string): string => text,
): object | undefined {
  return firstDifference(told(file), told(twin), { texts, shown });
}

/** All keys and values of a document, in turn. */
function leaves(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [String(value)];
  return Object.entries(value).flatMap(([key, one]) => [key, ...leaves(one)]);
}

/** What a cell holds: a list and a map in it are JSON. */
function opened(cell: string): readonly string[] {
  return /^(?:\[["{]|\{"|\[\])/u.test(cell) ? leaves(JSON.parse(cell)) : [cell];
}

function printed(ledger: Plain, look: string, { width = 80 }: { readonly width?: number } = {}): string {
  const files = { '/desk/claims/topic.yaml': fileText(ledger) };
  const { io, stdout, stderr } = memoryIo({ files, cwd: '/desk', width });
  const code = main(look.split(' '), io);
  if (code > 1) throw new Error(`${look}: exit ${code}: ${stderr()}`);
  return stdout();
}

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
