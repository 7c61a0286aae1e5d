import { Failure } from '../failure.ts';
import { showClaim, showQuestion } from '../views/show.ts';
import { claimOrQuestionNamed, topicPart, withTopicId } from './named.ts';
import { examples, formatOption, show as print, readTopics, type Verb } from './verb.ts';

export const show: Verb = (program, desk) => {
  program
    .command('show')
    .description('one claim whole, or a question with what the file lacks that would settle it')
    .argument('<id>', 'a claim or question id, or topic#id')
    .addOption(formatOption('pretty', 'json'))
    .addHelpText('after', examples('show katz-reengaged', 'show gaza-talks#hamas-and-the-talks'))
    .action((given: string, { format }: { readonly format: string }) => {
      const word = withTopicId(desk, given);
      const topic = topicPart(word);
      const analyses = readTopics(desk, { topics: topic === undefined ? [] : [topic] });
      const isTopic = analyses.some((analysis) => analysis.topic.id === word);
      if (isTopic) throw new Failure(`\`${word}\` is a topic; \`claims diff ${word}\` shows it`);
      const named = claimOrQuestionNamed(analyses, word);
      print(
        desk,
        'claim' in named ? showClaim(named.analysis, named.claim) : showQuestion(named.analysis, named.asked),
        format,
      );
    });
};
