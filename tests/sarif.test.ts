import { readFileSync } from 'node:fs';
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import Draft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log, Result } from 'sarif';
import { describe, expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { hostileFaults } from './harness/hostile-faults.ts';
import { memoryIo } from './harness/memory.ts';

// The schema of the standard, as its authors publish it with their own matchers.
const ajv = new Draft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const isSarif = ajv.compile(schema);

const page = readFileSync(`${import.meta.dirname}/../docs/checks.md`, 'utf8');
const examples = page.split(/^## /mu).slice(1).flatMap(exampleOf);

describe('SARIF', () => {
  test.each([
    ['no finding', { '/desk/claims/a.yaml': 'topic: A\n' }],
    ['a file that cannot be read', { '/desk/claims/a.yaml': new Uint8Array([0xff, 0xfe, 0x74, 0]) }],
    ['hostile files', hostileFaults.files],
  ])('of %s is as the standard has it', (_, files) => {
    expect(faultsOf(logOf(files))).toEqual([]);
  });

  test.each(examples)('of the example for %s is so too, and brings its rule', (code, files) => {
    const log = logOf(files);
    expect(faultsOf(log)).toEqual([]);
    const [run] = log.runs;
    const rules = run?.tool.driver.rules ?? [];
    const found = run?.results?.find(({ ruleId }) => ruleId === code);
    expect(rules[found?.ruleIndex ?? -1]?.id).toBe(code);
    expect(rules.find(({ id }) => id === code)?.help?.markdown).toContain('```console\n$ claims check');
  });

  test('that breaks the standard is found', () => {
    const log = logOf({ '/desk/claims/a.yaml': 'topic: A\n' });
    expect(faultsOf({ ...log, runs: [{ tool: { driver: { name: 'claims' } }, columnKind: 'bytes' }] })).not.toEqual([]);
  });
});

describe('findings of hostile files', () => {
  const results = logOf(hostileFaults.files).runs[0]?.results ?? [];
  const [bracketed = '', commanding = ''] = Object.keys(hostileFaults.files).sort();

  test('are one result each', () => {
    expect(results).toHaveLength(hostileFaults.faults);
  });

  test('lead to their files', () => {
    const paths = results.map(pathOf);
    expect(new Set(paths)).toEqual(new Set([bracketed, commanding]));
  });

  test('hold no link and no placeholder but ours', () => {
    const texts = results.map(({ message }) => message.text ?? '');
    expect(texts.map(read).filter(({ placeholders }) => placeholders.length > 0)).toEqual([]);
    expect(texts.flatMap((text) => read(text).links)).toEqual([
      ['claims/[m](n) é <U+202E>.yaml:3:1', '1'],
      ['claims/a,b:c 100% ::error file=x::y ␛[31m.yaml:8:9', '1'],
    ]);
  });
});

test('a finding keeps its fingerprint when lines are put before it, and no two of a code have the same', () => {
  const claims = '  - { speaker: a, date: 2024-13, says: So }\n'.repeat(3);
  const before = fingerprintsOf(`topic: A\nclaims:\n${claims}`);
  expect(fingerprintsOf(`topic: A\n\nsummary: B\nclaims:\n${claims}`)).toEqual(before);
  expect(new Set(before)).toHaveLength(before.length);
});

test('columns count UTF-16 units, and the end is not part of the region', () => {
  const line = '  - { speaker: "🏛", date: 2024-13, says: So }\n';
  const [result] = logOf({ '/desk/claims/a.yaml': `topic: A\nclaims:\n${line}` }).runs[0]?.results ?? [];
  const { startColumn = 0, endColumn = 0 } = result?.locations?.[0]?.physicalLocation?.region ?? {};
  expect(line.slice(startColumn - 1, endColumn - 1)).toBe('2024-13');
});

test('a long log leaves piece by piece', () => {
  // Of a file a thousand faults are told.
  const names = ['a', 'b', 'c'];
  const files = Object.fromEntries(names.map((name) => [`/desk/claims/${name}.yaml`, `topic: A\n${keys(900)}`]));
  const { io } = memoryIo({ files, cwd: '/desk' });
  const pieces: string[] = [];
  main(['check', '--format', 'sarif'], { ...io, out: { ...io.out, write: (text) => void pieces.push(text) } });
  // What is printed is gathered to 64 Ki characters, and a result has about a thousand.
  expect(pieces.length).toBeGreaterThan(20);
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(70_000);
  expect(JSON.parse(pieces.join('')).runs[0].results).toHaveLength(2700);
});

function keys(count: number): string {
  return Array.from({ length: count }, (_, index) => `key-${index}: x\n`).join('');
}

function fingerprintsOf(file: string): readonly string[] {
  const results = logOf({ '/desk/claims/a.yaml': file }).runs[0]?.results ?? [];
  return results.map(({ ruleId, partialFingerprints }) => `${ruleId} ${partialFingerprints?.primaryLocationLineHash}`);
}

function pathOf({ locations }: Result): string {
  const uri = locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '';
  expect(uri).toMatch(/^[\w.!~*'()/%-]+$/u);
  return decodeURIComponent(new URL(uri, 'file:///desk/').pathname);
}

interface Words {
  readonly links: readonly (readonly [words: string, target: string])[];
  readonly placeholders: readonly string[];
}

/** A message as 3.11.5 and 3.11.6 of the standard read it. */
function read(text: string): Words {
  const undoubled = text.replace(/\{\{|\}\}/gu, '');
  const links = text.matchAll(/(?<!\\)(?:\\\\)*\[((?:\\.|[^[\]\\])*)\]\(([^)]*)\)/gu);
  return {
    links: Array.from(links, ([, words = '', target = '']) => [words.replace(/\\(.)/gu, '$1'), target] as const),
    placeholders: undoubled.match(/[{}]/gu) ?? [],
  };
}

type Files = Readonly<Record<string, string | Uint8Array>>;

function logOf(files: Files): Log {
  const { io, stdout } = memoryIo({ files, cwd: '/desk' });
  main(['check', '--format', 'sarif'], io);
  return JSON.parse(stdout());
}

function faultsOf(log: object): readonly string[] {
  isSarif(log);
  return (isSarif.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function exampleOf(section: string): readonly (readonly [string, Files])[] {
  const [code = ''] = section.split('\n', 1);
  const blocks = section.matchAll(/^```\S+ (claims\/\S+)\n([\s\S]*?)^```$/gmu);
  const files = Array.from(blocks, ([, path = '', text = '']) => [`/desk/${path}`, text] as const);
  return files.length === 0 ? [] : [[code, Object.fromEntries(files)]];
}
