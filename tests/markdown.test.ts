import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { lint } from 'markdownlint/sync';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { analyse } from '../src/analysis/analyse.ts';
import type { Topic } from '../src/ledger/model.ts';
import { main } from '../src/main.ts';
import { markdown } from '../src/renderers/markdown.ts';
import { neutralise } from '../src/text.ts';
import type { Block } from '../src/views/block.ts';
import { brief } from '../src/views/brief.ts';
import { memoryIo } from './harness/memory.ts';
import { type Plain, topicOf } from './harness/topic.ts';

const repository = `${import.meta.dirname}/..`;

// What Markdown, GitHub or a reader of HTML would take for more than text.
const HOSTILE: readonly (readonly [string, ...string[]])[] = [
  ['headings', '# x', '#', '#1', 'x\n===', 'x\n---', 'x #', 'x.', 'x!', 'x：'],
  ['lists', '- x', '* x', '+ x', '1. x', '1) x', '- - 1. + x', '[ ] x', '[x] y', '-', '+', '*', '12.', '3)'],
  ['quotations', '> x', '>', '>x'],
  ['code', '`x`', '``x', '`', '```\nx\n```', '~~~\nx\n~~~', '    x', '\tx'],
  ['breaks', '---', '***', '___', '- - -', 'x  \ny', 'x\\\ny', 'x\\', '\\', '\\\\', 'a\n\nb'],
  [
    'HTML',
    '<b>x</b>',
    '<script>x</script>',
    '<!-- x -->',
    '<?x?>',
    '<![CDATA[x]]>',
    '<!x>',
    '<div>\n\nx',
    '<img src=x>',
    '</li>',
    '<',
    '<x',
  ],
  [
    'links',
    '[x](https://x.example)',
    '[x][y]',
    '[x]',
    '[x]: https://x.example',
    '![x](x.png)',
    '![x][y]',
    '](',
    '![',
    '(x)[y]',
  ],
  ['footnotes', '[^1]', '[^1]: x', '[^x]', '^[x]', '[^'],
  ['emphasis', '*x*', '**x**', '_x_', '__x__', '~x~', '~~x~~', 'x*', '**', '_', '***x', 'a_b_c', 'x_ _y', '“*x*”'],
  ['tables', 'a | b\n--- | ---\nc | d', '| a |', '|', 'a | b', ':-: | -', '-|-'],
  [
    'addresses',
    'https://x.example/a_b?c=*d*',
    'HTTP://X.EXAMPLE.',
    'www.x.example',
    'a@b.example',
    'mailto:a@b.example',
    '<https://x.example>',
    '<a@b.example>',
    '(https://x.example/y)',
    'https://x.example/`y`',
    'xhttps://x.example',
    '@user',
    'a@b',
    'http://',
    'javascript:alert(1)',
  ],
  ['references', '&amp;', '&#35; x', '&copy;', '&', '&lt;b&gt;'],
  [
    'extensions',
    '$x$',
    '$$x$$',
    '$',
    'a $5 b $6',
    ':::note',
    '::x[y]',
    ':x[y]{z}',
    ':+1:',
    '{{x}}',
    '{% x %}',
    '---\nx: y\n---',
  ],
  ['controls', 'x\u202Ey', 'x\u0000y', 'x\u001B[31my', 'x\u2028y', 'x\u200By', 'x\u00A0y', 'x\u3000y', '<U+202E>'],
];

const TOKENS = [
  'word',
  'words',
  '1',
  '1.',
  '14)',
  'a',
  'שלום',
  '日本語',
  '«',
  '“',
  '”',
  '(',
  ')',
  '\\',
  '.',
  ',',
  '$',
  '%',
];

describe('no text is more than text', () => {
  const harmless = parsed(briefOf('harmless'));
  const fields = occurrences(harmless, 'harmless');

  test.each(HOSTILE)('%s', (_, ...words) => {
    for (const word of words) {
      const text = briefOf(word);
      expect(shape(parsed(text)), `${word}\n\n${text}`).toEqual(shape(harmless));
      expect(occurrences(parsed(text), flat(word)), text).toBeGreaterThanOrEqual(fields);
      expect(faults(text), text).toEqual([]);
    }
  });

  test('whatever texts are made of', () => {
    const token = fc.constantFrom(...HOSTILE.flatMap(([, ...words]) => words), ...TOKENS);
    const texts = fc.array(fc.tuple(token, fc.constantFrom(' ', ' ', ' ', '')), { minLength: 1, maxLength: 60 });
    const property = fc.property(texts, (tokens) => {
      const word = tokens.map(([one, blank]) => one + blank).join('');
      fc.pre(word.trim() !== '');
      const text = briefOf(word);
      expect(occurrences(parsed(text), flat(word)), text).toBeGreaterThanOrEqual(fields);
      expect(faults(text), text).toEqual([]);
    });
    fc.assert(property, { numRuns: 40 });
  });
});

