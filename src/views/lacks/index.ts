import type { QuestionAnalysis, TopicAnalysis } from '../../analysis/analyse.ts';
import { wholeOf } from '../../analysis/compare.ts';
import type { Asked, Said } from '../../analysis/said.ts';
import { keyLacks } from './keys.ts';
import { lonelyLacks } from './lonely.ts';
import { looseLacks } from './loose.ts';
import { partLacks } from './part.ts';
import { sidesOf } from './sides.ts';
import { answerLacks, silence } from './silence.ts';
import { timeLacks } from './times.ts';
import { unitLacks } from './units.ts';

/**
 * What the file lacks that would settle a question, and what to ask for: sentences without a full stop. Only what bears
 * on a verdict: on a `fixed` question nobody needs an `as_of`. It is told from each claim by itself and from the clashes
 * that are listed, never from all pairs, so that a crowded question takes little longer than its list.
 */
export function lacksOf(analysis: TopicAnalysis, asked: QuestionAnalysis): readonly string[] {
  const { topic, questions, replaced } = analysis;
  const current = (one: Asked): readonly Said[] => one.said.filter(({ claim }) => !replaced.has(claim));
  if (!asked.question.sound) return [UNSOUND];
  const said = current(asked);
  const answers = said.filter(isComparable);
  const whole = wholeOf(asked, new Map(questions.map((one) => [one.question.id, one])));
  const sides = sidesOf(asked, whole);
  return [
    ...silence(topic, said),
    ...answerLacks(said),
    ...unitLacks(asked.question, answers),
    ...timeLacks(asked, answers),
    ...lonelyLacks(asked, answers),
    ...looseLacks(answers, sides),
    ...keyLacks(asked, sides),
    ...(whole === undefined
      ? []
      : partLacks({ asked, answers }, { asked: whole, answers: current(whole).filter(isComparable) })),
  ];
}

const UNSOUND = 'a key of the question cannot be read, so that no answers are compared: see `claims check`';

function isComparable({ answer }: Said): boolean {
  return answer !== undefined && answer.form !== 'no comment';
}
