import type { Fields } from '../importers/sheet.ts';
import type { Tree } from '../ledger/reader/tree.ts';
import type { Candidate } from './candidate.ts';
import type { Met } from './speakers.ts';

/** A value that a row has for something of the ledger, which has another and keeps it. */
export interface Kept {
  /** The first row that says so. */
  readonly line: number;
  /** `question closed`, `speaker Israel Katz`. */
  readonly of: string;
  readonly key: string;
  readonly stays: string;
  readonly instead: string;
}

export interface KeptSoFar {
  readonly look: (candidate: Candidate, met: Met) => void;
  readonly all: () => readonly Kept[];
}

/** Gathers what rows say otherwise of the topics, questions and speakers that are there, each value once. */
export function keptBy(): KeptSoFar {
  const found = new Map<string, Kept>();
  const compare = (line: number, of: string, here: Fields, there: object, names: readonly string[]): void => {
    for (const key of names) {
      const value = here.get(key);
      const other = (there as Readonly<Record<string, unknown>>)[key];
      if (value === undefined || textOf(value) === textOf(other as Tree | undefined)) continue;
      const one = { line, of, key, stays: textOf(other as Tree | undefined), instead: textOf(value) };
      const name = JSON.stringify([of, key, one.instead]);
      if (!found.has(name)) found.set(name, one);
    }
  };
  return {
    look: ({ line, parts, draft, asking }, met) => {
      const { topic, question, speaker } = parts;
      if (draft.topic !== undefined) compare(line, `topic ${draft.id}`, topic.keys, draft.topic, TOPIC);
      if (asking?.question !== undefined && question !== undefined) {
        compare(
          line,
          `question ${asking.question.id}`,
          question.keys,
          asking.question,
          [...question.keys.keys()].filter((key) => key !== 'ask'),
        );
      }
      const known = draft.topic?.speakers.find(({ id, name, declared }) => (declared ? id : name) === met.ref);
      if (known !== undefined)
        compare(
          line,
          `speaker ${known.name}`,
          speaker.keys,
          known,
          [...speaker.keys.keys()].filter((key) => key !== 'name'),
        );
    },
    all: () => [...found.values()],
  };
}

const TOPIC = ['summary', 'parties', 'note'];

function textOf(value: unknown): string {
  if (value === undefined) return '';
  return Array.isArray(value) ? value.join('; ') : String(value);
}
