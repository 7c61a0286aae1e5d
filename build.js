// Bundles the command into one CommonJS file, which starts in about half the time that its modules would take, and
// puts the licences of the bundled packages beside it.
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

// The package loads the tables of Unicode when it is evaluated, which takes longer than a whole start and serves only
// scripts other than Latin: in the bundle it is evaluated at the first call.
const late = {
  name: 'late',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^string-width$/ }, ({ path, kind }) =>
      kind === 'import-statement' ? { path, namespace: 'late' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'late' }, ({ path }) => ({
      contents: `let loaded;\nexport default (...args) => (loaded ??= require('${path}')).default(...args);`,
      resolveDir: import.meta.dirname,
    }));
  },
};

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

const { outputFiles, metafile } = await build({
  entryPoints: ['src/cli.ts'],
  outfile: 'dist/claims.cjs',
  absWorkingDir: import.meta.dirname,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  plugins: [late, raw],
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
});

mkdirSync(`${import.meta.dirname}/dist`, { recursive: true });
for (const { contents } of outputFiles) put('claims.cjs', contents);
put('licences.txt', licences(bundledFolders(metafile)));

// Written beside its place and then moved there, so that a command started meanwhile finds the old file or the new.
function put(name, contents) {
  const path = `${import.meta.dirname}/dist/${name}`;
  writeFileSync(`${path}.${process.pid}.tmp`, contents);
  renameSync(`${path}.${process.pid}.tmp`, path);
}

function bundledFolders({ outputs }) {
  const folders = new Set();
  for (const { inputs } of Object.values(outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(path)?.[0];
      if (folder && bytesInOutput > 0) folders.add(folder);
    }
  }
  return [...folders];
}

function licences(folders) {
  const texts = new Set(folders.map(licence));
  return `This program contains the following packages.\n\n${[...texts].sort().join('\n')}`;
}

function licence(relative) {
  const folder = `${import.meta.dirname}/${relative}`;
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)/iu.test(file));
  const texts = files.sort().map((file) => readFileSync(`${folder}/${file}`, 'utf8').replace(/\r\n/gu, '\n').trim());
  if (texts.length === 0) texts.push('(The package has no file with the text of its licence.)');
  return `${'-'.repeat(80)}\n${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`;
}
