import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { codes } from '../src/checks/index.ts';
import { main } from '../src/main.ts';
import { memoryIo } from './harness/memory.ts';

// A link of the page as its words.
const LINK = /\[([^\]\n]+)\]\([^)\s]+\)/gu;
const page = readFileSync(`${import.meta.dirname}/../docs/checks.md`, 'utf8');

describe.each(codes.map(({ code }) => code))('explain %s', (code) => {
  const parts = outputOf('explain', code).split(/\n(?:Why it matters|Example \(invented\)|What to do)\n/u);

  test('says why, shows an example that has the code, and says what to do', () => {
    const [, why = '', example = '', remedy = ''] = parts;
    expect(parts).toHaveLength(4);
    expect(example).toContain(`[${code}]`);
    expect([why.trim(), remedy.trim()]).not.toContain('');
  });

  test('shows all words of its section, and no others', () => {
    const [, section = ''] = page.split(`\n## ${code}\n`);
    const [own = ''] = section.split('\n## ');
    const shown = parts.slice(1).join('\n');
    expect(withoutBlanks(shown)).toBe(withoutBlanks(own.replace(/^```\w* ?/gmu, '').replace(LINK, '$1')));
  });
});

test('all codes are listed, errors first', () => {
  const rows = outputOf('explain', '--format', 'jsonl').trim().split('\n').map(read);
  const inPage = Array.from(page.matchAll(/^## (.+)$/gmu), ([, code]) => code);
  expect(rows.map(({ code }) => code)).toEqual(inPage);
});

test('a link of the page is told by its words', () => {
  const { explanation } = JSON.parse(outputOf('explain', 'wrong-type', '--format', 'json'));
  expect(explanation).toContain('The format has what each key takes');
});

function withoutBlanks(text: string): string {
  return text.replace(/\s+/gu, '');
}

function read(line: string): { readonly code: string } {
  return JSON.parse(line);
}

function outputOf(...args: readonly string[]): string {
  const { io, stdout } = memoryIo({ files: {}, cwd: '/desk' });
  main(args, io);
  return stdout();
}
