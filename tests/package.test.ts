import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const repository = `${import.meta.dirname}/..`;
const folder = mkdtempSync(`${tmpdir()}/claims-package-`);
const prefix = `${folder}/prefix`;
const desk = `${folder}/desk`;
const twoMinutes = 120_000;

beforeAll(() => {
  // Without scripts: the build is fresh, and another one meanwhile would be for nothing.
  const packed = run(repository, 'npm', 'pack', '--ignore-scripts', '--json', '--pack-destination', folder);
  const [{ filename }] = JSON.parse(packed);
  run(folder, 'npm', 'install', '--global', '--offline', '--prefix', prefix, `${folder}/${filename}`);
  mkdirSync(`${desk}/claims`, { recursive: true });
  writeFileSync(`${desk}/claims/toll.yaml`, ledger);
}, twoMinutes);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package, installed from its tarball', () => {
  test('prints its version', () => {
    const { version } = JSON.parse(readFileSync(`${repository}/package.json`, 'utf8'));
    expect(run(desk, `${prefix}/bin/claims`, '--version')).toBe(`${version}\n`);
  });

  test('reads a ledger', () => {
    expect(run(desk, `${prefix}/bin/claims`, 'diff')).toContain('How many people were killed?');
  });

  test('needs no other package, and brings the licences of those in it', () => {
    const home = `${prefix}/lib/node_modules/counterclaim`;
    expect(JSON.parse(readFileSync(`${home}/package.json`, 'utf8')).dependencies).toBeUndefined();
    expect(readFileSync(`${home}/dist/licences.txt`, 'utf8')).toMatch(/^commander .*\(MIT\)$/mu);
    expect(readFileSync(`${home}/LICENSE`, 'utf8')).toContain('MIT License');
  });
});

const ledger = `topic: Toll
questions:
  - ask: How many people were killed?
    claims:
      - { speaker: The ministry, date: 2025-05-18, says: 53 people were killed, answer: 53 }
      - { speaker: The army, date: 2025-05-18, says: 20 people were killed, answer: 20 }
`;

// What the calling npm has set in the environment is for the repository, not for these folders.
function run(cwd: string, command: string, ...args: readonly string[]): string {
  const own = Object.entries(process.env).filter(([name]) => !/^npm_(?!config_userconfig)/u.test(name));
  const env = { ...Object.fromEntries(own), NO_COLOR: '1' };
  return execFileSync(command, args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
