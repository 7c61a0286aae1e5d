import type { Heading, Reason } from '../importers/sheet.ts';
import type { Draft } from '../intake/drafts.ts';
import type { Outcome } from '../intake/intake.ts';
import type { Asking } from '../intake/questions.ts';
import type { Block, View } from './block.ts';
import { type Imported, importData, tallied } from './import-data.ts';
import { stretches } from './import-words.ts';
import { type Line, plain, toned } from './line.ts';
import { count } from './words.ts';

/** What comes of every row of a file of claims. `alarm`: a row is refused. */
export function imported(all: Imported): View & { readonly alarm: boolean } {
  const { file, sheet, plan } = all;
  const { outcomes } = plan;
  const title = `${file}: ${count(outcomes.length, sheet.counted === 'line' ? 'row' : 'review')}, ${sheet.format}`;
  return {
    data: importData(all),
    blocks: [
      { block: 'heading', level: 1, text: title },
      ...headingBlocks(sheet.headings),
      ...[...tallied(outcomes)].flatMap(([draft, tally]) => draftBlocks(draft, tally)),
      ...keptBlocks(all),
      ...refusedBlocks(all),
      ...totals(all),
    ],
    alarm: outcomes.some(({ result }) => result === 'refused'),
  };
}

function headingBlocks(headings: readonly Heading[]): readonly Block[] {
  const named = headings.filter(({ column }) => column !== undefined);
  const renamed = named.some(({ name, column }) => name !== column);
  const left = headings.filter(({ column }) => column === undefined);
  const columns = [
    { title: 'in the file', size: 'fill' },
    { title: 'becomes', size: 'id' },
  ] as const;
  const rows = named.map(({ name, column = '' }) => [plain(name), plain(column)]);
  const words = left.map(({ name, reason }) => (reason === undefined ? name : `${name} (${reason})`)).join(', ');
  return [
    ...(renamed ? [{ block: 'table', columns, rows } as const] : []),
    ...(left.length > 0 ? [{ block: 'facts', facts: [['Not imported', plain(words)]] } as const] : []),
  ];
}

function draftBlocks(
  draft: Draft,
  tally: ReadonlyMap<Asking | undefined, { added: number; there: number }>,
): readonly Block[] {
  const columns = [
    { title: 'question', size: 'fill' },
    { title: 'added', size: 'fit', align: 'right' },
    { title: 'there', size: 'fit', align: 'right' },
  ] as const;
  const rows = [...tally].map(([asking, { added, there }]) => [
    questionLine(asking),
    plain(String(added)),
    plain(String(there)),
  ]);
  const made = (['speakers', 'sources'] as const).flatMap((key): readonly (readonly [string, Line])[] => {
    const names = namesOf(draft, key);
    return names.length === 0 ? [] : [[`New ${key}`, plain(listed(names))]];
  });
  return [
    { block: 'heading', level: 2, text: `${draft.title} (${draft.topic === undefined ? 'new: ' : ''}${draft.path})` },
    { block: 'table', columns, rows },
    ...(made.length === 0 ? [] : [{ block: 'facts', facts: made } as const]),
  ];
}

// More names than this nobody reads at a terminal.
const MOST_NAMES = 30;

function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return more > 0 ? `${names.slice(0, MOST_NAMES).join(', ')} and ${count(more, 'more', 'more')}` : names.join(', ');
}

function questionLine(asking: Asking | undefined): Line {
  if (asking === undefined) return [toned('no question', 'faint')];
  return asking.question === undefined ? [{ text: asking.ask }, toned(' (new)', 'strong')] : plain(asking.ask);
}

function namesOf(draft: Draft, key: 'speakers' | 'sources'): readonly string[] {
  return [...draft[key].entries()].map(([id, entry]) => {
    const name = entry instanceof Map ? (entry.get('name') ?? entry.get('outlet') ?? entry.get('title')) : undefined;
    return typeof name === 'string' && name !== id ? `${name} (${id})` : id;
  });
}

function keptBlocks({ plan, sheet }: Imported): readonly Block[] {
  if (plan.kept.length === 0) return [];
  const items = plan.kept.map(({ line, of, key, stays, instead }) => {
    const words = stays === '' ? 'is not there, and' : `stays “${stays}”;`;
    return plain(`${sheet.counted} ${line}: ${of}: \`${key}\` ${words} “${instead}” is not taken`);
  });
  return [{ block: 'heading', level: 2, text: 'Kept as the ledger has it' }, ...shortened(items, 'values')];
}

function refusedBlocks({ plan, sheet }: Imported): readonly Block[] {
  const items = plan.outcomes.flatMap((one) => {
    if (one.result !== 'refused') return [];
    return one.reasons.map((reason) => refusedLine(`${sheet.counted} ${one.line}`, reason, sheet.headings));
  });
  return items.length === 0 ? [] : [{ block: 'heading', level: 2, text: 'Refused' }, ...shortened(items, 'reasons')];
}

function refusedLine(where: string, { column, message, hint }: Reason, headings: readonly Heading[]): Line {
  const name = headings.find((heading) => heading.column === column)?.name ?? column;
  return [
    toned(name === undefined || column === undefined ? where : `${where}, ${name}`, 'error'),
    { text: `: ${message}` },
    ...(hint === undefined ? [] : [toned(` (${hint})`, 'faint')]),
  ];
}

// More than this nobody reads at a terminal; JSON has all.
const MOST_LINES = 50;

function shortened(items: readonly Line[], what: string): readonly Block[] {
  const shown: readonly Block[] = [{ block: 'items', items: items.slice(0, MOST_LINES) }];
  const more = items.length - MOST_LINES;
  return more > 0
    ? [...shown, { block: 'text', line: plain(`and ${count(more, 'more', 'more')} ${what}; --format json has all`) }]
    : shown;
}

function totals({ plan: { outcomes, changes }, done, sheet }: Imported): readonly Block[] {
  const of = (result: Outcome['result']): readonly number[] =>
    outcomes.filter((one) => one.result === result).map(({ line }) => line);
  const [added, there, refused] = [of('added'), of('there'), of('refused')];
  const unit = sheet.counted === 'line' ? 'row' : 'review';
  const alreadyThere: readonly Block[] =
    there.length === 0
      ? []
      : [{ block: 'text', line: [toned('Already there: ', 'strong'), { text: stretches(there, sheet.counted) }] }];
  const will = done === 'written' ? 'added' : 'to add';
  const counts: Line = [
    { text: `${count(outcomes.length, unit)} = ${added.length} ${will} + ${there.length} already there + ` },
    refused.length === 0 ? { text: '0 refused' } : toned(`${refused.length} refused`, 'error'),
  ];
  const files = count(changes.length, 'file');
  const next =
    changes.length === 0
      ? 'There is nothing to write.'
      : done === 'written'
        ? `Wrote ${files}.`
        : `Nothing is written yet: --write changes ${files}.`;
  return [...alreadyThere, { block: 'text', line: counts }, { block: 'text', line: plain(next) }];
}
