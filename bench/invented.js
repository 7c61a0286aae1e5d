// Invented claims, the same in every run for the same seed.

/** Claims in a file of a ledger, unless another number is asked for. */
const IN_A_FILE = 40;
/** Claims in a question, but for the last of a file. */
export const IN_A_QUESTION = 10;

/** Every claim of a ledger with its topic, as flat objects. */
export function* claimsOf(options) {
  for (const file of filesOf(options)) {
    for (const question of questionsOf(file)) {
      for (const claim of question.claims) yield { topic: file.id, question: question.id, ...claim };
    }
  }
}

/** The files of a ledger of `claims` claims: `inAFile` in each, and the last `large` in one. */
export function* filesOf({ claims, seed = 1, large = 0, inAFile = IN_A_FILE }) {
  const files = Math.ceil((claims - large) / inAFile);
  for (let index = 0; index < files; index += 1) {
    const size = Math.min(inAFile, claims - large - index * inAFile);
    yield { id: `topic-${pad(index, 5)}`, folder: `part-${pad(Math.floor(index / 500), 3)}`, index, size, seed };
  }
  if (large > 0) yield { id: 'topic-large', folder: 'large', index: files, size: large, seed };
}

export const PARTIES = ['Ministry', 'Relief Board', 'Front'];

const PLACES = ['northern crossing', 'river depot', 'old market', 'harbour gate', 'eastern clinic', 'rail yard'];
const GOODS = ['trucks', 'tents', 'pumps', 'patients', 'crates', 'boats'];
const REASONS = [
  'after a road that had been closed for nine days was opened again',
  'as the crews on both banks worked through the night',
  'while the talks on a longer pause went on in the capital',
  'though the bridge still bears no more than one at a time',
];

/** The questions of a file with their claims. */
export function questionsOf({ index, size, seed }) {
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
