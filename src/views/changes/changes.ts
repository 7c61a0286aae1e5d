import type { TopicAnalysis } from '../../analysis/analyse.ts';
import { matchTopics } from '../../analysis/change/match-topics.ts';
import { isOpen } from '../../analysis/clash.ts';
import { isoDay, spokenDay } from '../../date.ts';
import type { Block, View } from '../block.ts';
import { type Line, plain } from '../line.ts';
import { sourceNumbers, sourcesBlock } from '../shown.ts';
import { gainsBlocks } from './change-blocks.ts';
import { countChanges, countsLines } from './change-counts.ts';
import { changeRows, gainsData } from './change-data.ts';
import { type Gains, gainsOf } from './gains.ts';

/** The point in the past that the ledger is held against. Times are in seconds from 1970. */
export interface Since {
  readonly given: string;
  /** Of a date: the moment at which it begins. */
  readonly moment?: number;
  /** Undefined where there was no commit yet. */
  readonly commit?: { readonly id: string; readonly time: number; readonly subject: string };
  /** False where there was no ledger yet. */
  readonly wasThere: boolean;
}

export interface ChangesOptions {
  readonly since: Since;
  /** Ids of the only topics to show, as they are or were. */
  readonly wanted: ReadonlySet<string> | undefined;
  /** Ids of topics that cannot be read on one side: how they differ is not known. */
  readonly unread: { readonly before: readonly string[]; readonly after: readonly string[] };
}

/** What a ledger gained, lost and changed. `alarm`: a contradiction is open that was not. */
export function changes(
  { before, after }: { readonly [side in 'before' | 'after']: readonly TopicAnalysis[] },
  { since, wanted, unread }: ChangesOptions,
): View & { readonly alarm: boolean } {
  const unknown = new Set([...unread.before, ...unread.after]);
  const known = (analyses: readonly TopicAnalysis[]) => analyses.filter(({ topic }) => !unknown.has(topic.id));
  const isWanted = (one: TopicAnalysis | undefined): boolean => one !== undefined && wanted?.has(one.topic.id) === true;
  const gains = matchTopics(known(before), known(after))
    .filter((match) => wanted === undefined || isWanted(match.before) || isWanted(match.after))
    .flatMap((match) => gainsOf(match) ?? []);
  const counts = countChanges(gains);
  const data = { since: sinceData(since), topics: gains.map(gainsData), unread, counts };
  return {
    data,
    rows: { [Symbol.iterator]: () => rowsOf(gains) },
    blocks: blocksOf(gains, { since, unread }),
    alarm: gains.some(({ clashes }) => clashes.some(isAlarming)),
  };
}

function* rowsOf(gains: readonly Gains[]): Generator<object> {
  for (const one of gains) yield* changeRows(one);
}

function isAlarming({ before, after }: Gains['clashes'][number]): boolean {
  const isAlarm = (clash: typeof after): boolean => clash?.word === 'contradiction' && isOpen(clash);
  return isAlarm(after) && !isAlarm(before);
}

function sinceData({ given, moment, commit }: Since): object {
  return {
    given,
    ...(moment === undefined ? {} : { moment: isoMoment(moment) }),
    ...(commit === undefined ? {} : { commit: { ...commit, time: isoMoment(commit.time) } }),
  };
}

function blocksOf(
  gains: readonly Gains[],
  { since, unread }: Pick<ChangesOptions, 'since' | 'unread'>,
): readonly Block[] {
  const numbers = sourceNumbers();
  const shown = gains.flatMap((one) => gainsBlocks(one, numbers));
  return [
    { block: 'heading', level: 1, text: 'Changes' },
    { block: 'text', line: sinceLine(since) },
    ...unread.after.map((id) => unreadBlock(id, 'cannot be read now; `claims check` says why')),
    ...unread.before.map((id) => unreadBlock(id, 'could not be read then')),
    ...countsLines(countChanges(gains)).map((line): Block => ({ block: 'text', line })),
    ...shown,
    ...sourcesBlock(numbers),
  ];
}

function unreadBlock(id: string, why: string): Block {
  return { block: 'text', line: plain(`\`${id}\` ${why}: what it gained is not known`) };
}

function sinceLine({ moment, commit, wasThere }: Since): Line {
  const asked = moment === undefined ? '' : `${spokenMoment(moment)}: `;
  if (commit === undefined) return plain(`Since ${asked}nothing was committed yet, so that everything is new`);
  const { id, time, subject } = commit;
  const made = `${id.slice(0, SHORT)} of ${spokenMoment(time)}`;
  const missing = wasThere ? '' : '; the ledger was not there yet, so that everything is new';
  return [
    { text: `Since ${asked}${made}` },
    ...(subject === '' ? [] : [{ text: `, “${subject}”` }]),
    { text: missing },
  ];
}

// As many digits of a commit's id as git shows.
const SHORT = 7;
const DAY = 86_400;

function spokenMoment(seconds: number): string {
  return `${spokenDay(Math.floor(seconds / DAY))}, ${clock(seconds).slice(0, 5)} UTC`;
}

function isoMoment(seconds: number): string {
  return `${isoDay(Math.floor(seconds / DAY))}T${clock(seconds)}Z`;
}

/** The time of day as hours, minutes and seconds. */
function clock(seconds: number): string {
  const ofDay = seconds - Math.floor(seconds / DAY) * DAY;
  const parts = [Math.floor(ofDay / 3600), Math.floor(ofDay / 60) % 60, ofDay % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
