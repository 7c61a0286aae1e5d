import { afterAll, describe, expect, test } from 'vitest';
import { disk } from '../../src/io.ts';
import { GIT_ENV, history } from '../harness/history.ts';
import { ranOnDisk } from '../harness/on-disk.ts';
import { isLong } from '../harness/runs.ts';
import { everyField } from './every-field.ts';
import { injectedTexts } from './injections.ts';
import { obeyed } from './put.ts';
import { terminalTexts } from './text.ts';

// A page of changes for all of them takes seconds in each format.
const texts = [...injectedTexts, ...terminalTexts].filter((_, at) => isLong || at % 6 === 0);
const ledger = (make: (field: string, words: string) => string) =>
  Object.fromEntries(
    texts.map(([name, , words]) => [`claims/${name}.yaml`, everyField((field) => make(field, words))] as const),
  );

// What was in the ledger is as hostile as what is, and both are told where they differ.
const one = history({ day: '2024-05-01', files: ledger((field, words) => `${words} ${field} of then`) });
one.write(ledger((field, words) => `${words} ${field}`));
afterAll(() => one.remove());

describe('changes tells of hostile texts of then and now', () => {
  test.each(['pretty', 'markdown', 'json', 'jsonl'])('in %s, without what a terminal would obey', (format) => {
    const args = ['changes', '--since', 'HEAD', '--format', format, '--ledger', `${one.folder}/claims`];
    const git: typeof disk.git = (call) => disk.git({ ...call, env: { ...GIT_ENV } });
    const { status, stdout, stderr } = ranOnDisk(args, one.folder, { env: GIT_ENV, git });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(obeyed(stdout, 'plain')).toBeUndefined();
    // The last word of what was said then, in each of the topics.
    expect(stdout.match(/\bthen\b/gu)?.length).toBeGreaterThanOrEqual(texts.length);
  });
});
