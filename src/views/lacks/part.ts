import type { Asked, Said } from '../../analysis/said.ts';
import { isOpen, knownDays } from '../../analysis/time.ts';
import { isPercent } from '../../answers/read.ts';
import type { DayRange } from '../../date.ts';
import { daysOf } from '../../ledger/model.ts';
import { about } from './few.ts';
import { sharing, within } from './spans.ts';

/** A question with those of its answers that can be compared. */
export interface Answered {
  readonly asked: Asked;
  readonly answers: readonly Said[];
}

/** What keeps answers from being held against those on the question of which theirs is a part: rule 3.5. */
export function partLacks(part: Answered, whole: Answered): readonly string[] {
  if (part.answers.length === 0 || whole.answers.length === 0) return [];
  const different = difference(part, whole);
  if (different !== undefined) return [different];
  const { id } = whole.asked.question;
  return [
    ...about(
      part.answers.filter(({ answer }) => answer?.form === 'amount' && answer.percent),
      `gives a percentage, which is not held against the whole, \`${id}\`: ask for a number`,
      `give percentages, which are not held against the whole, \`${id}\`: ask for numbers`,
    ),
    ...about(
      beyond(part, whole),
      `is held against no answer on the whole, \`${id}\`: ask for one that covers its days`,
      `are held against no answer on the whole, \`${id}\`: ask for one that covers their days`,
    ),
  ];
}

function difference({ asked: part }: Answered, { asked: whole }: Answered): string | undefined {
  const [one, other] = [part.question, whole.question];
  const of = `\`${other.id}\`, of which this question is a part`;
  if (isPercent(one.unit) && isPercent(other.unit))
    return `percentages say nothing about those of ${of}: ask for numbers`;
  if ((one.unit ?? '') !== (other.unit ?? '')) return `the \`unit\` is not that of ${of}: ask for both in one unit`;
  if ((one.time ?? 'fixed') === (other.time ?? 'fixed')) return undefined;
  return `the \`time\` is not that of ${of}: give both the same`;
}

/** The answers for days on which none on the whole can be held against them. */
function beyond({ asked, answers }: Answered, whole: Answered): readonly Said[] {
  const { time = 'fixed' } = asked.question;
  if (time === 'fixed') return [];
  const parts = answers.flatMap((said) => spanOf(said, time, 'part'));
  const wholes = whole.answers.flatMap((said) => spanOf(said, time, 'whole'));
  const isMet = meeting(time, parts, wholes);
  return parts.filter((part) => !isMet(part)).map(({ said }) => said);
}

interface SaidSpan extends DayRange {
  readonly side: 'part' | 'whole';
  readonly said: Said;
}

type Timely = 'state' | 'flow' | 'cumulative';

function meeting(time: Timely, parts: readonly SaidSpan[], wholes: readonly SaidSpan[]): (part: SaidSpan) => boolean {
  if (time === 'state') return sharing([...parts, ...wholes]);
  if (time === 'flow') {
    const held = new Set(within([...wholes, ...parts]));
    return (part) => held.has(part);
  }
  const latest = wholes.reduce((day, { first }) => Math.max(day, first), Number.NEGATIVE_INFINITY);
  return ({ last }) => last <= latest;
}

/** The days of an answer as rule 3.5 takes them, where they are known. */
function spanOf(said: Said, time: Timely, side: SaidSpan['side']): readonly SaidSpan[] {
  const { claim } = said;
  const days = time === 'state' ? daysOf(claim) : time === 'flow' ? claim.as_of : knownDays(claim);
  if (days === undefined || (time === 'flow' && isOpen(days))) return [];
  return [{ first: days.first, last: days.last, side, said }];
}
