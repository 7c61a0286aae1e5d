import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { rerender } from './harness/markdown.ts';

const repository = `${import.meta.dirname}/..`;
const documents = ['README.md', ...pages('docs'), ...pages('tests/transcripts')].filter((path) =>
  existsSync(`${repository}/${path}`),
);
const ledger = new Map(filesUnder('claims').map((path) => [path, readFileSync(`${repository}/${path}`)]));

// `vitest run -u` writes the outputs of today into the documents.
describe('the commands in a document print what it says', () => {
  test.each(documents)('%s', async (path) => {
    const { text, commands, faults } = rerender(readFileSync(`${repository}/${path}`, 'utf8'), ledger, main);
    await expect(text).toMatchFileSnapshot(`${repository}/${path}`);
    expect(faults).toEqual([]);
    if (path.startsWith('tests/')) expect(commands).toBeGreaterThan(0);
  });
});

function pages(folder: string): readonly string[] {
  if (!existsSync(`${repository}/${folder}`)) return [];
  const names = readdirSync(`${repository}/${folder}`).filter((name) => name.endsWith('.md'));
  return names.sort().map((name) => `${folder}/${name}`);
}

function filesUnder(folder: string): readonly string[] {
  if (!existsSync(`${repository}/${folder}`)) return [];
  return readdirSync(`${repository}/${folder}`, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  );
}
