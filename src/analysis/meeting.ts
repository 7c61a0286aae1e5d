import type { Claim } from '../ledger/model.ts';
import type { QuestionAnalysis, TopicAnalysis } from './analyse.ts';
import { type Clash, clashOf, partClashOf } from './clash.ts';
import { wholeOf } from './compare.ts';
import type { Asked, Said } from './said.ts';

/** Two claims where they can be held against each other. */
export interface Meeting {
  readonly asked: QuestionAnalysis;
  /** The question that `asked` is part of, where the second of the two answers that one. */
  readonly whole?: Asked;
  readonly sides: readonly [Said, Said];
}

/** Where two claims meet: on a question of their own, on one that either implies an answer to, or as part and whole. */
export function meetingsOf({ questions }: TopicAnalysis, one: Claim, other: Claim): readonly Meeting[] {
  const byId = new Map(questions.map((asked) => [asked.question.id, asked]));
  return questions.flatMap((asked) => meetingOn(asked, wholeOf(asked, byId), one, other) ?? []);
}

/** Where two claims meet on a question, of which `whole` is the one that it is part of. */
export function meetingOn(
  asked: QuestionAnalysis,
  whole: Asked | undefined,
  one: Claim,
  other: Claim,
): Meeting | undefined {
  const by = (question: Asked | undefined, claim: Claim): Said | undefined =>
    question?.said.find((said) => said.claim === claim);
  const [a, b, wholeA, wholeB] = [by(asked, one), by(asked, other), by(whole, one), by(whole, other)];
  if (a !== undefined && b !== undefined) return { asked, sides: [a, b] };
  if (whole !== undefined && a !== undefined && wholeB !== undefined) return { asked, whole, sides: [a, wholeB] };
  if (whole !== undefined && b !== undefined && wholeA !== undefined) return { asked, whole, sides: [b, wholeA] };
  return undefined;
}

/** The clash that a meeting comes to, if any, whether a claim is replaced or not. */
export function clashAt({ asked, whole, sides }: Meeting): Clash | undefined {
  return whole === undefined ? clashOf(...sides, asked) : partClashOf(...sides, asked, whole);
}
