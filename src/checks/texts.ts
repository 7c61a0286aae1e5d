import type { Claim } from '../ledger/model.ts';

/** The keys of a claim that hold words, the speaker's own last. */
export type TextKey = 'says' | 'quote' | 'translation';

/** The words of a claim with the key that each stands under. */
export function textsOf({ says, quote, translation }: Claim): readonly Text[] {
  const texts: Text[] = [];
  if (says !== undefined) texts.push({ key: 'says', text: says });
  if (quote !== undefined) texts.push({ key: 'quote', text: quote });
  if (translation !== undefined) texts.push({ key: 'translation', text: translation });
  return texts;
}

interface Text {
  readonly key: TextKey;
  readonly text: string;
}
