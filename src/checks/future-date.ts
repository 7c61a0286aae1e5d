import type { DayRange } from '../date.ts';
import type { Check, Desk, Found } from './check.ts';
import { valueAt } from './places.ts';

/** What a claim speaks about may lie ahead; what was said, published or reviewed may not. */
export const futureDate: Check = {
  code: 'future-date',
  severity: 'error',
  summary: 'A claim, a source or a review is dated after today.',
  *find({ topic, claims }, desk) {
    for (const claim of claims) {
      if (isAhead(claim.date, desk)) yield ahead('date', valueAt(claim, 'date'));
      for (const { on, where } of claim.reviewed ?? NONE) {
        if (isAhead(on, desk)) yield ahead('on', valueAt({ file: claim.file, path: where.path }, 'on'));
      }
    }
    for (const source of topic.sources) {
      if (source.declared && isAhead(source.published, desk)) yield ahead('published', valueAt(source, 'published'));
    }
  },
};

const NONE = [] as const;

function isAhead(date: DayRange | undefined, { today }: Desk): boolean {
  return date !== undefined && date.first > today;
}

function ahead(key: 'date' | 'published' | 'on', place: Found['place']): Found {
  const hint = key === 'date' ? 'a day that the claim speaks about goes into `as_of`' : undefined;
  const message = `\`${key}\` lies in the future`;
  return hint === undefined ? { message, place } : { message, place, hint };
}
