import type { Claim } from '../ledger/model.ts';

/** The keys of a claim that hold words, the speaker's own last. */
export type TextKey = 'says' | 'quote' | 'translation';

/** The words of a claim with the key that each stands under. */
export function textsOf(claim: Claim): readonly { readonly key: TextKey; readonly text: string }[] {
  const keys: readonly TextKey[] = ['says', 'quote', 'translation'];
  return keys.flatMap((key) => {
    const text = claim[key];
    return text === undefined ? [] : [{ key, text }];
  });
}
