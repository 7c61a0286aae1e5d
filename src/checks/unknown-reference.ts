import { type Claim, claimsOf, type Topic } from '../ledger/model.ts';
import { nearest } from '../nearest.ts';
import type { Check, Found } from './check.ts';
import { keyAt, referenceAt, valueAt } from './places.ts';
import { claimsById, questionsById, referencesIn } from './references.ts';

export const unknownReference: Check = {
  code: 'unknown-reference',
  severity: 'error',
  summary: 'A claim or question refers to an id that is not in the topic.',
  *find({ topics }) {
    for (const { topic } of topics) {
      yield* toClaims(topic);
      yield* toQuestions(topic);
      yield* toSources(topic);
    }
  },
};

function* toClaims(topic: Topic): Generator<Found> {
  const claims = claimsById(topic);
  const questions = questionsById(topic);
  const written = [...claims.values()].filter(({ idWritten }) => idWritten).map(({ id }) => id);
  for (const { id, place } of referencesIn(topic)) {
    if (claims.has(id)) continue;
    if (questions.has(id))
      yield { message: `\`${id}\` is a question, not a claim`, place, hint: 'write the id of a claim' };
    else yield unknown(`there is no claim \`${id}\``, place, hintFor(id, written));
  }
}

function* toQuestions(topic: Topic): Generator<Found> {
  const questions = questionsById(topic);
  const ids = [...questions.keys()];
  for (const claim of claimsOf(topic)) {
    for (const id of claim.implies?.keys() ?? []) {
      if (questions.has(id)) continue;
      yield unknown(`there is no question \`${id}\``, keyAt(claim, 'implies', id), hintFor(id, ids));
    }
  }
  for (const question of topic.questions) {
    const id = question.part_of;
    if (id === undefined || questions.has(id)) continue;
    yield unknown(`there is no question \`${id}\``, valueAt(question, 'part_of'), hintFor(id, ids));
  }
}

function* toSources(topic: Topic): Generator<Found> {
  const ids = topic.sources.filter(({ declared }) => declared).map(({ id }) => id);
  for (const claim of claimsOf(topic)) {
    const known = new Set(claim.sources.map(({ id }) => id));
    for (const [index, id] of claim.sourceIds.entries()) {
      if (known.has(id)) continue;
      const near = nearest(id, ids);
      const hint = near === undefined ? 'list it under `sources`, or write its URL' : `did you mean \`${near}\`?`;
      yield unknown(`there is no source \`${id}\``, sourceAt(claim, index), hint);
    }
  }
}

function sourceAt(claim: Claim, index: number): Found['place'] {
  return referenceAt(claim, 'source', index, claim.sourceIds.length);
}

function hintFor(id: string, ids: readonly string[]): string {
  if (id.includes('#')) return 'one topic cannot refer to another; write an id of this topic';
  const near = nearest(id, ids);
  return near === undefined ? 'write an id of this topic as it stands under `id`' : `did you mean \`${near}\`?`;
}

function unknown(message: string, place: Found['place'], hint: string): Found {
  return { message, place, hint };
}
