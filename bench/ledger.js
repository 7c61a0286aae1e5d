// Ledgers of any size to measure with. All that is in them is invented.
import { mkdirSync, writeFileSync } from 'node:fs';
import { filesOf, IN_A_QUESTION, PARTIES, questionsOf } from './invented.js';
import { byHand, canonical, oddClaim } from './layouts.js';

/**
 * Writes a ledger of `claims` claims. `style` is `canonical`, as `claims fmt` writes it, or `hand`, in which every file
 * has folded and literal blocks, comments, CRLF, quotes and maps in brackets. The first `odd` claims of each file hold
 * something that only a whole reader of YAML takes. `inAFile` claims stand in a file, and the last `large` in one.
 */
export function writeLedger(folder, options) {
  for (const file of filesOf(options)) {
    mkdirSync(`${folder}/${file.folder}`, { recursive: true });
    writeFileSync(`${folder}/${file.folder}/${file.id}.yaml`, topicText(file, options));
  }
}

function topicText(file, { style = 'canonical', odd = 0 }) {
  const questions = questionsOf(file);
  const used = new Set(questions.flatMap(({ claims }) => claims.map(({ speaker }) => speaker)));
  const sources = new Set(questions.flatMap(({ claims }) => claims.map(({ source }) => source)));
  const head = [
    `topic: Supplies in district ${file.index}`,
    'summary: An invented ledger to measure with',
    `parties: [${PARTIES.join(', ')}]`,
    'speakers:',
    ...[...used]
      .sort()
      .map((id) => `  ${id}: { name: Speaker ${id.slice(8)}, party: ${PARTIES[id.slice(8) % PARTIES.length]} }`),
    'sources:',
    ...[...sources]
      .sort()
      .map((id) => `  ${id}: { outlet: Courier ${id.slice(7)}, kind: article, published: 2025-12-31 }`),
    'questions:',
  ];
  const written = questions.flatMap(({ id, place, goods, claims }, number) => [
    `  - id: ${id}`,
    `    ask: How many ${goods} have come through at the ${place}?`,
    `    unit: ${goods}`,
    '    measure: Counted at the gate, by the day',
    '    time: cumulative',
    '    claims:',
    ...claims.flatMap((claim, at) => {
      const isOdd = number * IN_A_QUESTION + at < odd;
      return isOdd ? oddClaim(claim) : style === 'hand' ? byHand(claim, at) : canonical(claim);
    }),
  ]);
  const lines = [...head, ...written, ''];
  return style === 'hand' ? lines.join('\r\n') : lines.join('\n');
}
