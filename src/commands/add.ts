import type { Command } from 'commander';
import { type Entering, enter, type Place, save } from '../adding.ts';
import { analyse } from '../analysis/analyse.ts';
import { findAll } from '../checks/index.ts';
import type { Diagnostic, Finding } from '../diagnostic.ts';
import { askedFor } from '../dialogue/claim.ts';
import type { Subject } from '../dialogue/subject.ts';
import { askTopic } from '../dialogue/topic.ts';
import { Failure } from '../failure.ts';
import { holding } from '../holding.ts';
import type { Io } from '../io.ts';
import { diagnose } from '../ledger/diagnose.ts';
import { claimsOf } from '../ledger/model.ts';
import { LARGEST_FILE } from '../ledger/read-file.ts';
import type { Wanted } from '../ledger/write/draft.ts';
import { jsonOfTree } from '../ledger/write/json.ts';
import { listTopics, load, loadShared } from '../load.ts';
import { type AddedClaim, added } from '../views/added.ts';
import { addClaimOptions, type ClaimOptions, wantedOf, wantedOfJson } from './add-options.ts';
import { type Desk, examples, formatOption, show, todayOf, type Verb } from './verb.ts';

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

/** Shows what would be added, writes it, and says so. */
function put(desk: Desk, place: Place, wanted: readonly Wanted[], { dryRun, format }: Options): void {
  const entering = enter(place, wanted);
  const { all, warnings } = looked(desk, entering);
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
  const wanted = await askedFor(ask, subjectOf(place, named), named);
  try {
    const entering = enter(place, [wanted]);
    const { all, warnings } = looked(desk, entering);
    show(desk, added(all, warnings, 'not written'), options.format);
    if (options.dryRun === true || !(await ask.confirm('Add it?'))) return;
    save(place, [wanted], entering);
    desk.io.err.write(`claims: added to ${[...entering.texts.keys()].join(', ')}\n`);
  } catch (error) {
    // What was typed is not lost with a request that fails.
    if (error instanceof Failure)
      desk.io.err.write(
        `claims: what was entered, for \`claims add --stdin\`: ${JSON.stringify(jsonOfTree(wanted))}\n`,
      );
    throw error;
  }
}

function subjectOf({ io, ledger }: Place, wanted: Wanted): Subject {
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
  throw new Failure(`which topic? There are ${ids.map((id) => `\`${id}\``).join(', ')}`);
}

function textOf(io: Io): string {
  const bytes = io.stdin.read(LARGEST_FILE);
  if ('unreadable' in bytes) throw new Failure(`standard input ${bytes.message}`);
  return new TextDecoder().decode(bytes);
}

interface Looked {
  readonly all: readonly AddedClaim[];
  readonly warnings: readonly Diagnostic[];
}

/** The claims as the ledger would have them. What is wrong with them fails; what is odd about them is told. */
function looked(desk: Desk, { texts, claims }: Entering): Looked {
  const topics = [...new Set(claims.map(({ topic }) => topic))];
  const known = new Set(listTopics(desk.io, desk.globals().ledger, 'any number'));
  const before = readingOf(
    desk,
    desk.io,
    topics.filter((id) => known.has(id)),
  );
  const after = readingOf(desk, holding(desk.io, texts), topics);
  const old = new Set(before.findings.map((finding) => keyOf(finding, before.texts)));
  const fresh = after.findings.filter((finding) => !old.has(keyOf(finding, after.texts)));
  const errors = fresh.filter(({ severity }) => severity === 'error');
  if (errors.length > 0)
    throw new Failure(errors.map(({ message, hint }) => (hint ? `${message}; ${hint}` : message)).join('. '));
  const all = claims.map(({ topic, path }): AddedClaim => {
    const analysis = after.analyses.find((one) => one.topic.id === topic);
    const claim = analysis && claimsOf(analysis.topic).find((one) => one.path.join() === path.join());
    if (analysis === undefined || claim === undefined)
      throw new Error(`the claim that was added to ${topic} is not there`);
    return { analysis, claim };
  });
  return { all, warnings: diagnose(fresh, after.texts) };
}

function readingOf(desk: Desk, io: Io, topics: readonly string[]) {
  if (topics.length === 0) return { analyses: [], findings: [], texts: new Map<string, string>() };
  const { ledger, findings, texts } = load(io, desk.globals().ledger, topics);
  const analyses = analyse(ledger);
  return { analyses, texts, findings: [...findings, ...findAll({ topics: analyses, today: todayOf(desk.io) })] };
}

// Not by its message, since an id that is made up may be another one now, nor by a place that has moved down.
function keyOf({ code, place }: Finding, texts: ReadonlyMap<string, string>): string {
  const at = 'range' in place ? texts.get(place.file)?.slice(place.range.start, place.range.end) : place;
  return JSON.stringify([code, place.file, at]);
}
