import { type Diagnostic, type Finding, inOrder } from '../diagnostic.ts';
import { lineText, type Place, type Position, positions } from '../place.ts';
import type { Target } from './reader/tree.ts';
import { yamlReader } from './reader/yaml.ts';

/** Looks up where findings point, each file once, and puts them in order. */
export function diagnose(findings: readonly Finding[], texts: ReadonlyMap<string, string>): readonly Diagnostic[] {
  const places = findings.flatMap(({ place, related }) => [place, ...(related ?? []).map((one) => one.place)]);
  const spans = new Map<Place, Span>();
  for (const file of new Set(places.map((place) => place.file))) {
    locateIn(
      texts.get(file),
      places.filter((place) => place.file === file),
      spans,
    );
  }
  return inOrder(findings.map((finding) => diagnostic(finding, spans, texts)));
}

interface Span {
  readonly start: Position;
  readonly end: Position;
}

const START: Span = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

function locateIn(text: string | undefined, places: readonly Place[], spans: Map<Place, Span>): void {
  if (text === undefined) return;
  const position = positions(text);
  const byPath = places.filter((place) => 'path' in place);
  const targets: readonly Target[] = byPath.map(({ path, part }) => ({ path, part }));
  const ranges = targets.length === 0 ? [] : yamlReader.locate(text, targets);
  for (const [index, place] of byPath.entries()) {
    const range = ranges[index];
    if (range !== undefined) spans.set(place, { start: position(range.start), end: position(range.end) });
  }
  for (const place of places) {
    if ('range' in place) spans.set(place, { start: position(place.range.start), end: position(place.range.end) });
  }
}

function diagnostic(finding: Finding, spans: ReadonlyMap<Place, Span>, texts: ReadonlyMap<string, string>): Diagnostic {
  const { code, severity, message, place, hint, related } = finding;
  const { start, end } = spans.get(place) ?? START;
  const text = texts.get(place.file);
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
    ...(text === undefined ? {} : { excerpt: lineText(text, start.line) }),
    ...(hint === undefined ? {} : { hint }),
    ...(elsewhere.length === 0 ? {} : { related: elsewhere }),
  };
}
