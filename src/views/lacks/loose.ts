import { partyKey } from '../../analysis/kind.ts';
import type { Said } from '../../analysis/said.ts';
import { about } from './few.ts';
import { REMEDIES } from './remedies.ts';
import type { Side } from './sides.ts';

/** Which claims leave open whether they contradict others: what makes a clash only a tension, or no clash at all. */
export function looseLacks(answers: readonly Said[], sides: readonly Side[]): readonly string[] {
  const lacks = REMEDIES.flatMap(({ isDue, one, many }) => {
    const loose = new Set(sides.filter(isDue).map(({ said }) => said));
    return about([...loose], one, many);
  });
  return [...possible(answers), ...lacks];
}

// What is only said to be possible agrees with everything, so that no clash tells of it.
function possible(answers: readonly Said[]): readonly string[] {
  if (new Set(answers.map(({ claim }) => partyKey(claim))).size < 2) return [];
  return about(
    answers.filter(({ claim }) => claim.certainty === 'possible'),
    'is only said to be possible, so that it clashes with nothing: ask for a firm answer',
    'are only said to be possible, so that they clash with nothing: ask for firm answers',
  );
}
