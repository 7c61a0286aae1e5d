import type { Command } from 'commander';
import { enter, type Place, save } from '../adding/enter.ts';
import { looked } from '../adding/look.ts';
import { askedFor } from '../dialogue/claim.ts';
import { askTopic } from '../dialogue/topic.ts';
import { Failure, someOf } from '../failure.ts';
import type { Io } from '../io.ts';
import type { Known } from '../ledger/cast.ts';
import { LARGEST_FILE } from '../ledger/read-file.ts';
import type { Wanted } from '../ledger/write/draft.ts';
import { jsonOfTree } from '../ledger/write/json.ts';
import { listTopics, load, loadShared } from '../load.ts';
import { escaped } from '../renderers/json.ts';
import { added } from '../views/added.ts';
import { addClaimOptions, type ClaimOptions, wantedOf, wantedOfJson } from './add-options.ts';
import { refuseDamaged } from './damaged.ts';
import { type Desk, examples, formatOption, say, show, todayOf, type Verb } from './verb.ts';

interface Options extends ClaimOptions {
  readonly stdin?: true;
  readonly dryRun?: true;
  readonly format: string;
}

export const add: Verb = (program, desk) => {
  const command: Command = program
    .command('add')
    .description('add a claim to a topic, and see at once what it clashes with')
    .argument('[topic]', 'the topic, which may be left out when there is one; a new id with --title makes a new topic');
  addClaimOptions(command)
    .optionsGroup('Options:')
    .option('--stdin', 'read claims from standard input, a JSON object on each line with the keys of a claim')
    .option('--dry-run', 'show what would be added, and write nothing')
    .addOption(formatOption('pretty', 'json'))
    .addHelpText(
      'after',
      examples(
        'add gaza-talks --question hamas-and-the-talks --speaker katz --date 2025-05-17 --says "…" --answer returned',
        'add gaza-talks --ask "Is the crossing open?" --kind yes-no --speaker UN --says "It is shut" --answer no',
        'add new-topic --title "A new topic" --speaker Mayor --says "The bridge is safe" --source https://…',
        'add --stdin < claims.jsonl',
      ),
    )
    .action((topic: string | undefined, options: Options) => {
      refuseDamaged('the topic', topic);
      for (const [name, value] of Object.entries(options)) refuseDamaged(flagOf(name), value);
      const place = { io: desk.io, ledger: desk.globals().ledger };
      const wanted = options.stdin ? wantedOfJson(textOf(desk.io)) : [wantedOf(options)];
      const [first = new Map()] = wanted;
      const isWhole = first.has('speaker') && (first.has('says') || first.has('quote'));
      if (desk.ask === undefined || options.stdin || isWhole) {
        return put(
          desk,
          place,
          wanted.map((one) => withTopic(place, one, topic)),
          options,
        );
      }
      desk.wait(
        talk(desk, place, topic === undefined ? first : new Map([...first, ['topic', topic]]), options, desk.ask),
      );
    });
};

/** How an option is written, by the name that commander gives it. */
function flagOf(name: string): string {
  return `\`--${name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}\``;
}

/** Shows what would be added, writes it, and says so. */
function put(desk: Desk, place: Place, wanted: readonly Wanted[], { dryRun, format }: Options): void {
  const entering = enter(place, wanted);
  const { all, warnings } = looked(place, entering, todayOf(desk.io));
  if (dryRun !== true) save(place, wanted, entering);
  show(desk, added(all, warnings, dryRun === true ? 'not written' : 'written'), format);
}

/** Asks for what is missing, shows what would be added, and asks before it is written. */
async function talk(
  desk: Desk,
  place: Place,
  given: Wanted,
  options: Options,
  asking: NonNullable<Desk['ask']>,
): Promise<void> {
  const ask = await asking();
  const ids = listTopics(place.io, place.ledger, 'any number');
  const named =
    given.has('topic') || ids.length === 1
      ? withTopic(place, given, undefined)
      : new Map([...given, ...(await askTopic(ask, ids))]);
  const wanted = await askedFor(ask, knownOf(place, named), named);
  try {
    const entering = enter(place, [wanted]);
    const { all, warnings } = looked(place, entering, todayOf(desk.io));
    show(desk, added(all, warnings, 'not written'), options.format);
    if (options.dryRun === true || !(await ask.confirm('Add it?'))) return;
    save(place, [wanted], entering);
    say(desk.io, `added to ${[...entering.texts.keys()].join(', ')}`);
  } catch (error) {
    // What was typed is not lost with a request that fails.
    if (error instanceof Failure)
      desk.io.err.write(
        `claims: what was entered, for \`claims add --stdin\`: ${escaped(JSON.stringify(jsonOfTree(wanted)))}\n`,
      );
    throw error;
  }
}

function knownOf({ io, ledger }: Place, wanted: Wanted): Known {
  const topic = String(wanted.get('topic'));
  if (wanted.has('title')) return { topic: undefined, shared: loadShared(io, ledger) };
  const loaded = load(io, ledger, [topic]);
  const [found] = loaded.ledger.topics;
  if (found === undefined) throw new Failure(`the topic \`${topic}\` could not be read; \`claims check\` says why`);
  return { topic: found, shared: loaded.shared };
}

function withTopic({ io, ledger }: Place, wanted: Wanted, named: string | undefined): Wanted {
  const topic = wanted.get('topic') ?? named;
  if (topic !== undefined) return new Map([...wanted, ['topic', topic]]);
  const ids = listTopics(io, ledger);
  const [only = '', ...others] = ids;
  if (others.length === 0) return new Map([...wanted, ['topic', only]]);
  throw new Failure(`which topic? There are ${someOf(ids)}`);
}

function textOf(io: Io): string {
  const bytes = io.stdin.read(LARGEST_FILE);
  if ('unreadable' in bytes) throw new Failure(`standard input ${bytes.message}`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Failure('standard input is not UTF-8');
  }
}
