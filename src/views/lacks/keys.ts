import type { Asked } from '../../analysis/said.ts';
import { type Claim, daysOf } from '../../ledger/model.ts';
import { type Side, tensionOf } from './sides.ts';

/** Which keys the question itself lacks, as far as its open clashes turn on them. */
export function keyLacks({ question, kind }: Asked, sides: readonly Side[]): readonly string[] {
  const isTimely = question.time === undefined && sides.some((side) => turnsOnTime(side, question.window ?? 7));
  const names = sides.find(({ comparison }) => tensionOf(comparison) === 'names');
  const isCount = kind === 'number' && question.measure === undefined;
  return [
    ...(isTimely ? ['the question has no `time`: ask whether its answer may change from day to day'] : []),
    ...(names === undefined ? [] : [namesLack(names)]),
    ...(isCount && sides.some(({ clash }) => clash.kind === 'dispute')
      ? ['the question has no `measure`: ask what exactly each of them counts']
      : []),
  ];
}

// Answers of a few days are more likely one story than a state that changed; `check` warns of the same.
function turnsOnTime({ said, other, comparison }: Side, window: number): boolean {
  return comparison.limits.includes('no time') || daysBetween(said.claim, other.claim) > window;
}

function daysBetween(a: Claim, b: Claim): number {
  const [from, to] = [daysOf(a), daysOf(b)];
  return from === undefined || to === undefined ? 0 : Math.max(from.first - to.last, to.first - from.last);
}

function namesLack({ said, other }: Side): string {
  return `the question has no \`options\`: ask whether “${said.words}” and “${other.words}” are one thing`;
}
