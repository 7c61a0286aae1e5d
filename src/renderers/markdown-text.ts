import type { PhrasingContent } from 'mdast';
import { neutralise, withoutBlanks } from '../text.ts';
import type { Line, Piece } from '../views/line.ts';

/** A text of the ledger as it reads in Markdown: safe to show, and on one line. Other blanks than ours stay in it. */
export function flat(text: string): string {
  return withoutBlanks(neutralise(text).replace(/ +/gu, ' '));
}

/**
 * A text of the ledger as nodes. What looks like an address becomes a code span: GitHub turns bare addresses into links
 * after it has read the escapes, so that nothing else keeps them text.
 */
export function prose(text: string): PhrasingContent[] {
  return spans(flat(text));
}

/** Words of our own around texts of the ledger; those have been flattened. */
export function spans(text: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = withoutClosing(match[0]);
    if (match.index > end) nodes.push({ type: 'text', value: text.slice(end, match.index) });
    nodes.push({ type: 'inlineCode', value: address });
    end = match.index + address.length;
  }
  if (end < text.length) nodes.push({ type: 'text', value: text.slice(end) });
  return nodes;
}

/** A text of the ledger that stands out. */
export function strong(text: string): PhrasingContent[] {
  return strongSpans(flat(text));
}

/** The same for what has been flattened: what is made safe to show twice reads as something else. */
export function strongSpans(text: string): PhrasingContent[] {
  const children = spans(text);
  return children.length === 0 ? [] : [{ type: 'strong', children }];
}

/** Text in pieces, each with its sources behind it. */
export function phrase(line: Line): PhrasingContent[] {
  return line.flatMap((piece) => [...pieceNodes(piece), ...references(piece.sources ?? [])]);
}

/** References to footnotes; the blank keeps the numbers 1 and 2 from reading as 12. */
export function references(numbers: readonly number[]): PhrasingContent[] {
  return numbers.flatMap((number, index): PhrasingContent[] => {
    const reference: PhrasingContent = { type: 'footnoteReference', identifier: String(number), label: String(number) };
    return index === 0 ? [reference] : [{ type: 'text', value: ' ' }, reference];
  });
}

/** A link to where a document can be read, or its address as text where a link could do something else. */
export function link(url: string, label?: string): PhrasingContent[] {
  if (!LINKED.test(url) || neutralise(url) !== url)
    return [...spans(label === undefined ? '' : `${label} `), ...prose(url)];
  const value = label ?? url;
  return [{ type: 'link', url, children: [{ type: 'text', value }] }];
}

const ADDRESS = /(?:https?:\/\/|www\.)[^\s`]+|(?<![\w.+-])[\w.+-]+@[-\w]+(?:\.[-\w]+)+/giu;
// Outside these characters an address would have to be rewritten to stand between angle brackets.
const LINKED = /^(?:https?:\/\/|mailto:)[^\s<>\\`]+$/iu;

const STRONG: readonly Piece['tone'][] = ['strong', 'error', 'warning', 'contradiction', 'opposed', 'tension', 'shift'];

// Pieces keep the blanks at their ends: those are ours and part the pieces.
function pieceNodes({ text, tone }: Piece): PhrasingContent[] {
  const inner = STRONG.includes(tone) ? strong(text) : prose(text);
  const blank: PhrasingContent = { type: 'text', value: ' ' };
  return [
    ...(/^\s/u.test(text) ? [blank] : []),
    ...inner,
    ...(text.length > 1 && /\s/u.test(text.slice(-1)) ? [blank] : []),
  ];
}

/** The marks after an address belong to the sentence that it stands in. */
function withoutClosing(address: string): string {
  let end = address.length;
  while (CLOSING.includes(address[end - 1] ?? ' ')) end -= 1;
  return address.slice(0, end);
}

const CLOSING = '.,;:!?\'"”’»)]*_~';
