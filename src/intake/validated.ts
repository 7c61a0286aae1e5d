import type { Finding } from '../diagnostic.ts';
import type { Reason } from '../importers/sheet.ts';
import type { Entry } from '../ledger/entry.ts';
import type { Tree } from '../ledger/reader/tree.ts';
import { validate } from '../ledger/validate.ts';
import type { Path } from '../place.ts';
import { type Parts, textAt } from './parts.ts';

/** A row as the format's validator has it: its claim with typed values, and all that the format refuses. */
export interface Validated {
  readonly claim: Entry<'claim'> | undefined;
  readonly question: Entry<'question'> | undefined;
  readonly reasons: readonly Reason[];
}

/** Holds a row against the format, as if it were a file of one claim. */
export function validated(parts: Parts): Validated {
  const { entry, findings } = validate('', fileOf(parts), 'topic');
  const rest = parts.rest.size === 0 ? [] : validate('', restOf(parts), 'topic').findings;
  const [question] = entry?.questions ?? [];
  const [claim] = question?.claims ?? entry?.claims ?? [];
  const reasons = [...findings, ...rest.map((finding) => ({ ...finding, place: IN_REST }))].map(reasonOf);
  return { claim, question, reasons: [...reasons, ...unwritable(parts)] };
}

const IN_REST = { file: '', path: ['topic_rest'], part: 'value' } as const;

function fileOf({ isSilent, topic, question, speaker, sources, claim }: Parts): Tree {
  if (isSilent) return new Map<string, Tree>([['topic', '?'], ...topic.keys]);
  const own = new Map([...claim, ['speaker', textAt(speaker.keys, 'name') || (speaker.id ?? '')]]);
  const claims = question === undefined ? [['claims', [own]] as const] : [];
  const questions = question === undefined ? [] : [['questions', [questionWith(question, own)]] as const];
  const known = speaker.keys.size === 0 ? [] : [['speakers', new Map([['', speaker.keys]])] as const];
  return new Map<string, Tree>([
    ...topic.keys,
    ['topic', textAt(topic.keys, 'topic') || '?'],
    ...known,
    ['sources', new Map(sources.map(({ keys }, index) => [String(index), keys]))],
    ...questions,
    ...claims,
  ]);
}

function questionWith({ id, keys }: NonNullable<Parts['question']>, claim: Tree): Tree {
  const ask = textAt(keys, 'ask') || (id ?? '');
  return new Map<string, Tree>([
    ...keys,
    ['ask', ask],
    ...(id === undefined ? [] : [['id', id] as const]),
    ['claims', [claim]],
  ]);
}

function restOf({ rest }: Parts): Tree {
  return new Map<string, Tree>([['topic', '?'], ...restEntries(rest)]);
}

/** What a topic has that no claim tells of, as a file holds it. */
export function restEntries(rest: Parts['rest']): readonly (readonly [string, Tree])[] {
  return [...rest].map(([key, value]) => {
    const entries = Array.isArray(value) ? (value as readonly Tree[]).filter((one) => one instanceof Map) : [];
    const all = entries as readonly ReadonlyMap<string, Tree>[];
    return key === 'questions'
      ? [key, all.map((one) => without(one, 'place'))]
      : [key, new Map(all.map((one) => [textAt(one, 'id'), without(one, 'id')]))];
  });
}

function without(map: ReadonlyMap<string, Tree>, key: string): ReadonlyMap<string, Tree> {
  return new Map([...map].filter(([name]) => name !== key));
}

function reasonOf({ message, hint, place }: Finding): Reason {
  const path = 'path' in place ? place.path : [];
  const column = columnOf(path);
  // The column says which key it is, unless it holds several.
  const key = `\`${path.at(-1)}\` `;
  const isNamed = column?.endsWith(String(path.at(-1))) === true && message.startsWith(key);
  const clause = isNamed ? message.slice(key.length) : message;
  return { ...(column === undefined ? {} : { column }), message: clause, ...(hint === undefined ? {} : { hint }) };
}

/** The column of `claims export` that a path of the file comes from. */
function columnOf([first, second, third, fourth, fifth]: Path): string | undefined {
  if (first === 'topic_rest') return first;
  if (first === 'speakers') return third === undefined ? undefined : third === 'name' ? 'speaker' : `speaker_${third}`;
  if (first === 'sources') return second === '0' && third !== undefined ? `source_${third}` : 'other_sources';
  if (first === 'claims') return third === undefined ? undefined : String(third);
  if (first !== 'questions') return first === undefined ? undefined : first === 'topic' ? 'topic' : `topic_${first}`;
  if (third === 'claims') return fifth === undefined ? undefined : String(fifth);
  return third === undefined || fourth !== undefined ? undefined : third === 'ask' ? 'question' : `question_${third}`;
}

/** Texts that cannot be written: half of a character, which only JSON can hold, or a name of nothing. */
function unwritable(parts: Parts): readonly Reason[] {
  const { topic, rest, question, speaker, sources, claim } = parts;
  const all: Tree = [topic.keys, rest, question?.keys ?? '', speaker.keys, ...sources.map(({ keys }) => keys), claim];
  const ids = [topic.id, question?.id, speaker.id, ...sources.map(({ id }) => id)].map((id) => id ?? '');
  const isBroken = [...ids, ...textsIn(all)].some((text) => /\p{Cs}/u.test(text));
  return [
    ...(isBroken ? [{ message: 'holds half of a character', hint: 'save the file as UTF-8' }] : []),
    ...(hasNamelessKey(all) ? [{ message: 'holds a key without a name' }] : []),
  ];
}

function textsIn(tree: Tree): readonly string[] {
  if (typeof tree === 'string') return [tree];
  if (!(tree instanceof Map)) return (tree as readonly Tree[]).flatMap(textsIn);
  return [...(tree as ReadonlyMap<string, Tree>)].flatMap(([key, value]) => [key, ...textsIn(value)]);
}

function hasNamelessKey(tree: Tree): boolean {
  if (typeof tree === 'string') return false;
  if (!(tree instanceof Map)) return (tree as readonly Tree[]).some(hasNamelessKey);
  const map = tree as ReadonlyMap<string, Tree>;
  return map.has('') || [...map.values()].some(hasNamelessKey);
}
