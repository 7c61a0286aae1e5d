import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { describe, expect, test } from 'vitest';

const root = `${import.meta.dirname}/../..`;
const about = JSON.parse(read('package.json'));
const parts = readdirSync(`${root}/dist`).filter((name) => name.endsWith('.cjs'));

/** What is in the program: a name, a version and a licence a line. A package more is a package to look at, and a line here. */
const announced = read('tests/trust/packages.txt').trimEnd().split('\n');
const bundled = [...read('dist/licences.txt').matchAll(/^-{80}\n(.+)\n/gmu)].map(([, line]) => line ?? '');

describe('the packages in the program', () => {
  test('are those that are announced', () => expect(bundled).toEqual(announced));

  test('have licences that ask for no more than their text', () => {
    const licences = new Set(announced.map((line) => /\((.+)\)$/u.exec(line)?.[1]));
    expect([...licences].sort()).toEqual(['BSD-3-Clause', 'ISC', 'MIT']);
    expect(read('dist/licences.txt')).not.toContain('no file with the text');
  });

  test('run nothing when they are installed, and neither does the program', () => {
    const lock = JSON.parse(read('package-lock.json')).packages as Record<
      string,
      { version: string; hasInstallScript?: true }
    >;
    const scripted = Object.entries(lock).filter(([, { hasInstallScript }]) => hasInstallScript === true);
    const names = scripted.map(([path, { version }]) => `${path.replace(/^.*node_modules\//u, '')} ${version}`);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => announced.some((line) => line.startsWith(`${name} `)))).toEqual([]);
    expect(Object.keys(about.scripts).filter((name) => /^(?:pre|post)?install$/u.test(name))).toEqual([]);
  });

  test('are all there is: the program is installed without another', () => {
    for (const key of ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies']) {
      expect(about[key], key).toBeUndefined();
    }
  });

  test('have exact versions, as have the tools', () => {
    const loose = Object.entries<string>(about.devDependencies).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/u.test(version),
    );
    expect(loose).toEqual([]);
  });
});

describe('the built files', () => {
  test.each(parts)('%s takes no module of Node for networks, and no code but its own', (name) => {
    const text = read(`dist/${name}`);
    const taken = [...text.matchAll(/\brequire\(\s*(?:"([^"]*)"|'([^']*)')?/gu)].map(
      ([, double, single]) => double ?? single ?? 'a word',
    );
    expect(taken.filter((one) => !/^\.\/\w+\.cjs$/u.test(one) && !NEAR.has(one.replace('node:', '')))).toEqual([]);
    expect(
      text.match(
        /\bimport\(|\beval\(|\bnew Function\(|\bgetBuiltinModule\b|\bprocess\.binding\b|\bfetch\(|\bXMLHttpRequest\b|\bsendBeacon\b|\bWebSocket\b|\bEventSource\b/gu,
      ),
    ).toBeNull();
  });

  test('are all looked at', () => expect(parts.length).toBeGreaterThan(10));
});

/** Modules of Node that reach no further than this machine. Programs are started by `changes` alone. */
const NEAR: ReadonlySet<string> = new Set(
  [
    'async_hooks',
    'buffer',
    'child_process',
    'crypto',
    'events',
    'fs',
    'os',
    'path',
    'process',
    'readline',
    'stream',
    'tty',
    'util',
  ].filter((name) => builtinModules.includes(name)),
);

test('the package holds what it says, and nothing else', () => {
  const packed = execFileSync('npm', ['pack', '--dry-run', '--ignore-scripts', '--json'], {
    cwd: root,
    encoding: 'utf8',
  });
  const paths = (JSON.parse(packed)[0].files as readonly { path: string }[]).map(({ path }) => path);
  const own = [
    /^bin\/(?:claims\.js|package\.json)$/u,
    /^dist\/\w+\.cjs$/u,
    /^docs\/[\w-]+\.md$/u,
    /^claims\/[\w-]+\.yaml$/u,
  ];
  expect(paths.filter((path) => !own.some((one) => one.test(path))).sort()).toEqual([
    'ARCHITECTURE.md',
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'SECURITY.md',
    'dist/licences.txt',
    'package.json',
    'schema/shared.schema.json',
    'schema/topic.schema.json',
  ]);
});

function read(path: string): string {
  return readFileSync(`${root}/${path}`, 'utf8');
}
