import { InvalidArgumentError, Option } from 'commander';
import { Failure } from '../failure.ts';
import { readSheet } from '../importers/index.ts';
import type { DateOrder } from '../importers/sheet.ts';
import type { Base } from '../intake/drafts.ts';
import { type Plan, plan } from '../intake/plan.ts';
import type { Io } from '../io.ts';
import { everyoneIn } from '../ledger/cast.ts';
import { LARGEST_FILE } from '../ledger/read-file.ts';
import { type Opened, open } from '../load.ts';
import { rewrite } from '../save.ts';
import { imported } from '../views/import.ts';
import { examples, formatOption, show, type Verb } from './verb.ts';

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
      const sheet = readSheet(textOf(desk.io, file), { map, dates });
      const ledger = open(desk.io, desk.globals().ledger);
      const made = plan(
        sheet.rows,
        { ...baseOf(ledger, topic), counted: sheet.counted },
        {
          textOf: (path) => ledger.texts.get(path),
          shared: ledger.shared.file,
        },
      );
      if (write === true) save(desk.io, made);
      const shown = imported({ file, sheet, plan: made, done: write === true ? 'written' : 'planned' });
      show(desk, shown, format);
      desk.exit(shown.alarm ? 1 : 0);
    });
};

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

function baseOf(ledger: Opened, topic: string | undefined): Omit<Base, 'counted'> {
  const topics = new Map(ledger.ledger.topics.map((one) => [one.id, one]));
  const ids = ledger.files.map(({ id }) => id);
  const [only, ...others] = ids;
  return {
    files: ledger.files.map(({ id, path }) => ({ id, path, topic: topics.get(id) })),
    shared: everyoneIn(ledger.shared),
    pathOf: (id) => (ledger.only ? undefined : `${ledger.folder === '' ? '.' : ledger.folder}/${id}.yaml`),
    topic: topic === undefined ? (others.length === 0 ? only : undefined) : (begunBy(topic, ids) ?? topic),
  };
}

/** The one topic whose id a word begins. */
function begunBy(word: string, ids: readonly string[]): string | undefined {
  const begun = ids.filter((id) => id.startsWith(word));
  return ids.includes(word) ? word : begun.length === 1 ? begun[0] : undefined;
}

// What is planned fits the texts that were read: where one is another by now, nothing is put into it.
function save(io: Io, { changes }: Plan): void {
  for (const { path, before, after } of changes) {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const full = folder.startsWith('/') ? folder : `${io.cwd}/${folder}`;
    const made = before === undefined ? io.makeFolder(full) : 'made';
    if (made !== 'made') throw new Failure(`the folder \`${folder}\` ${made.message}`);
    rewrite(io, path, (text) => {
      if (text === before) return after;
      throw new Failure(`\`${path}\` has changed in the meantime; run the import again`, 4);
    });
  }
}
