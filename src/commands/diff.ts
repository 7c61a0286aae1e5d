import { Option } from 'commander';
import type { TopicAnalysis } from '../analysis/analyse.ts';
import { saidSince } from '../analysis/select.ts';
import type { DayRange } from '../date.ts';
import { commaWords } from '../text.ts';
import type { ColumnBy } from '../views/columns.ts';
import { diff as view } from '../views/diff.ts';
import { oneTopic, onlyTopic, questionNamed, withTopicId } from './named.ts';
import { type Desk, dayOf, examples, formatOption, isTopicId, show, type Verb } from './verb.ts';

interface Options {
  readonly parties?: readonly string[];
  readonly by: ColumnBy;
  readonly since?: DayRange;
  readonly until?: DayRange;
  readonly only?: 'disputed';
  readonly exitCode?: true;
  readonly format: string;
}

export const diff: Verb = (program, desk) => {
  program
    .command('diff')
    .description('set the parties side by side, question by question, and say what clashes and why')
    .argument('[topic]', 'the topic; may be left out when there is only one')
    .argument('[question...]', 'only these questions')
    .option('--parties <names>', 'only these columns, in this order, with commas between', commaWords)
    .addOption(new Option('--by <what>', 'a column for each').choices(['party', 'speaker']).default('party'))
    .option('--since <date>', 'only what was said on that day or after', dayOf)
    .option('--until <date>', 'what was on record that day', dayOf)
    .addOption(new Option('--only <status>', 'only questions in an open clash').choices(['disputed']))
    .option('--exit-code', 'exit with 1 if an open contradiction is shown')
    .addOption(formatOption('pretty', 'json'))
    .addHelpText(
      'after',
      examples('diff gaza-talks', 'diff gaza-talks --until 2025-05-16', 'diff gaza-talks --by speaker --only disputed'),
    )
    .action((topic: string | undefined, questions: readonly string[], options: Options) => {
      const { analysis, ids } = chosen(desk, topic === undefined ? [] : [topic, ...questions], options.until?.last);
      const { parties, by, only, since, format, exitCode } = options;
      const shown = view(analysis, {
        by,
        passes: (claim) => saidSince(claim, since?.first),
        ...(parties && { parties }),
        ...(only && { only }),
        ...(ids.length > 0 && { questions: ids }),
      });
      show(desk, shown, format);
      desk.exit(exitCode === true && shown.alarm ? 1 : 0);
    });
};

interface Chosen {
  readonly analysis: TopicAnalysis;
  /** Ids of the only questions to show; all when empty. */
  readonly ids: readonly string[];
}

// The first word is a topic where it names one; where there is only one topic, it may be a question.
function chosen(desk: Desk, words: readonly string[], until: number | undefined): Chosen {
  const [given, ...others] = words;
  const first = given && withTopicId(desk, given);
  // Whether it is the only one takes a look at all of the ledger.
  const only = first !== undefined && isTopicId(desk, first) ? first : onlyTopic(desk);
  const namesTopic = first !== undefined && (only === undefined || only.startsWith(first));
  const analysis = oneTopic(desk, namesTopic ? first : only, until);
  const questions = namesTopic ? others : words;
  return { analysis, ids: questions.map((word) => questionNamed(analysis, word).question.id) };
}
