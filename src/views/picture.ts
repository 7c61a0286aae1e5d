import type { TopicAnalysis } from '../analysis/analyse.ts';
import { type Clash, isMove } from '../analysis/clash.ts';
import type { Claim } from '../ledger/model.ts';
import { claimsOf } from '../ledger/model.ts';
import { say } from '../sentence.ts';
import { byColumn, type Columns } from './columns.ts';
import { knownDays, spanOfDays } from './known-days.ts';
import { ownAnswers } from './own-answers.ts';
import type { Dot, Join, Lane, Picture } from './picture-parts.ts';
import { defined, saidWords } from './shown.ts';
import { kindWords } from './words.ts';

/** A topic's claims as a picture; undefined where fewer than two have a day. */
export function pictureOf(analysis: TopicAnalysis, columns: Columns): Picture | undefined {
  const claims = claimsOf(analysis.topic);
  const dated = claims.filter(({ date, saidBy }) => knownDays(date, saidBy) !== undefined);
  if (dated.length < 2) return undefined;
  const joins = joinsIn(analysis);
  const dots = dotsOf(analysis);
  const lanes = byColumn(columns, dated, (claim) => claim).map((own, index): Lane => {
    const ids = new Set(own.map(({ id }) => id));
    return {
      party: columns.titles[index] ?? '',
      dots: own.flatMap(dots).sort((a, b) => a.days.last - b.days.last),
      moves: joins.filter(({ from, to }) => ids.has(from) && ids.has(to)),
    };
  });
  const used = lanes.filter(({ dots: own }) => own.length > 0);
  return {
    ...spanOfDays(used.flatMap(({ dots: own }) => own.map(({ days }) => days))),
    lanes: used,
    undated: claims.length - dated.length,
  };
}

/** The word of the strongest open clash that a claim is in, else of what it is in at all. */
export function markOf(analysis: TopicAnalysis, { id }: Claim): { readonly mark?: Clash['word'] } {
  const open = (analysis.byClaim.get(id) ?? []).find(({ reviewed }) => reviewed === undefined);
  return open === undefined ? {} : { mark: open.word };
}

function dotsOf(analysis: TopicAnalysis): (claim: Claim) => readonly Dot[] {
  const asks = new Map(analysis.questions.map(({ question }) => [question.id, question.ask]));
  const own = ownAnswers(analysis);
  return (claim) => {
    const days = knownDays(claim.date, claim.saidBy);
    if (days === undefined) return [];
    const { words } = own(claim);
    const dot: Dot = {
      id: claim.id,
      who: claim.speaker.name,
      what: words === '' ? (claim.says ?? claim.quote ?? '') : words,
      ...defined({ ask: claim.question === undefined ? undefined : asks.get(claim.question) }),
      days,
      day: saidWords(claim) ?? '',
      ...markOf(analysis, claim),
    };
    return [dot];
  };
}

function joinsIn({ questions }: TopicAnalysis): readonly Join[] {
  const moves = questions.flatMap(({ clashes }) => clashes.filter(isMove));
  return moves.map((move) => ({
    from: move.sides[0].claim.id,
    to: move.sides[1].claim.id,
    word: move.word,
    why: say`${kindWords(move)}: ${move.reason}`,
  }));
}
