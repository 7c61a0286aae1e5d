import { timeline as view } from '../views/timeline.ts';
import { oneTopic, onlyTopic } from './named.ts';
import { examples, formatOption, show, type Verb } from './verb.ts';

export const timeline: Verb = (program, desk) => {
  program
    .command('timeline')
    .description('a topic by date, with every change of position')
    .argument('[topic]', 'the topic; may be left out when there is only one')
    .addOption(formatOption('pretty', 'json', 'jsonl'))
    .addHelpText('after', examples('timeline gaza-talks', 'timeline gaza-talks --format json'))
    .action((topic: string | undefined, { format }: { readonly format: string }) => {
      show(desk, view(oneTopic(desk, topic ?? onlyTopic(desk))), format);
    });
};
