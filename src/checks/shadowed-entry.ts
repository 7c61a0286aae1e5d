import type { Check } from './check.ts';

export const shadowedEntry: Check = {
  code: 'shadowed-entry',
  severity: 'warning',
  summary: 'A topic has a speaker or source of its own under an id that the shared file has too.',
  *find({ topic }) {
    for (const path of topic.shadowing) {
      yield {
        message: `\`${path.at(-1)}\` is in the shared file too; the one here counts`,
        place: { file: topic.file, path, part: 'key' },
        hint: 'take one of them out, or give this one another id',
      };
    }
  },
};
