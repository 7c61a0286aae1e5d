import type { Fields, Reason } from '../importers/sheet.ts';
import { freeId, idFrom } from '../ledger/id.ts';
import type { Speaker } from '../ledger/model.ts';
import type { Tree } from '../ledger/reader/tree.ts';
import { fold } from '../text.ts';
import { type Part, type Parts, textAt } from './parts.ts';

/** A speaker that a row names. */
export interface Met {
  /** What a claim calls the speaker by: an id, or a name where there is no entry. */
  readonly ref: string;
  /** The speaker's id, made up or not. */
  readonly id: string;
  readonly name: string;
  readonly role?: string | undefined;
  readonly party?: string | undefined;
  /** The entry that is made for the speaker, under its id; undefined where there is one, or where none is wanted. */
  readonly entry?: Fields | undefined;
}

/** Who speaks in a topic: those who are in the ledger, and those who come with the rows. */
export interface Speakers {
  /** Whom a row names, or why that is not clear. Nothing is added yet. */
  readonly find: (parts: Parts, hoisted: Fields) => Met | Reason;
  /** Adds a speaker that was found to be new. */
  readonly take: (met: Met) => void;
  readonly entries: () => ReadonlyMap<string, Tree>;
}

/** `known` in the order in which names count: the topic's own, the shared file's, those named in claims alone. */
export function speakersOf(known: readonly Speaker[]): Speakers {
  const byId = new Map<string, Met>();
  const byName = new Map<string, Met>();
  const inLedger = new Set<Met>();
  const entries = new Map<string, Tree>();
  const remember = (met: Met, names: readonly string[], isDeclared: boolean): void => {
    if (isDeclared && !byId.has(met.ref)) byId.set(met.ref, met);
    for (const one of [...(isDeclared ? [met.ref] : []), ...names].map(fold))
      if (!byName.has(one)) byName.set(one, met);
  };
  for (const { id, name, role, party, aliases = [], declared } of known) {
    const met: Met = { ref: declared ? id : name, id, name, role, party };
    inLedger.add(met);
    remember(met, [name, ...aliases], declared);
  }
  // Nor what claims call somebody who has no entry: they would come to mean the new one.
  const isTaken = (id: string): boolean => byId.has(id) || byName.has(id);

  return {
    find: ({ speaker, byName: isBare }, hoisted) => {
      const name = textAt(speaker.keys, 'name') || (speaker.id ?? '');
      const same = byName.get(fold(name));
      if (speaker.id === undefined) {
        const met = byId.get(name) ?? same;
        if (met !== undefined) return met;
        return isBare
          ? { ref: name, id: idFrom(name) || 'speaker', name }
          : newSpeaker(freeId(idFrom(name) || 'speaker', isTaken), speaker, hoisted);
      }
      const met = byId.get(speaker.id);
      if (met === undefined)
        return same !== undefined && inLedger.has(same) ? same : newSpeaker(speaker.id, speaker, hoisted);
      if (same === met || fold(met.name) === fold(name)) return met;
      const message = `the id \`${speaker.id}\` is that of ${met.name}`;
      return { column: 'speaker_id', message, hint: 'give the speaker another id, or none' };
    },
    take: (met) => {
      if (byName.get(fold(met.name)) === met || byId.get(met.ref) === met) return;
      remember(met, [met.name, ...aliasesIn(met.entry)], met.entry !== undefined);
      if (met.entry !== undefined) entries.set(met.ref, met.entry);
    },
    entries: () => entries,
  };
}

function newSpeaker(id: string, { keys }: Part, hoisted: Fields): Met {
  const name = textAt(keys, 'name') || id;
  const entry = new Map<string, Tree>([['name', name], ...hoisted, ...keys]);
  return {
    ref: id,
    id,
    name,
    role: textAt(entry, 'role') || undefined,
    party: textAt(entry, 'party') || undefined,
    entry,
  };
}

function aliasesIn(entry: Fields | undefined): readonly string[] {
  const aliases = entry?.get('aliases');
  return Array.isArray(aliases) ? aliases.filter((one) => typeof one === 'string') : [];
}
