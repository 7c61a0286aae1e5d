import { describe, expect, test } from 'vitest';
import type { Finding } from '../src/diagnostic.ts';
import type { Tree } from '../src/ledger/reader/tree.ts';
import { yamlReader } from '../src/ledger/reader/yaml.ts';
import type { Path } from '../src/place.ts';

const read = (text: string) => yamlReader.values('f.yaml', text);

/** A tree as plain lists and pairs, so that it can be written down in a table. */
const plain = (tree: Tree | undefined): unknown => {
  if (tree === undefined || typeof tree === 'string') return tree;
  if (tree instanceof Map) return { map: [...tree].map(([key, value]) => [key, plain(value)]) };
  return (tree as readonly Tree[]).map(plain);
};

const map = (...pairs: readonly (readonly [string, unknown])[]) => ({ map: pairs });

const rangeOf = (finding: Finding | undefined) => {
  if (!finding || !('range' in finding.place)) throw new Error('no finding with a range');
  return finding.place.range;
};

describe('values', () => {
  test.each<readonly [string, string, unknown]>([
    ['block', 'a: b\nc:\n  - d\n  - e: f\n    g: h\n', map(['a', 'b'], ['c', ['d', map(['e', 'f'], ['g', 'h'])]])],
    ['list at the column of its key', 'a:\n- b\n- c\nd: e\n', map(['a', ['b', 'c']], ['d', 'e'])],
    ['flow', '{ a: [b, c], d: { e: f } }\n', map(['a', ['b', 'c']], ['d', map(['e', 'f'])])],
    ['flow over lines', 'a: [b,\n  c,\n  ]\nd: e\n', map(['a', ['b', 'c']], ['d', 'e'])],
    ['quoted', `a: 'it''s: #1'\nb: "x\\ty"\n`, map(['a', "it's: #1"], ['b', 'x\ty'])],
    ['folded', 'a: >\n  one\n  two\n\n  three\nb: c\n', map(['a', 'one two\nthree\n'], ['b', 'c'])],
    ['literal', 'a: |-\n  one\n    two: #x\nb: c\n', map(['a', 'one\n  two: #x'], ['b', 'c'])],
    ['plain over lines', 'a: one\n  two\nb: c\n', map(['a', 'one two'], ['b', 'c'])],
    ['CRLF', 'a: |\r\n  one\r\n  two\r\nb: c\r\n  d\r\n', map(['a', 'one\ntwo\n'], ['b', 'c d'])],
    ['CR only', 'a: |\r  one\r  two\rb: c\r', map(['a', 'one\ntwo\n'], ['b', 'c'])],
    ['no final newline', 'a: b\nc: d', map(['a', 'b'], ['c', 'd'])],
    ['empty', '', ''],
    ['comments only', '# one\n\n# two', ''],
    ['scalar root', 'just words', 'just words'],
    [
      'empty values',
      'a:\nb: ""\nc: [x, ""]\nd:\n  -\n  - e\n',
      map(['a', ''], ['b', ''], ['c', ['x', '']], ['d', ['', 'e']]),
    ],
    [
      'scalars as written',
      'a: 012\nb: no\nc: 53,000\nd: ~\ne: 0x1\n',
      map(['a', '012'], ['b', 'no'], ['c', '53,000'], ['d', '~'], ['e', '0x1']),
    ],
    ['document marks', '---\na: b\n...\n', map(['a', 'b'])],
    [
      'names of objects',
      '__proto__: a\nconstructor: b\ntoString: c\n<<: d\n',
      map(['__proto__', 'a'], ['constructor', 'b'], ['toString', 'c'], ['<<', 'd']),
    ],
    [
      'colons and signs inside words',
      'a: http://x.y/#z\nb: a - b\nc: 5% & more!\n',
      map(['a', 'http://x.y/#z'], ['b', 'a - b'], ['c', '5% & more!']),
    ],
    [
      'sixteen levels',
      `${'['.repeat(16)}x${']'.repeat(16)}`,
      Array.from({ length: 16 }).reduce((inner) => [inner], 'x'),
    ],
  ])('%s', (_, text, expected) => {
    const { tree, findings } = read(text);
    expect(findings).toEqual([]);
    expect(plain(tree)).toEqual(expected);
  });

  test('maps are maps, in the order of the file', () => {
    const { tree } = read('2: a\n1: b\n');
    expect(tree).toBeInstanceOf(Map);
    expect([...(tree as ReadonlyMap<string, Tree>).keys()]).toEqual(['2', '1']);
  });
});

