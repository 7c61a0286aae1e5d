import type { Block, Line, ShownClash, ShownSource, TimelineDay, View } from '../../views/block.ts';
import { SIGNS } from '../../views/words.ts';
import type { Renderer } from '../renderer.ts';
import { answerLine, fullLines, shortLine } from './claim.ts';
import { finding } from './finding.ts';
import { grid } from './grid.ts';
import { layLine, type Paint, painter } from './paint.ts';
import { table } from './table.ts';

/** A view for a person at a terminal, or for a pipe when nothing else was asked for. */
export const terminal: Renderer = function* (view: View, { width, color }) {
  const paint = painter(color);
  let previous: Block | undefined;
  for (const block of view.blocks) {
    if (previous !== undefined && !belongs(previous, block)) yield '\n';
    yield* blockLines(block, width, paint);
    previous = block;
  }
};

// A heading stands close to what it heads, lines of text close to each other; a finding brings its own blank line.
function belongs(previous: Block, block: Block): boolean {
  return (
    previous.block === 'heading' ||
    previous.block === 'finding' ||
    (previous.block === 'text' && block.block === 'text')
  );
}

function blockLines(block: Block, width: number, paint: Paint): Iterable<string> {
  switch (block.block) {
    case 'heading':
      return [`${laid([{ text: block.text, tone: 'strong' }], width, paint)}\n`];
    case 'text':
      return [`${laid(block.line, width, paint)}\n`];
    case 'items':
      return block.items.map((item) => hanging('- ', item, width, paint));
    case 'facts':
      return factLines(block.facts, width, paint);
    case 'table':
      return table(block, width, paint);
    case 'grid':
      return grid(block, width, paint);
    case 'claims':
      return block.form === 'lines'
        ? block.claims.map((claim) => hanging('- ', shortLine(claim), width, paint))
        : block.claims.map((claim) =>
            fullLines(claim)
              .map((line, index) => indented(line, index === 0 ? 0 : 2, width, paint))
              .join(''),
          );
    case 'clash':
      return clashLines(block.clash, width, paint);
    case 'timeline':
      return timelineLines(block.days, width, paint);
    case 'sources':
      return block.sources.map((source) => sourceLines(source, width, paint));
    case 'finding':
      return finding(block.diagnostic, width, paint);
  }
}

function clashLines(clash: ShownClash, width: number, paint: Paint): readonly string[] {
  const { word, sort, question, reason, sides, reviewed, of } = clash;
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
    ...review,
    ...sides.flatMap((side) => fullLines(side).map((line, index) => indented(line, index === 0 ? 4 : 6, width, paint))),
  ];
}

function timelineLines(days: readonly TimelineDay[], width: number, paint: Paint): readonly string[] {
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

function factLines(facts: readonly (readonly [string, Line])[], width: number, paint: Paint): readonly string[] {
  return facts.map(([label, line]) => hanging('', [{ text: `${label}: `, tone: 'faint' }, ...line], width, paint));
}

function sourceLines({ number, words, url, archive }: ShownSource, width: number, paint: Paint): string {
  const links = [url, archive === undefined ? undefined : `archived at ${archive}`].filter(
    (link) => link !== undefined,
  );
  return hanging(`[${number}] `, [{ text: [words, ...links].filter((part) => part !== '').join(', ') }], width, paint);
}

function laid(line: Line, width: number, paint: Paint): string {
  return layLine(line, width, paint)
    .map(({ painted }) => painted)
    .join('\n');
}

function indented(line: Line, columns: number, width: number, paint: Paint): string {
  return `${' '.repeat(columns)}${laid(line, width - columns, paint).replaceAll('\n', `\n${' '.repeat(columns)}`)}\n`;
}

/** A paragraph whose later lines stand under its text, not under its marker. */
function hanging(marker: string, line: Line, width: number, paint: Paint): string {
  const indent = ' '.repeat(marker.length || 2);
  return `${marker}${laid(line, width - indent.length, paint).replaceAll('\n', `\n${indent}`)}\n`;
}
