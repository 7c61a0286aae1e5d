import type { Asker } from '../io.ts';
import type { Known } from '../ledger/cast.ts';
import type { Tree } from '../ledger/reader/tree.ts';
import type { Wanted } from '../ledger/write/draft.ts';
import { askAnswer, rulesOf } from './answer.ts';
import { dateFault } from './fault.ts';
import { askQuestion } from './question.ts';
import { askSource } from './source.ts';
import { askSpeaker } from './speaker.ts';

/** Asks for what a claim still lacks, in the order in which a person has it at hand. */
export async function askedFor(ask: Asker, known: Known, given: Wanted): Promise<Wanted> {
  const wanted = new Map(given);
  const fill = async (key: string, answer: () => Promise<Tree | undefined>): Promise<void> => {
    if (wanted.has(key)) return;
    const value = await answer();
    if (value !== undefined && value !== '') wanted.set(key, value);
  };
  await fill('question', () => askQuestion(ask, known.topic));
  await fill('speaker', () => askSpeaker(ask, known));
  await fill('date', () =>
    ask.line({ message: 'When was it said? (2025-05-17; leave empty if it is not known)', check: dateFault }),
  );
  if (!wanted.has('quote')) await fill('says', () => ask.line({ message: 'What do they say, in your words?' }));
  const needsQuote = !wanted.has('says');
  await fill('quote', () =>
    ask.line({
      message: `The exact words${needsQuote ? '' : ' (leave empty if there are none)'}`,
      check: (text) => (needsQuote && text === '' ? 'a claim needs your words or theirs' : undefined),
    }),
  );
  const rules = rulesOf(wanted.get('question'), known.topic);
  if (rules !== undefined) await fill('answer', () => askAnswer(ask, rules));
  await fill('source', () => askSource(ask, known));
  return wanted;
}
