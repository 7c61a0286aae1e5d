import type { Check } from './check.ts';
import { keyAt } from './places.ts';

export const unusedSpeaker: Check = {
  code: 'unused-speaker',
  severity: 'warning',
  summary: 'A speaker is listed in a topic, but says nothing in it.',
  *find({ topic, claims }) {
    const used = new Set(claims.map(({ speaker }) => speaker));
    for (const speaker of topic.speakers) {
      if (!speaker.declared || speaker.file !== topic.file || used.has(speaker)) continue;
      yield {
        message: `no claim is by the speaker \`${speaker.id}\``,
        place: keyAt(speaker),
        hint: 'correct the claims that name this speaker in another way, or take the speaker out',
      };
    }
  },
};
