import type { RowColumn } from '../../src/views/row-table.ts';
import type { Plain } from './topic.ts';

/** A row of a table as a program reads it: every column's text, `''` where there is none. */
export type Cells = Readonly<Record<string, string>>;

type Entries = Record<string, Plain>;

/** The file of a topic from the rows of its claims, by the rules of docs/exports.md and nothing else. */
export function fileFrom(table: readonly Cells[]): Plain {
  const sorted = [...table].sort((a, b) => Number(a.place) - Number(b.place));
  const [first = {}] = sorted;
  const rows = sorted.filter(({ place }) => place !== '');
  const rest = JSON.parse(first.topic_rest || '{}');
  return given({
    topic: first.topic,
    summary: first.topic_summary,
    parties: listIn(first.topic_parties),
    note: first.topic_note,
    speakers: { ...byId(rest.speakers), ...Object.fromEntries(rows.flatMap(speakerIn)) },
    sources: { ...byId(rest.sources), ...Object.fromEntries(rows.flatMap(sourcesIn)) },
    questions: questionsIn(rows, rest.questions ?? []),
    claims: rows.filter(({ question_id }) => question_id === '').map(claimIn),
  });
}

/** A row as the ledger has it: without the marks that keep a spreadsheet from running it. */
export function unshielded(row: Cells): Cells {
  const SHIELD = /^'(?=['\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]|'*[\t\r\n])/u;
  return Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell.replace(SHIELD, '')]));
}

/** A row of JSON Lines as a table would hold it. */
export function cellsOf(row: Readonly<Record<string, unknown>>, columns: readonly RowColumn[]): Cells {
  return Object.fromEntries(columns.map((column) => [column.name, cellOf(row[column.name], column)]));
}

function cellOf(value: unknown, { holds }: RowColumn): string {
  if (value === undefined || (holds === 'list' && (value as readonly string[]).length === 0)) return '';
  if (holds === 'text' || (typeof value === 'string' && !value.startsWith('['))) return String(value);
  return JSON.stringify(typeof value === 'string' ? [value] : value);
}

function listIn(cell: string | undefined): Plain | undefined {
  return cell?.startsWith('[') ? JSON.parse(cell) : cell ? [cell] : undefined;
}

// A list of one that a text stands in only because it begins as a list does.
function answerIn(cell: string): Plain {
  const entries = cell.startsWith('[') ? JSON.parse(cell) : cell;
  return entries.length === 1 && entries[0].startsWith('[') ? entries[0] : entries;
}

function dataIn(cell: string | undefined): Plain | undefined {
  return cell ? JSON.parse(cell) : undefined;
}

function speakerIn(row: Cells): readonly [string, Plain][] {
  if (isMadeUp(row, 'speaker_id')) return [];
  const { aliases, ...own } = keysOf(row, 'speaker_', ['id']);
  return [[row.speaker_id ?? '', given({ name: row.speaker, ...own, aliases: listIn(aliases as string) })]];
}

function sourcesIn(row: Cells): readonly [string, Plain][] {
  const [first, ...others] = (listIn(row.sources) ?? []) as readonly string[];
  if (first === undefined) return [];
  const described = new Map(Object.entries(byId(dataIn(row.other_sources) as never))) as ReadonlyMap<string, Entries>;
  const all: readonly [string, Entries][] = [
    [first, keysOf(row, 'source_')],
    ...others.map((id): [string, Entries] => [id, described.get(id) ?? {}]),
  ];
  return all.filter(([id, keys]) => !isAddress(id, keys));
}

// A claim gives it as a URL, which needs no entry.
function isAddress(id: string, { url, ...others }: Entries): boolean {
  return /^https?:/u.test(id) && (url ?? id) === id && Object.keys(others).length === 0;
}

function questionsIn(rows: readonly Cells[], unanswered: readonly (Entries & { place: number })[]): readonly Plain[] {
  const ids = [...new Set(rows.map(({ question_id }) => question_id).filter((id) => id !== ''))];
  const questions: Plain[] = ids.map((id) => {
    const own = rows.filter(({ question_id }) => question_id === id);
    const [row = {}] = own;
    const { options, ...keys } = keysOf(row, 'question_', isMadeUp(row, 'question_id') ? ['id'] : []);
    return given({ ask: row.question, ...keys, options: listIn(options as string), claims: own.map(claimIn) });
  });
  for (const { place, window, ...keys } of unanswered) {
    questions.splice(place - 1, 0, given({ ...keys, window: window === undefined ? undefined : String(window) }));
  }
  return questions;
}

function claimIn(row: Cells): Plain {
  const plain = ['date', 'as_of', 'says', 'quote', 'certainty', 'verb', 'lang', 'translation', 'translator', 'at'];
  return given({
    ...Object.fromEntries([...plain, 'anonymous', 'replaces', 'note'].map((key) => [key, row[key]])),
    id: isMadeUp(row, 'id') ? undefined : row.id,
    speaker: isMadeUp(row, 'speaker_id') ? row.speaker : row.speaker_id,
    party: row.party === (row.speaker_party || row.speaker) ? undefined : row.party,
    role: row.role === row.speaker_role ? undefined : row.role,
    answer: answerIn(row.answer ?? ''),
    source: listIn(row.sources),
    via: listIn(row.via),
    denies: listIn(row.denies),
    implies: dataIn(row.implies),
    reviewed: dataIn(row.reviewed),
    assessment: dataIn(row.assessment),
  });
}

function isMadeUp(row: Cells, column: string): boolean {
  return ((listIn(row.made_up) ?? []) as readonly string[]).includes(column);
}

/** The columns with a prefix, without it. */
function keysOf(row: Cells, prefix: string, without: readonly string[] = []): Entries {
  const own = Object.entries(row).filter(([name]) => name.startsWith(prefix));
  const keys = own.map(([name, cell]) => [name.slice(prefix.length), cell] as const);
  return Object.fromEntries(keys.filter(([key, cell]) => cell !== '' && !without.includes(key)));
}

function byId(entries: readonly (Entries & { id: string })[] = []): Entries {
  return Object.fromEntries(entries.map(({ id, ...keys }) => [id, keys]));
}

function given(keys: Readonly<Record<string, Plain | undefined>>): Plain {
  return Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== undefined && value !== '')) as Plain;
}
