import { type QuestionAnalysis, saidBy, type TopicAnalysis } from '../analysis/analyse.ts';
import { type Clash, inListOrder, inSaidOrder } from '../analysis/clash.ts';
import { type Comparison, compare, comparePart, outOfScope } from '../analysis/compare.ts';
import { explain, spokenSet } from '../analysis/explain.ts';
import { kindBetween } from '../analysis/kind.ts';
import { clashAt, type Meeting, meetingsOf } from '../analysis/meeting.ts';
import type { Asked, Said } from '../analysis/said.ts';
import type { Claim } from '../ledger/model.ts';
import { textOf } from '../sentence.ts';
import type { Block, View } from './block.ts';
import type { Line } from './line.ts';
import { shownClaim, sourceNumbers, sourcesBlock } from './shown.ts';
import { joined, SIGNS } from './words.ts';

/** The verdict on any two claims: both sets, the rule, and the sentence. */
export function why(analyses: readonly TopicAnalysis[], one: Claim, other: Claim): View {
  const pair = pairing(analysisOf(analyses, one), analysisOf(analyses, other), one, other);
  const { sides, asked, comparison, clash } = pair;
  const reason = textOf(clash?.reason ?? explain(sides[0], sides[1], comparison, asked?.question.about));
  const verdict = clash?.verdict ?? comparison.verdict;
  const rule = clash?.rule ?? comparison.rule;
  const sets = sides.map(({ answer }) => ({
    core: answer ? spokenSet(answer, 'core') : '',
    halo: answer ? spokenSet(answer, 'halo') : '',
  }));
  const kind = clash?.kind ?? kindBetween(sides[0].claim, sides[1].claim, asked?.kind ?? 'choice');
  return {
    data: { claims: sides.map(({ claim }) => claim.id), verdict, kind, rule, reason, sets },
    blocks: blocksOf(pair, { verdict, rule, reason, kind, sets }),
  };
}

function analysisOf(analyses: readonly TopicAnalysis[], claim: Claim): TopicAnalysis {
  const found = analyses.find(({ topic }) => topic.id === claim.topic);
  if (found === undefined) throw new Error(`the topic of ${claim.id} is not among those read`);
  return found;
}

interface Pairing {
  readonly sides: readonly [Said, Said];
  readonly asked: Asked | undefined;
  /** The questions that the two answer: one, or a part's and the whole's, or two that have nothing to do with each other. */
  readonly asks: readonly string[];
  readonly comparison: Comparison;
  readonly clash: Clash | undefined;
  /** What else is to be said of the two. */
  readonly notes: readonly string[];
}

function pairing(analysis: TopicAnalysis, elsewhere: TopicAnalysis, one: Claim, other: Claim): Pairing {
  const meetings = (analysis === elsewhere ? meetingsOf(analysis, one, other) : []).map(pairingAt);
  const strongest = inListOrder(meetings.flatMap(({ clash }) => clash ?? []))[0];
  const found = meetings.find(({ clash }) => clash === strongest);
  if (found !== undefined) return withoutReplaced(found, analysis);
  const sides = inSaidOrder(saidBy(analysis, one), saidBy(elsewhere, other));
  const asks = [analysis, elsewhere].flatMap((where, side) =>
    where.questions.filter(({ question }) => question.claims.includes(side === 0 ? one : other)),
  );
  const comparison = outOfScope(...sides);
  return {
    sides,
    asked: undefined,
    asks: asks.map(({ question }) => question.ask),
    comparison,
    clash: undefined,
    notes: [],
  };
}

function pairingAt(meeting: Meeting): Pairing {
  const { asked, whole, sides } = meeting;
  const clash = clashAt(meeting);
  return whole === undefined ? onQuestion(asked, sides, clash) : onPart(asked, whole, sides, clash);
}

/** A claim that another one replaces makes no clash of its own, only the move from one to the other. */
function withoutReplaced(pairing: Pairing, { replaced }: TopicAnalysis): Pairing {
  if (pairing.clash?.rule === '3.6 replaces') return pairing;
  const notes = pairing.sides.flatMap(({ claim }) =>
    (replaced.get(claim) ?? []).map((newer) => `\`${claim.id}\` is replaced by \`${newer.id}\` and makes no clash`),
  );
  return notes.length === 0 ? pairing : { ...pairing, notes, clash: undefined };
}

function onQuestion(asked: QuestionAnalysis, [a, b]: Meeting['sides'], clash: Clash | undefined): Pairing {
  const sides = inSaidOrder(a, b);
  return {
    sides,
    asked,
    asks: [asked.question.ask],
    comparison: compare(...sides, asked.question),
    clash,
    notes: [...reviewNotes(clash), ...jointNotes(asked, a, b)],
  };
}

/** Two that can both be true may be part of a set that cannot. */
function jointNotes({ clashes }: QuestionAnalysis, a: Said, b: Said): readonly string[] {
  const joint = clashes.filter(({ kind, sides }) => kind === 'joint' && sides.includes(a) && sides.includes(b));
  return joint.map(({ sides, word, rule, reason }) => {
    const others = sides.filter((side) => side !== a && side !== b).map(({ claim }) => `\`${claim.id}\``);
    return `together with ${joined(others)}: ${SIGNS[word]} ${word} (rule ${rule}): ${textOf(reason)}`;
  });
}

function onPart(asked: Asked, whole: Asked, sides: Meeting['sides'], clash: Clash | undefined): Pairing {
  const comparison = comparePart(...sides, asked.question, whole.question);
  const asks = [asked.question.ask, `as part of: ${whole.question.ask}`];
  return { sides, asked, asks, comparison, clash, notes: reviewNotes(clash) };
}

function reviewNotes(clash: Clash | undefined): readonly string[] {
  return clash?.reviewed === undefined ? [] : [`reviewed: ${clash.reviewed.reason}`];
}

interface Outcome {
  readonly verdict: string;
  readonly rule: string;
  readonly reason: string;
  readonly kind: string;
  readonly sets: readonly { readonly core: string; readonly halo: string }[];
}

function blocksOf(
  { sides, asks, clash, notes }: Pairing,
  { verdict, rule, reason, kind, sets }: Outcome,
): readonly Block[] {
  const numbers = sourceNumbers();
  const word = clash?.word;
  const said: Line =
    word === undefined
      ? [{ text: verdict, tone: 'strong' }]
      : [{ text: `${SIGNS[word]} ${word}`, tone: word }, { text: `, ${kind}` }];
  const claims = sides.map((side) => shownClaim(side, numbers));
  const facts = sides.flatMap(({ claim }, index): readonly (readonly [string, Line])[] => {
    const set = sets[index];
    if (set === undefined || set.core === '') return [];
    const loosely = set.halo === set.core ? '' : `; loosely ${set.halo}`;
    return [[`${claim.id} allows`, [{ text: `${set.core}${loosely}` }]]];
  });
  return [
    ...asks.map((text) => ({ block: 'heading' as const, level: 2 as const, text })),
    { block: 'claims', form: 'full', claims },
    ...(facts.length === 0 ? [] : [{ block: 'facts' as const, facts }]),
    { block: 'text', line: [...said, { text: ` (rule ${rule})` }] },
    { block: 'text', line: [{ text: reason }] },
    ...notes.map((text) => ({ block: 'text' as const, line: [{ text }] })),
    ...sourcesBlock(numbers),
  ];
}
