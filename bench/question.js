// How long the clashes of one crowded question take to find, and how that grows. From 8,000 claims on, where the time is
// no longer that of cold code, doubling the claims may take 2.3 times as long, on the average of all doublings: a single
// one hangs on what else the machine does.
import { build } from 'esbuild';

const SIZES = [1000, 2000, 4000, 8000, 16_000, 32_000, 64_000, 100_000];
const LIMIT = 2.3;
const OPTIONS = ['north', 'south', 'east', 'west', 'centre'];
const WORDS = ['', 'about ', 'at least ', 'up to ', 'more than '];

const SHAPES = {
  'a number, once for all': {
    question: { kind: 'number', time: 'fixed' },
    claim: (index) => ({ answer: `exactly ${scattered(index, 1_000_003)}` }),
  },
  'a number in five ways, without a time': {
    question: { kind: 'number' },
    claim: (index) => ({ answer: `${WORDS[index % WORDS.length]}${100 * (1 + scattered(index, 997))}` }),
  },
  'a choice of five': {
    question: { kind: 'choice', time: 'fixed', options: OPTIONS },
    claim: (index) => ({ answer: OPTIONS[scattered(index, OPTIONS.length)] }),
  },
  'a date': {
    question: { kind: 'date', time: 'fixed' },
    claim: (index) => ({ answer: dayOf(scattered(index, 9973)) }),
  },
  'a running total, ten a day': {
    question: { kind: 'number', time: 'cumulative' },
    claim: (index) => ({ answer: `exactly ${index + scattered(index, 50)}`, as_of: dayOf(index / 10) }),
  },
  'a state, ten a day': {
    question: { kind: 'yes-no', time: 'state' },
    claim: (index) => ({ answer: scattered(index, 3) === 0 ? 'yes' : 'no', as_of: dayOf(index / 10) }),
  },
  'a state on which all agree': {
    question: { kind: 'yes-no', time: 'state' },
    claim: () => ({ answer: 'yes' }),
  },
};

const { topicFrom, analyseTopic } = await engine();
let isTooSteep = false;
for (const [name, shape] of Object.entries(SHAPES)) {
  console.log(`\n${name}\n  claims        ms   doubled        clashing pairs`);
  let [warm, last] = [];
  for (const size of SIZES) {
    const topic = topicOf(shape, size);
    const runs = Array.from({ length: size > 20_000 ? 2 : 4 }, () => timed(topic));
    const best = runs.reduce((a, b) => (a.milliseconds < b.milliseconds ? a : b));
    const now = { size, ...best };
    console.log(`  ${row(now, last && growth(last, now))}`);
    last = now;
    warm ??= size >= 8000 ? now : undefined;
  }
  isTooSteep ||= growth(warm, last) > LIMIT;
  console.log(`  from ${warm.size.toLocaleString('en')} on ${growth(warm, last).toFixed(2)} x for each doubling`);
}
if (isTooSteep) {
  console.log(`\nDoubling the claims took more than ${LIMIT} times as long.`);
  process.exitCode = 1;
}

/** The modules as they are, in one. */
async function engine() {
  const contents = `
    export { topicFrom } from './tests/harness/topic.ts';
    export { analyseTopic } from './src/analysis/analyse.ts';`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: `${import.meta.dirname}/..` },
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

function topicOf({ question, claim }, size) {
  const claims = Array.from({ length: size }, (_, index) => ({
    id: `claim-${index}`,
    speaker: `Speaker ${index % 500}`,
    party: `Party ${index % 7}`,
    date: dayOf(index / 10),
    says: 'It is so',
    ...claim(index),
  }));
  return topicFrom({ ask: 'How is it?', ...question }, claims);
}

function timed(topic) {
  const start = performance.now();
  const analysis = analyseTopic(topic);
  const milliseconds = performance.now() - start;
  const { contradiction, tension, more } = analysis.questions[0].pairs;
  return { milliseconds, pairs: contradiction + tension, more };
}

/** By how much the time grows when the claims are doubled. */
function growth(from, to) {
  return (to.milliseconds / from.milliseconds) ** (1 / Math.log2(to.size / from.size));
}

function row({ size, milliseconds, pairs, more }, doubled) {
  const times = doubled === undefined ? '' : `${doubled.toFixed(2)} x`;
  const counted = `${more ? 'more than ' : ''}${pairs.toLocaleString('en')}`;
  return `${size.toLocaleString('en').padStart(6)}${milliseconds.toFixed(0).padStart(10)}${times.padStart(10)}${counted.padStart(22)}`;
}

// The same numbers in every run, in no order.
function scattered(index, below) {
  return (index * 7919) % below;
}

function dayOf(number) {
  return new Date((10_000 + Math.floor(number)) * 86_400_000).toISOString().slice(0, 10);
}
