#!/usr/bin/env node
// CommonJS, as package.json beside this file says: it starts faster than a module. Newer Nodes keep the compiled code.
const { existsSync } = require('node:fs');
const { enableCompileCache } = require('node:module');
const { isAbsolute } = require('node:path');

if (existsSync(`${__dirname}/../dist/claims.cjs`)) {
  const folder = enableCompileCache && cacheFolder(process.env);
  if (folder !== undefined) enableCompileCache(`${folder}/claims`);
  require('../dist/claims.cjs');
} else {
  process.stderr.write('claims: the program has not been built yet: run npm run build\n');
  process.exitCode = 2;
}

// One that is there and one's own: where Node keeps it by itself, among temporary files, others on the machine could put
// code of theirs.
function cacheFolder({ XDG_CACHE_HOME, LOCALAPPDATA, HOME }) {
  const folders = [XDG_CACHE_HOME, LOCALAPPDATA, HOME && `${HOME}/Library/Caches`, HOME && `${HOME}/.cache`];
  return folders.find((path) => path && isAbsolute(path) && existsSync(path));
}
