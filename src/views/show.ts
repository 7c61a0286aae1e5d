import { type QuestionAnalysis, saidBy, type TopicAnalysis } from '../analysis/analyse.ts';
import type { Clash } from '../analysis/clash.ts';
import type { Claim } from '../ledger/model.ts';
import type { Block, ShownClash, View } from './block.ts';
import { claimData, clashData, sourceData } from './data.ts';
import { lacksOf } from './lacks/index.ts';
import type { Line } from './line.ts';
import { type SourceNumbers, shownClaim, shownClash, sourceNumbers, sourcesBlock } from './shown.ts';
import { countsLine } from './words.ts';

/** One claim whole: its words, where it comes from, and every clash it is in. */
export function showClaim(analysis: TopicAnalysis, claim: Claim): View {
  const numbers = sourceNumbers();
  const clashes = analysis.byClaim.get(claim.id) ?? [];
  const asked = analysis.questions.find(({ question }) => question.id === claim.question);
  const full = shownClaim(saidBy(analysis, claim), numbers, { replaced: analysis.replaced.has(claim) });
  return {
    data: { claim: claimData(claim, clashes), clashes: clashes.map(clashData), sources: claim.sources.map(sourceData) },
    blocks: [
      { block: 'heading', level: 2, text: `${analysis.topic.id}#${claim.id}` },
      { block: 'facts', facts: claimFacts(claim, asked) },
      { block: 'claims', form: 'full', claims: [full] },
      ...clashes.map((clash): Block => ({ block: 'clash', clash: against(clash, claim, numbers) })),
      ...sourcesBlock(numbers),
    ],
  };
}

/** A question with its answers, its clashes, and what the file lacks that would settle it. */
export function showQuestion(analysis: TopicAnalysis, asked: QuestionAnalysis): View {
  const numbers = sourceNumbers();
  const { question, kind, said, clashes, status } = asked;
  const lacks = lacksOf(analysis, asked);
  const {
    id,
    ask,
    time = 'fixed',
    about = 'fact',
    unit,
    measure,
    options,
    window,
    tolerance,
    part_of,
    note,
  } = question;
  const given = Object.entries({ unit, measure, options, window, tolerance, part_of, note }).filter(
    ([, value]) => value !== undefined,
  );
  const claims = question.claims.map((claim) => claimData(claim, analysis.byClaim.get(claim.id) ?? []));
  return {
    data: {
      question: { topic: question.topic, id, ask, kind, time, about, ...Object.fromEntries(given), status },
      claims,
      clashes: clashes.map(clashData),
      lacks,
    },
    blocks: [
      { block: 'heading', level: 2, text: ask },
      {
        block: 'facts',
        facts: [
          ...questionFacts(asked),
          ...given.map(([key, value]): readonly [string, Line] => [
            key,
            [{ text: Array.isArray(value) ? value.join(', ') : String(value) }],
          ]),
        ],
      },
      {
        block: 'claims',
        form: 'full',
        claims: said.map((one) => shownClaim(one, numbers, { replaced: analysis.replaced.has(one.claim) })),
      },
      ...clashBlocks(clashes, numbers),
      ...section('What would settle it', lacks),
      ...sourcesBlock(numbers),
    ],
  };
}

// The claim itself stands above: of each clash the other side is what is new.
function against(clash: Clash, claim: Claim, numbers: SourceNumbers): ShownClash {
  const shown = shownClash(clash, numbers);
  return { ...shown, sides: shown.sides.filter((_, side) => clash.sides[side]?.claim !== claim) };
}

function claimFacts(claim: Claim, asked: QuestionAnalysis | undefined): readonly (readonly [string, Line])[] {
  const { denies, replaces, implies, lang } = claim;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['question', asked?.question.ask ?? 'none'],
    ['language', lang],
    ['denies', denies?.join(', ')],
    ['replaces', replaces],
    ['implies', implies && [...implies].map(([id, answer]) => `${id}: ${String(answer)}`).join(', ')],
  ];
  return facts.flatMap(([label, text]): readonly (readonly [string, Line])[] =>
    text === undefined ? [] : [[label, [{ text }]]],
  );
}

function questionFacts({ question, kind, status, counts }: QuestionAnalysis): readonly (readonly [string, Line])[] {
  const { id, topic, time = 'fixed', about = 'fact' } = question;
  return [
    ['id', [{ text: `${topic}#${id}` }]],
    ['kind', [{ text: `${kind}, ${time}, ${about}` }]],
    ['status', [{ text: `${status}: ` }, ...countsLine(counts)]],
  ];
}

function clashBlocks(clashes: readonly Clash[], numbers: SourceNumbers): readonly Block[] {
  return clashes.map((clash): Block => ({ block: 'clash', clash: shownClash(clash, numbers) }));
}

function section(text: string, items: readonly string[]): readonly Block[] {
  return items.length === 0
    ? []
    : [
        { block: 'heading', level: 3, text },
        { block: 'items', items: items.map((item) => [{ text: item }]) },
      ];
}
