import type { Comment } from './comments.ts';
import { everyPart, type Part } from './parts.ts';

/** The comments that go where a part goes. */
export interface Remarks {
  readonly above: readonly Comment[];
  /** Between a key and its text. Behind the text they would look as if they had cut words off. */
  readonly between: readonly Comment[];
  readonly beside: readonly Comment[];
  /** Below a key without a value, and deeper than it. */
  readonly within: readonly Comment[];
  readonly below: readonly Comment[];
  /** At the end of the list or map that the part holds, whatever its last entry is. */
  readonly tail: readonly Comment[];
}

/** The comments of a text by the part that they belong to: those before its first key to the whole text. */
export function remarksOf(root: Part, comments: readonly Comment[]): (part: Part) => Remarks {
  const found = new Map<Part, Found>();
  const at = (part: Part): Found => {
    const known = found.get(part) ?? { above: [], between: [], beside: [], within: [], below: [], tail: [] };
    found.set(part, known);
    return known;
  };
  const [, ...parts] = everyPart(root);
  let passed = 0;
  let gap: Gap = { next: parts[0], deepest: Number.POSITIVE_INFINITY };
  for (const comment of comments) {
    while ((parts[passed]?.start ?? Number.POSITIVE_INFINITY) < comment.start) passed += 1;
    const last = stillOpen(parts[passed - 1] ?? root, comment.start);
    const next = parts[passed];
    if (gap.next !== next) gap = { next, deepest: Number.POSITIVE_INFINITY };
    const { part, side } = passed === 0 ? ({ part: root, side: 'above' } as const) : placeOf(last, gap, comment);
    at(part)[side].push(comment);
  }
  const first = parts[0];
  if (first !== undefined) at(first).above.unshift(...at(root).above.splice(headIn(at(root).above)));
  return at;
}

/** How many of the comments before the first key are about the file: those set apart by an empty line, and modelines. */
function headIn(comments: readonly Comment[]): number {
  return comments.findLastIndex(({ words, blankBelow }) => blankBelow || MODELINE.test(words)) + 1;
}

const MODELINE = /^#\s*(?:yaml-language-server:|vim?:|-\*-)/u;

type Found = { readonly [side in keyof Remarks]: Comment[] };

interface Spot {
  readonly part: Part;
  readonly side: keyof Remarks;
}

/** The stretch between one part and the next. */
interface Gap {
  readonly next: Part | undefined;
  /** Comments keep their order: none goes into a deeper column than the one above it. */
  deepest: number;
}

/** The part that goes on where a comment stands: what stood in brackets that are closed is over. */
function stillOpen(part: Part, offset: number): Part {
  const { parent } = part;
  if (parent === undefined || parent.value.kind === 'text' || parent.value.layout === 'block') return part;
  return parent.value.range.end <= offset ? stillOpen(parent, offset) : part;
}

function placeOf(last: Part, gap: Gap, comment: Comment): Spot {
  const isText = last.value.kind === 'text';
  if (isText && comment.start < last.value.range.start) return { part: last, side: 'between' };
  if (comment.gap !== undefined) return { part: last, side: 'beside' };
  const brackets = openBrackets(last, comment.start);
  if (brackets !== undefined) return inBrackets(brackets, gap.next);
  if (gap.next !== undefined && gap.next.parent === last) return { part: gap.next, side: 'above' };
  const column = Math.min(comment.column, gap.deepest);
  if (isText && last.value.style === 'empty' && column > last.column) return { part: last, side: 'within' };
  return betweenLines(last, gap, { ...comment, column });
}

function betweenLines(last: Part, gap: Gap, { column, closes }: Comment): Spot {
  const { next } = gap;
  const ended = endedBefore(last, next);
  const outermost = ended.at(-1) ?? last;
  if (next !== undefined && column <= next.column) {
    if (closes && gap.deepest > next.column) return { part: outermost, side: 'below' };
    gap.deepest = Number.NEGATIVE_INFINITY;
    return { part: next, side: 'above' };
  }
  const owner = ended.find((part) => part.column <= column) ?? outermost;
  gap.deepest = owner.column;
  if (owner === outermost && next !== undefined) return { part: owner, side: 'below' };
  return { part: owner.parent ?? owner, side: 'tail' };
}

/** The innermost part whose brackets are open at an offset. */
function openBrackets(part: Part | undefined, offset: number): Part | undefined {
  if (part === undefined) return undefined;
  const { value, parent } = part;
  const isOpen = value.kind !== 'text' && value.layout === 'flow' && value.range.start < offset;
  return isOpen && offset < value.range.end ? part : openBrackets(parent, offset);
}

function inBrackets(brackets: Part, next: Part | undefined): Spot {
  if (next !== undefined && next.start < brackets.value.range.end) return { part: next, side: 'above' };
  return { part: brackets, side: brackets.parts.length === 0 ? 'above' : 'tail' };
}

/** What is over where the next part begins, innermost first, up to the one that stands beside it. */
function endedBefore(last: Part, next: Part | undefined): readonly Part[] {
  const ended: Part[] = [];
  for (let part: Part | undefined = last; part?.parent !== undefined; part = part.parent) {
    ended.push(part);
    if (part.parent === next?.parent) break;
  }
  return ended;
}
