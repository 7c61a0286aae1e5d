import { describe, expect, test } from 'vitest';
import { isLong } from '../harness/runs.ts';
import { commandLines } from './command-lines.ts';
import { corpus } from './corpus.ts';
import type { HostileLedger } from './ledger.ts';
import { obeyed, put } from './put.ts';

// Every ledger before every command takes minutes. In a short run each is put to a sixteenth of them, another one in turn.
const SHARE = isLong ? 1 : 16;

/** What `claims --help` and the documents say that a command that is no writer ends with. */
const DOCUMENTED = [0, 1, 2];

/** They keep texts as they are, as a format without escapes has to, or carry marks that are our own. */
const RAW = /--format (?:html|html-fragment|markdown)\b/u;

describe('a hostile ledger', () => {
  test.each(corpus.map((ledger, at) => [ledger.name, ledger, at] as const))(
    '%s',
    (_, ledger, at) => {
      for (const [line, color] of linesFor(at)) expect(faultOf(ledger, line, color)).toBeUndefined();
    },
    120_000,
  );

  test('is none of two by the same name', () => {
    expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
  });
});

function linesFor(at: number): readonly (readonly [line: string, color: 'plain' | 'color'])[] {
  const all = commandLines.flatMap((line) => [[line, 'plain'] as const, [line, 'color'] as const]);
  return all.filter((_, index) => index % SHARE === at % SHARE);
}

function faultOf(ledger: HostileLedger, line: string, color: 'plain' | 'color'): string | undefined {
  const { exit, stdout, stderr } = put(ledger, line, color);
  const told = `${line} (${color})`;
  if (!DOCUMENTED.includes(exit)) return `${told} ends with ${exit}`;
  if (/^ {4}at |node:internal/mu.test(stderr)) return `${told} shows a stack`;
  const bare = RAW.test(line) ? undefined : obeyed(withoutTabs(line, stdout), color);
  const raw = bare ?? obeyed(stderr, color);
  return raw === undefined ? undefined : `${told} prints ${raw}`;
}

// What completes a line parts a candidate from its description by a tab, for the shell.
function withoutTabs(line: string, stdout: string): string {
  return line.startsWith('__complete') ? stdout.replaceAll('\t', ' ') : stdout;
}
