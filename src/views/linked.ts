import type { TopicAnalysis } from '../analysis/analyse.ts';
import { type EdtfDate, isHedged, isPeriod } from '../date.ts';
import { type Assessment, type Claim, claimsOf, type Question, type Source } from '../ledger/model.ts';
import { fold } from '../text.ts';
import type { View } from './block.ts';
import type { LinkedAssessment, LinkedClaim, LinkedSource, LinkedSpeaker, LinkedTopic } from './linked-data.ts';
import { defined } from './shown.ts';

/** Topics for the web: every claim with its speaker and where it appeared, and the assessments that others published. */
export function linked(analyses: readonly TopicAnalysis[]): View {
  const topics = analyses.map(linkedTopic);
  return { data: { topics }, linked: topics, blocks: [] };
}

function linkedTopic({ topic }: TopicAnalysis): LinkedTopic {
  const asked = new Map(topic.questions.map((question) => [question.id, question]));
  const { id, title, summary } = topic;
  const claims = claimsOf(topic);
  const bodies = new Set(claims.filter(isForAnother).map(({ party }) => fold(party)));
  return {
    id,
    title,
    ...defined({ summary }),
    claims: claims.map((claim) => linkedClaim(claim, asked.get(claim.question ?? ''), bodies)),
  };
}

/** `bodies` are the parties that somebody else speaks for, folded. */
function linkedClaim(claim: Claim, question: Question | undefined, bodies: ReadonlySet<string>): LinkedClaim {
  const { id, party, says, quote, lang, translation, translator, assessment } = claim;
  const sources = claim.sources.map((source) => [source, linkedSource(source)] as const);
  return {
    id,
    ...defined({ ask: question?.ask }),
    speaker: linkedSpeaker(claim, bodies),
    ...(isForAnother(claim) ? { party } : {}),
    ...defined({ says, quote, lang, translation, translator }),
    ...defined({ date: certainDay(claim.date), period: certainPeriod(claim.as_of) }),
    sources: sources.map(([, source]) => source),
    ...defined({
      first: sources.find(([source]) => source === firstOf(claim.sources))?.[1],
      assessment: assessment && linkedAssessment(assessment),
    }),
  };
}

// A role is an office that a person holds. A party that others speak for is a body where it speaks itself, as it is on
// their claims. Where both or neither is so, a ledger does not tell what a name is the name of.
function linkedSpeaker({ speaker: { name, url }, role }: Claim, bodies: ReadonlySet<string>): LinkedSpeaker {
  const isBody = bodies.has(fold(name));
  if ((role !== undefined) === isBody) return { name, ...defined({ role, url }) };
  return { name, is: isBody ? 'organization' : 'person', ...defined({ role, url }) };
}

function isForAnother({ speaker, party, hasParty }: Claim): boolean {
  return hasParty && fold(party) !== fold(speaker.name);
}

function linkedSource({ outlet, title, byline, kind, url, archive, published, lang }: Source): LinkedSource {
  return defined({ outlet, title, byline, kind, url, archive, published: certainDay(published), lang });
}

function linkedAssessment({ rating, by, on, url }: Assessment): LinkedAssessment {
  return { rating, by, ...defined({ on: certainDay(on), url }) };
}

// One that is alone is the first that is known. Of several, one without a date might be earlier than all.
function firstOf(sources: readonly Source[]): Source | undefined {
  if (sources.length === 1) return sources[0];
  return sources.find((source) => sources.every((other) => other === source || isBefore(source, other)));
}

function isBefore({ published: a }: Source, { published: b }: Source): boolean {
  return a !== undefined && b !== undefined && !isHedged(a) && !isHedged(b) && a.last < b.first;
}

// ISO 8601 has no sign for "about" and "perhaps": such a date would look certain.
function certainPeriod(date: EdtfDate | undefined): string | undefined {
  return date === undefined || isHedged(date) ? undefined : date.text;
}

function certainDay(date: EdtfDate | undefined): string | undefined {
  return date === undefined || isPeriod(date) ? undefined : certainPeriod(date);
}
