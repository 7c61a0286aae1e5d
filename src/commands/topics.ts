import { topics as view } from '../views/topics.ts';
import { examples, formatOption, readTopics, show, type Verb } from './verb.ts';

export const topics: Verb = (program, desk) => {
  program
    .command('topics')
    .description('list topics: what each holds, and how many clashes are open')
    .addOption(formatOption('pretty', 'json', 'jsonl', 'csv', 'tsv'))
    .addHelpText('after', examples('topics', 'topics --format json'))
    .action(({ format }: { readonly format: string }) => show(desk, view(readTopics(desk, {})), format));
};
