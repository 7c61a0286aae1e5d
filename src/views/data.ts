import { bySaidDay, type Clash } from '../analysis/clash.ts';
import type { Assessment, Claim, Review, Source, Speaker } from '../ledger/model.ts';
import { textOf } from '../sentence.ts';
import { byCodeUnit } from '../text.ts';

// Keys without a value stay in these objects as undefined: JSON leaves them out, and to take them out takes as long as all
// the rest.

/** A claim as JSON gives it: every key of the format that is set, names resolved, and what it clashes with. */
export function claimData(claim: Claim, clashes: readonly Clash[]): object {
  const { topic, question, id, speaker, party, role, date, as_of, says, quote, answer, certainty, verb } = claim;
  const { lang, translation, translator, at, via, anonymous, denies, replaces, implies, reviewed, assessment, note } =
    claim;
  return {
    topic,
    question,
    id,
    speaker: speaker.name,
    speaker_id: speaker.id,
    party,
    role,
    date: date?.text,
    as_of: as_of?.text,
    says,
    quote,
    answer,
    certainty,
    verb,
    sources: claim.sourceIds,
    clashes: clashes.flatMap((clash) => withWhom(clash, claim)),
    lang,
    translation,
    translator,
    at,
    via,
    anonymous,
    denies,
    replaces,
    implies: implies && Object.fromEntries(implies),
    reviewed: reviewed?.map(reviewData),
    assessment: assessment && assessmentData(assessment),
    note,
  };
}

/** A clash as JSON gives it. */
export function clashData(clash: Clash): object {
  const { asked, sides, verdict, kind, rule, reason, of, reviewed } = clash;
  return {
    topic: asked.question.topic,
    question: asked.question.id,
    claims: sides
      .map(({ claim }) => claim)
      .sort((a, b) => bySaidDay(a, b) || byCodeUnit(a.id, b.id))
      .map(({ id }) => id),
    verdict,
    kind,
    about: asked.question.about ?? 'fact',
    rule,
    reason: textOf(reason),
    of,
    reviewed: reviewed && reviewData(reviewed),
  };
}

/** A source as JSON gives it. */
export function sourceData(source: Source): object {
  const { id, outlet, title, byline, kind, url, archive, published, lang, note } = source;
  return { id, outlet, title, byline, kind, url, archive, published: published?.text, lang, note };
}

/** A speaker as JSON gives it. */
export function speakerData({ id, name, role, party, aliases, url, note }: Speaker): object {
  return { id, name, role, party, aliases, url, note };
}

function withWhom({ sides, verdict, kind }: Clash, claim: Claim): readonly object[] {
  return sides.filter((side) => side.claim !== claim).map((side) => ({ with: side.claim.id, verdict, kind }));
}

/** An assessment as JSON gives it. */
export function assessmentData({ rating, by, on, url, note }: Assessment): object {
  return { rating, by, on: on?.text, url, note };
}

/** A review as JSON gives it. */
export function reviewData({ with: other, reason, by, on }: Review): object {
  return { with: other, reason, by, on: on?.text };
}
