import { PLACEHOLDER } from './worded-ledger.ts';

/**
 * The first place at which what is told of a ledger is not what is told of its harmless twin, with the texts put in the
 * place of the words that stand for them; nothing where there is none. `shown` is what the format makes of a text.
 * Blanks of any kind and number are alike. A sentence may end with the full stop of the text in it.
 */
export function firstDifference(
  told: string,
  ofTwin: string,
  { texts, shown }: { readonly texts: ReadonlyMap<string, string>; readonly shown: (text: string) => string },
): object | undefined {
  const whole = folded(told);
  const twin = folded(ofTwin);
  const words = [...twin.matchAll(PLACEHOLDER)].map(([word]) => word);
  let at = 0;
  for (const [index, piece] of twin.split(PLACEHOLDER).entries()) {
    const ours = [piece, piece.replace(/^([”)]*)\./u, '$1')].find((one) => whole.startsWith(one, at));
    if (ours === undefined) return { after: words[index - 1], meant: piece, told: whole.slice(at, at + 120) };
    at += ours.length;
    const word = words[index];
    if (word === undefined) break;
    const own = folded(shown(texts.get(word) ?? word));
    const text = whole[at - 1] === ' ' ? own.replace(/^ /u, '') : own;
    if (!whole.startsWith(text, at)) return { after: piece, meant: text, told: whole.slice(at, at + 120) };
    at += text.length;
  }
  return at === whole.length ? undefined : { after: 'the end', told: whole.slice(at) };
}

function folded(text: string): string {
  return text.replace(/[^\S\u2028\u2029\ufeff]+/gu, ' ');
}
