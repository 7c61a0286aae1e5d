import type { ShownClash } from '../../views/block.ts';
import type { Line } from '../../views/line.ts';
import { SIGNS } from '../../views/words.ts';
import { fullLines } from './claim.ts';
import { indented, laid } from './layout.ts';
import type { Paint } from './paint.ts';

/** A clash in full: what it is, why, and both sides. */
export function clashLines(clash: ShownClash, width: number, paint: Paint): readonly string[] {
  const { word, sort, question, reason, sides, reviewed, of, cause } = clash;
  const head: Line = [
    { text: `${SIGNS[word]} ${word}`, tone: word },
    { text: ' · ' },
    { text: question, tone: 'strong' },
    { text: ` (${sort})` },
  ];
  const stands = of === undefined ? '' : ` (one of ${of} such pairs)`;
  const review =
    reviewed === undefined
      ? []
      : [
          indented(
            [
              {
                text: `reviewed${reviewed.by === undefined ? '' : ` by ${reviewed.by}`}${reviewed.on === undefined ? '' : ` on ${reviewed.on}`}: ${reviewed.reason}`,
              },
            ],
            2,
            width,
            paint,
          ),
        ];
  return [
    `${laid(head, width, paint)}\n`,
    indented([{ text: `${reason}${stands}` }], 2, width, paint),
    ...(cause === undefined ? [] : [indented([{ text: `new: ${cause}` }], 2, width, paint)]),
    ...review,
    ...sides.flatMap((side) => fullLines(side).map((line, index) => indented(line, index === 0 ? 4 : 6, width, paint))),
  ];
}
