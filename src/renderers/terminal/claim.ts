import { assessedWords, type ShownAssessment } from '../../views/assessment.ts';
import type { ShownClaim } from '../../views/block.ts';
import type { Line, Piece } from '../../views/line.ts';
import { qualified, SIGNS } from '../../views/words.ts';

/** A claim in a cell of the side-by-side: answer, words, and who said it when, each a paragraph. */
export function cellLines(claim: ShownClaim): readonly Line[] {
  return [answerLine(claim), wordsLine(claim), [{ text: byline(claim), tone: 'faint' }]].filter(
    (line) => line.length > 0,
  ) as readonly Line[];
}

/** A claim in one paragraph: who, when, words, source. */
export function shortLine(claim: ShownClaim): Line {
  const who: Piece = { text: name(claim), tone: 'strong' };
  const when = details(claim);
  return [who, { text: `${when === '' ? '' : `, ${when}`}: ` }, ...wordsLine(claim), { text: cited(claim) }];
}

/** Who said it, for whom, when, and where it stands. */
export function speakerLine(claim: ShownClaim): Line {
  return [{ text: name(claim) }, { text: `${trail(claim)}${cited(claim)}`, tone: 'faint' }];
}

/** A claim with everything the file has on it, one paragraph each. */
export function fullLines(claim: ShownClaim): readonly Line[] {
  const { role, quote, says, translation, translator, anonymous, assessment, note } = claim;
  const head: Line = [
    { text: name(claim), tone: 'strong' },
    { text: `${role === undefined ? '' : `, ${role}`}${trail(claim)}${cited(claim)}` },
  ];
  const lines: (Line | undefined)[] = [
    head,
    answered(claim),
    says === undefined ? undefined : [{ text: says }],
    quote === undefined ? undefined : [{ text: `“${quote}”` }],
    translation === undefined
      ? undefined
      : [{ text: `“${translation}” (translated${translator === undefined ? '' : ` by ${translator}`})` }],
    anonymous === undefined ? undefined : [{ text: `name withheld${anonymous === '' ? '' : `: ${anonymous}`}` }],
    assessment === undefined ? undefined : [{ text: assessed(assessment) }],
    note === undefined ? undefined : [{ text: `note: ${note}`, tone: 'faint' }],
  ];
  return lines.filter((line) => line !== undefined && line.length > 0) as readonly Line[];
}

function assessed(assessment: ShownAssessment): string {
  const { url, note } = assessment;
  const words = assessedWords(assessment);
  return `${words}${url === undefined ? '' : `, ${url}`}${note === undefined ? '' : ` (${note})`}`;
}

/** Mark, answer, and what qualifies it. Empty for a claim without an answer. */
export function answerLine(claim: ShownClaim): Line {
  const { mark, answer } = claim;
  if (answer === undefined) return mark === undefined ? [] : [{ text: SIGNS[mark], tone: mark }];
  const qualities = qualified(claim);
  const tail: Line = qualities === '' ? [] : [{ text: qualities }];
  const sign: Line = mark === undefined ? [] : [{ text: `${SIGNS[mark]} `, tone: mark }];
  return [...sign, { text: answer, tone: mark ?? 'strong' }, ...tail];
}

function answered(claim: ShownClaim): Line {
  const line = answerLine(claim);
  return line.length === 0 ? [] : [{ text: 'answer: ', tone: 'faint' }, ...line];
}

/** The words as the ledger puts them, else the exact ones. */
export function wordsLine({ says, quote }: ShownClaim): Line {
  if (says !== undefined) return [{ text: says }];
  return quote === undefined ? [] : [{ text: `“${quote}”` }];
}

function byline(claim: ShownClaim): string {
  const when = details(claim);
  return `${name(claim)}${when === '' ? '' : `, ${when}`}${cited(claim)}`;
}

function trail(claim: ShownClaim): string {
  const when = details(claim);
  return `${claim.party === undefined ? '' : `, for ${claim.party}`}${when === '' ? '' : `, ${when}`}`;
}

function name({ name: who, verb, via }: ShownClaim): string {
  return `${who}${verb === undefined ? '' : ` (${verb})`}${via === undefined ? '' : ` via ${via.join(' via ')}`}`;
}

function details({ said, asOf }: ShownClaim): string {
  return [said, asOf === undefined ? undefined : `as of ${asOf}`].filter((detail) => detail !== undefined).join(', ');
}

function cited({ sources, at }: ShownClaim): string {
  const numbers = sources.map((number) => ` [${number}]`).join('');
  return at === undefined ? numbers : `${numbers} ${at}`;
}
