import { why as view } from '../views/why.ts';
import { claimNamed, topicPart, withTopicId } from './named.ts';
import { examples, formatOption, readTopics, show, type Verb } from './verb.ts';

export const why: Verb = (program, desk) => {
  program
    .command('why')
    .description('the verdict on any two claims: what each allows, the rule, and the reason')
    .argument('<claim>', 'a claim id, or topic#id')
    .argument('<claim>', 'another')
    .addOption(formatOption('pretty', 'json'))
    .addHelpText(
      'after',
      examples(
        'why katz-reengaged mardawi-never-stopped',
        'why gaza-talks#katz-reengaged mardawi-never-stopped --format json',
      ),
    )
    .action((first: string, second: string, { format }: { readonly format: string }) => {
      const [one, other] = [withTopicId(desk, first), withTopicId(desk, second)];
      const parts = [topicPart(one), topicPart(other)];
      const topics = parts.every((part) => part !== undefined) ? [...new Set(parts)] : [];
      const analyses = readTopics(desk, { topics });
      show(desk, view(analyses, claimNamed(analyses, one), claimNamed(analyses, other)), format);
    });
};
