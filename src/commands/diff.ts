import { Option } from 'commander';
import type { TopicAnalysis } from '../analysis/analyse.ts';
import { saidSince } from '../analysis/select.ts';
import type { DayRange } from '../date.ts';
import { Failure } from '../failure.ts';
import type { ColumnBy } from '../views/columns.ts';
import { diff as view } from '../views/diff.ts';
import { questionNamed } from './named.ts';
import { type Desk, dayOf, examples, formatOption, readLedger, readTopics, show, type Verb, words } from './verb.ts';

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
    .option('--parties <names>', 'only these columns, in this order, with commas between', words)
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
      const { analysis, ids } = chosen(desk, topic, questions, options.until?.last);
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

// The first word is a topic where it names one; with only one topic, it may be a question.
function chosen(
  desk: Desk,
  topic: string | undefined,
  questions: readonly string[],
  until: number | undefined,
): { readonly analysis: TopicAnalysis; readonly ids: readonly string[] } {
  const { topicIds } =
    topic === undefined || questions.length === 0
      ? readLedger(desk, topic === undefined ? NONE : [])
      : { topicIds: [] };
  const [only] = topicIds;
  const namesTopic =
    topic !== undefined &&
    (questions.length > 0 || topicIds.length !== 1 || only === undefined || only.startsWith(topic));
  if (topic === undefined && topicIds.length !== 1) throw new Failure(severalTopics(topicIds));
  const id = namesTopic ? topic : (only ?? '');
  const [analysis] = readTopics(desk, { topics: [id], until });
  if (analysis === undefined) throw new Failure(`the topic \`${id}\` could not be read; \`claims check\` says why`);
  const wanted = namesTopic || topic === undefined ? questions : [topic, ...questions];
  return { analysis, ids: wanted.map((word) => questionNamed(analysis, word).question.id) };
}

const NONE: readonly string[] = [];

function severalTopics(ids: readonly string[]): string {
  if (ids.length === 0) return 'the ledger has no topics';
  return `which topic? There are ${ids.map((id) => `\`${id}\``).join(', ')}`;
}
