import type { QuestionAnalysis } from '../analysis/analyse.ts';
import { type Clash, isMove } from '../analysis/clash.ts';
import type { Said } from '../analysis/said.ts';
import type { BriefSheet } from './brief-sheet.ts';
import { daysWords, sayingWords } from './brief-words.ts';
import type { Line } from './line.ts';

/** Who moved on a question, from what to what, and when: one line a move, in the order of time. */
export function moveItems({ numbers }: Pick<BriefSheet, 'numbers'>, { clashes }: QuestionAnalysis): readonly Line[] {
  const moves = clashes.filter(isMove).sort((a, b) => dayOf(a) - dayOf(b));
  return moves.map((move): Line => {
    const sources = [...new Set(move.sides.flatMap(({ claim }) => claim.sources.map(numbers.of)))];
    return [
      { text: whose(move), tone: 'strong' },
      { text: `: ${fromTo(move)}.`, sources },
    ];
  });
}

function dayOf({ sides }: Clash): number {
  return sides[1].claim.saidBy ?? Number.MAX_SAFE_INTEGER;
}

function whose(move: Clash): string {
  const { speaker, party } = move.sides[0].claim;
  return isOneSpeaker(move) ? speaker.name : party;
}

function isOneSpeaker({ sides }: Clash): boolean {
  return sides[0].claim.speaker.id === sides[1].claim.speaker.id;
}

function fromTo(move: Clash): string {
  const [from, to] = move.sides;
  const name = ({ claim }: Said): string => (isOneSpeaker(move) ? '' : `${claim.speaker.name}, `);
  const [before, after] = [from, to].map(
    (side) => `${sayingWords(side, move.asked)}, ${name(side)}${daysWords(side.claim)}`,
  );
  const replaced = to.claim.replaces === from.claim.id ? ', which replaces it' : '';
  return `from ${before}, to ${after}${replaced}${standing(move)}`;
}

/** What a change counts as where it is more than a change. */
function standing({ word, reviewed }: Clash): string {
  if (word === 'shift') return '';
  return reviewed === undefined ? ` (${word})` : ` (${word}, reviewed)`;
}
