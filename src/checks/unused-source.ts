import type { Claim, Topic } from '../ledger/model.ts';
import { nearest } from '../nearest.ts';
import type { Check } from './check.ts';
import { keyAt } from './places.ts';

export const unusedSource: Check = {
  code: 'unused-source',
  severity: 'warning',
  summary: 'A source is listed in a topic, but no claim of it names the source.',
  *find({ topic, claims }) {
    if (claims.some(lostItsSource)) return;
    const used = usedIn(topic, claims);
    for (const source of topic.sources) {
      if (!source.declared || source.file !== topic.file || used.has(source.id)) continue;
      yield {
        message: `no claim names the source \`${source.id}\``,
        place: keyAt(source),
        hint: 'name it in the claims that it has, or take it out',
      };
    }
  },
};

// The fault that made it so is reported, and may well be a slip in the key.
function lostItsSource({ sound, sourceIds }: Claim): boolean {
  return !sound && sourceIds.length === 0;
}

/** The ids that claims name, and those that they probably mean. */
function usedIn(topic: Topic, claims: readonly Claim[]): ReadonlySet<string> {
  const found = new Set<string>();
  const unknown = new Set<string>();
  for (const { sources, sourceIds } of claims) {
    for (const { id } of sources) found.add(id);
    if (sources.length < sourceIds.length) for (const id of sourceIds) unknown.add(id);
  }
  const ids = topic.sources.filter(({ declared }) => declared).map(({ id }) => id);
  const meant = [...unknown].filter((id) => !found.has(id)).flatMap((id) => nearest(id, ids) ?? []);
  return new Set([...found, ...meant]);
}
