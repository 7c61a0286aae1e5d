import type { TopicAnalysis } from '../analysis/analyse.ts';
import type { DayRange } from '../date.ts';
import { Failure } from '../failure.ts';
import { rendering } from '../print.ts';
import { notWritten } from '../save.ts';
import type { View } from '../views/block.ts';
import { brief } from '../views/brief.ts';
import { linked } from '../views/linked.ts';
import { page } from '../views/page.ts';
import { rows } from '../views/rows.ts';
import { type SitePage, site } from '../views/site.ts';
import { whole } from '../views/whole.ts';
import { type Desk, dayOf, examples, formatOption, ledgerFiles, show, topicsInTurn, type Verb } from './verb.ts';

/** What each format shows, the first by default. */
const VIEWS = {
  markdown: (analyses, until) => brief([...analyses], until),
  html: pageOf,
  'html-fragment': pageOf,
  json: whole,
  jsonl: rows,
  csv: rows,
  tsv: rows,
  claimreview: (analyses) => linked([...analyses]),
} as const satisfies Readonly<Record<string, (analyses: Iterable<TopicAnalysis>, until?: number) => View>>;

interface Options {
  readonly output?: string;
  readonly force?: true;
  readonly all?: true;
  readonly until?: DayRange;
  readonly format: keyof typeof VIEWS;
}

export const exportCommand: Verb = (program, desk) => {
  program
    .command('export')
    .description('write topics out: the brief that an editor pastes into a story, a table, or everything for a program')
    .argument('[topic...]', 'only these topics')
    .addOption(formatOption('markdown', ...Object.keys(VIEWS).slice(1)))
    .option('-o, --output <file>', 'write to a file, which must not exist')
    .option('--force', 'overwrite the file')
    .option('--all', 'with --format html: a page for each topic and an index of them, in the folder that -o names')
    .option('--until <date>', 'what was on record that day', dayOf)
    .addHelpText(
      'after',
      examples(
        'export gaza-talks',
        'export gaza-talks --until 2025-05-16 -o brief.md',
        'export gaza-talks --format html -o talks.html',
        'export --format html --all -o pages',
        'export --format csv -o claims.csv',
        'export --format json',
      ),
    )
    .action((topics: readonly string[], { output, force, all, until, format }: Options) => {
      const analyses = topicsInTurn(desk, { topics, until: until?.last });
      const over = force === true ? 'replace' : 'create';
      if (all === true) return saveAll(desk, site([...analyses], until?.last), { format, output, over });
      const view = VIEWS[format](analyses, until?.last);
      if (output === undefined) show(desk, view, format);
      else save(desk, view, { format, output, over });
    });
};

function pageOf(analyses: Iterable<TopicAnalysis>, until?: number): View {
  return page(onePage(analyses), { until });
}

function onePage([analysis, ...others]: Iterable<TopicAnalysis>): TopicAnalysis {
  if (analysis === undefined || others.length > 0)
    throw new Failure('a page holds one topic: name it, or write them all with --all');
  return analysis;
}

interface Saving {
  readonly format: string;
  readonly output: string;
  readonly over: 'create' | 'replace';
}

function save(desk: Desk, view: View, { format, output, over }: Saving): void {
  const { io } = desk;
  const { width } = desk.globals();
  const path = output.startsWith('/') ? output : `${io.cwd}/${output}`;
  if (output.trim() === '') throw new Failure('--output needs the name of a file');
  refuse(desk, output, path);
  const written = io.write(path, rendering(view, io, { format, color: 'never', width }), over);
  if (written === 'exists') throw new Failure(`\`${output}\` exists; --force overwrites it`);
  if (written !== 'written') throw notWritten(output, written);
}

interface Pages extends Omit<Saving, 'output'> {
  readonly output: string | undefined;
}

/** A folder of pages. None is written unless all may be. */
function saveAll(desk: Desk, all: readonly SitePage[], { format, output, over }: Pages): void {
  if (format !== 'html') throw new Failure('--all writes pages: it needs --format html');
  if (output === undefined || output.trim() === '') throw new Failure('--all needs a folder to write to: -o FOLDER');
  const pages = all.map(({ name, view }) => ({ view, output: `${output}/${name}` }));
  const { io } = desk;
  const fullPath = (path: string): string => (path.startsWith('/') ? path : `${io.cwd}/${path}`);
  const stands = pages.find((page) => over !== 'replace' && io.stat(fullPath(page.output)) !== undefined);
  if (stands !== undefined) throw new Failure(`\`${stands.output}\` exists; --force overwrites it`);
  for (const page of pages) {
    const folder = page.output.slice(0, page.output.lastIndexOf('/'));
    const made = io.makeFolder(fullPath(folder));
    if (made !== 'made') throw new Failure(`the folder \`${folder}\` ${made.message}`);
    save(desk, page.view, { format, output: page.output, over });
  }
}

// A brief in the place of a topic would destroy what it was made from, whether it is to be overwritten or not.
function refuse(desk: Desk, output: string, path: string): void {
  const kind = desk.io.stat(path);
  if (kind === 'folder') throw new Failure(`\`${output}\` is a folder; name a file`);
  if (kind === 'other') throw new Failure(`\`${output}\` is not a regular file`);
  const real = desk.io.real(path);
  if (real !== undefined && ledgerFiles(desk).includes(real)) {
    throw new Failure(`\`${output}\` is a file of the ledger; name another file`);
  }
}