describe('refused', () => {
  const levels = (count: number) => Array.from({ length: count }, (_, depth) => `${' '.repeat(depth)}k:`).join('\n');
  test.each<readonly [string, string, number, RegExp]>([
    ['anchor', 'a: &x b\n', 3, /anchor/],
    ['alias', 'a: *x\n', 3, /alias/],
    ['tag', 'a: !x b\n', 3, /tag/],
    ['tag in a list', 'a: [b, !!str c]\n', 7, /tag/],
    ['directive', '%YAML 1.2\n---\na: b\n', 0, /directive/],
    ['second document', 'a: b\n---\nc: d\n', 5, /second document/],
    ['document after the end', 'a: b\n...\nc: d\n', 9, /second document/],
    ['explicit key', 'a: b\n? c\n: d\n', 5, /`\?`/],
    ['explicit key in brackets', '{ ? a : b }\n', 2, /`\?`/],
    ['seventeen brackets', `a: ${'['.repeat(16)}`, 18, /16 levels/],
    ['seventeen maps', levels(17), levels(17).length - 2, /16 levels/],
    ['seventeen lists', '- '.repeat(17), 32, /16 levels/],
    ['escape', 'a: b\x1b[31m\n', 4, /U\+001B/],
    ['NUL', '\0a: b\n', 0, /U\+0000/],
    ['DEL', 'a: b\x7f\n', 4, /U\+007F/],
    ['C1', 'a: "\u0085"\n', 4, /U\+0085/],
  ])('%s', (_, text, start, message) => {
    const { tree, findings } = read(text);
    expect(findings.map(({ code }) => code)).toEqual(['refused']);
    expect(findings[0]?.message).toMatch(message);
    expect(findings[0]?.hint).toBeTruthy();
    expect(rangeOf(findings[0]).start).toBe(start);
    expect(tree).toBeUndefined();
  });

  test('tells twenty and counts the rest', () => {
    const { findings } = read('- &x a\n'.repeat(25));
    expect(findings).toHaveLength(21);
    expect(findings.at(-1)?.message).toBe('and 5 more like these');
  });

  test.each([
    'a: b\n---x\n',
    'a: "&x *y !z"\n',
    'a: x &y *z !w\n',
    "a: '? b'\n",
    'a: |\n  ---\n  ...\nb: c\n',
    levels(16),
  ])('%j is not refused', (text) => expect(read(text).findings.filter(({ code }) => code === 'refused')).toEqual([]));
});

