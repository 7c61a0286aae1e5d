import { grouped } from '../analysis/grouped.ts';
import type { Reason } from '../importers/sheet.ts';
import { madeId } from '../ledger/build.ts';
import type { Entry } from '../ledger/entry.ts';
import { freeId } from '../ledger/id.ts';
import { type Claim, claimsOf, type Topic } from '../ledger/model.ts';
import { fieldsOf } from '../ledger/schema.ts';
import { fold } from '../text.ts';
import { type Parts, textAt } from './parts.ts';
import type { Cited } from './sources.ts';
import type { Met } from './speakers.ts';

/** A claim as a row gives it, with what its names were found to mean. */
export interface Said {
  readonly line: number;
  readonly parts: Parts;
  readonly claim: Entry<'claim'>;
  /** The question's id in the ledger or, for a new one, its words; nothing for a claim without one. */
  readonly question: string;
  readonly met: Met;
  readonly cited: readonly Cited[];
}

/** Whether a row's claim is new, there already, or at odds with one that is there. */
export type Standing = 'new' | { readonly there: string } | Reason;

/** The claims of a topic, against which each row is held once. */
export interface Known {
  readonly look: (said: Said) => Standing;
  /** Remembers a claim that is added. The id it must have where the one made up for it is that of an older claim. */
  readonly take: (said: Said) => string | undefined;
}

/** `counted` is what the numbers of rows count. */
export function knownOf(topic: Topic | undefined, counted: 'line' | 'review'): Known {
  const claims = topic === undefined ? [] : claimsOf(topic);
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const questionIds = new Set(topic?.questions.map(({ id }) => id));
  const byWords = new Map(grouped(claims, wordsOfClaim).map((alike) => [wordsOfClaim(alike[0] as Claim), alike]));
  const matched = new Set<Claim>();
  const addedIds = new Map<string, number>();
  const addedWords = new Map<string, Said[]>();

  const inLedger = (said: Said): Standing => {
    const id = textAt(said.parts.claim, 'id');
    if (id !== '' && questionIds.has(id)) return taken(id, 'is that of a question', []);
    const same = byId.get(id);
    // Each row of an export is a claim of its own, though two may have the same words.
    const isOpen = (one: Claim): boolean => !said.parts.isWhole || !matched.has(one);
    const candidates = same === undefined ? (byWords.get(wordsOf(said)) ?? []).filter(isOpen) : [same];
    // A written id makes it another claim than one that has an id of its own.
    const open = id === '' || same !== undefined ? candidates : candidates.filter((one) => !one.idWritten);
    const differences = open.map((one) => differing(said, ofLedger(one)));
    const equal = open[differences.findIndex((keys) => keys.length === 0)];
    if (equal !== undefined) {
      matched.add(equal);
      return { there: equal.id };
    }
    const [first, keys = []] = [open[0], differences[0]];
    if (first === undefined) return 'new';
    if (same !== undefined) return taken(id, 'is taken by another claim', keys);
    return {
      message: `\`${first.id}\` in the ledger has the same words, speaker and date, but another ${named(keys)}`,
      hint: ANOTHER,
    };
  };
  const amongRows = (said: Said): Standing => {
    const id = textAt(said.parts.claim, 'id');
    const line = addedIds.get(id);
    const alike = (addedWords.get(wordsOf(said)) ?? []).filter(({ parts }) => !parts.isWhole || !said.parts.isWhole);
    const same = alike.filter((other) => id === '' || textAt(other.parts.claim, 'id') === id);
    const differences = same.map((other) => differing(said, ofRow(other)));
    const equal = same[differences.findIndex((keys) => keys.length === 0)];
    if (equal !== undefined) return { there: `${counted} ${equal.line}` };
    if (line !== undefined) return taken(id, `is taken by the claim at ${counted} ${line}`, []);
    const [other, keys = []] = [same[0], differences[0]];
    if (other === undefined) return 'new';
    return {
      message: `${counted} ${other.line} has the same words, speaker and date, but another ${named(keys)}`,
      hint: ANOTHER,
    };
  };

  return {
    look: (said) => {
      const standing = inLedger(said);
      return standing === 'new' ? amongRows(said) : standing;
    },
    take: (said) => {
      const made = madeId(said.met.id, said.claim.date?.text);
      const isOlder = said.claim.id === undefined && (byId.has(made) || questionIds.has(made));
      const free = isOlder
        ? freeId(made, (one) => byId.has(one) || questionIds.has(one) || addedIds.has(one))
        : undefined;
      const id = said.claim.id ?? free;
      if (id !== undefined) addedIds.set(id, said.line);
      addedWords.set(wordsOf(said), [...(addedWords.get(wordsOf(said)) ?? []), said]);
      return free;
    },
  };
}

