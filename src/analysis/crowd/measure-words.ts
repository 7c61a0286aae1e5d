import { answerKey, meetWords, type Words } from '../../answers/choice.ts';
import { grouped } from '../grouped.ts';
import { addPairs, type Sign, type Tallies } from './count.ts';
import { addBetween, each, type Measure, opposite, type Term } from './measure.ts';
import type { Group } from './ranges.ts';

type Meeting = ReturnType<typeof meetWords>;

/**
 * Rule 3.3 by what is answered. Those who give one word clash with all who give another, so that they are counted at
 * once; only lists and `not X` are held against each different answer.
 */
export function measureWords(words: readonly Words[], firm: Uint8Array): Measure {
  const keys = words.map(answerKey);
  const isWide = ([item = 0]: Group): boolean => words[item]?.not === true || new Set(words[item]?.any).size > 1;
  const meeting = ([a = 0]: Group, [b = 0]: Group): Meeting => {
    const [one, other] = [words[a], words[b]];
    return one === undefined || other === undefined ? 'shared' : meetWords(one, other);
  };
  return (group, terms, sums, sign) => {
    const count = (items: Group, found: readonly Meeting[], by: readonly Term[], tallies: Tallies): void => {
      const answers = grouped(items, (item) => keys[item]);
      const narrow = answers.filter((answer) => !isWide(answer));
      const wide = answers.filter(isWide);
      const [one, another] = narrow;
      if (one !== undefined && another !== undefined && found.includes(meeting(one, another))) {
        addAmong(narrow, by, tallies, sign);
      }
      for (const [index, answer] of wide.entries()) {
        const others = [...narrow, ...wide.slice(index + 1)].filter((other) => found.includes(meeting(answer, other)));
        each([others.flat()], by, sign, (rivals, where, signed) => addBetween(answer, rivals, where, tallies, signed));
      }
    };
    count(group, ['apart', 'unsure'], terms.clash, sums.clash);
    count(
      group.filter((item) => firm[item] === 1),
      ['apart'],
      terms.firm,
      sums.firm,
    );
  };
}

/** Pairs of which one gives one answer and the other another. */
function addAmong(answers: readonly Group[], by: readonly Term[], tallies: Tallies, sign: Sign): void {
  each([answers.flat()], by, sign, (all, where, signed) => addPairs(all, where, tallies, signed));
  each(answers, by, sign, (same, where, signed) => addPairs(same, where, tallies, opposite(signed)));
}
