import { type Claim, claimsOf, type Topic } from '../ledger/model.ts';
import { byCodeUnit } from '../text.ts';
import type { Candidate } from './candidate.ts';

/** What completion may ask of the ledger. What cannot be read is not there. */
export interface Holdings {
  readonly topicIds: () => readonly string[];
  /** The topics that the words name; all when none of them names one. */
  readonly topics: (words: readonly string[]) => readonly Topic[];
  /** The codes of the checks. */
  readonly codes: readonly Candidate[];
}

/** What is asked for: the value begun, and the topics named so far on the line. */
export interface Asked {
  readonly begun: string;
  readonly topics: readonly string[];
}

type Names = (holdings: Holdings, asked: Asked) => readonly Candidate[];

/**
 * What the names of arguments and options stand for, in an order that depends on the ledger alone. A second way to name
 * a thing is offered when the first letters of a word are there to tell which is meant.
 */
export const NAMES: Readonly<Record<string, Names>> = {
  topic: ({ topicIds }) => topicIds().map((word) => ({ word })),
  question: inTopics((topics) =>
    topics.flatMap(({ questions }) => questions.map(({ id, ask }) => ({ word: id, about: ask }))),
  ),
  claim: (holdings, asked) => ids(holdings, asked, claimIds),
  id: (holdings, asked) => ids(holdings, asked, (topic) => [...claimIds(topic), ...questionIds(topic)]),
  speaker: inTopics((topics, { begun }) => [
    ...topics.flatMap(({ speakers }) =>
      speakers.map(({ name, role, party }) => ({ word: name, about: role ?? party })),
    ),
    ...second(begun, () =>
      topics.flatMap(({ speakers }) => speakers.map(({ id, name }) => ({ word: id, about: name }))),
    ),
  ]),
  party: inTopics((topics) => partiesOf(topics).map((word) => ({ word }))),
  source: inTopics((topics, { begun }) => [
    ...topics.flatMap(({ sources }) => sources.map(({ id, outlet, title }) => ({ word: id, about: title ?? outlet }))),
    ...second(begun, () => topics.flatMap(({ sources }) => sources.flatMap(({ outlet }) => outlet ?? []).map(wordOf))),
  ]),
  date: inTopics((topics) => {
    const days = topics.flatMap((topic) => claimsOf(topic).flatMap(({ date }) => date?.text ?? []));
    return [...new Set(days)].sort(byCodeUnit).map(wordOf);
  }),
  code: ({ codes }) => codes,
};

/** Names under which several of something are written, with commas between, and what each of them is. */
export const LISTS: Readonly<Record<string, string>> = { parties: 'party', skip: 'code' };

/** Names under which a file or folder is written. */
export const FILES: ReadonlySet<string> = new Set(['path', 'file', 'folder']);

function inTopics(names: (topics: readonly Topic[], asked: Asked) => readonly Candidate[]): Names {
  return ({ topics }, asked) => names(topics(asked.topics), asked);
}

/** Ids by themselves, and as `topic#id` where the topic is begun or one id stands in several. */
function ids(
  holdings: Holdings,
  { begun, topics }: Asked,
  idsOf: (topic: Topic) => readonly Candidate[],
): readonly Candidate[] {
  const [, within] = /^([^#]+)#/u.exec(begun) ?? [];
  const found = holdings
    .topics(within === undefined ? topics : [within])
    .flatMap((topic) => idsOf(topic).map(({ word, about }) => ({ word, about, whole: `${topic.id}#${word}` })));
  const whole = ({ whole: word, about }: (typeof found)[number]): Candidate => ({ word, about });
  if (within !== undefined) return found.map(whole);
  const times = new Map<string, number>();
  for (const { word } of found) times.set(word, (times.get(word) ?? 0) + 1);
  return [
    ...found.map((one) => (times.get(one.word) === 1 ? one : whole(one))),
    ...second(begun, () => found.filter((one) => one.whole.startsWith(begun)).map(whole)),
  ];
}

function second(begun: string, words: () => readonly Candidate[]): readonly Candidate[] {
  return begun === '' ? [] : words();
}

function claimIds(topic: Topic): readonly Candidate[] {
  return claimsOf(topic).map((claim) => ({ word: claim.id, about: saying(claim) }));
}

function saying({ speaker, date, says, quote }: Claim): string {
  return `${speaker.name}${date === undefined ? '' : `, ${date.text}`}: ${says ?? quote ?? ''}`;
}

function questionIds({ questions }: Topic): readonly Candidate[] {
  return questions.map(({ id, ask }) => ({ word: id, about: ask }));
}

function partiesOf(topics: readonly Topic[]): readonly string[] {
  return topics.flatMap((topic) => [...(topic.parties ?? []), ...claimsOf(topic).map(({ party }) => party)]);
}

function wordOf(word: string): Candidate {
  return { word };
}
