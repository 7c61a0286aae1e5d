import type { Diagnostic } from '../diagnostic.ts';
import { textOf } from '../sentence.ts';
import type { Block, GridRow, ShownChange, ShownClaim, ShownClash, TimelineDay } from '../views/block.ts';
import type { Line } from '../views/line.ts';

/** The blocks that Markdown has a construct for. */
export type Simple = Exclude<Block, { readonly block: 'grid' | 'clash' | 'changes' | 'timeline' | 'finding' }>;

/** A block in terms of those: a side-by-side and a timeline become headings and bullets. */
export function simplified(block: Block): readonly Simple[] {
  switch (block.block) {
    case 'grid':
      return block.rows.flatMap(gridRow);
    case 'clash':
      return clash(block.clash);
    case 'changes':
      return [{ block: 'items', items: block.changes.map(changeItem) }];
    case 'timeline':
      return block.days.flatMap(timelineDay);
    case 'finding':
      return [{ block: 'items', items: [finding(block.diagnostic)] }];
    default:
      return [block];
  }
}

function gridRow({ ask, reasons, camps, cells }: GridRow): readonly Simple[] {
  const why = reasons.map(({ word, between, reason, more, reviewed }): Simple => {
    const rest = `${more === 0 ? '' : ` (and ${more} more)`}.${reviewed === undefined ? '' : ` Reviewed: ${reviewed}`}`;
    return {
      block: 'text',
      line: [{ text: capital(word), tone: word }, { text: `, ${textOf(between)}: ${textOf(reason)}${rest}` }],
    };
  });
  return [
    { block: 'heading', level: 3, text: ask },
    ...(camps.length === 0 ? [] : [{ block: 'items' as const, items: camps }]),
    { block: 'claims', form: 'full', claims: cells.flat() },
    ...why,
  ];
}

/** What changed in one paragraph: what it is on, then each change as a clause. */
function changeItem({ of, ask, lines }: ShownChange): Line {
  const answer = 'id' in of && of.answer !== undefined ? of.answer : '';
  const question: readonly Line[] = ask === undefined ? [] : [[{ text: `${ask} ` }, { text: answer, tone: 'strong' }]];
  const clauses = [...question, ...lines].flatMap((line): Line => [{ text: '; ' }, ...line]);
  return [...('id' in of ? claimHead(of) : of), ...clauses];
}

function claimHead({ id, name, party, said, sources }: ShownClaim): Line {
  const side = party === undefined ? '' : `, for ${party}`;
  const when = said === undefined ? '' : `, ${said}`;
  return [
    { text: name, tone: 'strong' },
    { text: `${side}${when} (${id})`, sources },
  ];
}

function clash({ question, word, sort, reason, sides, reviewed, cause }: ShownClash): readonly Simple[] {
  const by = reviewed?.by === undefined ? '' : ` by ${reviewed.by}`;
  const on = reviewed?.on === undefined ? '' : `, ${reviewed.on}`;
  const review = reviewed === undefined ? '' : ` Reviewed${by}${on}: ${reviewed.reason}`;
  return [
    { block: 'text', line: [{ text: capital(word), tone: word }, { text: ` (${sort}): ${question}` }] },
    { block: 'claims', form: 'full', claims: sides },
    { block: 'text', line: [{ text: `${capital(reason)}.${cause === undefined ? '' : ` New: ${cause}.`}${review}` }] },
  ];
}

function timelineDay({ day, entries }: TimelineDay): readonly Simple[] {
  const claims = entries.flatMap(({ ask, claim, moved }): readonly Simple[] => [
    ...(ask === undefined ? [] : [{ block: 'text', line: [{ text: ask }] } as const]),
    { block: 'claims', form: 'full', claims: [claim] },
    ...(moved === undefined
      ? []
      : [
          {
            block: 'text',
            line: [{ text: capital(moved.kind), tone: moved.word }, { text: `: ${moved.reason}.` }],
          } as const,
        ]),
  ]);
  return [{ block: 'heading', level: 3, text: day }, ...claims];
}

function finding({ severity, message, code, file, start, hint }: Diagnostic): Line {
  const help = hint === undefined ? '' : ` (${hint})`;
  return [
    { text: capital(severity), tone: severity },
    { text: `, ${file}:${start.line}:${start.column}: ${message}${help} [${code}]` },
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
