import type { Fields, Reason } from '../importers/sheet.ts';
import { freeId } from '../ledger/id.ts';
import type { Source } from '../ledger/model.ts';
import type { Tree } from '../ledger/reader/tree.ts';
import { sourceId } from '../ledger/write/draft.ts';
import { fold } from '../text.ts';
import { type CitedPart, type Part, type Parts, textAt } from './parts.ts';

/** A source that a row names. */
export interface Cited {
  /** What a claim calls it by: an id or a URL. */
  readonly ref: string;
  readonly keys: Fields;
  /** The entry that is made for it; undefined where there is one, or where its URL is enough. */
  readonly entry?: Fields;
}

/** The sources of a topic: those in the ledger, and those that come with the rows. */
export interface Sources {
  /** What a row cites, or why that is not clear. Nothing is added yet. */
  readonly find: (parts: Parts) => readonly Cited[] | Reason;
  readonly take: (cited: Cited) => void;
  readonly entries: () => ReadonlyMap<string, Tree>;
}

export function sourcesOf(known: readonly Source[]): Sources {
  const byId = new Map<string, Cited>();
  const inLedger = new Map<string, Cited>();
  const alike = new Map<string, Cited>();
  const entries = new Map<string, Tree>();
  const remember = (cited: Cited): void => {
    if (!byId.has(cited.ref)) byId.set(cited.ref, cited);
    for (const mark of marksOf(cited.keys)) if (!alike.has(mark)) alike.set(mark, cited);
  };
  for (const source of known) {
    const cited = { ref: source.id, keys: keysOf(source) };
    remember(cited);
    for (const mark of marksOf(cited.keys)) if (!inLedger.has(mark)) inLedger.set(mark, cited);
  }
  const newId = (keys: Fields): string => freeId(sourceId(keys), (id) => byId.has(id));

  const find = (part: CitedPart, isWhole: boolean): Cited | Reason => {
    const met = part.id === undefined ? undefined : byId.get(part.id);
    if (met !== undefined) return clashing(met, part) ?? met;
    if (isWhole && part.id !== undefined) return exactly(part.id, part.keys, inLedger);
    const keys = described(part);
    if ('message' in keys) return keys;
    const same = marksOf(keys).flatMap((mark) => alike.get(mark) ?? [])[0];
    const url = textAt(keys, 'url');
    if (same !== undefined || (keys.size === 1 && url !== '')) return same ?? { ref: url, keys };
    return newSource(part.id === undefined || part.isName || isAddress(part.id) ? newId(keys) : part.id, keys);
  };

  return {
    find: ({ sources, isWhole }) => {
      const found: Cited[] = [];
      for (const part of sources) {
        const cited = find(part, isWhole);
        if ('message' in cited) return cited;
        found.push(cited);
      }
      return found;
    },
    take: (cited) => {
      if (byId.has(cited.ref)) return;
      remember(cited);
      if (cited.entry !== undefined) entries.set(cited.ref, cited.entry);
    },
    entries: () => entries,
  };
}

/** As `claims export` has it: under its own id, unless the ledger has it under another. */
function exactly(id: string, given: Fields, inLedger: ReadonlyMap<string, Cited>): Cited {
  const keys = isAddress(id) && !given.has('url') ? new Map<string, Tree>([['url', id], ...given]) : given;
  const isEnough = isAddress(id) && textAt(keys, 'url') === id && keys.size === 1;
  const same = marksOf(keys).flatMap((mark) => inLedger.get(mark) ?? [])[0];
  return same ?? (isEnough ? { ref: id, keys } : newSource(id, given));
}

/** The keys of a source in another sheet, where one cell may hold an address, a publisher or a title. */
function described({ id, isName, keys }: CitedPart): Fields | Reason {
  if (id === undefined || (!isName && !isAddress(id) && keys.size > 0)) return keys;
  if (isAddress(id)) return new Map<string, Tree>([['url', id], ...keys]);
  const free = isName ? ['outlet', 'title'].find((key) => !keys.has(key)) : undefined;
  if (free !== undefined) return new Map([...keys, [free, id]]);
  const hint = 'give its outlet, its title or its URL';
  return { column: isName ? 'source' : 'sources', message: `\`${id}\` is no source of the topic`, hint };
}

function newSource(ref: string, keys: Fields): Cited {
  return { ref, keys, entry: keys };
}

/** By which two sources are the same: the address, else publisher, title and day together. */
function marksOf(keys: Fields): readonly string[] {
  const url = textAt(keys, 'url');
  if (url !== '') return [`url ${url}`];
  const words = ['outlet', 'title', 'published'].map((key) => fold(textAt(keys, key)));
  return words.some((word) => word !== '') ? [`words ${JSON.stringify(words)}`] : [];
}

function clashing({ ref, keys }: Cited, part: Part): Reason | undefined {
  const differing = ['url', 'outlet'].find((key) => {
    const [there, here] = [textAt(keys, key), textAt(part.keys, key)];
    return there !== '' && here !== '' && there !== here;
  });
  if (differing === undefined) return undefined;
  const message = `the id \`${ref}\` is that of a source with another \`${differing}\`: ${textAt(keys, differing)}`;
  return { column: `source_${differing}`, message, hint: 'give the source another id, or none' };
}

function keysOf({ outlet, title, byline, kind, url, archive, published, lang, note }: Source): Fields {
  const keys = { outlet, title, byline, kind, url, archive, published: published?.text, lang, note };
  return new Map(Object.entries(keys).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])));
}

function isAddress(id: string): boolean {
  return /^https?:\/\//u.test(id);
}
