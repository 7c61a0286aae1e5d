import { type CST, isMap, isPair, isScalar, isSeq, type Pair, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import type { Range } from '../../place.ts';
import { lexemes, withLineFeeds } from './scan.ts';
import type { Outline, OutlineEntry, OutlineItem, OutlineText } from './tree.ts';
import { rangeOf } from './walk.ts';

/**
 * Where everything of a text stands, for those who write into it. They have read it before and found it sound: any other
 * text may take a long time, or give undefined.
 */
export function outlined(text: string): Outline | undefined {
  const options = { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, keepSourceTokens: true } as const;
  const { contents, errors } = parseDocument(withLineFeeds(text), options);
  return errors.length > 0 ? undefined : outlineOf(text, contents);
}

/** Where the comments of a text stand, without blanks at their end. */
export function commented(text: string): readonly Range[] {
  return Array.from(lexemes(withLineFeeds(text)))
    .filter(({ type }) => type === 'comment')
    .map(({ source, range: { start } }) => ({ start, end: start + source.trimEnd().length }));
}

function outlineOf(text: string, node: unknown): Outline {
  if (isMap(node)) {
    const range = closed(node);
    return { kind: 'map', layout: node.flow ? 'flow' : 'block', range, entries: entriesOf(text, node) };
  }
  if (isSeq(node)) {
    const layout = node.flow ? 'flow' : 'block';
    const dashes = node.flow ? [] : dashesOf(node.srcToken);
    const items = node.items.map((item, index) => itemOf(text, item, dashes[index]));
    return { kind: 'list', layout, range: closed(node), items };
  }
  return textOf(text, node);
}

function entriesOf(text: string, map: YAMLMap): readonly OutlineEntry[] {
  return map.items.map(({ key, value }: Pair) => ({
    key: isScalar(key) ? String(key.value) : '',
    at: rangeOf(key),
    value: value === null ? emptyAt(rangeOf(key).end) : outlineOf(text, value),
  }));
}

// In a flow list `a: b` is a map of one pair, which the format has no use for.
function itemOf(text: string, item: unknown, dash = rangeOf(item).start): OutlineItem {
  return { at: isPair(item) ? rangeOf(item.key).start : dash, value: outlineOf(text, item) };
}

function dashesOf(token: CST.Token | undefined): readonly (number | undefined)[] {
  if (token?.type !== 'block-seq') return [];
  return token.items.map(({ start }) => start.find(({ type }) => type === 'seq-item-ind')?.offset);
}

const STYLES: Readonly<Record<string, OutlineText['style']>> = {
  QUOTE_DOUBLE: 'double',
  QUOTE_SINGLE: 'single',
  BLOCK_FOLDED: 'folded',
  BLOCK_LITERAL: 'literal',
};

function textOf(text: string, node: unknown): OutlineText {
  if (!isScalar(node)) return emptyAt(0);
  const { start, end } = closed(node);
  if (start === end) return emptyAt(start);
  const style = STYLES[node.type ?? ''] ?? 'plain';
  const isBlock = style === 'folded' || style === 'literal';
  return { kind: 'text', style, range: isBlock ? { start, end: endOfBlock(text, start, end) } : { start, end } };
}

// Line ends after the words are no part of them, unless `+` in the header keeps them.
function endOfBlock(text: string, start: number, end: number): number {
  const written = text.slice(start, end);
  const [header = ''] = /^[^\r\n]*/u.exec(written) ?? [];
  const keeps = /^[|>]\d?\+/u.test(header);
  const kept = keeps ? written.replace(/\r?\n$|\r$/u, '') : written.trimEnd();
  return start + Math.max(kept.length, header.trimEnd().length);
}

function emptyAt(offset: number): OutlineText {
  return { kind: 'text', style: 'empty', range: { start: offset, end: offset } };
}

// The third number of a node's range goes on to the next token: comments and line ends.
function closed({ range }: Pick<Scalar, 'range'>): Range {
  return { start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}