describe('syntax', () => {
  test.each<readonly [string, number, RegExp, unknown]>([
    ['says: he said: no\nb: c\n', 13, /quotes or use `says: >`/, map(['says', 'he said: no'], ['b', 'c'])],
    ['{ says: he said: no, b: c }\n', 15, /quotes or use `says: >`/, map(['says', 'he said: no'], ['b', 'c'])],
    [
      'topic: “Rail strike: day three”\n',
      19,
      /^curly quotes .* straight quotes/,
      map(['topic', '“Rail strike: day three”']),
    ],
    ['- { says: «he said: no» }\n', 18, /^curly quotes/, [map(['says', '«he said: no»'])]],
    ['says: „a: b: c“\n', 8, /^curly quotes/, map(['says', '„a: b: c“'])],
    ['says: He called it “a: b”\n', 21, /^put the text in quotes/, map(['says', 'He called it “a: b”'])],
    ['says: “he said\n  it: was”\n', 17, /^curly quotes/, undefined],
    ['says: a: b: c\n', 7, /quotes/, map(['says', 'a: b: c'])],
    ['answer: > 40\nb: c\n', 8, /quotes, or write `more than 40`/, map(['answer', '> 40'], ['b', 'c'])],
    ['answer: >40\nb: c\n', 8, /`more than 40`/, map(['answer', '>40'], ['b', 'c'])],
    ['answer: >4\nb: c\n', 8, /`more than 40`/, map(['answer', '>4'], ['b', 'c'])],
    ['answer: >= 40\n', 8, /`more than 40`/, map(['answer', '>= 40'])],
    ['- { answer: > 40 }\n', 12, /`more than 40`/, [map(['answer', '> 40'])]],
    ['unit: %\nb: c\n', 6, /^quote it: '%'$/, map(['unit', '%'], ['b', 'c'])],
    ['says: @bob said\n', 6, /quotes/, map(['says', '@bob said'])],
    ['says: "He" said no # x\nb: c\n', 11, /quotes/, map(['says', '"He" said no'], ['b', 'c'])],
    ["says: 'it's here'\n", 10, /quotes/, map(['says', "'it's here'"])],
    ['a: [x, y]]\nb: c\n', 9, /take it out/, map(['a', ['x', 'y']], ['b', 'c'])],
    ['a: "b\\q"\n', 5, /backslash/, map(['a', 'b\\q'])],
    ['[a]: b\nc: d\n', 0, /plain words/, map(['c', 'd'])],
    ['a:\n\tb: c\n', 3, /blanks/, undefined],
    ['a: "he said\nb: c\nd: e\n', 3, /close it/, undefined],
    ["a: 'he said", 3, /close it/, undefined],
    ['a: [x, y\nb: c\nd: e: f\n', 3, /close it with `\]`/, undefined],
    ['a: { x: 1', 3, /close it with `\}`/, undefined],
    ['a: [b}\nc: d\n', 5, /write `\]`/, undefined],
    ['a:\n    b: c\n  d: e\n', 14, /same indentation/, undefined],
    ['a: b\n  c: d\ne: f\n', 7, /line it up/, undefined],
    ['a:\n  - b\n - c\n', 10, /same indentation/, undefined],
    ['  a: b\nc: d\ne: f\ng: h\n', 7, /same indentation/, undefined],
    ['topic: x\nsome words\nb: c\n', 9, /write `key: value`/, undefined],
    ['topic: x\nsays:he said\nb: c\n', 9, /`says: `/, undefined],
    ['says: - he said\n', 6, /quotes/, undefined],
    ['a: [b,,c]\n', 6, /take it out/, undefined],
  ])('%j', (text, start, hint, expected) => {
    const { tree, findings } = read(text);
    const [first] = findings;
    expect(first?.code).toBe('syntax');
    expect(rangeOf(first).start).toBe(start);
    expect(first?.hint).toMatch(hint);
    expect(plain(tree)).toEqual(expected);
    expect(findings.filter((finding) => rangeOf(finding).start < text.indexOf('\n', start))).toHaveLength(
      text.indexOf('\n', start) < 0 ? 0 : 1,
    );
  });

  test('one mistake is one finding', () => {
    for (const text of [
      'a: [b]]\nc: d\ne: f\n',
      '- a\nb: c\nd: e\n',
      'a:\n  - b\n - c\nd: e\n',
      'a: [\nb, c\nd: e\n',
    ]) {
      expect(read(text).findings, text).toHaveLength(1);
    }
  });

  test('tells twenty and counts the rest', () => {
    const { findings } = read(Array.from({ length: 25 }, (_, i) => `k${i}: a: b\n`).join(''));
    expect(findings).toHaveLength(21);
    expect(findings.at(-1)?.message).toBe('and 5 more like these');
    expect(read(Array.from({ length: 20 }, (_, i) => `k${i}: %\n`).join('')).findings).toHaveLength(20);
  });

  test('says nothing in the words of the library', () => {
    const { findings } = read('a: b\n- c\n"d" "e"\n[f\n{g]}\n');
    expect(findings.length).toBeGreaterThan(0);
    for (const { message } of findings) expect(message).not.toMatch(/implicit|scalar|token|flow|collection|mapping/iu);
  });
});

describe('repeated keys', () => {
  test('name the key, point at the first, and keep its value', () => {
    const { tree, findings } = read('a: 1\nb: 2\na: 3\n"a": 4\n');
    expect(findings.map(({ code, message }) => [code, message])).toEqual([
      ['repeated-key', 'the key `a` is repeated'],
      ['repeated-key', 'the key `a` is repeated'],
    ]);
    expect(findings.map((finding) => rangeOf(finding).start)).toEqual([10, 15]);
    expect(findings[1]?.related?.[0]?.place).toEqual({ file: 'f.yaml', range: { start: 0, end: 1 } });
    expect(plain(tree)).toEqual(map(['a', '1'], ['b', '2']));
  });

  test('of other maps are none', () => expect(read('a: {k: 1}\nb: {k: 2}\n').findings).toEqual([]));
});

