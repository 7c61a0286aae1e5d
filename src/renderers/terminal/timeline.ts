import type { TimelineDay } from '../../views/block.ts';
import { SIGNS } from '../../views/words.ts';
import { answerLine, shortLine } from './claim.ts';
import { indented } from './layout.ts';
import type { Paint } from './paint.ts';

/** Claims day by day, each with its answer and the change that it makes. */
export function timelineLines(days: readonly TimelineDay[], width: number, paint: Paint): readonly string[] {
  return days.map(({ day, entries }, index) => {
    const lines = entries.map(({ ask, claim, moved }) => {
      const question =
        ask === undefined
          ? ''
          : indented(
              [...answerLine(claim), { text: claim.answer === undefined ? ask : ` · ${ask}`, tone: 'faint' }],
              4,
              width,
              paint,
            );
      const change =
        moved === undefined
          ? ''
          : indented(
              [{ text: `${SIGNS[moved.word]} ${moved.kind}: `, tone: moved.word }, { text: moved.reason }],
              4,
              width,
              paint,
            );
      const { said: _day, ...undated } = claim;
      return indented(shortLine(undated), 2, width, paint) + question + change;
    });
    return `${index === 0 ? '' : '\n'}${paint(day, 'strong')}\n${lines.join('')}`;
  });
}
