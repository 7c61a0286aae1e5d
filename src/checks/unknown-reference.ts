import type { Claim, Topic } from '../ledger/model.ts';
import { nearest, respelled } from '../nearest.ts';
import type { Check, Found } from './check.ts';
import { keyAt, referenceAt, valueAt } from './places.ts';
import { claimsById, questionsById, referencesIn } from './references.ts';

export const unknownReference: Check = {
  code: 'unknown-reference',
  severity: 'error',
  summary: 'A claim or question refers to an id that is not in the topic.',
  *find({ topic, claims }) {
    yield* toClaims(topic, claims);
    yield* toQuestions(topic, claims);
    yield* toSources(topic, claims);
  },
};

function* toClaims(topic: Topic, claims: readonly Claim[]): Generator<Found> {
  const references = referencesIn(claims);
  if (references.length === 0) return;
  const byId = claimsById(claims);
  const questions = questionsById(topic);
  const written = [...byId.values()].filter(({ idWritten }) => idWritten).map(({ id }) => id);
  for (const { id, place } of references) {
    if (byId.has(id)) continue;
    if (questions.has(id))
      yield { message: `\`${id}\` is a question, not a claim`, place, hint: 'write the id of a claim' };
    else yield unknown(`there is no claim \`${id}\``, place, remedyFor(id, written));
  }
}

function* toQuestions(topic: Topic, claims: readonly Claim[]): Generator<Found> {
  const questions = questionsById(topic);
  const ids = [...questions.keys()];
  for (const claim of claims) {
    if (claim.implies === undefined) continue;
    for (const id of claim.implies.keys()) {
      if (questions.has(id)) continue;
      yield unknown(`there is no question \`${id}\``, keyAt(claim, 'implies', id), remedyFor(id, ids));
    }
  }
  for (const question of topic.questions) {
    const id = question.part_of;
    if (id === undefined || questions.has(id)) continue;
    yield unknown(`there is no question \`${id}\``, valueAt(question, 'part_of'), remedyFor(id, ids));
  }
}

function* toSources(topic: Topic, claims: readonly Claim[]): Generator<Found> {
  const ids = topic.sources.filter(({ declared }) => declared).map(({ id }) => id);
  for (const claim of claims) {
    if (claim.sources.length === claim.sourceIds.length) continue;
    const known = new Set(claim.sources.map(({ id }) => id));
    for (const [index, id] of claim.sourceIds.entries()) {
      if (known.has(id)) continue;
      const near = nearest(id, ids);
      const hint = near === undefined ? 'list it under `sources`, or write its URL' : `did you mean \`${near}\`?`;
      const remedy = { hint, ...fixFor(id, ids) };
      yield unknown(`there is no source \`${id}\``, sourceAt(claim, index), remedy);
    }
  }
}

function sourceAt(claim: Claim, index: number): Found['place'] {
  return referenceAt(claim, 'source', index, claim.sourceIds.length);
}

type Remedy = Pick<Found, 'hint' | 'fix'>;

function remedyFor(id: string, ids: readonly string[]): Remedy {
  if (id.includes('#')) return { hint: 'one topic cannot refer to another; write an id of this topic' };
  const near = nearest(id, ids);
  if (near === undefined) return { hint: 'write an id of this topic as it stands under `id`' };
  return { hint: `did you mean \`${near}\`?`, ...fixFor(id, ids) };
}

function fixFor(id: string, ids: readonly string[]): Remedy {
  const meant = respelled(id, ids);
  return meant === undefined ? {} : { fix: meant };
}

function unknown(message: string, place: Found['place'], remedy: Remedy): Found {
  return { message, place, ...remedy };
}
