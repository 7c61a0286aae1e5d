import type { Fields } from '../importers/sheet.ts';
import type { Tree } from '../ledger/reader/tree.ts';
import { added } from '../ledger/write/add.ts';
import { inKeyOrder } from '../ledger/write/draft.ts';
import type { Addition } from '../ledger/write/insert.ts';
import type { Draft } from './drafts.ts';
import { textAt } from './parts.ts';
import type { Asking } from './questions.ts';
import { restEntries } from './validated.ts';

/** A file of the ledger as it is to become. */
export interface FileChange {
  readonly path: string;
  /** What is there now; undefined for a new file. */
  readonly before: string | undefined;
  readonly after: string;
}

/** The changes of the files, or why one cannot be changed: a clause about it. */
export type Changes = { readonly changes: readonly FileChange[] } | { readonly path: string; readonly refused: string };

/** Writes drafts into the texts of their files. `textOf` has what stands at a path; `shared` is the path of that file. */
export function changesOf(
  drafts: readonly Draft[],
  textOf: (path: string) => string | undefined,
  shared: string,
): Changes {
  const changes: FileChange[] = [];
  const forAll = sharedOf(drafts);
  const written = [
    ...[...forAll].flatMap(([key, entries]) =>
      entries.size === 0 ? [] : [{ path: shared, file: 'shared' as const, additions: [{ path: [key], entries }] }],
    ),
    ...drafts.map((draft) => ({ path: draft.path, file: 'topic' as const, additions: additionsTo(draft, forAll) })),
  ];
  for (const { path, file, additions } of written) {
    const earlier = changes.findIndex((change) => change.path === path);
    const now = changes[earlier]?.after ?? textOf(path);
    const result = additions.length === 0 ? undefined : textWith(now, additions, file);
    if (result === undefined) continue;
    if ('refused' in result) return { path, refused: result.refused };
    const change = { path, before: textOf(path), after: result.text };
    if (earlier < 0) changes.push(change);
    else changes[earlier] = change;
  }
  return { changes };
}

// The title comes first, so that all else is set apart as sections below it.
function textWith(
  text: string | undefined,
  additions: readonly Addition[],
  file: 'topic' | 'shared',
): ReturnType<typeof added> {
  const [first, ...others] = additions;
  if (text !== undefined || first === undefined) return added(text ?? '', additions, file);
  const begun = added('', [first], file);
  return 'refused' in begun || others.length === 0 ? begun : added(begun.text, others, file);
}

type SharedEntries = ReadonlyMap<'speakers' | 'sources', ReadonlyMap<string, Tree>>;

/** The new entries that stand in the shared file in the ledger that rows are from; the first of several counts. */
function sharedOf(drafts: readonly Draft[]): SharedEntries {
  const of = (key: 'speakers' | 'sources'): ReadonlyMap<string, Tree> => {
    const all = drafts.flatMap((draft) => [...draft[key].entries()].filter(([id]) => draft.shared[key].has(id)));
    return new Map(
      all.reverse().map(([id, entry]) => [id, inKeyOrder(key === 'speakers' ? 'speaker' : 'source', entry as Fields)]),
    );
  };
  return new Map([
    ['speakers', of('speakers')],
    ['sources', of('sources')],
  ]);
}

function additionsTo(draft: Draft, forAll: SharedEntries): readonly Addition[] {
  const { topic, keys, claims } = draft;
  const rest = new Map(draft.rest.flatMap(restEntries));
  const speakers = entriesOf(draft, 'speakers', rest, forAll);
  const sources = entriesOf(draft, 'sources', rest, forAll);
  const questions = newQuestions(draft);
  if (topic === undefined && claims.length === 0 && draft.rest.length === 0 && questions.length === 0) return [];
  const answers = draft.questions.all().flatMap(({ question, claims: items }): readonly Addition[] => {
    return question === undefined || items.length === 0 ? [] : [{ path: [...question.path, 'claims'], items }];
  });
  const begins =
    topic === undefined
      ? inKeyOrder(
          'topic',
          [...keys].filter(([, value]) => value !== ''),
        )
      : new Map();
  return [
    ...(begins.size === 0 ? [] : [{ path: [], entries: begins }]),
    ...(speakers.size === 0 ? [] : [{ path: ['speakers'], entries: speakers }]),
    ...(sources.size === 0 ? [] : [{ path: ['sources'], entries: sources }]),
    ...answers,
    ...(questions.length === 0 ? [] : [{ path: ['questions'], items: questions }]),
    ...(claims.length === 0 ? [] : [{ path: ['claims'], items: claims }]),
  ];
}

function entriesOf(
  { topic, ...draft }: Draft,
  key: 'speakers' | 'sources',
  rest: ReadonlyMap<string, Tree>,
  forAll: SharedEntries,
): ReadonlyMap<string, Tree> {
  const known = new Set(topic?.[key].map(({ id }) => id));
  const left = [...((rest.get(key) ?? new Map()) as ReadonlyMap<string, Tree>)];
  const own = [...draft[key].entries(), ...left].filter(([id]) => !known.has(id) && !forAll.get(key)?.has(id));
  return new Map(
    own.map(([id, entry]) => [id, inKeyOrder(key === 'speakers' ? 'speaker' : 'source', entry as Fields)]),
  );
}

/** New questions with their claims, and those that nobody answers, which are put in at their place. */
function newQuestions({ questions, rest }: Draft): readonly Tree[] {
  const answered = questions.all().filter(({ question, claims }) => question === undefined && claims.length > 0);
  const trees = answered.map(treeOf);
  for (const one of rest.flatMap((fields) => (fields.get('questions') ?? []) as readonly Fields[])) {
    if (!questions.lacks(one)) continue;
    const keys = [...one].filter(([key]) => key !== 'place');
    trees.splice(Number(textAt(one, 'place')) - 1, 0, inKeyOrder('question', keys));
  }
  return trees;
}

function treeOf({ keys, claims }: Asking): Tree {
  return inKeyOrder('question', [...keys, ...(claims.length === 0 ? [] : [['claims', claims] as const])]);
}
