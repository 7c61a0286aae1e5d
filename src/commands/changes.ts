import { Failure } from '../failure.ts';
import { loadSince } from '../load-since.ts';
import { changes as view } from '../views/changes/changes.ts';
import { analyseBoth, examples, formatOption, show, type Verb } from './verb.ts';

interface Options {
  readonly since: string;
  readonly exitCode?: true;
  readonly format: string;
}

export const changes: Verb = (program, desk) => {
  program
    .command('changes')
    .description('what the ledger gained since a commit or a day: claims, answers, wording, contradictions')
    .argument('[topic...]', 'only these topics')
    .option('--since <when>', 'a git revision, or a date for the start of that day in UTC', 'HEAD')
    .option('--exit-code', 'exit with 1 if a contradiction is open that was not')
    .addOption(formatOption('pretty', 'markdown', 'json', 'jsonl'))
    .addHelpText(
      'after',
      examples('changes', 'changes --since 2025-05-17 gaza-talks', 'changes --since main --exit-code'),
    )
    .action((topics: readonly string[], { since, exitCode, format }: Options) => {
      const loaded = loadSince(desk.io, desk.globals().ledger, since, topics);
      const { revision, wasThere, before, after, wanted } = loaded;
      const shown = view(analyseBoth(desk, loaded), {
        since: { ...revision, wasThere },
        wanted,
        unread: { before: before.unread, after: after.unread },
      });
      show(desk, shown, format);
      if (exitCode === true && after.unread.length > 0) {
        throw new Failure('what changed is not known in full: a file cannot be read; `claims check` says why');
      }
      desk.exit(exitCode === true && shown.alarm ? 1 : 0);
    });
};
