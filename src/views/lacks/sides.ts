import type { QuestionAnalysis } from '../../analysis/analyse.ts';
import { type Clash, isOpen } from '../../analysis/clash.ts';
import { type Comparison, compare, comparePart } from '../../analysis/compare.ts';
import type { Asked, Said } from '../../analysis/said.ts';
import type { Meeting } from '../../answers/meet.ts';

/** A claim beside another that it clashes with. */
export interface Side {
  readonly said: Said;
  readonly other: Said;
  readonly clash: Clash;
  /** What the two come to. */
  readonly comparison: Comparison;
}

/** Why the two answers are a tension by themselves, whatever else there is about them; undefined where they are none. */
export function tensionOf({ verdict, meeting, limits, denier }: Comparison): Meeting['why'] | undefined {
  const isOwn = verdict === 'tension' && limits.length === 0 && denier === undefined;
  return isOwn ? meeting.why : undefined;
}

/** Both sides of every open clash. `whole` is the question of which this one is a part. */
export function sidesOf(asked: QuestionAnalysis, whole: Asked | undefined): readonly Side[] {
  const here = new Set(asked.said);
  return asked.clashes.filter(isOpenPair).flatMap((clash): readonly Side[] => {
    const [one, other] = clash.sides;
    const [a, b] = here.has(one) ? [one, other] : [other, one];
    const comparison =
      here.has(b) || whole === undefined
        ? compare(a, b, asked.question)
        : comparePart(a, b, asked.question, whole.question);
    return [
      { said: a, other: b, clash, comparison },
      { said: b, other: a, clash, comparison },
    ];
  });
}

// Claims that clash only together are each two compatible: there is nothing to learn from one pair of them.
function isOpenPair(clash: Clash): boolean {
  return isOpen(clash) && clash.kind !== 'joint';
}