describe('the briefs of the ledger that ships pass markdownlint', () => {
  const files = readdirSync(`${repository}/claims`).map(
    (name) => [`/desk/claims/${name}`, readFileSync(`${repository}/claims/${name}`)] as const,
  );
  test.each([
    ['gaza-talks'],
    ['example-harbour'],
    ['example-dam-toll'],
    ['gaza-talks', 'example-harbour', 'example-dam-toll'],
  ])('%s', (...topics) => {
    const memory = memoryIo({ files: new Map(files), cwd: '/desk' });
    expect(main(['export', ...topics, '--format', 'markdown'], memory.io)).toBe(0);
    expect(memory.stdout()).toMatch(/^# /u);
    expect(faults(memory.stdout())).toEqual([]);
  });
});

test('sources are numbered footnotes in the order in which they are first named', () => {
  const text = briefOf('x');
  const tree = parsed(text);
  const referred = nodes(tree).flatMap((node) => (node.type === 'footnoteReference' ? [node.identifier] : []));
  const defined = nodes(tree).flatMap((node) => (node.type === 'footnoteDefinition' ? [node.identifier] : []));
  expect([...new Set(referred)]).toEqual(defined);
  expect(defined).toEqual(['1', '2', '3', '4']);
  expect(text).toContain('.[^1] [^2]\n');
});

test('only web and mail addresses become links', () => {
  const urls = [
    'https://x.example/a_(b)?c=*d*&copy;',
    'HTTP://x.example',
    'mailto:a@b.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://x.example/<b>',
    'https://x.example/\u202E',
  ];
  const sources = urls.map((url, index) => ({ number: index + 1, words: [{ text: 'An outlet' }], url, archive: url }));
  const text = rendered({ block: 'sources', sources });
  const links = nodes(parsed(text)).flatMap((node) => (node.type === 'link' ? [node.url] : []));
  expect(links).toEqual(urls.slice(0, 3).flatMap((url) => [url, url]));
  expect(text).toContain('[^2]: An outlet, <HTTP://x.example>, [archived copy](HTTP://x.example)');
});

describe('headings', () => {
  test('one that is too long keeps its beginning, and the whole follows', () => {
    const long = 'Did the council know of the cracks in the sea wall, or of those in the quay, before June?';
    expect(rendered({ block: 'heading', level: 1, text: long })).toBe(
      `# Did the council know of the cracks in the sea wall, or of those in the…\n\n${long.slice(0, 76)}\n${long.slice(77)}\n`,
    );
  });

  test('no two are alike', () => {
    const heading = (text: string, level: 1 | 2 = 2): Block => ({ block: 'heading', level, text });
    const text = rendered(heading('T', 1), heading('A'), heading('A (2)'), heading('A'), heading('A'));
    expect(text).toBe('# T\n\n## A\n\n## A (2)\n\n## A (3)\n\n## A (4)\n');
  });

  test('of several titles the first stands above the others', () => {
    const heading = (text: string, level: 1 | 2 | 3): Block => ({ block: 'heading', level, text });
    expect(rendered(heading('A', 1), heading('B', 1), heading('C', 2), heading('D', 1))).toBe(
      '# A\n\n## B\n\n### C\n\n## D\n',
    );
  });
});

test('every block has a form in Markdown', () => {
  const claim = {
    id: 'c',
    name: 'N',
    implied: false,
    sources: [1],
    replaced: false,
    answer: 'yes',
    says: 'It is so',
    said: '1 May 2025',
  };
  const place = { line: 1, column: 2, offset: 1 };
  const text = rendered(
    { block: 'heading', level: 1, text: 'Title' },
    { block: 'facts', facts: [['Key', [{ text: 'value | more', tone: 'strong' }]]] },
    { block: 'items', items: [[{ text: 'an item' }]] },
    {
      block: 'table',
      columns: [
        { title: 'A', size: 'fit' },
        { title: 'B', size: 'fill', align: 'right' },
      ],
      rows: [[[{ text: 'x|y' }], [{ text: '' }]]],
    },
    { block: 'claims', form: 'lines', claims: [claim] },
    {
      block: 'clash',
      clash: {
        topic: 't',
        question: 'Is it so?',
        word: 'tension',
        kind: 'dispute',
        rule: '3.1',
        reason: 'so',
        sort: 'dispute: N and M',
        sides: [claim, claim],
      },
    },
    {
      block: 'grid',
      columns: ['A'],
      rows: [
        {
          ask: 'Is it?',
          id: 'q',
          state: { status: 'disputed' },
          untold: { pairs: 0, all: 3, more: false },
          camps: [],
          earlier: [0],
          reasons: [
            {
              word: 'opposed',
              between: [{ text: 'N and M' }],
              reason: [{ text: 'so' }],
              claims: [],
              more: 2,
              others: [],
            },
          ],
          cells: [[claim]],
        },
      ],
    },
    {
      block: 'timeline',
      days: [
        {
          day: '1 May 2025',
          entries: [{ ask: 'Is it now?', claim, moved: { kind: 'reversal', word: 'shift', reason: 'so' } }],
        },
      ],
    },
    {
      block: 'finding',
      diagnostic: { code: 'c', severity: 'error', message: '`k` is wrong', file: 'f.yaml', start: place, end: place },
    },
    { block: 'sources', sources: [{ number: 1, words: [{ text: 'An outlet' }] }] },
  );
  expect(faults(text)).toEqual([]);
  expect(text).toMatchInlineSnapshot(`
    "# Title

    - Key: **value | more**
    - an item

    | A | B |
    | - | -: |
    | x\\|y | |

    - **N**, 1 May 2025: **yes**.[^1]

    **Tension** (dispute: N and M): Is it so?

    - **N**, 1 May 2025: **yes**. It is so.[^1]
    - **N**, 1 May 2025: **yes**. It is so.[^1]

    So.

    ## Is it?

    - **N**, 1 May 2025: **yes**. It is so.[^1]

    **Opposed**, N and M: so (and 2 more).

    ### 1 May 2025

    Is it now?

    - **N**, 1 May 2025: **yes**. It is so.[^1]

    **Reversal**: so.

    - **Error**, f.yaml:1:2: \\\`k\\\` is wrong \\[c]

    [^1]: An outlet
    "
  `);
});

/** A brief of a topic that has a word in every field. */
function briefOf(word: string): string {
  return [...markdown(brief(analyse({ topics: [topicWith(word)] }), undefined))].join('');
}

function topicWith(word: string): Topic {
  const claim = (id: string, rest: { readonly [key: string]: Plain }): Plain => ({
    id,
    says: word,
    date: '2025-05-17',
    ...rest,
  });
  const details = {
    quote: word,
    lang: 'he',
    translation: word,
    translator: word,
    at: word,
    via: [word],
    anonymous: word,
    verb: word,
  };
  const reviewed = [{ with: 'c', reason: word, by: word }];
  return topicOf({
    topic: word,
    summary: word,
    parties: [word],
    speakers: { a: { name: 'A', role: word, party: word }, b: { name: word } },
    sources: {
      one: { outlet: word, title: word, byline: word },
      two: { url: 'https://x.example', archive: 'https://y.example' },
      three: { outlet: word },
      four: { title: word },
    },
    questions: [
      {
        id: 'q',
        ask: word,
        kind: 'choice',
        measure: word,
        claims: [
          claim('c', { speaker: 'a', answer: `${word} indeed`, source: ['one', 'two'] }),
          claim('d', { speaker: 'b', answer: 'another', denies: 'c', source: 'three', reviewed, ...details }),
        ],
      },
      { id: 'r', ask: word },
    ],
    claims: [claim('e', { speaker: 'a', source: 'four' })],
  });
}

function rendered(...blocks: readonly Block[]): string {
  return [...markdown({ data: undefined, blocks })].join('');
}

function parsed(text: string): Nodes {
  return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

function nodes(tree: Nodes): readonly Nodes[] {
  return 'children' in tree ? [tree, ...tree.children.flatMap(nodes)] : [tree];
}

/** The kinds of the nodes in order, with their depth. A code span is text: it stands where an address is not to be a link. */
function shape(tree: Nodes): readonly string[] {
  const kinds: string[] = [];
  const walk = (node: Nodes, depth: number): void => {
    const kind = `${depth} ${node.type === 'inlineCode' ? 'text' : node.type}`;
    if (!kind.endsWith(' text') || kinds.at(-1) !== kind) kinds.push(kind);
    if ('children' in node) for (const child of node.children) walk(child, depth + 1);
  };
  walk(tree, 0);
  return kinds;
}

function textOf(tree: Nodes): string {
  if ('value' in tree) return tree.value;
  return 'children' in tree ? tree.children.map(textOf).join('') : '';
}

function occurrences(tree: Nodes, text: string): number {
  return onOneLine(textOf(tree)).split(text).length - 1;
}

/** A text as it is to be read: neutralised, on one line. */
function flat(text: string): string {
  return onOneLine(neutralise(text));
}

function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function faults(text: string): readonly string[] {
  const found = lint({ strings: { brief: text } }).brief ?? [];
  return found.map(
    ({ lineNumber, ruleNames, errorDetail }) =>
      `${lineNumber} ${ruleNames[0]} ${errorDetail ?? ''}: ${text.split('\n')[lineNumber - 1]}`,
  );
}
