import type { Fields, Reason } from '../importers/sheet.ts';
import { claimsOf, type Question, type Topic } from '../ledger/model.ts';
import type { Tree } from '../ledger/reader/tree.ts';
import { fold } from '../text.ts';
import { type AskedPart, type Parts, textAt } from './parts.ts';

/** A question that rows answer: one of the ledger, or one that comes with them. */
export interface Asking {
  readonly ask: string;
  readonly question: Question | undefined;
  /** What the file is to hold of it, without its claims; of use where it is new. */
  readonly keys: Fields;
  /** The claims that are added, as the file holds them. */
  readonly claims: Tree[];
}

export interface Questions {
  /** The question of a row, made where there is none yet, or why it is not clear; undefined for a claim without one. */
  readonly find: (parts: Parts) => Asking | undefined | Reason;
  /** Whether there is none yet with the id or the words of one that nobody answers. */
  readonly lacks: (keys: Fields) => boolean;
  readonly all: () => readonly Asking[];
}

export function questionsOf(topic: Topic | undefined): Questions {
  const all: Asking[] = (topic?.questions ?? []).map((question) => {
    return { ask: question.ask, question, keys: new Map(), claims: [] };
  });
  const inLedger = new Map(all.map((asking) => [fold(asking.ask), asking]));
  const byId = new Map(all.map((asking) => [asking.question?.id ?? '', asking]));
  const byAsk = new Map(inLedger);
  const byGroup = new Map<string, Asking>();
  const claimIds = new Set((topic === undefined ? [] : claimsOf(topic)).map(({ id }) => id));
  const add = (id: string | undefined, keys: Fields): Asking => {
    const ask = textAt(keys, 'ask');
    const own: Fields = id === undefined ? keys : new Map([['id', id], ...keys]);
    const asking: Asking = { ask, question: undefined, keys: own, claims: [] };
    all.push(asking);
    if (id !== undefined) byId.set(id, asking);
    if (!byAsk.has(fold(ask))) byAsk.set(fold(ask), asking);
    return asking;
  };

  const withId = (id: string, keys: Fields, isWhole: boolean): Asking | Reason => {
    const ask = textAt(keys, 'ask');
    const known = byId.get(id);
    if (known !== undefined)
      return ask === '' || fold(ask) === fold(known.ask) ? known : taken(id, `the question “${known.ask}”`);
    if (claimIds.has(id)) return taken(id, 'a claim');
    if (ask === '')
      return {
        column: 'question',
        message: `there is no question \`${id}\`, and none is asked`,
        hint: 'give its words',
      };
    return (isWhole ? inLedger : byAsk).get(fold(ask)) ?? add(id, keys);
  };
  const withoutId = ({ group, keys }: AskedPart, isWhole: boolean): Asking => {
    const ask = textAt(keys, 'ask');
    const known = byId.get(ask) ?? inLedger.get(fold(ask));
    // Two questions of one export may ask the same words.
    const same = isWhole ? byGroup.get(group) : byAsk.get(fold(ask));
    const asking = same ?? known ?? add(undefined, keys);
    byGroup.set(group, asking);
    return asking;
  };

  return {
    find: ({ question, isWhole }) => {
      if (question === undefined) return undefined;
      return question.id === undefined ? withoutId(question, isWhole) : withId(question.id, question.keys, isWhole);
    },
    lacks: (keys) => !byId.has(textAt(keys, 'id')) && !inLedger.has(fold(textAt(keys, 'ask'))),
    all: () => all,
  };
}

function taken(id: string, by: string): Reason {
  return { column: 'question_id', message: `the id \`${id}\` is that of ${by}`, hint: 'give the question another id' };
}
