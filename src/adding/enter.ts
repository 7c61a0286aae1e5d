import { Failure } from '../failure.ts';
import { holding } from '../holding.ts';
import type { Io } from '../io.ts';
import { added, lengthAt } from '../ledger/write/add.ts';
import { type Drafted, drafted, type Wanted } from '../ledger/write/draft.ts';
import type { Addition } from '../ledger/write/insert.ts';
import { hasTopic, load, loadShared, pathForTopic } from '../load.ts';
import type { Path } from '../place.ts';
import { naming, rewrite } from '../save.ts';

/** Where claims are added: the disk, and the ledger on it that was named. */
export interface Place {
  readonly io: Io;
  readonly ledger: string | undefined;
}

/** A claim that was put into the text of a topic. */
export interface Entered {
  readonly topic: string;
  readonly file: string;
  readonly path: Path;
}

/** The texts of the files that were added to, by path, and the claims in them. */
export interface Entering {
  readonly texts: ReadonlyMap<string, string>;
  readonly claims: readonly Entered[];
}

/** Puts claims into the texts of their topics, each after the one before. Nothing is written. */
export function enter(place: Place, wanted: readonly Wanted[]): Entering {
  const texts = new Map<string, string>();
  const claims = wanted.map((one, index): Entered => {
    const { text, ...entered } = told(index, wanted, () => enterOne({ ...place, io: holding(place.io, texts) }, one));
    texts.set(entered.file, text);
    return entered;
  });
  return { texts, claims };
}

/** Puts claims into the files of their topics as they are now, whatever others have written there in the meantime. */
export function save(place: Place, wanted: readonly Wanted[], { texts, claims }: Entering): void {
  const done: string[] = [];
  for (const file of texts.keys()) {
    const own = wanted.filter((_, index) => claims[index]?.file === file);
    naming(done, () =>
      rewrite(place.io, file, (text) => {
        const io = text === undefined ? place.io : holding(place.io, new Map([[file, text]]));
        const changed = enter({ ...place, io }, own).texts.get(file);
        // Another topic may be meant by the same word now: this file is then left as it is.
        if (changed === undefined) throw new Failure('the topics of the ledger have changed; try again', 4);
        return changed;
      }),
    );
    done.push(file);
  }
}

/** Says which of several claims it is that cannot be added. */
function told<T>(index: number, { length }: readonly unknown[], run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof Failure) || length === 1) throw error;
    throw new Failure(`claim ${index + 1} of ${length}: ${error.message}`, error.exitCode);
  }
}

function enterOne(place: Place, wanted: Wanted): Entered & { readonly text: string } {
  const { io, ledger } = place;
  const word = String(wanted.get('topic') ?? '');
  if (isNew(place, word, wanted)) return enterNew(place, word, wanted);
  const loaded = load(io, ledger, [word]);
  const [topic] = loaded.ledger.topics;
  const text = topic && loaded.texts.get(topic.file);
  if (topic === undefined || text === undefined) {
    throw new Failure(`the topic \`${word}\` could not be read; \`claims check\` says why`);
  }
  const title = wanted.get('title');
  if (title !== undefined && title !== topic.title) {
    throw new Failure(
      `the topic \`${topic.id}\` is there already, with another title; leave out --title, or name a new id`,
    );
  }
  const draft = drafted(wanted, { topic, shared: loaded.shared });
  return entered(topic.id, topic.file, put(topic.file, text, draft.additions), draft);
}

function entered(
  topic: string,
  file: string,
  text: string,
  { list, within }: Drafted,
): Entered & { readonly text: string } {
  return { topic, file, text, path: [...list, lengthAt(text, list) - 1, ...within] };
}

function put(file: string, text: string, additions: readonly Addition[]): string {
  const result = added(text, additions);
  if ('refused' in result) throw new Failure(`\`${file}\` ${result.refused}`);
  return result.text;
}

function isNew({ io, ledger }: Place, word: string, wanted: Wanted): boolean {
  return wanted.has('title') && !hasTopic(io, ledger, word);
}

function enterNew({ io, ledger }: Place, id: string, wanted: Wanted): Entered & { readonly text: string } {
  const file = pathForTopic(io, ledger, id);
  const draft = drafted(wanted, { topic: undefined, shared: loadShared(io, ledger) });
  const [title, ...rest] = draft.additions;
  return entered(id, file, put(file, put(file, '', title === undefined ? [] : [title]), rest), draft);
}
