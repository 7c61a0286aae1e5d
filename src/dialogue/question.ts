import type { Asker, Choice } from '../io.ts';
import type { Topic } from '../ledger/model.ts';
import type { Tree } from '../ledger/reader/tree.ts';
import { matching } from '../nearest.ts';
import { commaWords } from '../text.ts';
import { among, NEW, NONE } from './choice.ts';
import { needed, optionsFault } from './fault.ts';

/** Which question of the topic a claim answers: one that is there, a new one, or none. */
export async function askQuestion(ask: Asker, topic: Topic | undefined): Promise<Tree | undefined> {
  const choices = (typed: string): readonly Choice[] => [
    ...matching(typed, topic?.questions ?? [], ({ id, ask: words }) => `${words} ${id}`).map((one) => ({
      value: `=${one.id}`,
      name: one.ask,
      note: one.id,
    })),
    { value: NEW, name: 'A new question' },
    { value: NONE, name: 'None: it answers no question yet' },
  ];
  const picked = await ask.choose({ message: 'Which question does it answer?', choices });
  if (picked === NEW) return askNewQuestion(ask);
  return picked === NONE ? undefined : picked.slice(1);
}

const KINDS: readonly Choice[] = [
  { value: 'yes-no', name: 'Yes or no' },
  { value: 'choice', name: 'One of several answers', note: 'They must exclude each other' },
  { value: 'number', name: 'A number' },
  { value: 'date', name: 'A day or a period' },
];

async function askNewQuestion(ask: Asker): Promise<Tree> {
  const words = await ask.line({ message: 'What does it ask? Short and positive', check: needed });
  const kind = await ask.choose({ message: 'What is an answer?', choices: among(KINDS) });
  const question = new Map<string, Tree>([
    ['ask', words],
    ['kind', kind],
  ]);
  if (kind === 'choice') {
    const options = await ask.line({ message: 'The answers, with commas between', check: optionsFault });
    question.set('options', commaWords(options));
  }
  if (kind === 'number') {
    const unit = await ask.line({ message: 'What is counted? (people, km, %; may be left empty)' });
    if (unit !== '') question.set('unit', unit);
  }
  const time = await ask.choose({ message: 'Does the answer change with time?', choices: among(TIMES) });
  if (time !== NONE) question.set('time', time);
  return question;
}

const TIMES: readonly Choice[] = [
  { value: 'fixed', name: 'No: there is one answer for good' },
  { value: 'state', name: 'Yes: it is true on a day' },
  { value: 'flow', name: 'Yes: it counts over a period' },
  { value: 'cumulative', name: 'Yes: it is a total so far, which never falls' },
  { value: NONE, name: 'Leave it open' },
];
