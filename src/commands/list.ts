import { Option } from 'commander';
import type { TopicAnalysis } from '../analysis/analyse.ts';
import { type Filter, matches } from '../analysis/select.ts';
import type { DayRange } from '../date.ts';
import { Failure } from '../failure.ts';
import { type Claim, claimsOf, type Topic } from '../ledger/model.ts';
import { nearestBeginning } from '../nearest.ts';
import { list as view } from '../views/list.ts';
import { begun } from './begun.ts';
import { dayOf, examples, formatOption, show, topicsInTurn, type Verb } from './verb.ts';

interface Options {
  readonly speaker?: string;
  readonly party?: string;
  readonly question?: string;
  readonly source?: string;
  readonly since?: DayRange;
  readonly until?: DayRange;
  readonly text?: string;
  readonly flagged?: true;
  readonly unanswered?: true;
  readonly sort: 'file' | 'date' | 'speaker' | 'party';
  readonly format: string;
}

export const list: Verb = (program, desk) => {
  program
    .command('list')
    .description('list claims: who said what, when, and the flags they carry')
    .argument('[topic...]', 'only these topics')
    .option('--speaker <name>', 'only claims by this speaker')
    .option('--party <name>', 'only claims for this party')
    .option('--question <id>', 'only claims on this question')
    .option('--source <id>', 'only claims from this source')
    .option('--since <date>', 'only what was said on that day or after', dayOf)
    .option('--until <date>', 'what was on record that day', dayOf)
    .option('--text <words>', 'only claims with these words in them')
    .option('--flagged', 'only claims in an open clash')
    .option('--unanswered', 'only claims without a coded answer')
    .addOption(new Option('--sort <order>', 'the order').choices(['file', 'date', 'speaker', 'party']).default('file'))
    .addOption(formatOption('pretty', 'json', 'jsonl', 'csv', 'tsv'))
    .addHelpText(
      'after',
      examples('list gaza-talks', 'list --party Hamas --since 2025-05-17', 'list --flagged --format csv'),
    )
    .action((topics: readonly string[], options: Options) => {
      const { since, until, flagged, unanswered, sort, format, ...filter } = options;
      const wanted = { ...filter, ...(since && { since: since.first }) };
      const only = flagged === true ? 'flagged' : unanswered === true ? 'unanswered' : undefined;
      const passes = (claim: Claim): boolean => matches(claim, wanted);
      const names = lookedFor(wanted);
      const analyses = begun(known(topicsInTurn(desk, { topics, until: until?.last, see: names.see }), names));
      show(desk, view(analyses, { passes, sort, ...(only && { only }) }), format);
    });
};

type Name = 'speaker' | 'party' | 'question' | 'source';

/** The names of a filter, each of which some claim must have: one that nobody has is a slip, and an empty list hides it. */
interface Names {
  readonly see: (topic: Topic) => void;
  /** True when every name has been met. */
  readonly areMet: () => boolean;
  /** The first that has not, in words. */
  readonly slip: () => string;
}

function lookedFor(filter: Filter): Names {
  let unmet = NAMES.flatMap((key) =>
    filter[key] === undefined ? [] : [{ key, name: filter[key], others: new Set<string>() }],
  );
  const see = (topic: Topic): void => {
    if (unmet.length === 0) return;
    const claims = claimsOf(topic);
    unmet = unmet.filter(({ key, name, others }) => {
      if (claims.some((claim) => matches(claim, { [key]: name }))) return false;
      for (const claim of claims) for (const other of NAMES_OF[key](claim)) others.add(other);
      return true;
    });
  };
  const slip = (): string => {
    const [{ key, name, others } = { key: '', name: '', others: [] }] = unmet;
    const near = nearestBeginning(name, [...others]);
    return `no claim has the ${key} \`${name}\`${near === undefined ? '' : `; did you mean \`${near}\`?`}`;
  };
  return { see, areMet: () => unmet.length === 0, slip };
}

/** Topics from the one on in which every name has been met; before it none has a claim that passes. */
function* known(topics: Iterable<TopicAnalysis>, names: Names): Generator<TopicAnalysis> {
  for (const analysis of topics) if (names.areMet()) yield analysis;
  if (!names.areMet()) throw new Failure(names.slip());
}

const NAMES_OF: Readonly<Record<Name, (claim: Claim) => readonly string[]>> = {
  speaker: ({ speaker }) => [speaker.id, speaker.name],
  party: ({ party }) => [party],
  question: ({ question }) => (question === undefined ? [] : [question]),
  source: ({ sources }) => sources.flatMap(({ id, outlet }) => (outlet === undefined ? [id] : [id, outlet])),
};

const NAMES = Object.keys(NAMES_OF) as Name[];
