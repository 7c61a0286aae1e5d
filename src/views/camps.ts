import type { QuestionAnalysis } from '../analysis/analyse.ts';
import type { Camp } from '../analysis/camps.ts';
import type { Said } from '../analysis/said.ts';
import { isoDay } from '../date.ts';
import { fromLedger, listing, say } from '../sentence.ts';
import { byCodeUnit, withCommas } from '../text.ts';
import type { Block } from './block.ts';
import type { Line } from './line.ts';
import { defined } from './shown.ts';
import { count, spanWords } from './words.ts';

/** Who gives which answer to a crowded question, a line a camp: `yes: 12 claims, 1 to 5 May 2025, by Red (10) and Blue (2)`. */
export function campLines({ camps }: QuestionAnalysis): readonly Line[] {
  const smaller = camps.slice(SHOWN);
  const rest = smaller.reduce((sum, { said }) => sum + said.length, 0);
  return [
    ...camps.slice(0, SHOWN).map(campLine),
    ...(smaller.length === 0 ? [] : [[{ text: `${count(smaller.length, 'other answer')}: ${count(rest, 'claim')}` }]]),
  ];
}

/** The camps of a crowded question under its own words; nothing for any other. */
export function campBlocks(asked: QuestionAnalysis): readonly Block[] {
  const items = campLines(asked);
  if (items.length === 0) return [];
  return [
    { block: 'text', line: [{ text: 'Who answers what: ' }, { text: asked.question.ask, tone: 'strong' }] },
    { block: 'items', items },
  ];
}

/** Camps as JSON gives them. */
export function campsData({ camps }: QuestionAnalysis): { readonly camps?: readonly object[] } {
  if (camps.length === 0) return {};
  return {
    camps: camps.map(({ answer, said }) => {
      const { first, last } = spanOf(said);
      return {
        answer,
        claims: said.length,
        parties: partiesOf(said).map(([party, claims]) => ({ party, claims })),
        ...defined({ first: first && isoDay(first), last: last && isoDay(last) }),
      };
    }),
  };
}

// So many camps and parties fit a glance; the rest are counted.
const SHOWN = 7;

function campLine({ answer, said }: Camp): Line {
  const { first, last } = spanOf(said);
  const parties = partiesOf(said);
  const named = parties.slice(0, SHOWN).map(([party, claims]) => say`${fromLedger(party)} (${withCommas(claims)})`);
  const others = parties.length > SHOWN ? [say`${count(parties.length - SHOWN, 'other')}`] : [];
  const span = first === undefined ? '' : `, ${spanWords(first, last)}`;
  return [
    { text: answer, fromLedger: true, tone: 'strong' },
    ...say`: ${count(said.length, 'claim')}${span}, by ${listing([...named, ...others])}`,
  ];
}

/** In the order of the topic's parties, then of their names. */
function partiesOf(said: readonly Said[]): readonly (readonly [party: string, claims: number])[] {
  const claims = new Map<string, number>();
  const inTurn = (a: Said, b: Said): number =>
    a.claim.partyRank - b.claim.partyRank || byCodeUnit(a.claim.party, b.claim.party);
  for (const { claim } of [...said].sort(inTurn)) {
    claims.set(claim.party, (claims.get(claim.party) ?? 0) + 1);
  }
  return [...claims];
}

function spanOf(said: readonly Said[]): { readonly first: number | undefined; readonly last: number | undefined } {
  const days = said.flatMap(({ claim }) => claim.saidBy ?? []);
  if (days.length === 0) return { first: undefined, last: undefined };
  return {
    first: days.reduce((least, day) => Math.min(least, day)),
    last: days.reduce((most, day) => Math.max(most, day)),
  };
}
