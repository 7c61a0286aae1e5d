import { wholeOf } from '../analysis/compare.ts';
import type { Asked } from '../analysis/said.ts';
import { isPercent } from '../answers/read.ts';
import type { Check, Found } from './check.ts';
import { valueAt } from './places.ts';

/** Rule 3.5: a part is held against its whole only in the same unit, never %, and on the same footing in time. */
export const unlikePart: Check = {
  code: 'unlike-part',
  severity: 'warning',
  summary: 'A question is part of one that counts something else, so that the two are never compared.',
  *find({ questions }) {
    if (questions.every(({ question }) => question.part_of === undefined)) return;
    const byId = new Map(questions.map((asked) => [asked.question.id, asked]));
    for (const part of questions) {
      const whole = wholeOf(part, byId);
      const different = whole === undefined ? undefined : difference(part, whole);
      if (whole !== undefined && different !== undefined) yield unlike(part, whole, different);
    }
  },
};

interface Difference {
  readonly because: string;
  readonly hint: string;
}

function difference(part: Asked, whole: Asked): Difference | undefined {
  const [one, other] = [part.question, whole.question];
  if (!one.sound || !other.sound) return undefined;
  if (isPercent(one.unit) && isPercent(other.unit)) return SHARES;
  if ((one.unit ?? '') !== (other.unit ?? '')) return differing('unit');
  return (one.time ?? 'fixed') === (other.time ?? 'fixed') ? undefined : differing('time');
}

const SHARES: Difference = {
  because: 'a share of a part says nothing about the share of the whole',
  hint: 'take `part_of` out, or ask both for numbers',
};

function differing(key: 'unit' | 'time'): Difference {
  return { because: `their \`${key}\` differs`, hint: `give both the same \`${key}\`, or take \`part_of\` out` };
}

function unlike({ question }: Asked, whole: Asked, { because, hint }: Difference): Found {
  return {
    message: `\`${question.id}\` is never compared with \`${whole.question.id}\`, which it is part of: ${because}`,
    place: valueAt(question, 'part_of'),
    hint,
    related: [{ message: 'the whole is here', place: valueAt(whole.question) }],
  };
}
