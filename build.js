// Bundles the command into a few CommonJS files, which start in a fraction of the time that its modules would take, and
// puts the licences of the bundled packages beside them.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { licences } from './build/licences.js';
import { builtParts } from './build/parts.js';

const root = import.meta.dirname;
const dist = `${root}/dist`;

// What a page brings with it, its styles and scripts, is taken as text, without the marks that the tests' tools need.
const raw = {
  name: 'raw',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\?raw$/ }, ({ path, resolveDir }) => ({
      path: `${resolveDir}/${path.replace(/\?raw$/u, '')}`,
      namespace: 'raw',
    }));
    onLoad({ filter: /./, namespace: 'raw' }, ({ path }) => ({ contents: readFileSync(path, 'utf8'), loader: 'text' }));
  },
};

const results = await builtParts(
  [
    { name: 'claims', begins: ['src/cli.ts'] },
    // What most runs need, and no more: every further kilobyte makes all of them slower.
    {
      name: 'everyday',
      begins: files('commands/list', 'commands/diff', 'renderers/terminal/index', 'renderers/json'),
    },
    { name: 'check', begins: files('commands/check') },
    {
      name: 'looking',
      begins: files('commands/show', 'commands/why', 'commands/topics', 'commands/contradictions', 'commands/timeline'),
    },
    // The reader of all YAML, for what people seldom write.
    {
      name: 'yaml',
      begins: files('ledger/reader/compose', 'ledger/reader/locate', 'ledger/reader/outline', 'ledger/reader/walk'),
    },
    { name: 'colour', begins: files('renderers/terminal/tones') },
    { name: 'width', begins: ['string-width'] },
    { name: 'slips', begins: ['fastest-levenshtein'] },
    {
      name: 'others',
      lists: files('commands/index', 'renderers/index'),
      begins: files('checks/explained', 'fixing', 'save', 'views/mended', 'io/git', 'io/replace', 'io/write'),
    },
    { name: 'asking', begins: files('ask') },
    { name: 'tables', begins: files('renderers/csv', 'renderers/tsv', 'importers/csv') },
    { name: 'markdown', begins: files('renderers/markdown') },
    { name: 'pages', begins: files('renderers/html/index') },
  ],
  {
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    plugins: [raw],
    // A literal with the flag `v` is read with its file even if it is never evaluated; `new RegExp` is not.
    supported: { 'regexp-set-notation': false },
    // There is less to read at the start; identifiers and lines stay, so that a reported stack says something.
    minifyWhitespace: true,
    minifySyntax: true,
    lineLimit: 200,
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    write: false,
  },
);

mkdirSync(dist, { recursive: true });
// The part that loads the others comes last.
const outputs = results.flatMap(({ outputFiles }) => outputFiles).reverse();
const written = new Map(outputs.map(({ path, contents }) => [basename(path), contents]));
written.set(
  'licences.txt',
  licences(
    root,
    results.map(({ metafile }) => metafile),
  ),
);
for (const [name, contents] of written) put(name, contents);
for (const name of readdirSync(dist)) if (!written.has(name) && name.endsWith('.cjs')) rmSync(`${dist}/${name}`);

function files(...names) {
  return names.map((name) => `src/${name}.ts`);
}

// Written beside its place and then moved there, so that a command started meanwhile finds the old file or the new.
function put(name, contents) {
  const path = `${dist}/${name}`;
  writeFileSync(`${path}.${process.pid}.tmp`, contents);
  renameSync(`${path}.${process.pid}.tmp`, path);
}
