import type { Block, View } from './block.ts';

/** A ledger that was just made: its files, and what to try next. */
export function started(files: readonly string[], folder: string): View {
  const lead = folder === '.' ? '' : `cd ${folder} && `;
  const next: readonly (readonly [string, string])[] = [
    [`${lead}claims diff example`, 'the two sides of the example, and where they clash'],
    [`${lead}claims add`, 'a claim of your own'],
    [`${lead}claims check`, 'whether the files are sound'],
  ];
  return {
    data: { files, next: next.map(([command]) => command) },
    blocks: [
      { block: 'text', line: [{ text: 'Started a ledger:' }] },
      { block: 'items', items: files.map((text) => [{ text }]) },
      { block: 'text', line: [{ text: 'Now try' }] },
      { block: 'facts', facts: next.map(([command, about]) => [command, [{ text: about }]] as const) } satisfies Block,
    ],
  };
}
