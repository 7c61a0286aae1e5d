import type { QuestionAnalysis, TopicAnalysis } from '../../analysis/analyse.ts';
import type { ClashChange } from '../../analysis/change/clash-changes.ts';
import type { Clash } from '../../analysis/clash.ts';
import type { Claim, Source } from '../../ledger/model.ts';
import type { Block, ShownChange } from '../block.ts';
import { type Line, plain, toned } from '../line.ts';
import { ownAnswers } from '../own-answers.ts';
import { type SourceNumbers, shownClaim, shownClash } from '../shown.ts';
import { kindAndSides, SIGNS } from '../words.ts';
import { causeOf } from './causes.ts';
import { clashChangeKind } from './change-data.ts';
import { changeLine } from './change-lines.ts';
import type { ClaimChange } from './claim-changes.ts';
import type { EntityChange, Gains } from './gains.ts';
import type { KeyChange } from './keys.ts';

/** What a topic gained, to be laid out: the clashes first, then the claims, then what they rest on. */
export function gainsBlocks(gains: Gains, numbers: SourceNumbers): readonly Block[] {
  const { analysis, change, keys, clashes, claims, questions, speakers, sources } = gains;
  const { title, id } = analysis.topic;
  const status = change === 'changed' ? '' : ` (${change === 'new' ? 'new topic' : 'topic removed'})`;
  const own = numbersOf(analysis, numbers);
  const claimBlocks = CLAIM_SECTIONS.flatMap(([kind, heading]) =>
    section(heading, claims.filter((one) => one.change === kind).map(claimShower(gains, own))),
  );
  const asked = (kind: EntityChange<unknown>['change']): readonly ShownChange[] =>
    questions.filter((one) => one.change === kind).map(questionChange);
  return [
    { block: 'heading', level: 2, text: `${title} · ${id}${status}` },
    ...section('Changed on the topic', keys.length === 0 ? [] : [{ of: plain(title), lines: keys.map(changeLine) }]),
    ...newClashes(clashes, gains, own),
    ...section(
      'Clashes that changed',
      of(clashes, 'changed').map((one) => clashChange(one, gains)),
    ),
    ...section(
      'Clashes that are gone',
      of(clashes, 'gone').map((one) => clashChange(one, gains)),
    ),
    ...claimBlocks,
    ...section('New questions', asked('new')),
    ...section('Changed questions', asked('changed')),
    ...section('Removed questions', asked('removed')),
    ...section(
      'Changed speakers',
      speakers.map(({ match: { after }, keys: own }) => namedChange(after?.id ?? '', after?.name, own)),
    ),
    ...section(
      'Changed sources',
      sources.map(({ match: { after }, keys: own }) => namedChange(after?.id ?? '', after?.outlet, own)),
    ),
  ];
}

const CLAIM_SECTIONS: readonly (readonly [ClaimChange['change'], string])[] = [
  ['new', 'New claims'],
  ['answer', 'Moved answers'],
  ['wording', 'Changed wording'],
  ['keys', 'Other changes of claims'],
  ['removed', 'Removed claims'],
];

function section(title: string, changes: readonly ShownChange[]): readonly Block[] {
  if (changes.length === 0) return [];
  return [
    { block: 'heading', level: 3, text: title },
    { block: 'changes', changes },
  ];
}

function of(clashes: readonly ClashChange[], kind: ReturnType<typeof clashChangeKind>): readonly ClashChange[] {
  return clashes.filter((one) => clashChangeKind(one) === kind);
}

function newClashes(clashes: readonly ClashChange[], { match }: Gains, numbers: SourceNumbers): readonly Block[] {
  const blocks = of(clashes, 'new').flatMap((change): readonly Block[] => {
    const { after } = change;
    if (after === undefined) return [];
    return [{ block: 'clash', clash: { ...shownClash(after, numbers), cause: causeOf(change, match) } }];
  });
  return blocks.length === 0 ? [] : [{ block: 'heading', level: 3, text: 'New clashes' }, ...blocks];
}

/** A clash that counts as something else now, or is gone: what it is and was, and why. */
function clashChange(change: ClashChange, { match }: Gains): ShownChange {
  const { before, after } = change;
  const clash = after ?? before;
  const ids = (clash?.sides ?? []).map(({ claim }) => claim.id).join(' and ');
  const was = before === undefined || after === undefined ? [] : [{ text: ', was ' }, standing(before)];
  return {
    of: [
      ...(clash === undefined ? [] : [standing(clash)]),
      ...was,
      { text: ` · ${clash?.asked.question.ask ?? ''} (${clash === undefined ? '' : kindAndSides(clash)}; ${ids})` },
    ],
    lines: [
      plain(`${after === undefined ? 'gone' : 'changed'}: ${causeOf(change, match)}`),
      [{ text: after === undefined ? 'it was: ' : '' }, ...(clash?.reason ?? [])],
    ],
  };
}

function standing({ word, reviewed }: Clash): Line[number] {
  return toned(`${SIGNS[word]} ${word}${reviewed === undefined ? '' : ' (reviewed)'}`, word);
}

function claimShower({ match }: Gains, numbers: SourceNumbers): (change: ClaimChange) => ShownChange {
  const side = (analysis: TopicAnalysis | undefined): ((claim: Claim) => ShownChange) => {
    const said = analysis === undefined ? undefined : ownAnswers(analysis);
    const asks = new Map(analysis?.questions.map(({ question }) => [question.id, question.ask]));
    return (claim) => {
      const shown = said && shownClaim(said(claim), numbers);
      const ask = claim.question === undefined ? undefined : asks.get(claim.question);
      return { of: shown ?? plain(claim.id), lines: [], ...(ask === undefined ? {} : { ask }) };
    };
  };
  const [before, after] = [side(match.before), side(match.after)];
  return ({ match: one, change, keys }) => {
    const shown = one.after === undefined ? before(one.before) : after(one.after);
    const words = (one.after ?? one.before).says ?? `“${(one.after ?? one.before).quote ?? ''}”`;
    const isWhole = change === 'new' || change === 'removed';
    return { ...shown, lines: isWhole ? [plain(words)] : keys.map(changeLine) };
  };
}

// A source that stands on both sides has one number.
function numbersOf({ topic }: TopicAnalysis, numbers: SourceNumbers): SourceNumbers {
  const own = new Map(topic.sources.map((source) => [source.id, source]));
  return { ...numbers, of: (source: Source) => numbers.of(own.get(source.id) ?? source) };
}

function questionChange({ match, change, keys }: EntityChange<QuestionAnalysis>): ShownChange {
  const { question } = match.after ?? match.before;
  const ask = change === 'changed' && keys.some(({ key }) => key === 'ask') ? '' : `${question.ask} `;
  return { of: [{ text: ask }, toned(`(${question.id})`, 'faint')], lines: keys.map(changeLine) };
}

function namedChange(id: string, name: string | undefined, keys: readonly KeyChange[]): ShownChange {
  const head: Line = name === undefined ? [toned(id, 'strong')] : [toned(name, 'strong'), toned(` (${id})`, 'faint')];
  return { of: head, lines: keys.map(changeLine) };
}