describe('number-cut', () => {
  test.each<readonly [string, number, number, unknown]>([
    ['{ toll: 53,000 }', 8, 14, map(['toll', '53,000'])],
    ['[53,000]', 1, 7, ['53,000']],
    ['[a, more than 1,200,300, b]', 4, 23, ['a', 'more than 1,200,300', 'b']],
    ['{ a: 1,000, b: c }', 5, 10, map(['a', '1,000'], ['b', 'c'])],
  ])('%s', (text, start, end, expected) => {
    const { tree, findings } = read(text);
    expect(findings.map(({ code }) => code)).toEqual(['number-cut']);
    expect(rangeOf(findings[0])).toEqual({ start, end });
    expect(findings[0]?.hint).toBe(`put the number in quotes: '${text.slice(start, end)}'`);
    expect(plain(tree)).toEqual(expected);
  });

  test.each(['[53, 000]', '[2025,000]', "['53',000]", '[53,00]', '[53,0000]', '[a,000]', 'a: 53,000', "['53,000']"])(
    '%s is none',
    (text) => expect(read(text).findings).toEqual([]),
  );
});

test.each<readonly [string, readonly Path[]]>([
  ['a: b\nc: [d]\n', []],
  ['a: 1\na: 2\na: 3\nb: { c: d }\n', [[]]],
  ['a:\n  - b: 1\n    b: 2\n  - b: 1\n', [['a', 0]]],
  ['a:\n  - { toll: [1,000] }\n', [['a', 0]]],
  ['a:\n  b: he said: no\nc: d\n', [['a']]],
  ['a:\n  b: "He" said\nc: d\n', [['a']]],
])('%j mars %j', (text, paths) => expect(read(text).marred).toEqual(paths));

describe('cuts', () => {
  test.each<readonly [string, Path, boolean, string]>([
    ['says: They are #1 in the world\n', ['says'], true, '#1 in the world'],
    ['says: They are # one\n', ['says'], false, '# one'],
    ['says: They are #\n', ['says'], false, '#'],
    ['says: They\n  are #1 of all\nb: c\n', ['says'], true, '#1 of all'],
    ['says: #1 in the world\n', ['says'], true, '#1 in the world'],
    ['a:\n  - b #c\r\n  - d\r\n', ['a', 0], true, '#c'],
    ['a: [b, c #d\n  ]\n', ['a', 1], true, '#d'],
  ])('%j', (text, path, touching, words) => {
    const { cuts, findings } = read(text);
    expect(findings).toEqual([]);
    expect(cuts.map((cut) => ({ ...cut, range: text.slice(cut.range.start, cut.range.end) }))).toEqual([
      { path, touching, range: words },
    ]);
  });

  test.each([
    'a: > # x\n  b\n',
    'a: "b" # x\n',
    "a: 'b' #x\n",
    'a: [b] # x\n',
    'a: # x\n  b: c\n',
    '# x\na: b\n# y\n',
    'a: b#c\n',
  ])('%j is none', (text) => expect(read(text).cuts).toEqual([]));
});

describe('locate', () => {
  const text = [
    'topic: Talks # now',
    'questions:',
    '  - ask: Who?',
    '    claims:',
    '      - speaker: katz',
    '        says: >',
    '          one',
    '          two',
    '',
    '  - ask:',
    'options: [1,000, "b c"]',
    '',
  ].join('\r\n');
  const at = (path: Path, part: 'key' | 'value') => {
    const [range] = yamlReader.locate(text, [{ path, part }]);
    return text.slice(range?.start, range?.end);
  };
  test.each<readonly [Path, 'key' | 'value', string]>([
    [['topic'], 'key', 'topic'],
    [['topic'], 'value', 'Talks'],
    [['questions'], 'key', 'questions'],
    [['questions'], 'value', '- ask: Who?'],
    [['questions', 0], 'value', 'ask: Who?'],
    [['questions', 0], 'key', 'ask: Who?'],
    [['questions', 0, 'claims', 0, 'speaker'], 'value', 'katz'],
    [['questions', 0, 'claims', 0, 'says'], 'value', '>\r\n          one\r\n          two'],
    [['questions', 1, 'ask'], 'value', 'ask'],
    [['options', 0], 'value', '1,000'],
    [['options', 1], 'value', '"b c"'],
    [['options', 7], 'value', 'options'],
    [['questions', 0, 'claims', 0, 'date'], 'value', 'speaker: katz'],
    [['questions', 0, 'claims', 4, 'date'], 'key', 'claims'],
    [['topic', 'x', 'y'], 'key', 'topic'],
    [['nothing'], 'key', 'topic: Talks # now'],
    [[], 'value', 'topic: Talks # now'],
  ])('%j %s', (path, part, expected) => expect(at(path, part)).toBe(expected));

  test('finds many targets at once, in their order', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => `k${i}: v`);
    const targets = many.map((_, i) => ({ path: [`k${i}`], part: 'value' as const }));
    const ranges = yamlReader.locate(many.join('\n'), targets);
    expect(ranges).toHaveLength(20_000);
    expect(ranges[19_999]).toEqual({ start: many.join('\n').length - 1, end: many.join('\n').length });
  }, 10_000);

  test.each(['', 'a: [', '&x a', '\0', '? a', ']', 'a: b: c'])('gives a range for %j', (broken) => {
    const [range] = yamlReader.locate(broken, [{ path: ['a', 0, 'b'], part: 'key' }]);
    expect(range?.start).toBeGreaterThanOrEqual(0);
    expect(range?.end).toBeLessThanOrEqual(broken.length);
  });
});

