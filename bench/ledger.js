// Ledgers of any size to measure with, the same in every run for the same seed. All that is in them is invented. The
// same claims can be written as a journal for hledger and ledger, for beancount, and as JSON Lines.
import { mkdirSync, writeFileSync } from 'node:fs';

/** Claims in a file of a ledger, unless another number is asked for. */
const IN_A_FILE = 40;
const IN_A_QUESTION = 10;

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

/** Every claim of such a ledger with its topic, as flat objects. */
export function* claimsOf(options) {
  for (const file of filesOf(options)) {
    for (const question of questionsOf(file)) {
      for (const claim of question.claims) yield { topic: file.id, question: question.id, ...claim };
    }
  }
}

function* filesOf({ claims, seed = 1, large = 0, inAFile = IN_A_FILE }) {
  const files = Math.ceil((claims - large) / inAFile);
  for (let index = 0; index < files; index += 1) {
    const size = Math.min(inAFile, claims - large - index * inAFile);
    yield { id: `topic-${pad(index, 5)}`, folder: `part-${pad(Math.floor(index / 500), 3)}`, index, size, seed };
  }
  if (large > 0) yield { id: 'topic-large', folder: 'large', index: files, size: large, seed };
}

const PARTIES = ['Ministry', 'Relief Board', 'Front'];

const PLACES = ['northern crossing', 'river depot', 'old market', 'harbour gate', 'eastern clinic', 'rail yard'];
const GOODS = ['trucks', 'tents', 'pumps', 'patients', 'crates', 'boats'];
const REASONS = [
  'after a road that had been closed for nine days was opened again',
  'as the crews on both banks worked through the night',
  'while the talks on a longer pause went on in the capital',
  'though the bridge still bears no more than one at a time',
];

function questionsOf({ index, size, seed }) {
  const random = randomFrom(seed * 1_000_003 + index);
  return Array.from({ length: Math.ceil(size / IN_A_QUESTION) }, (_, number) => {
    const place = PLACES[(index + number) % PLACES.length];
    const goods = GOODS[(index + 2 * number) % GOODS.length];
    const least = 10 + Math.floor(random() * 40);
    const count = Math.min(IN_A_QUESTION, size - number * IN_A_QUESTION);
    const claims = Array.from({ length: count }, (__, at) => {
      const speaker = Math.floor(random() * 6);
      const day = dayOf(index + number, at);
      const amount = least + at * 3;
      const reason = REASONS[Math.floor(random() * REASONS.length)];
      return {
        id: `q${number}-c${at}`,
        speaker: `speaker-${speaker}`,
        party: PARTIES[speaker % PARTIES.length],
        date: day,
        says: `At least ${amount} ${goods} have come through at the ${place} in district ${index % 97} since the start of the week, ${reason}`,
        answer: `at least ${amount}`,
        amount,
        source: `source-${at}`,
        at: `paragraph ${1 + Math.floor(random() * 30)}`,
      };
    });
    return { id: `through-${number}`, place, goods, claims };
  });
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

function canonical({ id, speaker, date, says, answer, source, at }) {
  return [
    `      - id: ${id}`,
    `        speaker: ${speaker}`,
    `        date: ${date}`,
    `        as_of: ${date}`,
    '        verb: said',
    `        says: ${says}`,
    `        answer: ${answer}`,
    `        source: ${source}`,
    `        at: ${at}`,
  ];
}

function byHand(claim, index) {
  const { id, speaker, date, says, answer, source, at } = claim;
  const half = says.indexOf(' ', says.length / 2);
  const [before, after] = [says.slice(0, half), says.slice(half + 1)];
  switch (index % 5) {
    case 0:
      return [
        `      - id: ${id}   # seen by two of the desk`,
        `        speaker: ${speaker}`,
        `        date: "${date}"`,
        `        as_of: '${date}'`,
        '        verb: said',
        '        says: >',
        `          ${before}`,
        `          ${after}`,
        `        answer: "${answer}"`,
        `        source: ${source}`,
        `        at: '${at}'`,
      ];
    case 1:
      return [
        '      # From the second edition.',
        `      - id: ${id}`,
        `        speaker: ${speaker}`,
        `        date: ${date}`,
        `        as_of: ${date}`,
        '        verb: said',
        '        says: |-',
        `          ${before}`,
        `          ${after}`,
        '',
        `        answer: ${answer}`,
        `        source: [${source}]`,
        `        at: ${at}`,
      ];
    case 2:
      return [
        `      - { id: ${id}, speaker: ${speaker}, date: ${date}, as_of: ${date}, verb: said, says: "${says}", answer: ${answer}, source: ${source}, at: ${at} }`,
      ];
    case 3:
      return [
        `      - speaker: ${speaker}`,
        `        id: ${id}`,
        `        date: ${date}`,
        `        as_of: ${date}`,
        `        says: '${before}`,
        `          ${after}'`,
        `        answer: ${answer}`,
        '        verb: said',
        '        source:',
        `          - ${source}`,
        `        at: ${at}`,
      ];
    default:
      return [
        '      -',
        `        id: ${id}`,
        `        speaker: ${speaker}`,
        `        date: ${date}`,
        `        as_of: ${date}`,
        `        says: ${before}`,
        `          ${after}`,
        `        answer: ${answer}`,
        `        source: ${source}`,
        '        verb: said',
        `        at: ${at}`,
      ];
  }
}

// Brackets over several lines with a comment between: nobody writes them so, but YAML has it.
function oddClaim(claim) {
  return canonical(claim).flatMap((line) =>
    line.startsWith('        source: ')
      ? ['        source: [', '          # As printed.', `          ${claim.source},`, '        ]']
      : [line],
  );
}

function dayOf(from, days) {
  return new Date(Date.UTC(2025, 0, 1 + (from % 60) + days)).toISOString().slice(0, 10);
}

// mulberry32: the same numbers from the same seed on every machine.
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function pad(number, width) {
  return String(number).padStart(width, '0');
}
