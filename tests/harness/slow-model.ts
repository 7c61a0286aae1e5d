import fc from 'fast-check';
import { isoDay } from '../../src/date.ts';

/**
 * An answer with the states of the world that it allows, written out one by one from the tables of docs/verdicts.md and
 * with no code of the program: what its words commit to, and what they excuse.
 */
export interface Listed {
  readonly answer: string;
  readonly core: ReadonlySet<number>;
  readonly halo: ReadonlySet<number>;
  /** The answer weakens whatever it is held against. */
  readonly isHedged: boolean;
}

export type ListedVerdict = 'compatible' | 'tension' | 'contradiction';

/** Two answers by what they share. Numbers that have nothing between them are the most that touching excuses. */
export function listedVerdict(a: Listed, b: Listed, kind: 'number' | 'other'): ListedVerdict {
  if ([...a.core].some((one) => b.core.has(one))) return 'compatible';
  if ([...a.halo].some((one) => b.halo.has(one)) || a.isHedged || b.isHedged) return 'tension';
  return kind === 'number' && isTouching(a.halo, b.halo) ? 'tension' : 'contradiction';
}

// Whole numbers up to here stand for all: no answer below comes near it from one side alone.
const END = 1_000;

const NUMBERS = [
  0, 1, 2, 3, 5, 9, 10, 18, 19, 20, 21, 39, 40, 41, 42, 53, 60, 99, 100, 101, 105, 150, 250, 255, 300, 315,
];

/** Any count as it may be put, with a tolerance of 10%. */
export const listedNumber: fc.Arbitrary<Listed> = fc
  .tuple(fc.constantFrom(...NUMBERS), fc.constantFrom(...NUMBERS), fc.nat({ max: 9 }))
  .map(([n, m, form]) => {
    const [r, cut] = roundingOf(n);
    const w = Math.max(n / 10, cut, 1);
    const plain: Spans = {
      core: r === 0 ? [n, n] : [n - r, below(n + r)],
      halo: cut > r ? [n - cut, n + cut] : undefined,
    };
    const v = Math.max(r, Math.min(n / 20, n / 10), 1);
    const forms: readonly (readonly [string, Spans])[] = [
      [`${n}`, plain],
      [`exactly ${n}`, { core: [n, n] }],
      [`about ${n}`, { core: plain.core, halo: [n - w, n + w] }],
      [`more than ${n}`, { core: [n + 1, END] }],
      [`at least ${n}`, { core: [n, END] }],
      [`up to ${n}`, { core: [0, n] }],
      [`between ${Math.min(n, m)} and ${Math.max(n, m)}`, { core: [Math.min(n, m), Math.max(n, m)] }],
      ['none', { core: [0, 0] }],
      // Of none there are neither fewer, nor nearly as many.
      n < 2 ? ['zero', { core: [0, 0] }] : [`fewer than ${n}`, { core: [0, n - 1] }],
      n < 2
        ? ['no one', { core: [0, 0] }]
        : [`nearly ${n}`, { core: [n - v, below(n)], halo: [n - w, r === 0 ? n : below(n + r)] }],
    ];
    const [answer, spans] = forms[form] ?? ['none', { core: [0, 0] }];
    return listed(answer, spans);
  });

interface Spans {
  readonly core: readonly [number, number];
  readonly halo?: readonly [number, number] | undefined;
}

function listed(answer: string, { core, halo = core }: Spans): Listed {
  return { answer, core: wholeIn(core), halo: new Set([...wholeIn(halo), ...wholeIn(core)]), isHedged: false };
}

/** What the digits of a count imply, and how far it may have been cut. */
function roundingOf(n: number): readonly [rounding: number, cut: number] {
  const zeros = n === 0 ? 0 : (/0*$/u.exec(String(n))?.[0].length ?? 0);
  const place = 10 ** zeros;
  if (zeros >= 2) return [Math.min(place / 2, n / 20), Math.min(place, n / 20)];
  return [0, zeros === 1 && n >= 100 ? 5 : 0];
}

// The end of a stretch that does not reach it.
function below(end: number): number {
  return Math.ceil(end) - 1;
}

function wholeIn([from, to]: readonly [number, number]): ReadonlySet<number> {
  const first = Math.max(0, Math.ceil(from));
  return new Set(Array.from({ length: Math.max(0, Math.floor(to) - first + 1) }, (_, index) => first + index));
}

function isTouching(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  const [low, high] = Math.max(...a) < Math.min(...b) ? [a, b] : [b, a];
  const from = Math.min(...high);
  const gap = from - Math.max(...low);
  return gap <= 1 && gap <= from / 20 && (a.size > 1 || b.size > 1);
}

const FIRST = Date.UTC(2023, 11, 30) / 86_400_000;

/** Any day, month or year around the turn of 2023 to 2024, with any mark. */
export const listedDate: fc.Arbitrary<Listed> = fc
  .tuple(fc.nat({ max: 70 }), fc.constantFrom(10, 10, 7, 4), fc.constantFrom('', '', '~', '?', '%'))
  .map(([day, length, mark]) => {
    const written = isoDay(FIRST + day).slice(0, length);
    const around = mark === '~' || mark === '%' ? (UNITS[length] ?? 0) : 0;
    const [first, last] = [edge(written, -around), edge(written, around)];
    return {
      answer: `${written}${mark}`,
      core: daysIn(edge(written, 0)[0], edge(written, 0)[1]),
      halo: daysIn(first[0], last[1]),
      isHedged: mark === '?' || mark === '%',
    };
  });

/** How many of its units a date with `~` reaches further: three days, a month, a year. */
const UNITS: Readonly<Record<number, number>> = { 10: 3, 7: 1, 4: 1 };

/** The first and the last day of a date that is moved by so many of its units. */
function edge(written: string, by: number): readonly [number, number] {
  const [year = 0, month, day] = written.split('-').map(Number);
  const at = (y: number, m: number, d: number): number => Date.UTC(y, m, d) / 86_400_000;
  if (day !== undefined && month !== undefined) return [at(year, month - 1, day + by), at(year, month - 1, day + by)];
  if (month !== undefined) return [at(year, month - 1 + by, 1), at(year, month + by, 0)];
  return [at(year + by, 0, 1), at(year + by, 11, 31)];
}

function daysIn(first: number, last: number): ReadonlySet<number> {
  return new Set(Array.from({ length: last - first + 1 }, (_, index) => first + index));
}
