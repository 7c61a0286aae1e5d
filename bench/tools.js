// The tools that claims is held against, as far as they are on this machine.
import { spawnSync } from 'node:child_process';

/** How each tool tells its version. */
const TOOLS = {
  hledger: ['hledger', '--version'],
  ledger: ['ledger', '--version'],
  'bean-check': ['bean-check', '--version'],
  jq: ['jq', '--version'],
  rg: ['rg', '--version'],
};

/**
 * The versions of the tools that are here, and the names of those that are not. The program for libyaml is compiled into
 * a folder; `time` tells how much memory a process has taken.
 */
export function toolsOn(folder) {
  const libyaml = `${folder}/libyaml`;
  spawnSync('gcc', ['-O2', '-o', libyaml, `${import.meta.dirname}/libyaml.c`, '-lyaml']);
  const found = Object.entries({ ...TOOLS, libyaml: [libyaml] }).map(([name, argv]) => [name, versionOf(argv)]);
  return {
    libyaml,
    time: output([TIME, '-f', '%M', 'true']) === undefined ? undefined : TIME,
    versions: new Map(found.filter(([, version]) => version !== undefined)),
    missing: found.filter(([, version]) => version === undefined).map(([name]) => name),
  };
}

const TIME = '/usr/bin/time';

function versionOf(argv) {
  return /\d+(?:\.\d+)+/u.exec(output(argv) ?? '')?.[0];
}

/** What a program says, undefined where there is none or it fails. */
function output([program, ...args]) {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  return status === 0 ? stdout + stderr : undefined;
}
