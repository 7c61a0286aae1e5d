import { analyse, type TopicAnalysis } from '../analysis/analyse.ts';
import { checker } from '../checks/checker.ts';
import { checks } from '../checks/index.ts';
import type { Diagnostic, Finding } from '../diagnostic.ts';
import { Failure } from '../failure.ts';
import { holding } from '../holding.ts';
import { diagnose } from '../ledger/diagnose.ts';
import { type Claim, claimsOf } from '../ledger/model.ts';
import { hasTopic, load } from '../load.ts';
import type { Entered, Entering, Place } from './enter.ts';

/** Claims that were put in, in the topics as they are with them, and what is odd about them. */
interface Looked {
  readonly all: readonly { readonly analysis: TopicAnalysis; readonly claim: Claim }[];
  readonly warnings: readonly Diagnostic[];
}

/** The claims as the ledger would have them. What is wrong with them fails; what is odd about them is told. */
export function looked(place: Place, { texts, claims }: Entering, today: number): Looked {
  const topics = [...new Set(claims.map(({ topic }) => topic))];
  const before = readingOf(
    place,
    topics.filter((id) => hasTopic(place.io, place.ledger, id)),
    today,
  );
  const after = readingOf({ ...place, io: holding(place.io, texts) }, topics, today);
  const old = new Set(before.findings.map((finding) => keyOf(finding, before.texts)));
  const fresh = after.findings.filter((finding) => !old.has(keyOf(finding, after.texts)));
  const errors = fresh.filter(({ severity }) => severity === 'error');
  const turned = errors.find((error) => error.code === 'unreadable-answer' && !claims.some((one) => isIn(one, error)));
  if (turned !== undefined) throw new Failure(`this answer is of another kind than those there are: ${turned.message}`);
  if (errors.length > 0)
    throw new Failure(errors.map(({ message, hint }) => (hint ? `${message}; ${hint}` : message)).join('. '));
  const all = claims.map(({ topic, path }) => {
    const analysis = after.analyses.find((one) => one.topic.id === topic);
    const claim = analysis && claimsOf(analysis.topic).find((one) => one.path.join() === path.join());
    if (analysis === undefined || claim === undefined)
      throw new Error(`the claim that was added to ${topic} is not there`);
    return { analysis, claim };
  });
  return { all, warnings: diagnose(fresh, after.texts) };
}

function isIn({ file, path }: Entered, { place }: Finding): boolean {
  return place.file === file && 'path' in place && path.every((step, index) => place.path[index] === step);
}

interface Reading {
  readonly analyses: readonly TopicAnalysis[];
  readonly findings: readonly Finding[];
  readonly texts: ReadonlyMap<string, string>;
}

function readingOf({ io, ledger: given }: Place, topics: readonly string[], today: number): Reading {
  if (topics.length === 0) return { analyses: [], findings: [], texts: new Map() };
  const { ledger, findings, texts } = load(io, given, topics);
  const analyses = analyse(ledger);
  return { analyses, texts, findings: [...findings, ...analyses.flatMap(checker(checks, { today }))] };
}

// Not by its message, since an id that is made up may be another one now, nor by a place that has moved down.
function keyOf({ code, place }: Finding, texts: ReadonlyMap<string, string>): string {
  const at = 'range' in place ? texts.get(place.file)?.slice(place.range.start, place.range.end) : place;
  return JSON.stringify([code, place.file, at]);
}
