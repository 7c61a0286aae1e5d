import { type Diagnostic, type Excerpt, type Finding, inOrder } from '../diagnostic.ts';
import { type Lines, linesOf, type Place, type Position, type Range } from '../place.ts';
import { reader } from './reader/reader.ts';
import type { Target } from './reader/tree.ts';

/** Looks up where findings point, each file once, and puts them in order. */
export function diagnose(findings: readonly Finding[], texts: ReadonlyMap<string, string>): readonly Diagnostic[] {
  const found: Found = { spans: new Map(), lines: new Map() };
  for (const [file, places] of placesByFile(findings)) {
    const text = texts.get(file);
    if (text === undefined) continue;
    const lines = linesOf(text);
    found.lines.set(file, lines);
    locateIn(text, places, ({ start, end }, place) => {
      found.spans.set(place, { start: lines.positionOf(start), end: lines.positionOf(end) });
    });
  }
  return inOrder(findings.map((finding) => diagnostic(finding, found)));
}

interface Found {
  readonly spans: Map<Place, Span>;
  /** Of each file that could be read. */
  readonly lines: Map<string, Lines>;
}

interface Span {
  readonly start: Position;
  readonly end: Position;
}

const START: Span = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

function placesByFile(findings: readonly Finding[]): ReadonlyMap<string, readonly Place[]> {
  const byFile = new Map<string, Place[]>();
  for (const place of findings.flatMap(({ place, related = [] }) => [place, ...related.map((one) => one.place)])) {
    const own = byFile.get(place.file);
    if (own === undefined) byFile.set(place.file, [place]);
    else own.push(place);
  }
  return byFile;
}

function locateIn(text: string, places: readonly Place[], found: (range: Range, place: Place) => void): void {
  const byPath = places.filter((place) => 'path' in place);
  const targets: readonly Target[] = byPath.map(({ path, part }) => ({ path, part }));
  const ranges = targets.length === 0 ? [] : reader.locate(text, targets);
  for (const [index, place] of byPath.entries()) {
    const range = ranges[index];
    if (range !== undefined) found(range, place);
  }
  for (const place of places) {
    if ('range' in place) found(place.range, place);
  }
}

function diagnostic(finding: Finding, { spans, lines }: Found): Diagnostic {
  const { code, severity, message, place, hint, fix, related } = finding;
  const { start, end } = spans.get(place) ?? START;
  const line = lines.get(place.file)?.textOf(start.line);
  const excerpt = line === undefined ? undefined : excerptOf(line, start);
  const elsewhere = (related ?? []).map((one) => ({
    message: one.message,
    file: one.place.file,
    start: (spans.get(one.place) ?? START).start,
  }));
  return {
    code,
    severity,
    message,
    file: place.file,
    start,
    end,
    ...(excerpt === undefined ? {} : { excerpt }),
    ...(hint === undefined ? {} : { hint }),
    ...(fix === undefined ? {} : { fix }),
    ...(elsewhere.length === 0 ? {} : { related: elsewhere }),
  };
}

function excerptOf(line: string, { column }: Position): Excerpt {
  if (line.length <= LONGEST_EXCERPT) return { text: line, from: 0 };
  const from = Math.max(0, Math.min(column - 1 - LEAD, line.length - LONGEST_EXCERPT));
  return { text: line.slice(from, from + LONGEST_EXCERPT), from };
}

/** UTF-16 units of a line: more than the widest output shows, for whatever is escaped takes several columns. */
const LONGEST_EXCERPT = 10_000;

/** So many of them stand before the place. */
const LEAD = 100;
