import { Option } from 'commander';
import { type ClashKind, KINDS } from '../analysis/kind.ts';
import { type ContradictionsOptions, contradictions as view } from '../views/contradictions.ts';
import { examples, formatOption, readTopics, show, type Verb } from './verb.ts';

interface Options {
  readonly kind?: ClashKind;
  readonly verdict?: NonNullable<ContradictionsOptions['verdict']>;
  readonly all?: true;
  readonly pairs?: true;
  readonly exitCode?: true;
  readonly format: string;
}

export const contradictions: Verb = (program, desk) => {
  program
    .command('contradictions')
    .description('list every clash, strongest first, with both claims and why')
    .argument('[topic...]', 'only these topics')
    .addOption(new Option('--kind <kind>', 'only clashes of this kind').choices(KINDS))
    .addOption(
      new Option('--verdict <verdict>', 'only clashes of this strength').choices([
        'contradiction',
        'opposed',
        'tension',
      ]),
    )
    .option('--all', 'also what was reviewed, and shifts')
    .option('--pairs', 'every clashing pair, also those that tell nothing new')
    .option('--exit-code', 'exit with 1 if an open contradiction is shown')
    .addOption(formatOption('pretty', 'json', 'jsonl'))
    .addHelpText(
      'after',
      examples('contradictions', 'contradictions gaza-talks --all', 'contradictions --kind revision --format json'),
    )
    .action((topics: readonly string[], { kind, verdict, all, pairs, exitCode, format }: Options) => {
      const analyses = readTopics(desk, { topics, listing: pairs === true ? 'pairs' : 'told' });
      const shown = view(analyses, {
        show: all === true ? 'all' : 'open',
        ...(kind && { kind }),
        ...(verdict && { verdict }),
      });
      show(desk, shown, format);
      desk.exit(exitCode === true && shown.alarm ? 1 : 0);
    });
};
