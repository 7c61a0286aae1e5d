import { type Diagnostic, type Finding, inOrder } from './diagnostic.ts';
import { diagnose } from './ledger/diagnose.ts';
import { legible } from './ledger/write/legible.ts';
import { put, type Replacement } from './ledger/write/put.ts';

/** What is found in the files of a ledger, and their texts by path. */
export interface Looked {
  readonly findings: readonly Finding[];
  readonly texts: ReadonlyMap<string, string>;
}

/** What came of mending what can be mended. */
export interface Mended {
  /** The new texts of the files that change, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** The faults that are gone, where they stood. */
  readonly fixed: readonly Diagnostic[];
  /** What is found in the new texts. */
  readonly left: Looked;
  /** Files with something to mend that nothing can be written into: why not, a clause about the file. */
  readonly unfit: ReadonlyMap<string, string>;
}

/**
 * Mends every fault that says what is meant, until none is left: a key that is spelled right shows what is wrong with
 * its value. `first` is what is found as the files are, `look` finds the faults where some of them hold other texts. A
 * fix after which its fault is still found is not made.
 */
export function mended(first: Looked, look: (texts: ReadonlyMap<string, string>) => Looked): Mended {
  const texts = new Map<string, string>();
  const fixed: Diagnostic[] = [];
  const unfit = new Map<string, string>();
  const given = new Set<string>();
  let left = first;
  for (;;) {
    const open = left.findings.filter((finding) => finding.fix !== undefined && !given.has(keyOf(finding)));
    const round = open.length === 0 ? undefined : made(left, open, unfit);
    if (round === undefined || round.findings.length === 0) return { texts, fixed: inOrder(fixed), left, unfit };
    const after = look(new Map([...texts, ...round.texts]));
    const still = new Set(after.findings.map(keyOf));
    const lasting = round.findings.map(keyOf).filter((key) => still.has(key));
    for (const key of lasting) given.add(key);
    if (lasting.length > 0) continue;
    for (const finding of open) given.add(keyOf(finding));
    for (const [file, text] of round.texts) texts.set(file, text);
    fixed.push(...diagnose(round.findings, left.texts));
    left = after;
  }
}

interface Round {
  readonly texts: ReadonlyMap<string, string>;
  /** The findings whose fixes are made in them. */
  readonly findings: readonly Finding[];
}

function made({ texts }: Looked, open: readonly Finding[], unfit: Map<string, string>): Round {
  const round = { texts: new Map<string, string>(), findings: [] as Finding[] };
  for (const file of new Set(open.map(({ place }) => place.file))) {
    const before = texts.get(file);
    if (before === undefined) continue;
    const found = legible(before);
    if ('refused' in found) {
      unfit.set(file, found.refused);
      continue;
    }
    const { text, findings } = madeIn(before, onePerPlace(open, file));
    if (findings.length > 0) round.texts.set(file, text);
    round.findings.push(...findings);
  }
  return round;
}

/** All fixes of a file at once, or, where some are in the way of others, by halves: each try reads all of the file. */
function madeIn(
  text: string,
  findings: readonly Finding[],
): { readonly text: string; readonly findings: readonly Finding[] } {
  const all = put(text, findings.flatMap(replacement));
  if ('text' in all) return { ...all, findings };
  if (findings.length === 1) return { text, findings: [] };
  const half = Math.ceil(findings.length / 2);
  const first = madeIn(text, findings.slice(0, half));
  const second = madeIn(first.text, findings.slice(half));
  return { text: second.text, findings: [...first.findings, ...second.findings] };
}

function onePerPlace(open: readonly Finding[], file: string): readonly Finding[] {
  const places = new Map(open.map((finding) => [JSON.stringify(finding.place), finding]));
  return [...places.values()].filter(({ place }) => place.file === file);
}

function replacement({ place, fix }: Finding): readonly Replacement[] {
  return 'path' in place && fix !== undefined ? [{ path: place.path, part: place.part, text: fix }] : [];
}

function keyOf({ code, place }: Finding): string {
  return JSON.stringify([code, place]);
}
