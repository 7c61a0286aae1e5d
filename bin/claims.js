#!/usr/bin/env node
// CommonJS, as package.json beside this file says: it starts faster than a module. Newer Nodes keep the compiled code.
const { existsSync } = require('node:fs');
const { enableCompileCache } = require('node:module');

if (existsSync(`${__dirname}/../dist/claims.cjs`)) {
  enableCompileCache?.();
  require('../dist/claims.cjs');
} else {
  process.stderr.write('claims: the program has not been built yet: run npm run build\n');
  process.exitCode = 2;
}
