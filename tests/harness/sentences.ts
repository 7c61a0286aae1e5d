import { type Clash, clashOf, inSaidOrder, partClashOf } from '../../src/analysis/clash.ts';
import { compare, comparePart, outOfScope } from '../../src/analysis/compare.ts';
import { explain } from '../../src/analysis/explain.ts';
import { type Asked, askedIn, type Said } from '../../src/analysis/said.ts';
import type { Question } from '../../src/ledger/model.ts';
import { textOf } from '../../src/sentence.ts';
import { type AnyTopic, fileOf } from './arbitrary.ts';
import { topicOf } from './topic.ts';

export interface Sentence {
  readonly sentence: string;
  readonly rule: string;
  readonly sides: readonly [Said, Said];
  readonly question: Question;
  /** What the sentence is about: two claims on one question, a part and its whole or other questions, or a clash. */
  readonly told: 'comparison' | 'scope' | 'clash';
}

/** Every sentence that can be said about two claims of a topic. */
export function sentencesIn(any: AnyTopic): readonly Sentence[] {
  const asked = askedIn(topicOf(fileOf(any)));
  const [part, whole] = asked;
  const across = part === undefined || whole === undefined ? [] : partSentences(part, whole);
  return [...asked.flatMap(ownSentences), ...across];
}

/** Two answers as if each had been given by the other's speaker. */
export function withSpeakersOf([a, b]: readonly [Said, Said], [c, d]: readonly [Said, Said]): readonly [Said, Said] {
  const spokenBy = (said: Said, { claim }: Said): Said => {
    const { speaker, party, hasParty, partyRank } = claim;
    return { ...said, claim: { ...said.claim, speaker, party, hasParty, partyRank } };
  };
  return [spokenBy(a, c), spokenBy(b, d)];
}

/** A sentence with two names in each other's place. */
export function exchanged(sentence: string, one: string, other: string): string {
  return sentence
    .split(' ')
    .map((word) => (word === one ? other : word === other ? one : word))
    .join(' ');
}

function ownSentences(asked: Asked): readonly Sentence[] {
  const { question, said } = asked;
  return said.flatMap((one, index) =>
    said.slice(index + 1).flatMap((other): readonly Sentence[] => {
      const sides = inSaidOrder(one, other);
      const comparison = compare(...sides, question);
      const sentence = textOf(explain(...sides, comparison, question.about));
      const clash = clashOf(one, other, asked);
      return [{ sentence, rule: comparison.rule, sides, question, told: 'comparison' }, ...clashSentence(clash)];
    }),
  );
}

function partSentences(part: Asked, whole: Asked): readonly Sentence[] {
  const { question } = part;
  return part.said.flatMap((a) =>
    whole.said.flatMap((b): readonly Sentence[] => {
      const isPart = question.part_of !== undefined;
      const comparison = isPart ? comparePart(a, b, question, whole.question) : outOfScope(a, b);
      const sentence = textOf(explain(a, b, comparison));
      const clash = isPart ? partClashOf(a, b, part, whole) : undefined;
      return [{ sentence, rule: comparison.rule, sides: [a, b], question, told: 'scope' }, ...clashSentence(clash)];
    }),
  );
}

function clashSentence(clash: Clash | undefined): readonly Sentence[] {
  if (clash === undefined) return [];
  const { reason, rule, sides, asked } = clash;
  return [{ sentence: textOf(reason), rule, sides: [sides[0], sides[1]], question: asked.question, told: 'clash' }];
}
