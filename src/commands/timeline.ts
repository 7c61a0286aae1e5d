import { Failure } from '../failure.ts';
import { timeline as view } from '../views/timeline.ts';
import { examples, formatOption, readTopics, show, type Verb } from './verb.ts';

export const timeline: Verb = (program, desk) => {
  program
    .command('timeline')
    .description('a topic by date, with every change of position')
    .argument('<topic>', 'the topic')
    .addOption(formatOption('pretty', 'json', 'jsonl'))
    .addHelpText('after', examples('timeline gaza-talks', 'timeline gaza-talks --format json'))
    .action((topic: string, { format }: { readonly format: string }) => {
      const [analysis] = readTopics(desk, { topics: [topic] });
      if (analysis === undefined)
        throw new Failure(`the topic \`${topic}\` could not be read; \`claims check\` says why`);
      show(desk, view(analysis), format);
    });
};
