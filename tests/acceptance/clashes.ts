import { main } from '../../src/main.ts';
import { byCodeUnit } from '../../src/text.ts';
import { memoryIo } from '../harness/memory.ts';
import { type Figure, idOf } from './figure.ts';
import { topicText } from './topic-text.ts';

/** Two figures that clash, in the order of their days, and what the clash is called. */
export interface FigureClash {
  readonly figures: readonly [Figure, Figure];
  readonly verdict: string;
  readonly kind: string;
}

/** What `claims contradictions` prints about a ledger of figures. */
export interface Printed {
  readonly clashes: readonly FigureClash[];
  /** The number of pairs of figures that contradict each other, told or not, by question. */
  readonly pairs: Readonly<Record<string, number>>;
  readonly counts: Readonly<Record<'contradiction' | 'opposed' | 'tension' | 'shift' | 'reviewed', number>>;
}

/** Runs `claims contradictions` on a ledger that holds these figures. */
export function clashesAmong(figures: readonly Figure[], ...options: readonly string[]): Printed {
  const byId = new Map(figures.map((figure) => [idOf(figure), figure]));
  const json = JSON.parse(run(topicText('Published figures', figures), 'contradictions', ...options)) as Json;
  return {
    clashes: json.contradictions.map(({ claims, verdict, kind }) => ({
      figures: [figureOf(byId, claims[0]), figureOf(byId, claims[1])],
      verdict,
      kind,
    })),
    pairs: Object.fromEntries(json.questions.map(({ question, pairs }) => [question, pairs.contradiction])),
    counts: json.counts,
  };
}

/** Clashes in words, in the order of their later days: `tank: 3799 on 2023-05-27, 3797 on 2023-05-28`. */
export function told(clashes: readonly FigureClash[]): readonly string[] {
  const place = ({ figures: [a, b] }: FigureClash): string => `${b.day} ${b.series} ${a.day}`;
  return clashes
    .toSorted((a, b) => byCodeUnit(place(a), place(b)))
    .map(({ figures: [a, b] }) => `${a.series}: ${a.total} on ${a.day}, ${b.total} on ${b.day}`);
}

/** True for a clash between two publishers. */
export function isBetweenTwo({ figures: [a, b] }: FigureClash): boolean {
  return a.publisher !== b.publisher;
}

/** True for a clash of two figures for the same day. */
export function isOnOneDay({ figures: [a, b] }: FigureClash): boolean {
  return a.day === b.day;
}

interface Json {
  readonly contradictions: readonly {
    readonly claims: readonly [string, string];
    readonly verdict: string;
    readonly kind: string;
  }[];
  readonly questions: readonly { readonly question: string; readonly pairs: { readonly contradiction: number } }[];
  readonly counts: Printed['counts'];
}

// Faults of the ledger would be told on stderr, and would leave claims out.
function run(topic: string, ...args: readonly string[]): string {
  const { io, stdout, stderr } = memoryIo({ files: { '/desk/claims/figures.yaml': topic }, cwd: '/desk' });
  const exit = main([...args, '--format', 'json'], io);
  if (exit !== 0 || stderr() !== '') throw new Error(`exit ${exit}: ${stderr()}`);
  return stdout();
}

function figureOf(byId: ReadonlyMap<string, Figure>, id: string): Figure {
  const figure = byId.get(id);
  if (figure === undefined) throw new Error(`no figure has the id ${id}`);
  return figure;
}