describe('hostile texts end soon', () => {
  const deep = Array.from({ length: 3_000 }, (_, depth) => `${' '.repeat(depth)}k:`).join('\n');
  const cases: readonly (readonly [string, string, string])[] = [
    ['nested explicit keys', '? '.repeat(501).slice(0, 1_001), 'refused'],
    ['anchors', '&a '.repeat(50_000), 'refused'],
    ['aliases', '- *a\n'.repeat(50_000), 'refused'],
    ['closing brackets', ']'.repeat(50_000), 'syntax'],
    ['closing brackets after a list', `a: [b${']'.repeat(50_000)}`, 'syntax'],
    ['opening brackets', '['.repeat(50_000), 'refused'],
    ['dashes on one line', '- '.repeat(100_000), 'refused'],
    ['deep indentation', deep, 'refused'],
    ['colons', 'a: b: '.repeat(10_000), 'syntax'],
    ['values with colons', 'a: b: c\n'.repeat(10_000), 'syntax'],
    ['quotes on one line', `a: "b"${' "c"'.repeat(10_000)}`, 'syntax'],
    ['unclosed quotes', 'a: "b\n'.repeat(10_000), 'syntax'],
    ['unclosed brackets', 'a: [\nb: c\n'.repeat(10_000), 'syntax'],
    ['commas', `[${','.repeat(10_000)}]`, 'syntax'],
    ['thousands', `[1${',000'.repeat(10_000)}]`, 'number-cut'],
    ['one key, again and again', 'a: b\n'.repeat(20_000), 'repeated-key'],
  ];
  test.each(cases)(
    '%s',
    (_, text, code) => {
      const { findings } = read(text);
      expect(findings.map((finding) => finding.code)).toContain(code);
      for (const { message } of findings) expect(message.length).toBeLessThan(200);
      expect(yamlReader.locate(text, [{ path: ['a', 0], part: 'value' }])).toHaveLength(1);
    },
    20_000,
  );

  test('a map of 40,000 keys is sound', () => {
    const { tree, findings } = read(Array.from({ length: 40_000 }, (_, i) => `k${i}: v\n`).join(''));
    expect(findings).toEqual([]);
    expect((tree as ReadonlyMap<string, Tree>).size).toBe(40_000);
  }, 10_000);

  test('any text returns', () => {
    const pieces = [
      'a',
      ': ',
      '- ',
      '\n',
      '\n  ',
      '\t',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      ',',
      ' #',
      '>',
      '|',
      '&',
      '? ',
      '\r',
      '\ud800',
    ];
    let state = 1;
    const next = () => {
      state = (Math.imul(state, 48_271) >>> 0) % 0x7fffffff;
      return state;
    };
    for (let round = 0; round < 3_000; round += 1) {
      const text = Array.from({ length: next() % 24 }, () => pieces[next() % pieces.length]).join('');
      for (const finding of read(text).findings) {
        const { start, end } = rangeOf(finding);
        expect(0 <= start && start <= end && end <= text.length, JSON.stringify(text)).toBe(true);
      }
    }
  }, 20_000);
});
