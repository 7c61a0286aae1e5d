import type { QuestionAnalysis } from '../analysis/analyse.ts';
import { isMove } from '../analysis/clash.ts';
import type { Status } from '../analysis/status.ts';
import type { Block } from './block.ts';
import { moveItems } from './brief-changes.ts';
import { questionBlocks } from './brief-question.ts';
import type { BriefSheet } from './brief-sheet.ts';
import { plain } from './line.ts';

/** The sections that have content, in an editor's order; `more` comes after the questions of a section. */
export function briefSections(
  sheet: BriefSheet,
  more: Readonly<Partial<Record<SectionTitle, (sheet: BriefSheet) => readonly Block[]>>>,
): readonly BriefSection[] {
  const { questions } = sheet.analysis;
  return SECTIONS.map(({ title, places }) => {
    const own = places.flatMap((place) => questions.filter((question) => placeOf(question) === place));
    const told = title === 'Changed positions' ? movesElsewhere(sheet) : unanswered(own);
    const inFull = own.filter(({ said }) => said.length > 0).flatMap((asked) => questionBlocks(sheet, asked));
    return { title, blocks: [...told, ...inFull, ...(more[title]?.(sheet) ?? [])] };
  }).filter(({ blocks }) => blocks.length > 0);
}

/** A section of a topic's brief. */
interface BriefSection {
  readonly title: SectionTitle;
  readonly blocks: readonly Block[];
}

/** Where a question stands: by its status, unless all that is to say of it is that a side moved, or was explained. */
type Place = Status | 'changed' | 'reviewed';

type SectionTitle =
  | 'Disputed'
  | 'Changed positions'
  | 'Reviewed'
  | 'Agreed'
  | 'Not comparable'
  | 'One side only'
  | 'Not known';

const SECTIONS: readonly { readonly title: SectionTitle; readonly places: readonly Place[] }[] = [
  { title: 'Disputed', places: ['disputed', 'contested'] },
  { title: 'Changed positions', places: ['changed'] },
  { title: 'Reviewed', places: ['reviewed'] },
  { title: 'Agreed', places: ['agreed'] },
  { title: 'Not comparable', places: ['apart'] },
  { title: 'One side only', places: ['one-sided'] },
  { title: 'Not known', places: ['open'] },
];

function placeOf({ status, clashes }: QuestionAnalysis): Place {
  if (status === 'disputed' || status === 'contested') return status;
  if (clashes.some(({ word, reviewed }) => word !== 'shift' && reviewed !== undefined)) return 'reviewed';
  return (status === 'one-sided' || status === 'open') && clashes.some(isMove) ? 'changed' : status;
}

/** The moves on questions whose claims stand in other sections. */
function movesElsewhere(sheet: BriefSheet): readonly Block[] {
  return sheet.analysis.questions.flatMap((asked): readonly Block[] => {
    const items = placeOf(asked) === 'changed' ? [] : moveItems(sheet, asked);
    return items.length === 0
      ? []
      : [
          { block: 'text', line: plain(asked.question.ask) },
          { block: 'items', items },
        ];
  });
}

/** The questions on which there is no claim at all need no heading of their own. */
function unanswered(questions: readonly QuestionAnalysis[]): readonly Block[] {
  const items = questions.filter(({ said }) => said.length === 0).map(({ question }) => plain(question.ask));
  return items.length === 0 ? [] : [{ block: 'items', items }];
}
