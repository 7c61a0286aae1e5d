import type { Fields, Reason } from '../importers/sheet.ts';
import { idFrom } from '../ledger/id.ts';
import type { Source, Speaker, Topic } from '../ledger/model.ts';
import type { Tree } from '../ledger/reader/tree.ts';
import { fold } from '../text.ts';
import { type Known, knownOf } from './known.ts';
import { type Parts, textAt } from './parts.ts';
import { type Questions, questionsOf } from './questions.ts';
import { type Sources, sourcesOf } from './sources.ts';
import { type Speakers, speakersOf } from './speakers.ts';

/** The ledger that rows are to be added to. */
export interface Base {
  /** Every topic there is a file for; without a `topic` it could not be read. */
  readonly files: readonly { readonly id: string; readonly path: string; readonly topic: Topic | undefined }[];
  /** What serves all topics, as if it were written in a topic. */
  readonly shared: { readonly speakers: readonly Speaker[]; readonly sources: readonly Source[] };
  /** Where the file of a new topic is to be, or why there can be none. */
  readonly pathOf: (id: string) => string | Reason;
  /** What the numbers of rows count. */
  readonly counted: 'line' | 'review';
  /** The topic of rows that name none: an id of the ledger, or the title of a new topic. */
  readonly topic: string | undefined;
}

/** What is to be added to one topic. */
export interface Draft {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly topic: Topic | undefined;
  /** What a new topic's file holds besides. */
  readonly keys: Fields;
  readonly speakers: Speakers;
  readonly sources: Sources;
  readonly questions: Questions;
  readonly known: Known;
  /** Claims without a question that are added. */
  readonly claims: Tree[];
  /** Ids of entries for the shared file. */
  readonly shared: { readonly speakers: Set<string>; readonly sources: Set<string> };
  readonly rest: Fields[];
}

export interface Drafts {
  /** The topic of a row, or why it is not clear which one it is. */
  readonly find: (parts: Parts) => Draft | Reason;
  readonly all: () => readonly Draft[];
}

export function draftsOf(base: Base): Drafts {
  const drafts = new Map<string, Draft>();
  const files = new Map(base.files.map((file) => [file.id, file]));
  const byFoldedId = new Map(base.files.map(({ id }) => [fold(id), id]));
  const byTitle = new Map(base.files.map(({ id, topic }) => [fold(topic?.title ?? ''), id]));

  const draft = (id: string, keys: Fields): Draft | Reason => {
    const known = drafts.get(id);
    if (known !== undefined) return known;
    const file = files.get(id);
    if (file !== undefined && file.topic === undefined) {
      return { column: 'topic', message: `the file \`${file.path}\` cannot be read`, hint: '`claims check` says why' };
    }
    const path = file?.path ?? base.pathOf(id);
    if (typeof path !== 'string') return path;
    const made = newDraft(id, path, file?.topic, keys, base);
    drafts.set(id, made);
    if (!byTitle.has(fold(made.title))) byTitle.set(fold(made.title), id);
    return made;
  };
  const titled = (title: string, keys: Fields): Draft | Reason => {
    const id = files.has(title) ? title : (byTitle.get(fold(title)) ?? byFoldedId.get(fold(title)));
    if (id !== undefined) return draft(id, keys);
    const free = idFor(title);
    const other = files.get(free)?.topic?.title ?? drafts.get(free)?.title;
    if (other === undefined && !files.has(free)) return draft(free, new Map([...keys, ['topic', title]]));
    const message = `no topic has the title \`${title}\`, and its id \`${free}\` is that of “${other ?? free}”`;
    return { column: 'topic', message, hint: 'write the id of the topic, or another title' };
  };

  return {
    find: ({ topic: { id, keys } }) => {
      const title = textAt(keys, 'topic');
      if (id === undefined) return title || base.topic ? titled(title || (base.topic ?? ''), keys) : NO_TOPIC;
      const known = files.has(id) || drafts.has(id);
      if (!known && !isTopicId(id))
        return { column: 'topic_id', message: `\`${id}\` cannot be the name of a file`, hint: NAMES };
      return draft(id, new Map([...keys, ['topic', title || id]]));
    },
    all: () => [...drafts.values()],
  };
}

const NO_TOPIC: Reason = {
  message: 'does not say which topic it belongs to',
  hint: 'name the topic after the file, or add a column `topic`',
};

const NAMES = 'use letters, digits, `-` and, for folders, `/`';

function newDraft(id: string, path: string, topic: Topic | undefined, keys: Fields, { shared, counted }: Base): Draft {
  const title = topic?.title ?? textAt(keys, 'topic');
  const own = topic?.speakers.filter(({ declared, file }) => declared && file === path) ?? [];
  const named = topic?.speakers.filter(({ declared }) => !declared) ?? [];
  return {
    id,
    path,
    topic,
    title,
    keys,
    speakers: speakersOf([...own, ...shared.speakers, ...named]),
    sources: sourcesOf([...(topic?.sources ?? []), ...shared.sources]),
    questions: questionsOf(topic),
    known: knownOf(topic, counted),
    claims: [],
    shared: { speakers: new Set(), sources: new Set() },
    rest: [],
  };
}

// File names may have 255 bytes, and a letter up to four.
const LONGEST_ID = 60;

function idFor(title: string): string {
  return idFrom(title, LONGEST_ID) || 'topic';
}

/** Whether a file of the ledger may have the id for its name: no way out of the folder, nothing hidden, no control. */
function isTopicId(id: string): boolean {
  const parts = id.split('/');
  const isName = (part: string): boolean => part.trim() === part && /^[^.\\\p{C}][^\\\p{C}]{0,200}$/u.test(part);
  return id !== '_shared' && parts.every(isName) && parts.slice(0, -1).every((part) => !/\.ya?ml$/u.test(part));
}
