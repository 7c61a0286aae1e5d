import type { QuestionAnalysis } from '../analysis/analyse.ts';
import { type Clash, inSaidOrder } from '../analysis/clash.ts';
import { compare } from '../analysis/compare.ts';
import { explain } from '../analysis/explain.ts';
import { partyKey } from '../analysis/kind.ts';
import { isAnswer, type Said } from '../analysis/said.ts';
import { timeOf } from '../analysis/select.ts';
import { spokenDate } from '../date.ts';
import { textOf } from '../sentence.ts';
import type { Block } from './block.ts';
import { moveItems } from './brief-changes.ts';
import type { BriefSheet } from './brief-sheet.ts';
import { answerText, asSentence } from './brief-words.ts';
import { campBlocks } from './camps.ts';
import { type Line, plain, toned } from './line.ts';
import { shownClaim } from './shown.ts';
import { between } from './words.ts';

/** A question with every claim on it once, in the order of the parties, and why which of them clash. */
export function questionBlocks(sheet: BriefSheet, asked: QuestionAnalysis): readonly Block[] {
  const { question, said, clashes, status } = asked;
  const open = clashes.filter(({ word }) => word !== 'shift');
  return [
    { block: 'heading', level: 3, text: question.ask },
    ...(question.measure === undefined ? [] : [text(plain(`What is meant: ${asSentence(question.measure)}`))]),
    ...campBlocks(asked).slice(1),
    claims(sheet, asked, said),
    ...elsewhere(sheet, asked, open),
    ...open.map((clash) => text(reasonLine(clash))),
    ...(status === 'one-sided' || status === 'open' ? moveItems(sheet, asked).map(text) : []),
    ...(status === 'apart' ? whyApart(asked) : []),
  ];
}

function text(line: Line): Block {
  return { block: 'text', line };
}

/** By column, then by party, then by time; what is left stands as in the file. */
function claims({ analysis, columns, numbers }: BriefSheet, asked: QuestionAnalysis, said: readonly Said[]): Block {
  const parties = new Map<string, number>();
  for (const { claim } of said) if (!parties.has(partyKey(claim))) parties.set(partyKey(claim), parties.size);
  const rank = ({ claim }: Said): readonly [number, number, number] => [
    columns.indexOf(claim) ?? columns.titles.length,
    parties.get(partyKey(claim)) ?? 0,
    timeOf(claim),
  ];
  const ranked = said.map((one) => ({ one, by: rank(one) }));
  ranked.sort((a, b) => a.by[0] - b.by[0] || a.by[1] - b.by[1] || a.by[2] - b.by[2]);
  const shown = ranked.map(({ one }) =>
    shownClaim({ ...one, words: answerText(one, asked) }, numbers, { replaced: analysis.replaced.has(one.claim) }),
  );
  return { block: 'claims', form: 'full', claims: shown };
}

/** The claims on another question, of which this one is a part, that clash with claims on this one. */
function elsewhere(sheet: BriefSheet, asked: QuestionAnalysis, clashes: readonly Clash[]): readonly Block[] {
  const sides = new Set(clashes.flatMap((clash) => clash.sides));
  const here = new Set(asked.said);
  const others = [...sides].filter((side) => !here.has(side));
  if (others.length === 0) return [];
  return [text(plain('Said of the whole, of which this is a part:')), claims(sheet, asked, others)];
}

/** What clashes with what, why, and what a person who looked at it wrote. */
function reasonLine(clash: Clash): Line {
  const { word, reason, reviewed, of } = clash;
  const more = of === undefined ? '' : ` (one of ${of} such pairs)`;
  const lead = [toned(NAMES[word], word), { text: ` (${textOf(between(clash))}): ${textOf(reason)}${more}.` }];
  if (reviewed === undefined) return lead;
  const by = reviewed.by === undefined ? '' : ` by ${reviewed.by}`;
  const on = reviewed.on === undefined ? '' : `, ${spokenDate(reviewed.on)}`;
  return [...lead, { text: ` Reviewed${by}${on}: ${asSentence(reviewed.reason)}` }];
}

const NAMES = { contradiction: 'Contradiction', opposed: 'Opposed', tension: 'Tension', shift: 'Shift' } as const;

/** Why the first answers of two parties cannot be held against each other. */
function whyApart({ said, question }: QuestionAnalysis): readonly Block[] {
  const answers = said.filter(isAnswer);
  const first = answers[0];
  const other = answers.find(({ claim }) => first !== undefined && partyKey(claim) !== partyKey(first.claim));
  if (first === undefined || other === undefined) return [];
  const [a, b] = inSaidOrder(first, other);
  const comparison = compare(a, b, question);
  if (comparison.verdict !== 'incomparable') return [];
  return [text(plain(`Not comparable: ${textOf(explain(a, b, comparison))}.`))];
}
