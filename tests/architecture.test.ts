import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { codeOf, forbiddenImports, importCycles, mentions, type Rules, type Sources } from './harness/architecture.ts';

const anyone = [
  'place.ts',
  'text.ts',
  'sentence.ts',
  'date.ts',
  'nearest.ts',
  'failure.ts',
  'diagnostic.ts',
  'memo.ts',
  'counted.ts',
];
const parts = [
  'ledger',
  'answers',
  'analysis',
  'checks',
  'views',
  'renderers',
  'importers',
  'intake',
  'load.ts',
  'type reading.ts',
  'checking.ts',
  'progress.ts',
  'adding',
  'dialogue',
  'holding.ts',
  'starter',
  'topic-files.ts',
  'save.ts',
  'load-since.ts',
  'fixing.ts',
  'print.ts',
  'type io.ts',
];

/** Folders are the pipeline: text > ledger > analysis > view > rendering; commands join the parts. */
const rules: Rules = {
  answers: anyone,
  ledger: [...anyone, 'type answers'],
  'ledger/reader': [...anyone, 'type answers', 'yaml'],
  analysis: [...anyone, 'ledger/model.ts', 'answers'],
  checks: [...anyone, '../docs/checks.md?raw', 'ledger/model.ts', 'analysis', 'answers'],
  importers: [
    ...anyone,
    'type ledger/reader/tree.ts',
    'ledger/reader/json.ts',
    'ledger/schema.ts',
    'views/row-columns.ts',
  ],
  'importers/csv.ts': [...anyone, 'type ledger/reader/tree.ts', 'csv-parse'],
  intake: [...anyone, 'type importers/sheet.ts', 'ledger', 'answers', 'analysis/grouped.ts'],
  views: [...anyone, 'ledger/model.ts', 'analysis', 'answers'],
  'views/patch.ts': [...anyone, 'diff'],
  'views/import*': [...anyone, 'type intake', 'type importers/sheet.ts'],
  renderers: [...anyone, 'views'],
  'views/changes': [...anyone, 'ledger/model.ts', 'analysis', 'answers', 'diff'],
  'renderers/terminal*': [...anyone, 'views', 'chalk'],
  'renderers/markdown*': [...anyone, 'views', 'mdast-*', 'type mdast'],
  'renderers/claimreview.ts': [...anyone, 'views', 'type schema-dts'],
  'renderers/sarif.ts': [...anyone, 'views', 'type sarif', 'node:crypto'],
  'renderers/html*': [...anyone, 'views', 'preact', 'preact-render-to-string', 'node:crypto'],
  completion: [...anyone, 'ledger/model.ts', 'commander'],
  past: [...anyone, 'type io.ts', 'type io', 'io/unreadable.ts', 'ledger/read-file.ts', 'topic-files.ts'],
  commands: [...anyone, ...parts, 'completion', 'commander'],

  'raw.d.ts': [],
  'place.ts': anyone,
  'sentence.ts': anyone,
  'text.ts': [...anyone, 'string-width'],
  'date.ts': anyone,
  'nearest.ts': [...anyone, 'fastest-levenshtein'],
  'memo.ts': [],
  'failure.ts': anyone,
  'diagnostic.ts': anyone,
  'counted.ts': anyone,

  'io.ts': ['node:fs', 'io'],
  io: ['node:*'],
  dialogue: [...anyone, 'answers', 'analysis/explain.ts', 'ledger/cast.ts', 'type ledger', 'type io.ts'],
  'holding.ts': ['type io.ts', 'node:path'],
  adding: [...anyone, 'type io.ts', 'ledger', 'analysis', 'checks', 'load.ts', 'save.ts', 'holding.ts'],
  'fixing.ts': [...anyone, 'ledger'],
  'save.ts': [...anyone, 'type io.ts', 'ledger', 'node:path'],
  'load.ts': [...anyone, 'type io.ts', 'ledger', 'reading.ts', 'topic-files.ts', 'node:path'],
  'reading.ts': [...anyone, 'type io.ts', 'ledger', 'topic-files.ts', 'node:path'],
  'checking.ts': [...anyone, 'ledger', 'analysis', 'checks', 'type reading.ts'],
  'progress.ts': [...anyone, 'type io.ts', 'views/words.ts'],
  'topic-files.ts': [...anyone, 'type io.ts', 'node:path'],
  'load-since.ts': [
    ...anyone,
    'type io.ts',
    'load.ts',
    'topic-files.ts',
    'reading.ts',
    'past',
    'ledger/model.ts',
    'ledger/read-file.ts',
    'node:path',
  ],
  'gathered.ts': ['type io.ts'],
  'print.ts': [...anyone, 'type io.ts', 'views', 'renderers'],
  'main.ts': [...anyone, 'gathered.ts', 'commands', 'io.ts', 'commander', '../package.json'],
  'ask.ts': ['@inquirer/*', 'type io.ts', 'failure.ts', 'text.ts', 'typing', 'type node:stream'],
  typing: [...anyone, 'node:*'],
  'cli.ts': ['main.ts', 'io.ts', 'io', 'ask.ts', 'text.ts', 'node:*'],
};

