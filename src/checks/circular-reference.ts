import type { Claim, Question, Topic } from '../ledger/model.ts';
import type { Check, Found } from './check.ts';
import { keyAt, valueAt } from './places.ts';
import { claimsById, questionsById } from './references.ts';

export const circularReference: Check = {
  code: 'circular-reference',
  severity: 'error',
  summary:
    'A question is part of itself, or a claim replaces itself, be it by way of others; or a claim refers to itself.',
  *find({ topic, claims }) {
    yield* parts(topic);
    yield* replacements(claims);
    yield* toThemselves(claims);
  },
};

function* parts(topic: Topic): Generator<Found> {
  if (topic.questions.every(({ part_of }) => part_of === undefined)) return;
  for (const circle of circles(questionsById(topic), ({ part_of }) => part_of)) {
    yield around(circle, 'part_of', 'is part of itself', 'take one `part_of` out: a part belongs to one whole');
  }
}

function* replacements(claims: readonly Claim[]): Generator<Found> {
  if (claims.every(({ replaces }) => replaces === undefined)) return;
  for (const circle of circles(claimsById(claims), ({ replaces }) => replaces)) {
    yield around(circle, 'replaces', 'replaces itself', 'let only the later claim replace the earlier one');
  }
}

function* toThemselves(claims: readonly Claim[]): Generator<Found> {
  for (const claim of claims) {
    if (claim.reviewed !== undefined || claim.implies !== undefined) yield* toItself(claim);
  }
}

function* toItself(claim: Claim): Generator<Found> {
  for (const review of claim.reviewed ?? []) {
    if (review.with !== claim.id) continue;
    const place = valueAt({ file: claim.file, path: review.where.path }, 'with');
    yield {
      message: `\`${claim.id}\` is reviewed with itself`,
      place,
      hint: 'write the id of the claim it clashes with',
    };
  }
  if (claim.question === undefined || !claim.implies?.has(claim.question)) return;
  yield {
    message: `\`${claim.id}\` implies an answer to its own question`,
    place: keyAt(claim, 'implies', claim.question),
    hint: 'write it as the `answer`',
  };
}

function around(circle: Circle, key: 'part_of' | 'replaces', does: string, hint: string): Found {
  const [first, ...others] = circle;
  const by = others.map(({ id }) => `\`${id}\``).join(', ');
  const message = `\`${first.id}\` ${does}${by === '' ? '' : ` by way of ${by}`}`;
  const related = others.map((entry) => ({
    message: `\`${entry.id}\` leads on from here`,
    place: valueAt(entry, key),
  }));
  return { message, place: valueAt(first, key), hint, ...(related.length === 0 ? {} : { related }) };
}

type Entry = Question | Claim;
type Circle = readonly [Entry, ...Entry[]];

/** Each circle once, from its first entry in the file on. An entry leads to at most one other. */
function* circles<T extends Entry>(
  byId: ReadonlyMap<string, T>,
  next: (entry: T) => string | undefined,
): Generator<Circle> {
  const order = new Map([...byId.values()].map((entry, index) => [entry, index]));
  const seen = new Set<T>();
  for (const start of byId.values()) {
    const walked: T[] = [];
    let entry: T | undefined = start;
    while (entry !== undefined && !seen.has(entry)) {
      seen.add(entry);
      walked.push(entry);
      entry = byId.get(next(entry) ?? '');
    }
    const from = entry === undefined ? -1 : walked.indexOf(entry);
    if (from !== -1) yield fromFirst(walked.slice(from), order);
  }
}

function fromFirst<T extends Entry>(circle: readonly T[], order: ReadonlyMap<T, number>): Circle {
  const place = (entry: T): number => order.get(entry) ?? 0;
  const first = circle.reduce((best, entry) => (place(entry) < place(best) ? entry : best));
  const at = circle.indexOf(first);
  return [first, ...circle.slice(at + 1), ...circle.slice(0, at)];
}
