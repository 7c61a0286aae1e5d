import type { Moved, ShownClaim, TimelineClash, TimelineDay, TimelineEntry } from '../../views/block.ts';
import type { Line } from '../../views/line.ts';
import { SIGNS } from '../../views/words.ts';
import { answerLine, speakerLine, wordsLine } from './claim.ts';
import { indented } from './layout.ts';
import type { Paint } from './paint.ts';

/** Day by day, under each day its questions, under each question who answered what, with changes and clashes. */
export function* timelineLines(days: readonly TimelineDay[], width: number, paint: Paint): Iterable<string> {
  const isAsked = days.some(({ entries }) => entries.some(({ ask }) => ask !== undefined));
  for (const [index, { day, entries }] of days.entries()) {
    yield `${index === 0 ? '' : '\n'}${indented([{ text: day, tone: 'strong' }], 0, width, paint)}`;
    for (const [at, entry] of entries.entries()) {
      // Claims on one question that follow each other stand under it together.
      const previous = entries[at - 1];
      if (isAsked && (previous === undefined || previous.ask !== entry.ask)) {
        yield indented([{ text: entry.ask ?? 'Said, without a question' }], 2, width, paint);
      }
      yield entryLines(entry, width, paint);
    }
  }
}

function entryLines({ claim, moved, clash }: TimelineEntry, width: number, paint: Paint): string {
  const words = wordsLine(claim);
  return [
    indented(headLine(claim), 4, width, paint),
    words.length === 0 ? '' : indented(words, 6, width, paint),
    moved === undefined ? '' : signed(moved.word, movedLine(moved), width, paint),
    clash === undefined ? '' : signed(clash.word, clashLine(clash), width, paint),
  ].join('');
}

// The day stands above.
function headLine({ said: _day, ...claim }: ShownClaim): Line {
  const answer = answerLine(claim);
  if (answer.length === 0) return speakerLine(claim);
  return [...answer, { text: claim.answer === undefined ? ' ' : ' · ' }, ...speakerLine(claim)];
}

/** A paragraph whose lines stand under each other, beside its sign. */
function signed(word: Moved['word'], line: Line, width: number, paint: Paint): string {
  const [first = '', ...others] = indented(line, 8, width, paint).split('\n');
  return [`      ${paint(SIGNS[word], word)} ${first.slice(8)}`, ...others].join('\n');
}

function movedLine({ word, kind, reason }: Moved): Line {
  return [{ text: `${kind}: `, tone: word }, { text: reason }];
}

function clashLine({ between, reason, more, reviewed, on }: TimelineClash): Line {
  const where = on === undefined ? '' : ` (${on})`;
  const rest = more > 0 ? ` (and ${more} more)` : '';
  const review = reviewed === undefined ? '' : ` (reviewed: ${reviewed})`;
  return [...between, { text: `${where}: ` }, ...reason, { text: `${rest}${review}` }];
}
