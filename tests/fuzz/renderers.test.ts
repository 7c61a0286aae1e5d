import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { neutralise } from '../../src/text.ts';
import { type Finding, findingsIn } from '../harness/findings-in.ts';
import { command, differenceOf, LOOKS, OBEYED, printed } from '../harness/printed.ts';
import { runs } from '../harness/runs.ts';
import type { Plain } from '../harness/topic.ts';
import { anyLedger, anyWords, inPlace, PLACEHOLDER } from '../harness/worded-ledger.ts';
import { kindsOfMarkdown, READERS, type Reader, reachOfPage } from '../harness/words-in.ts';

const { timeout, ...params } = runs(12);

describe('another program reads every text', () => {
  test.each(Object.entries(READERS))(
    'of export --format %s',
    (format, { words, shown }) => {
      const property = fc.property(anyLedger, (any) => {
        expect(differenceOf(any, (file) => words(printed(file, `export --format ${format}`)), shown)).toBe(undefined);
      });
      fc.assert(property, params);
    },
    timeout,
  );

  test(
    'of JSON, in which nothing is left for a terminal to obey',
    () => {
      const looks = LOOKS.filter((look) => !look.startsWith('topics')).map((look) => `${look} --format json`);
      const property = fc.property(anyLedger, command([...looks, 'export --format claimreview']), (any, look) => {
        const { words, shown } = READERS.json as Reader;
        expect(printed(any.file, look)).not.toMatch(OBEYED);
        expect(differenceOf(any, (file) => words(printed(file, look)), shown)).toBe(undefined);
      });
      fc.assert(property, params);
    },
    timeout,
  );
});

test.each(['html', 'html-fragment'])(
  'a browser is led nowhere by %s but to the addresses of the ledger, and does nothing',
  (format) => {
    const property = fc.property(anyLedger, ({ file }) => {
      const page = printed(file, `export --format ${format}`);
      const { links, deeds } = reachOfPage(page);
      expect(page).not.toMatch(OBEYED);
      expect(deeds).toEqual([]);
      expect(links.filter((link) => !OF_THE_LEDGER.test(link))).toEqual([]);
    });
    fc.assert(property, params);
  },
  timeout,
);

test(
  'nothing in a text begins a formula of a spreadsheet, or a tag in JSON-LD',
  () => {
    const property = fc.property(anyLedger, ({ file }) => {
      const [table, linked] = ['csv', 'claimreview'].map((format) => printed(file, `export --format ${format}`));
      const cells: readonly (readonly string[])[] = parseCsv(table ?? '');
      expect(cells.flat().filter((cell) => /^\s*[=+\-@]/u.test(cell))).toEqual([]);
      expect(linked).not.toContain('<');
    });
    fc.assert(property, params);
  },
  timeout,
);

const OF_THE_LEDGER = /^(?:#|https?:\/\/example\.org\/|https:\/\/xn--e1afmkfd\.example\/)/u;

test(
  'a reader of Markdown finds nothing but text in the texts of a ledger',
  () => {
    const property = fc.property(anyLedger, ({ file }) => {
      const brief = printed(file, 'export');
      expect(brief).not.toMatch(OBEYED);
      expect([...new Set(kindsOfMarkdown(brief))].filter((kind) => !OUR_KINDS.includes(kind))).toEqual([]);
    });
    fc.assert(property, params);
  },
  timeout,
);

const OUR_KINDS = [
  ...['root', 'heading', 'paragraph', 'text', 'list', 'listItem', 'strong', 'inlineCode', 'link'],
  ...['footnoteReference', 'footnoteDefinition'],
];

describe('findings', () => {
  test.each(['compact', 'github', 'sarif'])(
    'in %s are those of JSON, whatever they name',
    (format) => {
      const property = fc.property(anyLedger, anyWords, ({ file }, key) => {
        const faulty = { ...(file as Readonly<Record<string, Plain>>), [key]: 'no key of a topic' };
        const text = printed(faulty, `check --format ${format}`);
        expect(text).not.toMatch(OBEYED);
        const found = JSON.parse(printed(faulty, 'check --format json')).diagnostics as readonly Finding[];
        const plain = found.map(
          ({ code, severity, message, line }) => `${line} ${severity} ${code} ${neutralise(message)}`,
        );
        expect(findingsIn(text, format)).toEqual(plain);
      });
      fc.assert(property, params);
    },
    timeout,
  );
});

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
