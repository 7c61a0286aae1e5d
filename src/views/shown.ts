import type { Clash, ClashWord } from '../analysis/clash.ts';
import type { Said } from '../analysis/said.ts';
import { yesOrNo } from '../answers/choice.ts';
import { spokenDate, spokenDay } from '../date.ts';
import type { Claim, Source } from '../ledger/model.ts';
import { fromLedger, listing, say, textOf } from '../sentence.ts';
import { shownAssessment } from './assessment.ts';
import type { Block, ShownClaim, ShownClash, ShownSource } from './block.ts';
import { kindAndSides } from './words.ts';

/** Numbers sources in the order in which a view first names them. */
export interface SourceNumbers {
  readonly of: (source: Source) => number;
  /** All that were named so far, in order. */
  readonly list: () => readonly ShownSource[];
}

export function sourceNumbers(): SourceNumbers {
  const numbers = new Map<Source, number>();
  const of = (source: Source): number => {
    const number = numbers.get(source) ?? numbers.size + 1;
    numbers.set(source, number);
    return number;
  };
  return { of, list: () => [...numbers].map(([source, number]) => shownSource(source, number)) };
}

/** The sources that a view names, under its end; nothing where it names none. */
export function sourcesBlock(numbers: SourceNumbers): readonly Block[] {
  const sources = numbers.list();
  return sources.length === 0 ? [] : [{ block: 'sources', sources }];
}

/** What a view adds to a claim: how it stands in the view. */
export interface Standing {
  readonly mark?: ClashWord;
  readonly replaced?: boolean;
}

export function shownClaim(
  { claim, words, implied, answer }: Said,
  numbers: SourceNumbers,
  standing: Standing = {},
): ShownClaim {
  const { role, verb, via, says, quote, lang, translation, translator, at, note, assessment } = claim;
  return {
    ...defined({ role, verb, via, says, quote, lang, translation, translator, at, note }),
    ...defined({ anonymous: withheld(claim), assessment: assessment && shownAssessment(assessment) }),
    id: claim.id,
    name: claim.speaker.name,
    ...(claim.hasParty && claim.party !== claim.speaker.name ? { party: claim.party } : {}),
    ...(words === '' ? {} : { answer: words }),
    ...(claim.certainty === 'asserted' ? {} : { certainty: claim.certainty }),
    implied,
    ...(words !== '' && answer === undefined && claim.question !== undefined ? { unread: true as const } : {}),
    ...defined({ said: saidWords(claim), asOf: asOfWords(claim) }),
    sources: claim.sources.map(numbers.of),
    ...(standing.mark === undefined ? {} : { mark: standing.mark }),
    replaced: standing.replaced === true,
  };
}

export function shownClash(clash: Clash, numbers: SourceNumbers): ShownClash {
  const { asked, word, kind, rule, reason, sides, of, reviewed } = clash;
  return {
    topic: asked.question.topic,
    question: asked.question.ask,
    word,
    kind,
    rule,
    reason: textOf(reason),
    sort: kindAndSides(clash),
    sides: sides.map((side) => shownClaim(side, numbers)),
    ...defined({ of }),
    ...(reviewed === undefined
      ? {}
      : {
          reviewed: {
            reason: reviewed.reason,
            ...defined({ by: reviewed.by, on: reviewed.on && spokenDate(reviewed.on) }),
          },
        }),
  };
}

/** When a claim was said: its date, else "by" the day that bounds it. */
export function saidWords(claim: Claim): string | undefined {
  if (claim.date !== undefined) return spokenDate(claim.date);
  return claim.saidBy === undefined ? undefined : `by ${spokenDay(claim.saidBy)}`;
}

// Where `yes` stands in the place of a reason, no reason is told.
function withheld({ anonymous }: Claim): string | undefined {
  const bare = yesOrNo(anonymous ?? '');
  if (bare === undefined) return anonymous;
  return bare === 'yes' ? '' : undefined;
}

// Said and speaking of the same day needs no second date.
function asOfWords({ date, as_of }: Claim): string | undefined {
  return as_of === undefined || as_of.text === date?.text ? undefined : spokenDate(as_of);
}

function shownSource(source: Source, number: number): ShownSource {
  const { outlet, title, byline, kind, published, url, archive } = source;
  const written = [outlet, title, byline].flatMap((text) => (text === undefined ? [] : [fromLedger(text)]));
  const ours = [kind, published && spokenDate(published)].flatMap((word) => (word === undefined ? [] : [say`${word}`]));
  const words = listing([...written, ...ours], ', ', ', ');
  return {
    number,
    words: words.length === 0 && url === undefined ? fromLedger(source.id) : words,
    ...defined({ url, archive }),
  };
}

/** The same without the keys that have no value. */
export function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept: Partial<T> = {};
  for (const key of Object.keys(values) as (keyof T)[]) if (values[key] !== undefined) kept[key] = values[key];
  return kept as never;
}
