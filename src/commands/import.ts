import { InvalidArgumentError, Option } from 'commander';
import { Failure } from '../failure.ts';
import { holding } from '../holding.ts';
import { readSheet } from '../importers/index.ts';
import type { DateOrder, Reason, Sheet } from '../importers/sheet.ts';
import { type Plan, plan, replanned } from '../intake/plan.ts';
import type { Io } from '../io.ts';
import { everyoneIn } from '../ledger/cast.ts';
import { LARGEST_FILE } from '../ledger/read-file.ts';
import { listTopics, type Opened, open, topicAt } from '../load.ts';
import { naming, rewrite } from '../save.ts';
import { linkOnTheWay, SHARED } from '../topic-files.ts';
import { imported } from '../views/import.ts';
import { refuseDamaged } from './damaged.ts';
import { type Desk, examples, formatOption, show, type Verb } from './verb.ts';

interface Options {
  readonly map?: ReadonlyMap<string, string>;
  readonly dates?: DateOrder;
  readonly write?: true;
  readonly format: string;
}

export const importCommand: Verb = (program, desk) => {
  program
    .command('import')
    .description('add the claims of a spreadsheet, of JSON Lines or of ClaimReview; shows what it would do')
    .argument('<file>', 'CSV, TSV, JSON Lines or ClaimReview in JSON-LD; `-` for standard input')
    .argument('[topic]', 'the topic of rows that name none: one of the ledger, or the title of a new one')
    .option('--map <names>', 'what a column of the file is: "Their column=our column"; may be repeated', mapped)
    .addOption(new Option('--dates <order>', 'how to read 05/07/2025').choices(['day-first', 'month-first']))
    .option('--write', 'add them to the ledger')
    .addOption(formatOption('pretty', 'json'))
    .addHelpText(
      'after',
      examples(
        'import sheet.csv gaza-talks',
        'import sheet.csv gaza-talks --map "Spokesman=speaker" --dates day-first --write',
        'import reviews.json --format json',
      ),
    )
    .action((file: string, topic: string | undefined, { map = new Map(), dates, write, format }: Options) => {
      refuseDamaged('the topic', topic);
      const sheet = readSheet(textOf(desk.io, file), { map, dates });
      const planFor: PlanFor = (io) => planned(io, open(io, desk.globals().ledger), sheet, topicOf(desk, topic));
      const first = planFor(desk.io);
      const done = write === true ? save(desk.io, first, planFor) : first;
      const shown = imported({ file, sheet, plan: done, done: write === true ? 'written' : 'planned' });
      show(desk, shown, format);
      desk.exit(shown.alarm ? 1 : 0);
    });
};

/** What rows come to in the ledger on a disk. */
type PlanFor = (io: Io) => Plan;

function mapped(text: string, earlier: ReadonlyMap<string, string> = new Map()): ReadonlyMap<string, string> {
  const at = text.lastIndexOf('=');
  if (at < 1 || at === text.length - 1) throw new InvalidArgumentError('It is "Their column=our column".');
  return new Map([...earlier, [text.slice(0, at).trim(), text.slice(at + 1).trim()]]);
}

/** The text of a file or of standard input: UTF-8, or UTF-16 as spreadsheets write it. */
function textOf(io: Io, file: string): string {
  const name = file === '-' ? 'standard input' : `\`${file}\``;
  const path = file.startsWith('/') ? file : `${io.cwd}/${file}`;
  const bytes = file === '-' ? io.stdin.read(LARGEST_FILE) : io.read(path, LARGEST_FILE);
  if ('unreadable' in bytes) throw new Failure(`${name} ${bytes.message}`);
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Failure(`${name} is not UTF-8; save it as “CSV UTF-8”, or as UTF-8 in your editor`);
  }
}

function planned(io: Io, ledger: Opened, { rows, counted }: Sheet, topic: string | undefined): Plan {
  // Who is in it would be taken for somebody new.
  if (ledger.shared.broken) throw new Failure(`\`${ledger.shared.file}\` cannot be read; \`claims check\` says why`);
  const topics = new Map(ledger.ledger.topics.map((one) => [one.id, one]));
  const base = {
    files: ledger.files.map(({ id, path }) => ({ id, path, topic: topics.get(id) })),
    shared: everyoneIn(ledger.shared),
    pathOf: (id: string) => newPath(io, ledger, id),
    counted,
    topic: topic ?? (ledger.files.length === 1 ? ledger.files[0]?.id : undefined),
  };
  return plan(rows, base, { textOf: (path) => ledger.texts.get(path), shared: ledger.shared.file });
}

/** Where the file of a new topic is to be. */
function newPath(io: Io, { folder, only }: Opened, id: string): string | Reason {
  const message = (why: string): string => `\`${id}\` would be a new topic, and ${why}`;
  if (only)
    return { column: 'topic', message: message('the ledger is one file'), hint: 'name the folder with --ledger' };
  const path = folder === '' ? '' : `${folder}/`;
  const link = linkOnTheWay(io, folder, `${id}.yaml`);
  if (link === undefined) return `${path}${id}.yaml`;
  return {
    column: 'topic',
    message: message(`\`${path}${link}\` is a link`),
    hint: 'nothing is written through a link; choose another id',
  };
}

/** The topic that a word names: its id, its file, or the one id that it begins; else it is the title of a new one. */
function topicOf({ io, globals }: Desk, word: string | undefined): string | undefined {
  if (word === undefined) return undefined;
  const { ledger } = globals();
  const ids = listTopics(io, ledger, 'any number');
  const begun = ids.filter((id) => id.startsWith(word));
  return ids.find((id) => id === word) ?? topicAt(io, ledger, word) ?? (begun.length === 1 ? begun[0] : word);
}

// What is planned fits the texts that were read: a file that is another by now is planned for anew.
function save(io: Io, first: Plan, planFor: PlanFor): Plan {
  const isShared = (path: string): boolean => SHARED.some((name) => path === name || path.endsWith(`/${name}`));
  const sharedFirst = first.changes.toSorted((a, b) => Number(isShared(b.path)) - Number(isShared(a.path)));
  const done: string[] = [];
  return sharedFirst.reduce((so, { path, before, after }) => {
    let now = so;
    naming(done, () =>
      rewrite(io, path, (text) => {
        if (text === before) return after;
        // The ids that the topics are to name may be those of others by now.
        if (isShared(path)) throw new Failure(`\`${path}\` has changed meanwhile; run the import again`, 4);
        if (text === undefined) throw new Failure(`\`${path}\` is gone; run the import again`, 4);
        const later = planFor(holding(io, new Map([[path, text]])));
        now = replanned(so, later, path);
        return later.changes.find((change) => change.path === path)?.after ?? text;
      }),
    );
    done.push(path);
    return now;
  }, first);
}