const ANOTHER = 'change the ledger by hand, or give the row an `id` if it is another claim';

function taken(id: string, how: string, keys: readonly string[]): Reason {
  const which = keys.length === 0 ? '' : `, with another ${named(keys)}`;
  return {
    column: 'id',
    message: `the id \`${id}\` ${how}${which}`,
    hint: 'change the ledger by hand, or give the row another id',
  };
}

function named(keys: readonly string[]): string {
  return keys.map((key) => `\`${key}\``).join(' and ');
}

function wordsOfClaim({ question, speaker, date, says, quote }: Claim): string {
  return key([question ?? '', speaker.declared ? speaker.id : speaker.name, date?.text, says, quote]);
}

function wordsOf({ question, met, claim: { date, says, quote } }: Said): string {
  return key([question, met.ref, date?.text, says, quote]);
}

function key(words: readonly (string | undefined)[]): string {
  return JSON.stringify(words.map((word) => fold(word ?? '')));
}

/** A claim that a row may be: one of the ledger, or that of an earlier row. */
interface Held {
  readonly question: string;
  /** What claims call the speaker by. */
  readonly speaker: string;
  readonly party: string;
  /** The addresses of the sources. */
  readonly urls: string;
  /** By key of a claim. */
  readonly values: Readonly<Record<string, unknown>>;
}

function ofLedger(claim: Claim): Held {
  const { question = '', speaker, party } = claim;
  const values = claim as unknown as Readonly<Record<string, unknown>>;
  return { question, speaker: speaker.declared ? speaker.id : speaker.name, party, urls: urlsOfClaim(claim), values };
}

function ofRow({ question, met, claim, cited }: Said): Held {
  const party = claim.party ?? met.party ?? met.name;
  return { question, speaker: met.ref, party, urls: urlsOf(cited), values: { role: met.role, ...claim } };
}

/** The keys in which a row and a claim differ. A sheet of others says nothing by an empty cell. */
function differing({ parts, claim, question, met, cited }: Said, there: Held): readonly string[] {
  const { isWhole } = parts;
  const keys = [...fieldsOf('claim').keys()].filter((name) => {
    if (name === 'id') return false;
    if (name === 'speaker') return met.ref !== there.speaker;
    if (name === 'source') return (isWhole || cited.length > 0) && urlsOf(cited) !== there.urls;
    const here = (claim as Readonly<Record<string, unknown>>)[name];
    if (here === undefined && (!isWhole || name === 'party')) return false;
    if (name === 'party') return fold(String(here)) !== fold(there.party);
    return canonical(here ?? DEFAULTS[name]) !== canonical(there.values[name] ?? DEFAULTS[name]);
  });
  return question === there.question ? keys : ['question', ...keys];
}

const DEFAULTS: Readonly<Record<string, string>> = { certainty: 'asserted' };

// Two claims rest on the same sources where these are at the same address, whatever their ids.
function urlsOf(cited: readonly Cited[]): string {
  return canonical(cited.map(({ ref, keys }) => textAt(keys, 'url') || ref));
}

function urlsOfClaim({ sourceIds, sources }: Claim): string {
  return canonical(sourceIds.map((id) => sources.find((source) => source.id === id)?.url ?? id));
}

/** A value as a text that is the same for the same value, wherever it was read. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (name, one: unknown) => {
      if (name === 'where') return undefined;
      if (one instanceof Map) return [...one].sort();
      return typeof one === 'object' && one !== null && 'points' in one && 'text' in one ? one.text : one;
    }) ?? ''
  );
}
