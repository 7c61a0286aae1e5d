import { analyse } from '../analysis/analyse.ts';
import { findAll } from '../checks/index.ts';
import { Failure } from '../failure.ts';
import { type Looked, mended } from '../fixing.ts';
import { holding } from '../holding.ts';
import type { Io } from '../io.ts';
import type { Loaded } from '../load.ts';
import { rewrite } from '../save.ts';
import type { Mending } from '../views/mended.ts';
import { type Desk, readLedger, todayOf } from './verb.ts';

/** What is to be checked: only some topics, where any are named, and without some codes. */
export interface Asked {
  readonly topics: readonly string[];
  readonly skipped: readonly string[];
}

type Texts = ReadonlyMap<string, string>;

/** Finds every fault, where some files, by path, are taken to hold other texts than on the disk. */
export function looked(desk: Desk, { topics, skipped }: Asked, texts: Texts): Looked & Pick<Loaded, 'decoded'> {
  const loaded = readLedger({ ...desk, io: holding(desk.io, texts) }, topics);
  const all = [...loaded.findings, ...findAll({ topics: analyse(loaded.ledger), today: todayOf(desk.io) })];
  return { ...loaded, findings: all.filter(({ code }) => !skipped.includes(code)) };
}

/** Mends what can be mended of what was found, in the files themselves unless the run is dry. */
export function fixed(
  desk: Desk,
  asked: Asked,
  before: Looked,
  run: Mending['run'],
): Mending & { readonly left: Looked } {
  const done = mended(before, (texts) => looked(desk, asked, texts));
  if (run === 'written') save(desk.io, before.texts, done.texts);
  const files = [...done.texts].map(([file, after]) => ({ file, before: before.texts.get(file) ?? '', after }));
  return { fixed: done.fixed, files, run, left: done.left };
}

// What was found is true of the texts that were read, and of no others.
function save(io: Io, before: Texts, after: Texts): void {
  for (const [file, text] of after) {
    rewrite(io, file, (now) => {
      if (now !== before.get(file)) throw new Failure(`\`${file}\` changed while it was checked; try again`, 4);
      return text;
    });
  }
}
