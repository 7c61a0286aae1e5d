import { codes } from '../checks/index.ts';
import { readLine, replies } from '../completion/bash.ts';
import type { Candidate, Candidates } from '../completion/candidate.ts';
import { complete as candidatesFor } from '../completion/complete.ts';
import type { Holdings } from '../completion/names.ts';
import { Failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { listTopics, load } from '../load.ts';
import type { Verb } from './verb.ts';

/**
 * What the scripts of `claims completion` call. The first line is the mode, then comes a line for each candidate: with
 * its description after a tab or, with `--breaks`, as bash is to write it.
 */
export const complete: Verb = (program, { io }) => {
  program
    .command('__complete', { hidden: true })
    .argument('<words...>', 'the words after the program’s name; with --breaks, the whole line')
    .option('--breaks <characters>', 'answer bash, whose COMP_WORDBREAKS these are')
    .action((words: readonly string[], { breaks }: { readonly breaks?: string }) => {
      const found = (typed: readonly string[]): Candidates => candidatesFor(program, typed, (path) => held(io, path));
      io.out.write(breaks === undefined ? inLines(found(words)) : forBash(words[0] ?? '', breaks, found));
    });
};

function inLines({ mode, words }: Candidates): string {
  const line = ({ word, about }: Candidate): string => (about ? `${word}\t${about}\n` : `${word}\n`);
  return `${mode}\n${words.map(line).join('')}`;
}

function forBash(text: string, breaks: string, found: (words: readonly string[]) => Candidates): string {
  const line = readLine(text, breaks);
  if (line.redirected) return 'files\n';
  const { mode, words } = found(line.words);
  const written = words.map(({ word }) => word);
  return `${mode}\n${replies(written, line)
    .map((reply) => `${reply}\n`)
    .join('')}`;
}

function held(io: Io, path: string | undefined): Holdings {
  const home = io.env.HOME ?? '~';
  const ledger = path?.replace(/^~(?=\/|$)/u, () => home);
  return {
    codes: codes.map(({ code, summary }) => ({ word: code, about: summary })),
    topicIds: () => orNone(() => listTopics(io, ledger)),
    topics: (words) => {
      const ids = orNone(() => listTopics(io, ledger));
      const named = words.flatMap((word) => {
        const begun = ids.includes(word) ? [word] : ids.filter((id) => id.startsWith(word));
        return begun.length === 1 ? begun : [];
      });
      return orNone(() => load(io, ledger, named).ledger.topics);
    },
  };
}

// A ledger that is not there has nothing to offer, and a prompt is no place for messages.
function orNone<T>(read: () => readonly T[]): readonly T[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof Failure) return [];
    throw error;
  }
}
