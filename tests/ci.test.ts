import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { main } from '../src/main.ts';
import { memoryIo } from './harness/memory.ts';
import { words } from './harness/shell.ts';

const repository = `${import.meta.dirname}/..`;
const page = readFileSync(`${repository}/docs/ci.md`, 'utf8');
const ledger = { '/desk/claims/bridge.yaml': 'topic: Invented\nclaims:\n  - { speaker: Mayor, says: It is safe }\n' };

describe('the workflow of docs/ci.md', () => {
  const { jobs } = yamlUnder<Workflow>('# .github/workflows/claims.yml');
  const commands = Object.values(jobs).flatMap(({ steps }) =>
    steps.flatMap(({ run = '' }) => /^npx claims ([^>|]*)/u.exec(run)?.[1] ?? []),
  );

  test('runs claims', () => {
    expect(commands).toHaveLength(3);
  });

  test.each(commands)('may run `claims %s`', (command) => {
    const { io, stderr } = memoryIo({ files: ledger, cwd: '/desk' });
    expect(main(words(command.trim()), io)).toBe(0);
    expect(stderr()).toBe('');
  });
});

describe('the hook for pre-commit', () => {
  const [hook] = parse(readFileSync(`${repository}/.pre-commit-hooks.yaml`, 'utf8'));

  test('is the one of docs/ci.md', () => {
    expect(yamlUnder<Hooks>('# .pre-commit-config.yaml').repos.map(({ hooks }) => hooks)).toEqual([[{ id: hook.id }]]);
  });

  test('runs a command that this package installs', () => {
    const { bin } = JSON.parse(readFileSync(`${repository}/package.json`, 'utf8'));
    const [program = '', ...args] = words(hook.entry);
    expect(Object.keys(bin)).toContain(program);
    const { io } = memoryIo({ files: ledger, cwd: '/desk' });
    expect(main(args, io)).toBe(0);
  });

  test.each([
    ['claims/bridge.yaml', true],
    ['claims/_shared.yml', true],
    ['desk/claims/2024/bridge.yaml', true],
    ['docs/claims.yaml', false],
    ['myclaims/bridge.yaml', false],
    ['claims/notes.txt', false],
  ])('heeds %s: %s', (path, heeded) => {
    expect(new RegExp(hook.files, 'u').test(path)).toBe(heeded);
  });
});

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>;
}

interface Hooks {
  readonly repos: readonly { readonly hooks: readonly { readonly id: string }[] }[];
}

/** The YAML block of the page that begins with a comment. */
function yamlUnder<T>(comment: string): T {
  const [, block = ''] = page.split(`\`\`\`yaml\n${comment}\n`);
  return parse(block.split('```')[0] ?? '');
}