/** What pure code gets through `Io`, or does without. */
const outside = /\b(?:process|console|setTimeout|setInterval)\b|\bDate\.now\b|\bnew Date\b/u;
const dependsOnLocale = /\blocaleCompare\b|\btoLocale\w*/u;
const unreadableImport = /\bimport\s*\(\s*[^'"\s]/u;
const saysNothing = ['utils', 'helpers', 'types', 'core', 'common'];
const longest = 250;

const folder = `${import.meta.dirname}/../src`;
const sources: Sources = new Map(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => [path, readFileSync(`${folder}/${path}`, 'utf8')]),
);

describe('src', () => {
  test('files import what their folder may', () => {
    expect(forbiddenImports(sources, rules)).toEqual([]);
    expect(mentions(sources, unreadableImport, [])).toEqual([]);
  });

  test('no files import each other in a circle', () => {
    expect(importCycles(sources)).toEqual([]);
  });

  test('only io and cli know the process, the clock and the console', () => {
    expect(mentions(sources, outside, ['io.ts', 'io/lock.ts', 'io/write.ts', 'cli.ts', 'ask.ts'])).toEqual([]);
  });

  test('nothing depends on a locale', () => {
    expect(mentions(sources, dependsOnLocale, [])).toEqual([]);
  });

  test('folders are named after what is in them', () => {
    const named = (path: string): boolean => path.split('/').some((part) => saysNothing.includes(part));
    expect([...sources.keys()].filter(named)).toEqual([]);
  });

  test(`no file has more than ${longest} lines`, () => {
    const lines = (source: string): number => source.split('\n').length - 1;
    expect([...sources].filter(([, source]) => lines(source) > longest).map(([path]) => path)).toEqual([]);
  });
});

describe('the rules find', () => {
  const offences = (file: string, source: string): readonly string[] =>
    forbiddenImports(new Map([[file, source]]), rules);

  test.each([
    ['views/list.ts', `import { Chalk } from 'chalk';`, 'views/list.ts imports chalk; views may import place.ts, '],
    ['answers/a.ts', `import type { Claim } from '../ledger/model.ts';`, 'imports types of ledger/model.ts'],
    ['answers/a.ts', `export { x } from "../views/x.ts";`, 'imports views/x.ts'],
    ['answers/a.ts', `export * from '../views/x.ts';`, 'imports views/x.ts'],
    ['answers/a.ts', `const x = await import('../views/x.ts');`, 'imports views/x.ts'],
    ['answers/a.ts', `import 'yaml';`, 'imports yaml'],
    ['answers/a.ts', 'const s = `${import("yaml")}`;', 'imports yaml'],
    ['ledger/a.ts', `import { parse } from 'yaml';`, 'imports yaml'],
    ['ledger/a.ts', `import { read } from '../answers/read.ts';`, 'imports answers/read.ts'],
    ['ledger/a.ts', `import { type A } from '../answers/read.ts';`, 'imports answers/read.ts'],
    ['analysis/a.ts', `import { id } from '../ledger/id.ts';`, 'imports ledger/id.ts'],
    ['importers/jsonl.ts', `import { parse } from 'csv-parse/sync';`, 'imports csv-parse/sync'],
    ['importers/a.ts', `import { plan } from '../intake/plan.ts';`, 'imports intake/plan.ts'],
    ['intake/a.ts', `import { csv } from '../importers/csv.ts';`, 'imports importers/csv.ts'],
    ['renderers/tsv.ts', `import { Chalk } from 'chalk';`, 'imports chalk'],
    ['renderers/csv.ts', `import { stringify } from 'csv-stringify/sync';`, 'imports csv-stringify/sync'],
    ['renderers/claimreview.ts', `import { Claim } from 'schema-dts';`, 'imports schema-dts'],
    ['commands/a.ts', `import { disk } from '../io.ts';`, 'imports io.ts'],
    ['commands/a.ts', `import { readFileSync } from 'node:fs';`, 'imports node:fs'],
    ['stray.ts', '', 'stands in no folder that has a rule'],
  ])('in %s: %s', (file, source, offence) => {
    expect(offences(file, source)).toEqual([expect.stringContaining(offence)]);
  });

  test.each([
    ['ledger/reader/a.ts', `import {\n  parse,\n  type Node,\n} from 'yaml';\nimport { b } from '../b.ts';`],
    ['ledger/a.ts', `import type { Answer } from '../answers/read.ts';`],
    ['renderers/terminal.ts', `import { Chalk } from 'chalk';\nimport type { View } from '../views/view.ts';`],
    ['renderers/terminal/cells.ts', `import { Chalk } from 'chalk';`],
    ['importers/csv.ts', `import { parse } from 'csv-parse/sync';`],
    ['renderers/claimreview.ts', `import type { Claim } from 'schema-dts';`],
    ['renderers/markdown.ts', `import { toMarkdown } from 'mdast-util-to-markdown';`],
    ['views/a.ts', `// import 'yaml';\nconst says = "import 'yaml'";\nconst also = \`import 'yaml'\`;`],
  ])('nothing in %s: %s', (file, source) => {
    expect(offences(file, source)).toEqual([]);
  });

  test('circles, those of types too', () => {
    const circle = new Map([
      ['a.ts', `import type { B } from './b/b.ts';`],
      ['b/b.ts', `import { c } from './c.ts';`],
      ['b/c.ts', `export { a } from '../a.ts';`],
      ['d.ts', `import './a.ts';`],
    ]);
    expect(importCycles(circle)).toEqual(['a.ts > b/b.ts > b/c.ts > a.ts']);
  });

  test('names in code, but not in comments, strings and patterns', () => {
    const names = new Map([
      ['a.ts', '// process\nconst a = "process" + `process` + /[/"]process/u.source; /* process */'],
      ['b.ts', 'const b = `${`${process.cwd()}`}`;'],
      ['c.ts', 'const half = a / 2; process.exit(half / 2);'],
      ['d.ts', 'a.localeCompare(b)'],
      ['io.ts', 'process.cwd()'],
    ]);
    expect(mentions(names, outside, ['io.ts'])).toEqual(['b.ts mentions process', 'c.ts mentions process']);
    expect(mentions(names, dependsOnLocale, [])).toEqual(['d.ts mentions localeCompare']);
    expect(mentions(new Map([['a.ts', 'import(name)']]), unreadableImport, [])).toHaveLength(1);
    expect(codeOf(`a('{', "it's", /'/u) // '\nb`)).toBe(`a('', '', 0)  \nb`);
  });
});
