import { reader } from '../reader/reader.ts';
import { isSame, type Written } from '../write/add.ts';
import { legible, soundTree } from '../write/legible.ts';
import { lineEndOf } from '../write/lines.ts';
import { type Comment, commentsIn } from './comments.ts';
import { addComment, addLaid, inside, type Layout } from './lay.ts';
import { type Part, partsOf } from './parts.ts';
import { remarksOf } from './remarks.ts';
import { sheetOf } from './sheet.ts';

/**
 * A file of the ledger in the one layout: keys in the order of the format, two blanks a step, quotes only where they
 * are needed. Every text and every comment stays. The result is read again, and unless it holds what the file held,
 * it is refused.
 */
export function formatted(text: string): Written {
  const found = legible(text);
  if ('refused' in found) return found;
  const { tree, outline } = found;
  if (typeof tree === 'string' && tree !== '') return { refused: 'has faults; `claims check` lists them' };
  const sheet = sheetOf(text);
  const comments = commentsIn(sheet, reader.comments(text));
  const root = partsOf(sheet, tree, outline);
  const lines = wholeOf({ sheet, remarks: remarksOf(root, comments) }, root);
  const result = lines.map((line) => `${line}${lineEndOf(text)}`).join('');
  const after = soundTree(result);
  const isKept = after !== undefined && isSame(tree, after) && saysSame(comments, result);
  return isKept ? { text: result } : { refused: 'is written in a way that cannot be formatted' };
}

function wholeOf(layout: Layout, root: Part): readonly string[] {
  const lines: string[] = [];
  const head = layout.remarks(root).above;
  for (const comment of head) addComment(lines, comment, 0);
  const whole = inside(layout, root, 0);
  const isApart = head.at(-1)?.blankBelow === true;
  const [first, ...others] = whole.above;
  const above = first === undefined ? [] : [{ ...first, blank: isApart }, ...others];
  addLaid(lines, { ...whole, above, blank: first === undefined ? isApart : whole.blank }, 0, 'close');
  return lines;
}

/** Whether a text has the same comments, in whatever order. */
function saysSame(comments: readonly Comment[], text: string): boolean {
  const before = comments.map(({ words }) => words);
  const after = reader.comments(text).map(({ start, end }) => text.slice(start, end));
  return before.sort().join('\n') === after.sort().join('\n');
}
